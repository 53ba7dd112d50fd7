import { fold } from '../clients/fold';

/** Part of a text, in UTF-16 units: from `start` up to, not including, `end`. */
export interface Range {
	start: number;
	end: number;
}

/** Some text around what was found, with what is to be marked in it. */
export interface Excerpt {
	text: string;
	marks: Range[];
	/** Whether words were left away before or after. */
	cutStart: boolean;
	cutEnd: boolean;
}

/**
 * What folding takes together: a letter with its marks, and Korean letters that join into one syllable. Anything else is
 * folded letter by letter, so a text folded piece by piece is the folded text. Plain letters keep their places and are taken by the run.
 */
const PIECES =
	/\p{ASCII}+(?![\p{M}\u00ad])|(?:[\uac00-\ud7a3][\p{M}\u00ad]*)?(?:[\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\ud7b0-\ud7ff\uffa0-\uffdc][\p{M}\u00ad]*)+|[^\p{M}\u00ad][\p{M}\u00ad]*|[\p{M}\u00ad]+/gu;

const PLAIN_RUN = /^\p{ASCII}+$/u;

/** A folded text that knows where each of its units came from. */
export interface FoldedText {
	folded: string;
	/** For each unit of the folded text, the piece of the original that it came from. */
	from: Range[];
}

/** Folds a text and remembers where everything came from. */
export function foldWithOrigins(text: string): FoldedText {
	let folded = '';
	const from: Range[] = [];
	for (const { 0: piece, index: start } of text.matchAll(PIECES)) {
		const plain = fold(piece);
		folded += plain;
		const run = piece.length > 1 && piece.length === plain.length && PLAIN_RUN.test(piece);
		for (let unit = 0; unit < plain.length; unit++)
			from.push(run ? { start: start + unit, end: start + unit + 1 } : { start, end: start + piece.length });
	}
	return { folded, from };
}

/** The words of a query as they are looked for in texts: folded, each of them once. */
export function queryWords(query: string): string[] {
	const words = fold(query).split(/[^\p{L}\p{N}]+/u);
	return [...new Set(words.filter(Boolean))];
}

function merged(ranges: Range[]): Range[] {
	const result: Range[] = [];
	for (const { start, end } of ranges.sort((a, b) => a.start - b.start || b.end - a.end)) {
		const last = result.at(-1);
		if (last && start <= last.end) last.end = Math.max(last.end, end);
		else result.push({ start, end });
	}
	return result;
}

/**
 * Where words stand in a text, whatever case, marks or ligatures they are written with there.
 * @param words folded
 * @param known the text as `foldWithOrigins` gives it, where that was done already
 * @returns ranges of the original text, in order, none touching another
 */
export function markRanges(text: string, words: readonly string[], known?: FoldedText): Range[] {
	const { folded, from } = known ?? foldWithOrigins(text);
	const found: Range[] = [];
	for (const word of words)
		for (let at = folded.indexOf(word); word !== '' && at >= 0; at = folded.indexOf(word, at + word.length)) {
			const [first, last] = [from[at], from[at + word.length - 1]];
			if (first && last) found.push({ start: first.start, end: last.end });
		}
	return merged(found);
}

/** Units of text shown around what was found. */
const BEFORE = 60;
const LONGEST = 220;

const isSpace = (unit: string | undefined) => unit === undefined || /\s/u.test(unit);

/** The next place between two words, forwards or back, at most so far away; else the place itself, never within a letter. */
function atSpace(text: string, place: number, step: 1 | -1, most = 20): number {
	for (let at = place, gone = 0; gone <= most; at += step, gone++) {
		if (at <= 0) return 0;
		if (at >= text.length) return text.length;
		if (isSpace(text[at]) || isSpace(text[at - 1])) return at;
	}
	const within = /[\udc00-\udfff]/.test(text[place] ?? '');
	return within ? place - 1 : place;
}

/**
 * A piece of a text around something that was found in it, cut between words.
 * @param marks as `markRanges` gives them
 * @param first what it is to show; without it the text is shown from its beginning
 */
export function excerptOf(text: string, marks: readonly Range[], first: Range | undefined = marks[0]): Excerpt {
	const begin = first && first.start > BEFORE ? atSpace(text, first.start - BEFORE, 1) : 0;
	const least = first ? Math.min(first.end, begin + LONGEST) : 0;
	const limit = begin + LONGEST;
	const end = limit >= text.length ? text.length : Math.max(least, atSpace(text, limit, -1));
	const start = begin + (text.slice(begin, end).length - text.slice(begin, end).trimStart().length);
	const stop = start + text.slice(start, end).trimEnd().length;
	return {
		text: text.slice(start, stop),
		marks: marks
			.filter((mark) => mark.start < stop && mark.end > start)
			.map((mark) => ({ start: Math.max(mark.start, start) - start, end: Math.min(mark.end, stop) - start })),
		cutStart: text.slice(0, start).trim() !== '',
		cutEnd: text.slice(stop).trim() !== ''
	};
}
