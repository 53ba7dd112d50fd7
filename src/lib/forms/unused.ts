import { EXTENSION } from './extensions';
import { problem, type Problem } from './problem';
import type { Questionnaire } from './types';

/** The elements of a line in R4. */
const ITEM_ELEMENTS: readonly string[] = [
	'id',
	'extension',
	'linkId',
	'definition',
	'code',
	'prefix',
	'text',
	'type',
	'enableWhen',
	'enableBehavior',
	'required',
	'repeats',
	'readOnly',
	'maxLength',
	'answerValueSet',
	'answerOption',
	'initial',
	'item'
];

type Place = 'form' | 'line' | 'option' | 'coding' | 'wording' | 'elsewhere';

/** Where an extension is looked for; those on lines alone are not listed. */
const PLACES: Readonly<Record<string, readonly Place[]>> = {
	[EXTENSION.variable]: ['form', 'line'],
	[EXTENSION.ordinal]: ['option', 'coding'],
	[EXTENSION.itemWeight]: ['option', 'coding'],
	[EXTENSION.optionPrefix]: ['option', 'coding'],
	[EXTENSION.optionExclusive]: ['option'],
	[EXTENSION.itemAnswerMedia]: ['option'],
	[EXTENSION.translation]: ['wording'],
	[EXTENSION.xhtml]: [],
	[EXTENSION.absentReason]: []
};
const USED: readonly string[] = Object.values(EXTENSION);

/** What kind of thing stands at a path. */
function placeOf(path: string): Place {
	if (path === '') return 'form';
	if (/item\[\d+\]$/.test(path)) return 'line';
	if (/answerOption\[\d+\]$/.test(path)) return 'option';
	if (/(answerOption\[\d+\]\.valueCoding|(concept|contains)\[\d+\])$/.test(path)) return 'coding';
	return /^(?!contained)(.*\.)?_(title|text|prefix|display|valueString)$/.test(path) ? 'wording' : 'elsewhere';
}

/** True for what is used, or has a notice of its own, where it stands. */
function isLookedFor(url: string, place: Place): boolean {
	if (/expression/i.test(url)) return place === 'line' || place === 'form';
	return USED.includes(url) && (PLACES[url] ?? ['line']).includes(place);
}

/**
 * What a form says and this engine does not use: each unknown extension once, where it first stands, and elements of a
 * line that R4 does not have. All of it is kept.
 */
export function unusedProblems(questionnaire: Questionnaire): Problem[] {
	const found: Problem[] = [];
	const seen = new Set<string>();
	const waiting: { value: unknown; path: string; line: string }[] = [{ value: questionnaire, path: '', line: '' }];
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const { value, path } = next;
		if (typeof value !== 'object' || value === null) continue;
		const line = 'linkId' in value && typeof value.linkId === 'string' ? value.linkId : next.line;
		const inner = Object.entries(value).map(([key, one]: [string, unknown]) => ({
			key,
			value: one,
			line,
			path: Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key
		}));
		if (Object.hasOwn(value, 'linkId')) found.push(...unknownElements(inner, path));
		for (const one of inner) {
			if (one.key === 'extension') found.push(...unknownExtensions(one.value, { path: one.path, line }, seen));
		}
		// The first is looked at first; what lies in an extension belongs to that extension.
		waiting.push(...inner.filter(({ key }) => key !== 'extension').reverse());
	}
	return found;
}

function unknownElements(inner: readonly { key: string }[], path: string): Problem[] {
	return inner
		.filter(({ key }) => !ITEM_ELEMENTS.includes(key) && !key.startsWith('_'))
		.map(({ key }) => problem(path, 'element-not-used', key));
}

function unknownExtensions(extensions: unknown, { path, line }: { path: string; line: string }, seen: Set<string>): Problem[] {
	if (!Array.isArray(extensions)) return [];
	const holder = path.replace(/\.?extension$/, '');
	const place = placeOf(holder);
	return extensions.flatMap((extension: unknown, index) => {
		if (typeof extension !== 'object' || extension === null || !('url' in extension)) return [];
		const { url } = extension;
		if (typeof url !== 'string' || url.startsWith('urn:casekeep:') || isLookedFor(url, place)) return [];
		const once = (key: string, found: Problem) => {
			if (seen.has(key)) return [];
			seen.add(key);
			return [found];
		};
		if (url === EXTENSION.xhtml) return once(`markup ${listOf(holder)}`, problem(holder, 'markup-not-shown', line || holder));
		if (/cqf-(expression|calculatedValue)$/.test(url) && place === 'wording') return [problem(holder, 'dynamic-text', line || holder)];
		return once(USED.includes(url) ? `${url} ${place}` : url, problem(`${path}[${index}]`, 'extension-not-used', url));
	});
}

/** The wordings of one list of options count as one: a note for each would bury all others. */
function listOf(path: string): string {
	return path.replace(/(answerOption|concept|contains)\[\d+\].*$/, '$1');
}
