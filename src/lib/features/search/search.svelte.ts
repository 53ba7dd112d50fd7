import type { SealedRow } from '$lib/crypto/seal';
import workerUrl from '$lib/search.worker?worker&url';
import type { Casebook, WrittenRow } from '$lib/storage/casebook';
import { trustedWorkerUrl } from '$lib/trusted';
import type { SearchKind } from './kinds';
import type { SearchHit, SearchQuery } from './search-index';
import type { SearchAnswer, SearchJob } from './search-server';
import type { SearchPiece } from './source';

/** Rows handed over at a time: read and posted in a few milliseconds. */
const BATCH = 256;
/** Things shown at first and with each "Show more". */
export const PAGE = 40;
/** How long what was read is kept after the search was closed, in milliseconds. */
const KEPT = 10 * 60_000;

/** Nothing asked. */
export const NO_QUERY: SearchQuery = { text: '', kind: '', clientId: '', from: '', to: '' };

/** What was found for the newest question. */
export interface SearchResults {
	named: readonly SearchHit[];
	similar: readonly SearchHit[];
	hits: readonly SearchHit[];
	/** How many were found by their text, shown or not. */
	total: number;
	done: boolean;
}

const NOTHING: SearchResults = { named: [], similar: [], hits: [], total: 0, done: true };

function newWorker(): Worker {
	return new Worker(trustedWorkerUrl(workerUrl), { type: 'module' });
}

/** What a search is made of; passed in by whoever shows it. */
export interface SearchParts {
	casebook: Casebook;
	/** What ships with the site and can be found too. */
	fixed: () => Promise<readonly SearchPiece[]>;
	/** Starts a worker that speaks as search.worker.ts does. */
	make?: () => Worker;
	/** How long what was read is kept after `close`, in milliseconds. */
	kept?: number;
}

/**
 * Search over everything in the casebook. A worker is given sealed rows and the key that opens them, and holds every
 * text; the page holds only what is shown. The worker begins with `open` and ends with `stop`, or some time after `close`.
 * One that breaks off is replaced once.
 */
export class Search {
	/** What is asked now. */
	query = $state.raw<SearchQuery>(NO_QUERY);
	/** What was found; that of the question before until something is found for this one. */
	results = $state.raw<SearchResults>(NOTHING);
	/** Whether `results` are still about the question before. */
	stale = $state(false);
	/** Part of the rows that were read, 0 to 1; 1 once all are. */
	progress = $state(0);
	/** The worker broke off twice: nothing can be found until `open` is called again. */
	broken = $state(false);
	/** Kinds of which there is anything. */
	kinds = $state.raw<readonly SearchKind[]>([]);

	#worker: Worker | undefined;
	#replaced = false;
	#number = 0;
	#wanted = PAGE;
	#end: ReturnType<typeof setTimeout> | undefined;
	/** Told when a batch of rows is taken in. */
	#taken: (() => void) | undefined;
	readonly #written = (rows: readonly WrittenRow[]) => this.#pass(rows);

	constructor(private readonly parts: SearchParts) {}

	/** Begins, or goes on with what was read before. */
	open(): void {
		clearTimeout(this.#end);
		if (this.#worker) return;
		this.broken = false;
		this.#replaced = false;
		this.#start();
	}

	/** Asks something; an answer to an earlier question is not shown any more. */
	ask(query: SearchQuery): void {
		this.query = query;
		this.#wanted = PAGE;
		this.#send();
	}

	/** Shows more of what was found. */
	more(): void {
		this.#wanted += PAGE;
		this.#send();
	}

	/** Forgets what was asked and found. What was read is kept for a while. */
	close(): void {
		this.query = NO_QUERY;
		this.results = NOTHING;
		this.#wanted = PAGE;
		this.#send();
		clearTimeout(this.#end);
		this.#end = setTimeout(() => this.stop(), this.parts.kept ?? KEPT);
	}

	/** Ends the worker, and everything it knows with it. */
	stop(): void {
		clearTimeout(this.#end);
		this.parts.casebook.committed.delete(this.#written);
		this.#worker?.terminate();
		this.#worker = undefined;
		this.#taken?.();
		this.progress = 0;
	}

	#start(): void {
		let worker: Worker;
		try {
			worker = (this.parts.make ?? newWorker)();
		} catch {
			return this.#fail();
		}
		this.#worker = worker;
		this.progress = 0;
		worker.addEventListener('message', ({ data }: MessageEvent<SearchAnswer>) => {
			// What a worker that was replaced still has to say is about nothing any more.
			if (worker === this.#worker) this.#hear(worker, data);
		});
		worker.addEventListener('error', (event) => {
			event.preventDefault();
			if (worker === this.#worker) this.#fail();
		});
	}

	#fail(): void {
		const again = !this.#replaced;
		this.stop();
		this.#replaced = true;
		if (again) return this.#start();
		this.broken = true;
		this.results = NOTHING;
		this.stale = false;
	}

	#post(job: SearchJob, transfer: Transferable[] = []): void {
		this.#worker?.postMessage(job, transfer);
	}

	#send(): void {
		this.stale = this.#worker !== undefined;
		this.#post({ type: 'ask', number: ++this.#number, query: this.query, wanted: this.#wanted });
	}

	#hear(worker: Worker, answer: SearchAnswer): void {
		if (answer.type === 'ready') {
			this.#send();
			void this.#feed(worker, answer.tables).catch(() => {
				// A lock in the middle ends it with the page; anything else is a worker that cannot go on.
				if (worker === this.#worker) this.#fail();
			});
		} else if (answer.type === 'taken') {
			this.parts.casebook.reportDamaged(answer.table, [...answer.damaged]);
			this.#taken?.();
		} else if (answer.type === 'kinds') this.kinds = answer.kinds;
		else if (answer.number === this.#number) {
			const { fresh, named, similar, hits, total, done } = answer;
			const before = this.results;
			this.results = fresh
				? { named, similar, hits, total, done }
				: { ...before, hits: [...before.hits, ...hits], total, done };
			this.stale = false;
		}
	}

	/** Hands over every row there is, sealed as it is, a batch at a time. */
	async #feed(worker: Worker, tables: readonly string[]): Promise<void> {
		const { casebook, fixed } = this.parts;
		const { data: key, vaultId } = casebook.keyring;
		this.#post({ type: 'open', key, vaultId });
		casebook.committed.add(this.#written);
		this.#post({ type: 'fixed', pieces: await fixed() });
		const counts = await casebook.read(() => Promise.all(tables.map((name) => casebook.db.records(name).count())));
		const all = counts.reduce((sum, count) => sum + count, 0);
		let read = 0;
		for (const table of tables) {
			let last = '';
			for (;;) {
				const after = last;
				const rows = await casebook.read(() => casebook.db.records(table).where(':id').above(after).limit(BATCH).toArray());
				if (worker !== this.#worker) return;
				if (rows.length === 0) break;
				last = rows.at(-1)?.id ?? '';
				read += rows.length;
				await this.#give(table, rows);
				this.progress = Math.min(0.99, read / Math.max(1, all));
				if (rows.length < BATCH) break;
			}
		}
		if (worker !== this.#worker) return;
		this.#post({ type: 'whole' });
		this.progress = 1;
		this.#replaced = false;
	}

	/** One batch at a time: what waits in between is held twice. */
	#give(table: string, rows: SealedRow[]): Promise<void> {
		return new Promise((done) => {
			this.#taken = done;
			this.#post({ type: 'rows', table, rows }, [...new Set(rows.map(({ c }) => c.buffer))]);
		});
	}

	/** Hands over what was written just now. */
	#pass(rows: readonly WrittenRow[]): void {
		for (const { table, id, row } of rows)
			this.#post(row ? { type: 'rows', table, rows: [row] } : { type: 'erased', table, id });
	}
}
