import { liveQuery } from 'dexie';

/**
 * A query that stays current: whenever a commit, in this window or another, touches what it read, it runs again.
 * Create it while a component is set up; it subscribes in an effect and stops with the component.
 * `current` is undefined until the first result: that is "not yet", never "not found".
 */
export class Live<R, T = R> {
	/** The newest result. */
	current = $state.raw<T | undefined>(undefined);
	/** Whether a first result is there, and whether the last run went wrong. */
	status = $state.raw<'waiting' | 'ready' | 'error'>('waiting');
	/** Why the last run went wrong; `current` keeps the result before it. */
	error = $state.raw<unknown>(undefined);
	#run = 0;

	/**
	 * @param query reads sealed rows and awaits nothing but the database. Runes that it reads before its first
	 * await are not tracked by it; name them in `depends`.
	 * @param open opens the rows outside the query; results that were overtaken are dropped
	 * @param depends reads the runes that the query depends on
	 */
	constructor(query: () => Promise<R>, open: (rows: R) => Promise<T>, depends: () => unknown = () => undefined) {
		$effect(() => {
			depends();
			const subscription = liveQuery(query).subscribe({
				next: (rows) => void this.#take(rows, open),
				error: (error: unknown) => this.#fail(error)
			});
			return () => {
				this.#run += 1;
				subscription.unsubscribe();
			};
		});
	}

	async #take(rows: R, open: (rows: R) => Promise<T>): Promise<void> {
		const run = ++this.#run;
		try {
			const opened = await open(rows);
			if (run !== this.#run) return;
			this.current = opened;
			this.status = 'ready';
			this.error = undefined;
		} catch (error) {
			if (run === this.#run) this.#fail(error);
		}
	}

	#fail(error: unknown): void {
		this.error = error;
		this.status = 'error';
	}
}
