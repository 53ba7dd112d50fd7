import { dayInWords } from '$lib/features/settings/when';
import { civilDate } from '$lib/clock';
import { m } from '$lib/paraglide/messages.js';
import { currentVersion, type FormTemplate } from './template';

/** Where a form came from, in words. */
export function originWords({ origin }: Pick<FormTemplate, 'origin'>): string {
	switch (origin.kind) {
		case 'blank':
			return m.library_origin_blank();
		case 'copy':
			return m.library_origin_copy({ title: origin.title || m.library_untitled() });
		case 'file':
			return m.library_origin_file({ name: origin.name, date: dayInWords(origin.date) });
	}
}

/** Which version is the newest and from when. */
export function versionWords(template: Pick<FormTemplate, 'versions'>): string {
	const version = currentVersion(template);
	if (!version) return m.library_status_draft();
	return m.library_version_since({ number: version.number, date: dayInWords(civilDate(version.made)) });
}
