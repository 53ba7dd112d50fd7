// Whether the browser promised to keep what is stored. Nothing waits for its answer: Firefox may never give one.

class Persistence {
	/** The browser's answer: kept until removed by hand; may be cleared when space is short; or none (yet). */
	answer = $state<'granted' | 'not granted' | 'unknown'>('unknown');
	/** Bytes in use, as the browser estimates. */
	usage = $state<number>();
	/** Bytes that may be used. */
	quota = $state<number>();

	/** Reads what was answered before, without asking. Returns at once; the state follows. */
	look(): void {
		void this.#settle(() => navigator.storage.persisted());
	}

	/** Asks the browser to keep what is stored. Returns at once; the state follows. Best from a tap. */
	ask(): void {
		void this.#settle(() => navigator.storage.persist());
	}

	async #settle(question: () => Promise<boolean>): Promise<void> {
		try {
			void this.#measure();
			this.answer = (await question()) ? 'granted' : 'not granted';
		} catch {
			this.answer = 'unknown';
		}
	}

	async #measure(): Promise<void> {
		try {
			const { usage, quota } = await navigator.storage.estimate();
			this.usage = usage;
			this.quota = quota;
		} catch {
			this.usage = undefined;
			this.quota = undefined;
		}
	}
}

/** The one state of the browser's promise, for every screen. */
export const persistence = new Persistence();
