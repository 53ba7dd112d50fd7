import type { RecordBase } from '$lib/storage/record';
import { fold } from '../clients/fold';
import { NameIndex } from '../clients/name-index';
import { excerptOf, foldWithOrigins, markRanges, queryWords, type Excerpt } from './ranges';
import { SEARCH_KINDS, type SearchKind } from './kinds';
import { CLIENT_ID, type Searchable, type SearchHead, type SearchOwner, type SearchPiece } from './source';

/** What is looked for. */
export interface SearchQuery {
	text: string;
	/** Only this kind; '' for all. */
	kind: SearchKind | '';
	/** Only of this client; '' for all. */
	clientId: string;
	/** Civil dates, `YYYY-MM-DD` or ''. Both count as within. */
	from: string;
	to: string;
}

/** Something found, ready to be shown. */
export interface SearchHit {
	id: string;
	kind: SearchKind;
	title: string;
	/** Parts of the title that fit the query. */
	titleMarks: Excerpt['marks'];
	/** The client whose record it is; '' where it is nobody's. */
	clientId: string;
	clientName: string;
	date: string;
	path: string;
	mark: SearchHead['mark'];
	excerpts: Excerpt[];
}

/** What one record gives to an entry. */
interface Part {
	cref: string;
	/** When the record was first saved, ISO 8601. */
	created: string;
	piece: SearchPiece;
}

interface Entry {
	readonly id: string;
	/** By the record that gave it, `table/id`. */
	readonly parts: Map<string, Part>;
	/** The part that has the head, once there is one. */
	main: (Part & { head: SearchHead }) | undefined;
	/** Every word of it, folded, one text to a line. */
	folded: string;
}

type Whole = Entry & { main: NonNullable<Entry['main']> };

/** Most excerpts of one thing found. */
const EXCERPTS = 3;
/** Most things that are shown because of their names alone. */
const NAMED = 12;

/** Whether a day, a month or a year can lie within two days. */
function within(date: string, from: string, to: string): boolean {
	if (!from && !to) return true;
	if (!date) return false;
	const cut = (limit: string) => limit.slice(0, date.length);
	return (!from || cut(from) <= date) && (!to || date <= cut(to));
}

function newer({ main: a }: Whole, { main: b }: Whole): number {
	if (a.head.date !== b.head.date) return a.head.date < b.head.date ? 1 : -1;
	if (a.created !== b.created) return a.created < b.created ? 1 : -1;
	return a.piece.entry < b.piece.entry ? 1 : -1;
}

/** The texts of an entry besides its title, names first. */
function textsOf({ main, parts }: Whole): string[] {
	const { title, names = [] } = main.head;
	const own = names.filter((name) => name !== title);
	return [...own, ...[...parts.values()].flatMap(({ piece }) => piece.texts ?? [])];
}

/**
 * Everything that can be found, in memory alone: texts as they are, and folded beside them. There is no index of the
 * words in texts: a plain scan is quicker than anything that would have to be kept (docs/architecture.md).
 */
export class SearchIndex {
	readonly #sources: ReadonlyMap<string, Searchable>;
	readonly #entries = new Map<string, Entry>();
	/** Entries that a record gives to, by `table/id`. */
	readonly #given = new Map<string, string[]>();
	readonly #owners = new Map<string, SearchOwner>();
	readonly #clientOf = new Map<string, string>();
	readonly #called = new Map<string, string>();
	readonly #names = new NameIndex();
	/** What can be found, the newest first; undefined when something has changed since. */
	#order: readonly Whole[] | undefined;

	/**
	 * @param sources what of which table can be found
	 * @param nobody the reference of records that belong to no client
	 */
	constructor(
		sources: readonly Searchable[],
		private readonly nobody: string
	) {
		this.#sources = new Map(sources.map((source) => [source.table, source]));
	}

	/** Everything there is, found or not. */
	get size(): number {
		return this.#entries.size;
	}

	/** Takes in a record as it is now; of a removed one nothing is found any more. */
	take(table: string, record: RecordBase): void {
		this.drop(table, record.id);
		const source = this.#sources.get(table);
		if (!source || record.removed) return;
		const row = `${table}/${record.id}`;
		const owner = source.owner?.(record);
		if (owner) {
			this.#owners.set(record.cref, owner);
			this.#clientOf.set(owner.personId, owner.clientId);
		}
		if (source.called) this.#called.set(record.id, source.called(record));
		const pieces = source.read(record);
		this.#given.set(row, pieces.map(({ entry }) => entry));
		for (const piece of pieces) this.#give(row, { cref: record.cref, created: record.created.at, piece });
	}

	/** Takes in what is no record and nobody's: what ships with the site. */
	takeFixed(pieces: readonly SearchPiece[]): void {
		for (const piece of pieces) this.#give(`fixed/${piece.entry}`, { cref: this.nobody, created: '', piece });
	}

	/** Takes a record out, whether it was there or not. */
	drop(table: string, id: string): void {
		const row = `${table}/${id}`;
		const source = this.#sources.get(table);
		if (source?.owner)
			for (const [cref, owner] of this.#owners)
				if (owner.clientId === id) {
					this.#owners.delete(cref);
					this.#clientOf.delete(owner.personId);
				}
		if (source?.called) this.#called.delete(id);
		for (const key of this.#given.get(row) ?? []) this.#withdraw(row, key);
		this.#given.delete(row);
		this.#order = undefined;
	}

	#give(row: string, part: Part): void {
		const id = part.piece.entry;
		const entry = this.#entries.get(id) ?? { id, parts: new Map<string, Part>(), main: undefined, folded: '' };
		this.#entries.set(id, entry);
		entry.parts.set(row, part);
		this.#settle(entry);
	}

	#withdraw(row: string, id: string): void {
		const entry = this.#entries.get(id);
		if (!entry) return;
		entry.parts.delete(row);
		if (entry.parts.size === 0) this.#entries.delete(id);
		this.#settle(entry);
	}

	/** Works out what follows from an entry's parts. */
	#settle(entry: Entry): void {
		this.#order = undefined;
		entry.main = undefined;
		for (const part of entry.parts.values()) if (part.piece.head) entry.main = { ...part, head: part.piece.head };
		const { main } = entry;
		if (main?.head.names) this.#names.take(entry.id, main.head.names);
		else this.#names.drop(entry.id);
		entry.folded = main ? fold([main.head.title, ...textsOf({ ...entry, main })].join('\n')) : '';
	}

	/** What can be found, the newest first. What belongs to a client who was removed is left out. */
	#sorted(): readonly Whole[] {
		this.#order ??= [...this.#entries.values()]
			.filter((entry): entry is Whole => entry.main !== undefined && this.#hasOwner(entry.main))
			.sort(newer);
		return this.#order;
	}

	#hasOwner({ cref }: Part): boolean {
		return cref === this.nobody || this.#owners.has(cref);
	}

	/** The kinds of which there is anything, in their order. */
	kinds(): SearchKind[] {
		const there = new Set(this.#sorted().map((entry) => this.#kindOf(entry)));
		return SEARCH_KINDS.filter((kind) => there.has(kind));
	}

	/** Begins to look for something. It looks at things as they are now; after a change begin anew. */
	search(query: SearchQuery): SearchRun {
		const words = queryWords(query.text);
		const asked = words.length > 0 || (query.text.trim() === '' && Boolean(query.kind || query.clientId || query.from || query.to));
		const order = asked ? this.#sorted() : [];
		const narrowed = Boolean(query.kind || query.clientId || query.from || query.to);
		// Asked of everything that is found, which can be every note there is.
		const fits = narrowed ? (entry: Whole) => this.#fits(entry, query) : (entry: Whole) => !entry.main.head.apart;
		const named = (asked ? this.#names.find(query.text) : [])
			.map((id) => this.#entries.get(id))
			.filter((entry): entry is Whole => entry?.main !== undefined && this.#hasOwner(entry.main) && fits(entry as Whole));
		const exact = (entry: Whole) => words.every((word) => entry.folded.includes(word));
		const hit = (entry: Whole) => this.#hit(entry, words);
		const [certain, similar] = [named.filter(exact), named.filter((entry) => !exact(entry))];
		return new SearchRun(order, certain.slice(0, NAMED), similar.slice(0, NAMED), words, fits, hit);
	}

	#kindOf({ main, id }: Whole): SearchKind {
		const { kind } = main.head;
		return kind === 'person' && this.#clientOf.has(idOf(id)) ? 'client' : kind;
	}

	/** A person who is a client has a page of their own, wherever else they are known from. */
	#clientIdOf({ main, id }: Whole): string {
		const own = main.head.kind === 'person' ? this.#clientOf.get(idOf(id)) : undefined;
		return own ?? this.#owners.get(main.cref)?.clientId ?? '';
	}

	#fits(entry: Whole, query: SearchQuery): boolean {
		const { head } = entry.main;
		const kind = this.#kindOf(entry);
		if (query.kind ? kind !== query.kind : head.apart) return false;
		if (query.clientId && this.#clientIdOf(entry) !== query.clientId) return false;
		return within(head.date, query.from, query.to);
	}

	#hit(entry: Whole, words: readonly string[]): SearchHit {
		const { head, cref } = entry.main;
		const clientId = this.#clientIdOf(entry);
		const owner = this.#owners.get(cref);
		return {
			id: entry.id,
			kind: this.#kindOf(entry),
			title: head.title,
			titleMarks: markRanges(head.title, words),
			clientId,
			clientName: (owner && this.#called.get(owner.personId)) ?? '',
			date: head.date,
			path: head.path.replace(CLIENT_ID, clientId),
			mark: head.mark,
			excerpts: excerptsOf(textsOf(entry), words, head.title)
		};
	}
}

/** The id in an entry's key. */
const idOf = (key: string) => key.slice(key.indexOf('/') + 1);

/** Texts that show the words, each word at least once where there is room; without words the beginning. */
function excerptsOf(texts: readonly string[], words: readonly string[], title: string): Excerpt[] {
	if (words.length === 0) return texts.slice(0, 1).map((text) => excerptOf(text, []));
	const left = new Set(words);
	const folded = fold(title);
	const shown: Excerpt[] = [];
	for (const text of texts) {
		const known = foldWithOrigins(text);
		const here = words.filter((word) => known.folded.includes(word));
		if (here.length === 0 || (shown.length > 0 && !here.some((word) => left.has(word)))) continue;
		const marks = markRanges(text, words, known);
		// Where two words stand far from each other in one long text, each is shown in its own place.
		for (const word of here) {
			if (!left.has(word) || shown.length === EXCERPTS) continue;
			const first = markRanges(text, [word], known)[0];
			const excerpt = excerptOf(text, marks, first);
			shown.push(excerpt);
			const seen = fold(excerpt.text);
			for (const other of here) if (seen.includes(other)) left.delete(other);
			left.delete(word);
		}
		if (left.size === 0 || shown.length === EXCERPTS) break;
	}
	const inTitle = words.every((word) => folded.includes(word));
	if (shown.length > 0 || !inTitle) return shown;
	return texts.slice(0, 1).map((text) => excerptOf(text, []));
}

/** One search that goes on in slices, so that a newer one can overtake it. */
export class SearchRun {
	/** Found by name, the likeliest first. Not found again by their text. */
	readonly named: SearchHit[];
	/** Whose names are the query but for a slip, the likeliest first. */
	readonly similar: SearchHit[];
	/** How many were found by their text so far. */
	total = 0;
	#at = 0;
	readonly #apart: ReadonlySet<Whole>;

	constructor(
		private readonly order: readonly Whole[],
		named: readonly Whole[],
		similar: readonly Whole[],
		private readonly words: readonly string[],
		private readonly fits: (entry: Whole) => boolean,
		private readonly hit: (entry: Whole) => SearchHit
	) {
		this.named = named.map(hit);
		this.similar = similar.map(hit);
		this.#apart = new Set(named);
	}

	get done(): boolean {
		return this.#at >= this.order.length;
	}

	/**
	 * Looks at so many more things.
	 * @param wanted how many of what is found are wanted in full; the rest is counted
	 */
	next(count: number, wanted: number): SearchHit[] {
		const hits: SearchHit[] = [];
		const end = Math.min(this.order.length, this.#at + count);
		for (; this.#at < end; this.#at++) {
			const entry = this.order[this.#at] as Whole;
			if (!this.words.every((word) => entry.folded.includes(word))) continue;
			if (!this.fits(entry) || this.#apart.has(entry)) continue;
			if (this.total++ < wanted) hits.push(this.hit(entry));
			// Somebody is waiting for the first: it is not held up by the rest.
			if (this.total === 1 && wanted > 0) {
				this.#at++;
				break;
			}
		}
		return hits;
	}
}
