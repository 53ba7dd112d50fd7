import { dismissAll } from './toasts.svelte';

/**
 * Whether the client looks along on this screen. While it is on, screens put away flags, scores, alerts and everybody
 * else; `PractitionerOnly` does it for whatever stands inside it. It lives in this document only, so a lock ends it.
 */
class Beside {
	#client = $state<string>();

	/** Whether somebody looks along now. */
	get on(): boolean {
		return this.#client !== undefined;
	}

	/** Id of the client who looks along. */
	get client(): string | undefined {
		return this.#client;
	}

	/** Begins with a client's pages. */
	begin(clientId: string): void {
		dismissAll();
		this.#client = clientId;
	}

	/** Shows everything again. */
	end(): void {
		this.#client = undefined;
	}
}

/** The one state of this document. */
export const beside = new Beside();
