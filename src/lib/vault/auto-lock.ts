import type { Clock } from '../clock';

/** When the casebook locks by itself. */
export interface AutoLockLimits {
	/** Idle time, in ms. */
	idle: number;
	/** Time out of sight, in ms. */
	hidden: number;
	/** Longest time that a hold keeps it open, in ms. */
	hold: number;
}

/** Five minutes idle, one minute hidden; work that must not be interrupted may hold it off for half an hour. */
export const DEFAULT_LIMITS: AutoLockLimits = { idle: 5 * 60_000, hidden: 60_000, hold: 30 * 60_000 };

/** Two clocks: the wall clock can be set back, the monotonic one stops while a device sleeps. The later one counts. */
class Elapsed {
	#wall: number;
	#steady: number;
	constructor(
		private readonly clock: Clock,
		private readonly steady: () => number
	) {
		this.#wall = clock.now();
		this.#steady = steady();
	}
	ms(): number {
		const wall = this.clock.now() - this.#wall;
		return Math.max(wall, this.steady() - this.#steady);
	}
}

/**
 * Decides when to lock. Knows no document: it is told what happens and asked from time to time.
 */
export class AutoLock {
	#active: Elapsed;
	#hidden: Elapsed | undefined;
	readonly #holds = new Map<symbol, Elapsed>();

	constructor(
		private readonly clock: Clock,
		private readonly steady: () => number,
		public limits: AutoLockLimits = DEFAULT_LIMITS
	) {
		this.#active = new Elapsed(clock, steady);
	}

	/** The practitioner did something. */
	touched(): void {
		this.#active = new Elapsed(this.clock, this.steady);
	}

	/** The page went out of sight or came back. */
	sight(visible: boolean): void {
		if (visible) this.#hidden = undefined;
		else this.#hidden ??= new Elapsed(this.clock, this.steady);
	}

	/**
	 * Keeps the casebook open while a camera, a file picker, print, a backup or a restore has taken the screen.
	 * @returns ends the hold; time then counts from there
	 */
	hold(): () => void {
		const key = Symbol('hold');
		this.#holds.set(key, new Elapsed(this.clock, this.steady));
		return () => {
			if (!this.#holds.delete(key)) return;
			this.touched();
			if (this.#hidden) this.#hidden = new Elapsed(this.clock, this.steady);
		};
	}

	/** Whether it is time to lock, and why. */
	due(): 'idle' | 'hidden' | 'hold' | undefined {
		for (const [key, since] of this.#holds) {
			if (since.ms() < this.limits.hold) return undefined;
			this.#holds.delete(key);
			return 'hold';
		}
		if (this.#hidden && this.#hidden.ms() >= this.limits.hidden) return 'hidden';
		if (this.#active.ms() >= this.limits.idle) return 'idle';
		return undefined;
	}
}
