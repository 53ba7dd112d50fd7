import { longText, choose, note, optionsIn, ownForm, ownWords, whenCode } from '$lib/forms/compose';
import { nodeAt, rowsOf, type FormState } from '$lib/forms/state';
import type { Questionnaire } from '$lib/forms/types';
import { READ_BACK_ANSWERS, type ReadBackAnswer } from '$lib/features/domains/read-back';
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

/** A prompt to which the client writes in their own words. */
export function storyForm(prompt: string): Questionnaire {
	return ownForm(
		{ url: 'urn:casekeep:story-prompt', version: '1.0.0', title: m.turn_story_title(), description: m.turn_story_description() },
		[ownWords('story', prompt)]
	);
}

/**
 * What the practitioner understood, or words that were taken down, and whether the client says that it is right.
 * @param title what stands above it
 * @param adds whether there is room for something more
 */
export function readBackForm(understood: string, title: string, adds: boolean): Questionnaire {
	const other = ['not-quite', 'own-words'].map((code) => whenCode('right', { system: READ_BACK_CODES, code }));
	return ownForm(
		{ url: 'urn:casekeep:read-back', version: '2.0.0', title, description: m.turn_back_description() },
		[
			note('understood', understood),
			choose(
				'right',
				m.turn_back_right(),
				optionsIn(READ_BACK_CODES, { yes: m.turn_back_yes(), 'not-quite': m.turn_back_not_quite(), 'own-words': m.turn_back_own() })
			),
			ownWords('words', m.turn_back_words(), { enableBehavior: 'any', enableWhen: other }),
			...(adds ? [longText('more', m.turn_back_more())] : [])
		]
	);
}

function textAt(state: FormState, linkId: string): string {
	const value = rowsOf(nodeAt(state, [linkId]))[0]?.value;
	return value && 'valueString' in value ? value.valueString.trim() : '';
}

/** What a client wrote to a prompt; '' when they wrote nothing. */
export function storyTextOf(state: FormState | undefined): string {
	return state ? textAt(state, 'story') : '';
}

/**
 * What a client answered to a read-back.
 * @returns undefined while they have not said whether it is right. In their own words, but without any, is not quite right
 */
export function readBackOf(state: FormState | undefined): { answer: ReadBackAnswer; words: string } | undefined {
	const value = state && rowsOf(nodeAt(state, ['right']))[0]?.value;
	const code = value && 'valueCoding' in value ? value.valueCoding.code : undefined;
	const answer = READ_BACK_ANSWERS.find((one) => one === code);
	if (!state || !answer) return undefined;
	const own = answer === 'yes' ? '' : textAt(state, 'words');
	const words = [own, textAt(state, 'more')].filter(Boolean).join('\n\n');
	return { answer: answer === 'own-words' && !own ? 'not-quite' : answer, words };
}
