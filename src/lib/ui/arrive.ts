const HEADING = 'h1, h2, h3';
const REACHED = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
/** How long what comes late is waited for, in milliseconds. */
const PATIENCE = 3000;

/**
 * Where reading begins in something that has come: at its heading, unless something that is reached by Tab stands before
 * it; then at its very beginning, so that nothing is passed over.
 */
function beginning(part: HTMLElement): HTMLElement | undefined {
	if (part.childElementCount === 0) return undefined;
	const heading = part.querySelector<HTMLElement>(HEADING);
	const first = part.querySelector(REACHED);
	if (!heading || (first && first.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING)) return part;
	heading.tabIndex = -1;
	return heading;
}

/**
 * After a change of page: puts the focus where what has come begins, so that it is read out and the next Tab goes into it.
 * Only while nothing else has the focus, now or until what comes late is there.
 * @param main the part of the document that changes with the page
 * @param within selector of the only part that is new; left out, the whole, which begins at its first heading of level 1
 * @returns stops waiting
 */
export function arrive(main: HTMLElement, within?: string): () => void {
	function place(): boolean {
		if (document.activeElement !== document.body) return true;
		const part = within === undefined ? undefined : main.querySelector<HTMLElement>(within);
		const target = part ? beginning(part) : within === undefined ? main.querySelector<HTMLElement>('h1') : undefined;
		if (!target) return false;
		if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
		target.focus({ preventScroll: true });
		return true;
	}
	if (place()) return () => undefined;
	const watch = new MutationObserver(() => {
		if (place()) stop();
	});
	const end = setTimeout(() => {
		stop();
		if (document.activeElement === document.body) main.focus({ preventScroll: true });
	}, PATIENCE);
	function stop(): void {
		watch.disconnect();
		clearTimeout(end);
	}
	watch.observe(main, { childList: true, subtree: true });
	return stop;
}
