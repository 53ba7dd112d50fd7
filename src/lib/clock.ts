/** An instant with the IANA zone it was recorded in, so that "14:00" stays 14:00 after a move or a summer-time change. */
export interface Stamp {
	/** ISO 8601 in UTC, milliseconds, ending in Z. */
	at: string;
	/** IANA time zone name, e.g. `America/Chicago`. */
	zone: string;
}

/** The only source of the current time. Passed in, so that a year can be lived in a test. */
export interface Clock {
	/** Milliseconds since 1970-01-01T00:00:00Z. */
	now(): number;
	/** IANA zone of the device. */
	zone(): string;
}

/** The device's own clock. */
export const systemClock: Clock = {
	now: () => Date.now(),
	zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
};

/** A clock that can be set, for entering what lies in the past. Until it is set it follows another one. */
export class MovedClock implements Clock {
	#at: number | undefined;

	constructor(private readonly base: Clock) {}

	now(): number {
		return this.#at ?? this.base.now();
	}
	zone(): string {
		return this.base.zone();
	}
	/** Stands still at a moment, in milliseconds since 1970 UTC. */
	moveTo(ms: number): void {
		this.#at = ms;
	}
	/** Follows the other clock again. */
	follow(): void {
		this.#at = undefined;
	}
}

/** The clock's present moment as a stamp. */
export function stamp(clock: Clock): Stamp {
	return { at: new Date(clock.now()).toISOString(), zone: clock.zone() };
}

/**
 * The civil date of an instant in its own zone.
 * @returns `YYYY-MM-DD`
 */
export function civilDate({ at, zone }: Stamp): string {
	const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
	return parts.format(new Date(at));
}

/** Whole civil days from one date to another (both `YYYY-MM-DD`); negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
