/** A dialog that is on the screen. */
export interface OpenDialog {
	/** Leaves it as its cross does: it may ask first, or stay. */
	leave: () => void;
	/** Whether something typed in it would be gone with the page. */
	unsaved: () => boolean;
}

const open: OpenDialog[] = [];

/**
 * Remembers a dialog while it is open.
 * @returns tells that it is closed
 */
export function dialogOpened(dialog: OpenDialog): () => void {
	open.push(dialog);
	return () => {
		const at = open.indexOf(dialog);
		if (at >= 0) open.splice(at, 1);
	};
}

/** Whether a dialog lies over the page: Back then means the dialog. */
export function dialogIsOpen(): boolean {
	return open.length > 0;
}

/** Whether words in a dialog would be lost with the page. */
export function dialogUnsaved(): boolean {
	return open.some(({ unsaved }) => unsaved());
}

/** Leaves the dialog that lies on top, as its cross does. */
export function leaveTopDialog(): void {
	open.at(-1)?.leave();
}
