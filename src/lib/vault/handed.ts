// The one thing that goes from an unlocked page to the page that replaces it: where the packet of a client's turn lies
// and the secret that opens it. It travels in the name of the window, which outlives the document, belongs to this tab
// alone, and is the only such place that the browser does not write to its profile (docs/architecture.md, "Client's
// turn", has the measurements). It is emptied as soon as the new page runs, so a reload finds nothing.

const MARK = 'casekeep-turn ';

function take(): string | undefined {
	if (typeof window === 'undefined' || !window.name.startsWith(MARK)) return undefined;
	const text = window.name.slice(MARK.length);
	window.name = '';
	return text;
}

let taken = take();

/** What the page before left, once. */
export function takeHanded(): string | undefined {
	const text = taken;
	taken = undefined;
	return text;
}

/** Leaves a text for the page that replaces this one. Call it right before the page is replaced. */
export function leaveForNextPage(text: string): void {
	window.name = MARK + text;
}
