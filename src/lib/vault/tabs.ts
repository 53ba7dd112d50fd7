/** Marks the one window that is unlocked. */
const LOCK = 'casekeep-unlocked';
const CHANNEL = 'casekeep-windows';
/** How long another window may take to seal its drafts before it is overruled, in ms. */
const PATIENCE = 4000;

/** The mark of the unlocked window, and the talk between windows about it. */
export class WindowMark {
	#release: (() => void) | undefined;
	readonly #channel = new BroadcastChannel(CHANNEL);

	/**
	 * @param onasked another window wants to be the unlocked one: seal drafts and lock
	 * @param onlost the mark was taken away: lock at once
	 */
	constructor(onasked: () => void, onlost: () => void) {
		this.#channel.addEventListener('message', (event: MessageEvent<unknown>) => {
			if (event.data === 'use-it-there' && this.#release) onasked();
		});
		this.onlost = onlost;
	}

	private readonly onlost: () => void;

	/** Whether another window holds the mark. */
	async heldElsewhere(): Promise<boolean> {
		if (this.#release) return false;
		const { held = [] } = await navigator.locks.query();
		return held.some((lock) => lock.name === LOCK);
	}

	/** Takes the mark when it is free. @returns whether it is ours now */
	take(): Promise<boolean> {
		return this.#request({ ifAvailable: true });
	}

	/** Asks the other window to lock, waits for it, and in the end takes the mark without asking. */
	async takeOver(): Promise<boolean> {
		this.#channel.postMessage('use-it-there');
		const patience = AbortSignal.timeout(PATIENCE);
		return (await this.#request({ signal: patience })) || (await this.#request({ steal: true }));
	}

	/** Gives the mark back. */
	release(): void {
		this.#release?.();
		this.#release = undefined;
	}

	#request(options: LockOptions): Promise<boolean> {
		if (this.#release) return Promise.resolve(true);
		return new Promise((resolve) => {
			let mine = false;
			navigator.locks
				.request(LOCK, options, (lock) => {
					if (!lock) return resolve(false);
					mine = true;
					return new Promise<void>((release) => {
						this.#release = release;
						resolve(true);
					});
				})
				.catch(() => {
					if (!mine) return resolve(false);
					this.#release = undefined;
					this.onlost();
				});
		});
	}
}
