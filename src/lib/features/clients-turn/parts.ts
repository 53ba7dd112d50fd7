import { longText, choose, note, optionsIn, ownForm, ownWords, whenCode } from '$lib/forms/compose';
import type { Questionnaire } from '$lib/forms/types';
import { m } from '$lib/paraglide/messages.js';
import type { ScaleQuestion } from './turn';

/** Code system of the answers on a read-back. */
export const READ_BACK_CODES = 'urn:casekeep:read-back';
/** Id of the form on which a client says whether they were understood. */
export const READ_BACK_FORM = 'read-back';

/** The relationship check-in: own wording, four questions from 0 to 10. Its keys stay, its words may change. */
export function checkInScales(): ScaleQuestion[] {
	return [
		{ key: 'heard', label: m.turn_checkin_heard(), low: m.turn_checkin_heard_low(), high: m.turn_checkin_heard_high() },
		{ key: 'matters', label: m.turn_checkin_matters(), low: m.turn_checkin_matters_low(), high: m.turn_checkin_matters_high() },
		{ key: 'fits', label: m.turn_checkin_fits(), low: m.turn_checkin_fits_low(), high: m.turn_checkin_fits_high() },
		{ key: 'overall', label: m.turn_checkin_overall(), low: m.turn_checkin_overall_low(), high: m.turn_checkin_overall_high() }
	];
}

/** Short names of the check-in's measures, for charts. */
export function checkInNames(): Record<string, string> {
	return {
		heard: m.turn_checkin_heard_name(),
		matters: m.turn_checkin_matters_name(),
		fits: m.turn_checkin_fits_name(),
		overall: m.turn_checkin_overall_name()
	};
}

/** A drop of so many points since the last time asks for a conversation about it. */
export const CHECK_IN_DROP = 2;

/** A prompt to which the client writes in their own words. */
export function storyForm(prompt: string): Questionnaire {
	return ownForm(
		{ url: 'urn:casekeep:story-prompt', version: '1.0.0', title: m.turn_story_title(), description: m.turn_story_description() },
		[ownWords('story', prompt)]
	);
}

/** What the practitioner understood, and whether the client says that it is right. */
export function readBackForm(understood: string): Questionnaire {
	const other = ['partly', 'no'].map((code) => whenCode('right', { system: READ_BACK_CODES, code }));
	return ownForm(
		{ url: 'urn:casekeep:read-back', version: '1.0.0', title: m.turn_back_title(), description: m.turn_back_description() },
		[
			note('understood', understood),
			choose(
				'right',
				m.turn_back_right(),
				optionsIn(READ_BACK_CODES, { yes: m.turn_back_yes(), partly: m.turn_back_partly(), no: m.turn_back_no() })
			),
			ownWords('words', m.turn_back_words(), { enableBehavior: 'any', enableWhen: other }),
			longText('more', m.turn_back_more())
		]
	);
}
