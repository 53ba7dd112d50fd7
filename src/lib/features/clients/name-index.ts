import MiniSearch, { type Query } from 'minisearch';
import { indexWords, sounding, wordsOf } from './fold';

/** Shortest word for which a slip is forgiven: below, everything would look alike. */
const FORGIVEN = 3;
/** Shortest beginning of a word for which a slip is forgiven. */
const FORGIVEN_BEGINNING = 4;

/** The beginnings of a word that somebody may have typed so far. */
function beginnings(word: string): string[] {
	const letters = [...word];
	return letters.map((_, length) => letters.slice(0, length + 1).join(''));
}

/** The word with each two neighbouring letters exchanged: to a reader one slip, to an edit distance two. */
function swapped(word: string): string[] {
	const letters = [...word];
	return letters.slice(1).flatMap((letter, at) => {
		const before = letters[at] ?? '';
		return letter === before ? [] : [[...letters.slice(0, at), letter, before, ...letters.slice(at + 2)].join('')];
	});
}

/** One typed word as a query: the whole name first, then names that begin so, then either with one slip, or that sound so. */
function wordQuery(word: string): Query {
	const length = [...word].length;
	const whole: Query = {
		queries: [word],
		fields: ['words'],
		boost: { words: 3 },
		fuzzy: length >= FORGIVEN ? 1 : false
	};
	const begun: Query = { queries: [word], fields: ['beginnings'], fuzzy: length >= FORGIVEN_BEGINNING ? 1 : false };
	const slips: Query = { queries: length > 1 ? swapped(word) : [], fields: ['beginnings'], boost: { beginnings: 0.4 } };
	const sounds: Query = { queries: [sounding(word)], fields: ['sounds'], boost: { sounds: 0.4 } };
	return { combineWith: 'OR', queries: [whole, begun, slips, sounds] };
}

/**
 * Finds what has a name while the name is typed: beginnings of words, in any order, without marks, and with one slip in
 * each word; whole words also in another romanisation of their long vowels. It lives in memory only.
 */
export class NameIndex {
	readonly #known = new Set<string>();
	readonly #search = new MiniSearch<{ id: string; text: string }>({
		fields: ['words', 'beginnings', 'sounds'],
		extractField: (document, field) => (field === 'id' ? document.id : document.text),
		tokenize: (text, field) => {
			const words = indexWords(text);
			return field === 'beginnings' ? words.flatMap(beginnings) : field === 'sounds' ? words.map(sounding) : words;
		},
		processTerm: (term) => term,
		searchOptions: { tokenize: (text) => [text], processTerm: (term) => term }
	});

	/** Takes in what is called by these names; what it was called before is forgotten. */
	take(id: string, names: readonly string[]): void {
		this.drop(id);
		this.#search.add({ id, text: names.join('\n') });
		this.#known.add(id);
	}

	/** Forgets a thing and its names. */
	drop(id: string): void {
		if (this.#known.delete(id)) this.#search.discard(id);
	}

	/** Ids of what a query may mean, the likeliest first; each word of it must fit one of the names. An empty query finds nothing. */
	find(query: string): string[] {
		const words = wordsOf(query);
		if (words.length === 0) return [];
		const found = this.#search.search({ combineWith: 'AND', queries: words.map(wordQuery) });
		return found.map((result) => String(result.id));
	}
}
