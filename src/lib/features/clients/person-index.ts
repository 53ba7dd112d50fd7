import { fold, wordsOf } from './fold';
import { NameIndex } from './name-index';
import { allNames, type Person } from './person';

/** A person with what the index needs of them. */
type Named = Pick<Person, 'id' | 'rev' | 'names' | 'audiences'>;

/** Persons that are indexed before the screen gets its turn again: well under a frame on a slow tablet. */
const SLICE = 40;

/** Finds persons by any name they were ever known by, while it is typed. It lives in memory only and is made after unlocking. */
export class PersonIndex {
	readonly #revs = new Map<string, number>();
	/** Persons known by one word only, such as a first name: by that word. */
	readonly #single = new Map<string, Set<string>>();
	readonly #names = new NameIndex();
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
		this.#names.drop(id);
		this.#revs.delete(id);
		for (const ids of this.#single.values()) ids.delete(id);
	}

	#take(person: Named): void {
		if (this.#revs.has(person.id)) this.#drop(person.id);
		const names = allNames(person).map(fold);
		this.#names.take(person.id, names);
		for (const name of names)
			if (wordsOf(name).length === 1) this.#single.set(name, (this.#single.get(name) ?? new Set()).add(person.id));
		this.#revs.set(person.id, person.rev);
	}

	/**
	 * Ids of the persons whom a query may mean, the likeliest first; each word of it must fit one of their names.
	 * An empty query finds nobody.
	 */
	find(query: string): string[] {
		return this.#names.find(query);
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
