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

const USED: readonly string[] = Object.values(EXTENSION);
/** Have a notice of their own. */
const NAMED = [/expression/i, /rendering-xhtml$/];

/**
 * What a form says and this engine does not use: each unknown extension once, where it first stands, and elements of a
 * line that R4 does not have. All of it is kept.
 */
export function unusedProblems(questionnaire: Questionnaire): Problem[] {
	const found: Problem[] = [];
	const seen = new Set<string>();
	const waiting: { value: unknown; path: string }[] = [{ value: questionnaire, path: '' }];
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const { value, path } = next;
		if (typeof value !== 'object' || value === null) continue;
		const inner = Object.entries(value).map(([key, one]: [string, unknown]) => ({
			key,
			value: one,
			path: Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key
		}));
		if (Object.hasOwn(value, 'linkId')) found.push(...unknownElements(inner, path));
		for (const one of inner) {
			if (one.key === 'extension') found.push(...unknownExtensions(one.value, one.path, seen));
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

function unknownExtensions(extensions: unknown, path: string, seen: Set<string>): Problem[] {
	if (!Array.isArray(extensions)) return [];
	return extensions.flatMap((extension: unknown, index) => {
		if (typeof extension !== 'object' || extension === null || !('url' in extension)) return [];
		const { url } = extension;
		if (typeof url !== 'string' || seen.has(url) || USED.includes(url) || url.startsWith('urn:casekeep:')) return [];
		seen.add(url);
		return NAMED.some((pattern) => pattern.test(url)) ? [] : [problem(`${path}[${index}]`, 'extension-not-used', url)];
	});
}
