import MiniSearch, { type Query } from 'minisearch';
import { fold, indexWords, sounding, wordsOf } from './fold';
import { allNames, type Person } from './person';

/** A person with what the index needs of them. */
type Named = Pick<Person, 'id' | 'rev' | 'names' | 'audiences'>;

/** Persons that are indexed before the screen gets its turn again: well under a frame on a slow tablet. */
const SLICE = 40;

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
 * Finds persons by any name they were ever known by, while it is typed: beginnings of words, in any order, without
 * marks, and with one slip in each word; whole words also in another romanisation of their long vowels. It lives in memory only and is made after unlocking.
 */
export class PersonIndex {
	readonly #revs = new Map<string, number>();
	/** Persons known by one word only, such as a first name: by that word. */
	readonly #single = new Map<string, Set<string>>();
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
	#run = 0;

	/** How many persons can be found. */
	get size(): number {
		return this.#revs.size;
	}

	/**
	 * Brings the index up to date in slices. A later call overtakes an unfinished one.
	 * @param persons all that are to be found
	 * @param pause gives the screen its turn between slices
	 * @returns false when it was overtaken
	 */
	async sync(persons: readonly Named[], pause: () => Promise<void>): Promise<boolean> {
		const run = ++this.#run;
		const wanted = new Set(persons.map((person) => person.id));
		const gone = [...this.#revs.keys()].filter((id) => !wanted.has(id));
		const changed = persons.filter((person) => this.#revs.get(person.id) !== person.rev);
		const work = [...gone.map((id) => () => this.#drop(id)), ...changed.map((person) => () => this.#take(person))];
		for (let at = 0; at < work.length; at += SLICE) {
			if (at > 0) await pause();
			if (run !== this.#run) return false;
			for (const step of work.slice(at, at + SLICE)) step();
		}
		return true;
	}

	#drop(id: string): void {
		this.#search.discard(id);
		this.#revs.delete(id);
		for (const ids of this.#single.values()) ids.delete(id);
	}

	#take(person: Named): void {
		if (this.#revs.has(person.id)) this.#drop(person.id);
		const names = allNames(person).map(fold);
		this.#search.add({ id: person.id, text: names.join('\n') });
		for (const name of names)
			if (wordsOf(name).length === 1) this.#single.set(name, (this.#single.get(name) ?? new Set()).add(person.id));
		this.#revs.set(person.id, person.rev);
	}

	/**
	 * Ids of the persons whom a query may mean, the likeliest first; each word of it must fit one of their names.
	 * An empty query finds nobody.
	 */
	find(query: string): string[] {
		const words = wordsOf(query);
		if (words.length === 0) return [];
		const found = this.#search.search({ combineWith: 'AND', queries: words.map(wordQuery) });
		return found.map((result) => String(result.id));
	}

	/**
	 * Ids of persons who may be the one whose name is being typed: by first and last name together, by the name used, or,
	 * where no more than that is known of them, by the first name alone.
	 */
	like(name: { first: string; last: string; used: string }): string[] {
		const whole = this.find(`${name.first} ${name.last}`);
		const single = [name.first, name.used].flatMap((one) => [...(this.#single.get(fold(one)) ?? [])]);
		// Without a name used, the last name alone would bring up a whole family.
		const used = name.used.trim() ? [...this.find(`${name.used} ${name.last}`), ...this.find(name.used)] : [];
		return [...new Set([...whole, ...used, ...single])];
	}
}
