import type { SealedRow } from '$lib/crypto/seal';
import type { RecordBase } from '$lib/storage/record';
import type { SearchKind } from './kinds';
import { SearchIndex, type SearchHit, type SearchQuery, type SearchRun } from './search-index';
import type { Searchable, SearchPiece } from './source';

/** What the page asks of the worker. Keys and sealed rows go in; what is found comes out. */
export type SearchJob =
	| { type: 'open'; key: CryptoKey; vaultId: string }
	/** What ships with the site and is no record. */
	| { type: 'fixed'; pieces: readonly SearchPiece[] }
	/** Rows of one table, read for the first time or written since. */
	| { type: 'rows'; table: string; rows: readonly SealedRow[] }
	| { type: 'erased'; table: string; id: string }
	/** Every row has been handed over once. */
	| { type: 'whole' }
	/** The newest question alone is answered, and answered again whenever anything changes. */
	| { type: 'ask'; number: number; query: SearchQuery; wanted: number };

/** What the worker says. */
export type SearchAnswer =
	/** It runs, and wants the rows of these tables, in this order. */
	| { type: 'ready'; tables: readonly string[] }
	/** A job that brought rows is done. `damaged` rows did not open. */
	| { type: 'taken'; table: string; damaged: readonly string[] }
	/** Kinds of which there is anything. */
	| { type: 'kinds'; kinds: readonly SearchKind[] }
	| SearchFound;

/** What was found so far. */
export interface SearchFound {
	type: 'found';
	number: number;
	/** These take the place of what was found before; else they come behind it. */
	fresh: boolean;
	named: readonly SearchHit[];
	/** Named almost so. Like `named` it comes with what is fresh. */
	similar: readonly SearchHit[];
	hits: readonly SearchHit[];
	/** How many were found by their text so far, shown or not. */
	total: number;
	/** Everything that is there was looked at. */
	done: boolean;
}

/** What a row turned out to be. */
export type OpenedRow = { record: RecordBase } | 'damaged' | 'unreadable';

/** What the worker is made of: passed in, so that it runs without one too. */
export interface SearchServerParts {
	sources: readonly Searchable[];
	/** The reference of records that belong to no client. */
	nobody: string;
	/** Opens a row with the key that was given. */
	open: (key: CryptoKey, vaultId: string, table: string, row: SealedRow) => Promise<OpenedRow>;
	post: (answer: SearchAnswer) => void;
	/** Lets what has arrived meanwhile be heard. */
	pause: () => Promise<void>;
}

/** Things looked at before the next question can be heard: a few milliseconds' work. */
const SLICE = 4000;
/** While rows still come, the question is answered again when there is so much more to look at. */
const GROWTH = 1.3;

/** What stands behind the search: it opens rows, remembers what they say, and looks for what is asked. Memory only. */
export class SearchServer {
	readonly #index: SearchIndex;
	/** The newest revision seen of each row, by `table/id`. */
	readonly #seen = new Map<string, number>();
	#keys: { key: CryptoKey; vaultId: string } | undefined;
	#asked: Extract<SearchJob, { type: 'ask' }> | undefined;
	#run = 0;
	#whole = false;
	/** How much there was when the question was answered last. */
	#answered = 0;
	#jobs: Promise<void> = Promise.resolve();

	constructor(private readonly parts: SearchServerParts) {
		this.#index = new SearchIndex(parts.sources, parts.nobody);
	}

	/** Says that it runs, and which tables it wants: clients and persons first, for everything else is theirs. */
	start(): void {
		const first = ({ owner, called }: Searchable) => Number(Boolean(owner ?? called));
		const tables = this.parts.sources.toSorted((a, b) => first(b) - first(a)).map(({ table }) => table);
		this.parts.post({ type: 'ready', tables });
	}

	/** Does what the page asks: rows in the order in which they come, a question at once. */
	handle(job: SearchJob): Promise<void> {
		if (job.type === 'ask') {
			this.#asked = job;
			return this.#answer(true);
		}
		this.#jobs = this.#jobs.then(() => this.#do(job));
		return this.#jobs;
	}

	async #do(job: Exclude<SearchJob, { type: 'ask' }>): Promise<void> {
		if (job.type === 'open') this.#keys = { key: job.key, vaultId: job.vaultId };
		else if (job.type === 'fixed') this.#index.takeFixed(job.pieces);
		else if (job.type === 'rows') await this.#take(job.table, job.rows);
		else if (job.type === 'erased') this.#erase(job.table, job.id);
		else this.#whole = true;
		if (job.type === 'open' || job.type === 'fixed') return;
		if (this.#whole) this.parts.post({ type: 'kinds', kinds: this.#index.kinds() });
		if (this.#asked && (this.#whole || this.#index.size >= this.#answered * GROWTH)) await this.#answer(false);
	}

	async #take(table: string, rows: readonly SealedRow[]): Promise<void> {
		const keys = this.#keys;
		// What was read from disk before a change can arrive after it.
		const newest = rows.filter(({ id, rev }) => rev > (this.#seen.get(`${table}/${id}`) ?? 0));
		const opened = keys ? await Promise.all(newest.map((row) => this.parts.open(keys.key, keys.vaultId, table, row))) : [];
		const damaged: string[] = [];
		for (const [at, result] of opened.entries()) {
			const { id, rev } = newest[at] as SealedRow;
			this.#seen.set(`${table}/${id}`, rev);
			if (result === 'damaged') damaged.push(id);
			if (typeof result !== 'object' || !this.#understood(table, result.record)) this.#index.drop(table, id);
		}
		this.parts.post({ type: 'taken', table, damaged });
	}

	/** Takes a record in. One of a shape that nobody expects hides only itself. */
	#understood(table: string, record: RecordBase): boolean {
		try {
			this.#index.take(table, record);
			return true;
		} catch {
			return false;
		}
	}

	#erase(table: string, id: string): void {
		this.#seen.set(`${table}/${id}`, Infinity);
		this.#index.drop(table, id);
	}

	/** Answers the question. @param stream whether the first things found are shown before the last ones are */
	async #answer(stream: boolean): Promise<void> {
		const asked = this.#asked;
		if (!asked) return;
		const number = ++this.#run;
		this.#answered = this.#index.size;
		const run = this.#index.search(asked.query);
		let fresh = true;
		let hits: SearchHit[] = [];
		for (;;) {
			hits.push(...run.next(SLICE, asked.wanted));
			if (run.done) break;
			if (stream && hits.length > 0) {
				this.#say(asked.number, run, fresh, hits);
				[fresh, hits] = [false, []];
			}
			await this.parts.pause();
			if (number !== this.#run) return;
		}
		this.#say(asked.number, run, fresh, hits);
	}

	#say(number: number, run: SearchRun, fresh: boolean, hits: readonly SearchHit[]): void {
		const { total, done, named, similar } = run;
		const names = fresh ? { named, similar } : { named: [], similar: [] };
		this.parts.post({ type: 'found', number, fresh, ...names, hits, total, done });
	}
}
