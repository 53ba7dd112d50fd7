import { isChoice } from './choices';
import { controlsOf, EXTENSION, extensionsOf, occursOf } from './extensions';
import { isLimitUsed, sliderOf } from './limits';
import { problem, type Problem } from './problem';
import type { QuestionnaireItem } from './types';

type Fits = (item: QuestionnaireItem) => boolean;

const oneOf = (...types: readonly QuestionnaireItem['type'][]): Fits => ({ type }) => types.includes(type);
const isMeasured = oneOf('integer', 'decimal', 'quantity');
const isText = oneOf('string', 'text', 'url', 'open-choice');
const isSingle: Fits = (item) => isOffered(item) && !item.repeats;
/** Also where the options stand in a value set. */
const isOffered: Fits = (item) => isChoice(item) || item.answerValueSet !== undefined;
const isSlid: Fits = (item) => sliderOf(item) !== undefined;

/** The controls that are shown as asked for, and where. */
const CONTROLS: Readonly<Record<string, Fits>> = {
	'radio-button': isSingle,
	'drop-down': isSingle,
	autocomplete: isOffered,
	'check-box': (item) => isOffered(item) && item.repeats === true,
	slider: isSlid,
	'text-box': (item) => isText(item) || isMeasured(item),
	list: oneOf('group'),
	inline: oneOf('display'),
	help: oneOf('display'),
	flyover: oneOf('display'),
	prompt: oneOf('display'),
	unit: oneOf('display'),
	lower: oneOf('display'),
	upper: oneOf('display'),
	legal: oneOf('display')
};

/** Lines on which an extension means something; on any other it is kept and not used. */
const MEANT_FOR: Readonly<Record<string, Fits>> = {
	[EXTENSION.minLength]: isText,
	[EXTENSION.regex]: isText,
	[EXTENSION.maxDecimalPlaces]: isMeasured,
	[EXTENSION.mimeType]: oneOf('attachment'),
	[EXTENSION.maxSize]: oneOf('attachment'),
	[EXTENSION.unit]: isMeasured,
	[EXTENSION.unitOption]: oneOf('quantity'),
	[EXTENSION.sliderStep]: isSlid,
	[EXTENSION.choiceOrientation]: isSingle,
	[EXTENSION.openLabel]: oneOf('open-choice'),
	[EXTENSION.displayCategory]: oneOf('display'),
	[EXTENSION.minOccurs]: (item) => item.repeats === true || occursOf(item).min === Number(item.required ?? false),
	[EXTENSION.maxOccurs]: (item) => item.repeats === true || occursOf(item).max === 1,
	[EXTENSION.entryFormat]: (item) => item.type !== 'group' && item.type !== 'display' && item.type !== 'quantity'
};

/**
 * What a line asks for that is understood elsewhere, and not on a line like this.
 * @param seen extensions that were named before; each is named once, where it first stands
 */
export function unsupportedProblems(item: QuestionnaireItem, path: string, seen: Set<string>): Problem[] {
	const found = controlsOf(item)
		.filter((code) => !CONTROLS[code]?.(item))
		.map((code) => problem(path, 'control-not-used', code));
	for (const [url, fits] of Object.entries(MEANT_FOR)) {
		if (seen.has(url) || extensionsOf(item, url).length === 0 || fits(item)) continue;
		seen.add(url);
		found.push(problem(path, 'extension-not-used', url));
	}
	for (const url of [EXTENSION.minValue, EXTENSION.maxValue]) {
		if (extensionsOf(item, url).length > 0 && !isLimitUsed(item, url)) found.push(problem(path, 'limit-not-checked', url.split('/').at(-1)));
	}
	if (item.answerValueSet !== undefined && (item.answerOption?.length || !oneOf('choice', 'open-choice')(item)))
		found.push(problem(`${path}.answerValueSet`, 'value-set-not-used', item.answerValueSet));
	const chosen = item.answerOption?.filter(({ initialSelected }) => initialSelected === true).length ?? 0;
	if (!item.repeats && chosen > 0 && chosen + (item.initial?.length ?? 0) > 1 && (item.initial?.length ?? 0) < 2)
		found.push(problem(`${path}.answerOption`, 'several-initial', item.linkId));
	return found;
}
