import { fold } from '../clients/fold';

/** Letters of a name below which it would be found everywhere. */
const SHORTEST_NAME = 3;
/** Letters of a sentence from which it is no accident that it was written twice. */
const SHORTEST_COPY = 40;
/** Letters of it that are shown. */
const SHOWN = 70;

const words = (text: string): string[] => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/**
 * Those of some people whom a text names, by their whole name or a part of it. It points out and never decides: "Grace" may be
 * meant as a word.
 * @param texts what was written
 * @param names such as "Maya Lund"; each is given back as it came
 */
export function namedIn(texts: readonly string[], names: readonly string[]): string[] {
	const written = new Set(texts.flatMap(words));
	return names.filter((name) => words(name).some((part) => [...part].length >= SHORTEST_NAME && written.has(part)));
}

const sentences = (text: string): string[] =>
	text
		.split(/[.!?\n]+/)
		.map((sentence) => sentence.trim().replace(/\s+/g, ' '))
		.filter((sentence) => [...sentence].length >= SHORTEST_COPY);

/**
 * The first sentence that stands word for word in an earlier text, cut to what can be shown; undefined when there is none.
 * @param texts what was written
 * @param earlier texts of earlier notes
 */
export function copiedIn(texts: readonly string[], earlier: readonly string[]): string | undefined {
	const before = new Set(earlier.flatMap(sentences).map(fold));
	const found = texts.flatMap(sentences).find((sentence) => before.has(fold(sentence)));
	return found && ([...found].length > SHOWN ? `${[...found].slice(0, SHOWN).join('').trimEnd()}…` : found);
}
