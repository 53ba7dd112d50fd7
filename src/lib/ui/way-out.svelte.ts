import type { Icon } from './types';

/** A button that stays in reach while a dialog lies over everything else. */
export interface WayOut {
	label: string;
	/** What it does, for those who cannot see what comes. */
	hint: string;
	icon: Icon;
	run: () => void;
}

let current = $state.raw<WayOut>();

/**
 * Says what every dialog offers beside its cross, while the screen around it offers it too.
 * @returns takes it away
 */
export function offerWayOut(way: WayOut): () => void {
	current = way;
	return () => {
		if (current === way) current = undefined;
	};
}

/** What dialogs offer now, if anything. */
export function wayOut(): WayOut | undefined {
	return current;
}
