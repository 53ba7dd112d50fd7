import { isWhole, underFingers, zoomed, type Finger, type Span } from './window';

/** What a chart lends to the fingers on it. */
export interface Touchable {
	/** Where the plot lies in the element, CSS pixels. */
	area: () => { left: number; width: number };
	whole: () => Span;
	span: () => Span;
	/** Shows another stretch. */
	show: (span: Span) => void;
}

/**
 * Lets fingers, a pen or a mouse move a chart, two fingers bring it closer, and the wheel with Ctrl too. Up and down still scrolls the page.
 * Changes come at most once for each picture of the screen.
 * @returns stops listening
 */
export function followFingers(host: HTMLElement, chart: Touchable): () => void {
	const fingers: (Finger & { id: number })[] = [];
	let frame = 0;
	let next: Span | undefined;

	const place = (event: PointerEvent | WheelEvent) => event.clientX - host.getBoundingClientRect().left - chart.area().left;
	const momentAt = (x: number, { from, to } = chart.span()) => from + (x / Math.max(1, chart.area().width)) * (to - from);
	function later(span: Span): void {
		next = span;
		frame ||= requestAnimationFrame(() => {
			frame = 0;
			if (next) chart.show(next);
			next = undefined;
		});
	}
	/** What is under each finger now is what stays under it from here on. */
	function grasp(): void {
		for (const finger of fingers) finger.moment = momentAt(finger.x, next ?? chart.span());
	}
	function down(event: PointerEvent): void {
		if (event.pointerType === 'mouse' && event.button !== 0) return;
		const x = place(event);
		fingers.push({ id: event.pointerId, x, moment: 0 });
		grasp();
	}
	function move(event: PointerEvent): void {
		const finger = fingers.find(({ id }) => id === event.pointerId);
		if (!finger) return;
		finger.x = place(event);
		const span = chart.span();
		// Seen whole there is nowhere to move to, and a swipe belongs to the page.
		if (fingers.length === 1 && isWhole(span, chart.whole())) return;
		if (!host.hasPointerCapture(event.pointerId)) host.setPointerCapture(event.pointerId);
		later(underFingers(fingers.slice(0, 2), span, chart.whole(), chart.area().width));
	}
	function up(event: PointerEvent): void {
		const index = fingers.findIndex(({ id }) => id === event.pointerId);
		if (index < 0) return;
		fingers.splice(index, 1);
		grasp();
	}
	function wheel(event: WheelEvent): void {
		if (!event.ctrlKey) return;
		event.preventDefault();
		later(zoomed(next ?? chart.span(), chart.whole(), Math.exp(event.deltaY / 300), momentAt(place(event))));
	}
	const listeners = new AbortController();
	const { signal } = listeners;
	host.addEventListener('pointerdown', down, { signal });
	host.addEventListener('pointermove', move, { signal });
	host.addEventListener('pointerup', up, { signal });
	host.addEventListener('pointercancel', up, { signal });
	host.addEventListener('wheel', wheel, { passive: false, signal });
	return () => {
		listeners.abort();
		cancelAnimationFrame(frame);
	};
}
