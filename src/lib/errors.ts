/** What a file from outside can be wrong about. Each has its own sentence on screen. */
export type FileProblem =
	| 'wrong-passphrase'
	| 'damaged'
	| 'truncated'
	| 'foreign'
	| 'too-costly'
	| 'too-new'
	| 'incomplete';

/** The casebook is locked; nothing was read or written. */
export class LockedError extends Error {
	override name = 'LockedError';
	constructor() {
		super('The casebook is locked.');
	}
}

/** The passphrase or recovery code does not open this casebook. */
export class WrongSecretError extends Error {
	override name = 'WrongSecretError';
}

/** Sealed bytes that no longer open with the right key: altered or damaged. */
export class DamagedError extends Error {
	override name = 'DamagedError';
	constructor(
		/** Table or part that holds the damage. */
		readonly table: string,
		/** Row id, or '' for the header. */
		readonly id: string
	) {
		super(`A row of "${table}" cannot be opened.`);
	}
}

/** Key derivation parameters outside the accepted range; refused before any work is done. */
export class KdfRefusedError extends Error {
	override name = 'KdfRefusedError';
	constructor(readonly why: 'too-weak' | 'too-costly' | 'malformed') {
		super(`Key derivation refused: ${why}.`);
	}
}

/** The random source repeated itself or returned a constant: no key or nonce may be made from it. */
export class BrokenRandomError extends Error {
	override name = 'BrokenRandomError';
}

/** Somebody else changed the same record first; nothing was written. */
export class ConflictError extends Error {
	override name = 'ConflictError';
	constructor(
		readonly table: string,
		readonly id: string
	) {
		super(`A row of "${table}" was changed elsewhere.`);
	}
}

/** The browser has no room left; nothing was written, what was there is intact. */
export class QuotaError extends Error {
	override name = 'QuotaError';
}

/** The data was written by a newer Casekeep than this one; nothing was opened or changed. */
export class TooNewError extends Error {
	override name = 'TooNewError';
}

/** The storage connection broke and a retry did not mend it; what was typed is still in its draft. */
export class StorageLostError extends Error {
	override name = 'StorageLostError';
}

/** A change would leave a casebook without its passphrase or its recovery code; nothing was changed. */
export class LastWayInError extends Error {
	override name = 'LastWayInError';
	constructor() {
		super('A passphrase and a recovery code must stay.');
	}
}

/** The client's turn is over: its answers were collected, or another turn began. What came after was not kept. */
export class TurnEndedError extends Error {
	override name = 'TurnEndedError';
	constructor() {
		super('This turn has ended.');
	}
}

/** A file from outside that cannot be used. Nothing on this device was changed. */
export class FileError extends Error {
	override name = 'FileError';
	constructor(
		readonly problem: FileProblem,
		message: string = problem
	) {
		super(message);
	}
}

/** Exports are stopped because the casebook's own seal does not match its contents. */
export class IntegrityStopError extends Error {
	override name = 'IntegrityStopError';
}

/** The practitioner pressed Cancel. Nothing was changed. */
export class CancelledError extends Error {
	override name = 'CancelledError';
}
