import { m } from '$lib/paraglide/messages.js';
import type { ValidityConcern } from './validity';

/**
 * A validity concern in words.
 * @param languageName turns a BCP 47 tag into a name to show; the tag itself without it
 */
export function concernText(concern: ValidityConcern, languageName: (tag: string) => string = (tag) => tag): string {
	switch (concern.kind) {
		case 'age-not-recorded':
			return m.forms_concern_age_not_recorded();
		case 'age-unknown':
			return m.instruments_concern_age_unknown();
		case 'age-outside':
			return concern.to === undefined
				? m.forms_concern_age_outside({ age: concern.age, from: concern.from })
				: m.instruments_concern_age_between({ age: concern.age, from: concern.from, to: concern.to });
		case 'age-other-cutoff':
			return m.forms_concern_age_other_cutoff({ age: concern.age, cutoff: concern.cutoff });
		case 'language':
			return m.instruments_concern_language({ language: languageName(concern.language) });
		case 'translated':
			return m.instruments_concern_translated({ language: languageName(concern.language) });
		case 'interpreter':
			return m.forms_concern_interpreter();
	}
}
