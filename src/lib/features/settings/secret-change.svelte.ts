import type { SpokenSecret } from '$lib/crypto/header';
import type { Casebook } from '$lib/storage/casebook';
import { changeSecret } from '$lib/storage/casebook-file';

/** A passphrase or recovery code being replaced. */
export class SecretChange {
	busy = $state(false);
	/** From 0 to 1. */
	progress = $state(0);
	error = $state.raw<unknown>(undefined);

	/** @param hold keeps the casebook open meanwhile */
	constructor(
		private readonly casebook: Casebook,
		private readonly hold: () => () => void
	) {}

	/**
	 * Replaces a secret. Never throws: `error` tells.
	 * @param current opens the casebook now
	 * @returns whether it was replaced
	 */
	async run(current: SpokenSecret, next: SpokenSecret): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		this.progress = 0;
		this.error = undefined;
		const release = this.hold();
		try {
			await changeSecret(this.casebook, current, next, { onprogress: (fraction) => (this.progress = fraction) });
			return true;
		} catch (error) {
			this.error = error;
			return false;
		} finally {
			release();
			this.busy = false;
		}
	}
}
