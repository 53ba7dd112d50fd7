/** A stretch of time, milliseconds of the epoch. */
export interface Span {
	from: number;
	to: number;
}

/** Nothing shorter is shown: a week. */
export const SHORTEST = 7 * 86_400_000;

/** A stretch brought back into the whole: never shorter than a week, never beyond an end. */
export function held({ from, to }: Span, whole: Span): Span {
	const most = whole.to - whole.from;
	const length = Math.min(most, Math.max(Math.min(SHORTEST, most), to - from));
	// What is too short grows around its middle.
	const start = (from + to) / 2 - length / 2;
	const first = Math.min(Math.max(start, whole.from), whole.to - length);
	return { from: first, to: first + length };
}

/**
 * A stretch seen closer or from further away.
 * @param factor below 1 is closer
 * @param centre the moment that keeps its place; the middle unless told
 */
export function zoomed(span: Span, whole: Span, factor: number, centre = (span.from + span.to) / 2): Span {
	const least = Math.min(SHORTEST, whole.to - whole.from);
	const length = Math.max(least, (span.to - span.from) * factor);
	const share = (centre - span.from) / Math.max(1, span.to - span.from);
	const from = centre - share * length;
	return held({ from, to: from + length }, whole);
}

/** A stretch of the same length further on. @param share of its length; below 0 is earlier */
export function moved(span: Span, whole: Span, share: number): Span {
	const by = (span.to - span.from) * share;
	return held({ from: span.from + by, to: span.to + by }, whole);
}

/** Whether all of it is seen. */
export function isWhole(span: Span, whole: Span): boolean {
	return span.to - span.from >= (whole.to - whole.from) * 0.999;
}

/** A finger on the chart: the moment under it when it came down, and where it is now. */
export interface Finger {
	moment: number;
	/** CSS pixels from the left edge of the plot. */
	x: number;
}

/**
 * The stretch that keeps the moments under the fingers: one finger moves it, two bring it closer too.
 * @param width of the plot, CSS pixels
 */
export function underFingers(fingers: readonly Finger[], span: Span, whole: Span, width: number): Span {
	const [first, second] = [...fingers].sort((a, b) => a.moment - b.moment);
	if (!first || width <= 0) return span;
	const apart = second ? second.x - first.x : 0;
	const perPixel =
		second && apart > 1 ? (second.moment - first.moment) / apart : (span.to - span.from) / width;
	const length = perPixel * width;
	// Too close: the moment between the fingers stays, and the stretch is the shortest there is.
	const from = first.moment - first.x * perPixel;
	return held({ from, to: from + length }, whole);
}

/** A line between two moments, cut to a stretch; undefined where none of it lies there. */
export function clipped(
	{ from, to }: { from: { x: number; y: number }; to: { x: number; y: number } },
	span: Span
): { from: { x: number; y: number }; to: { x: number; y: number } } | undefined {
	if (to.x < span.from || from.x > span.to) return undefined;
	const at = (x: number) => (to.x === from.x ? from.y : from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x));
	const [start, end] = [Math.max(from.x, span.from), Math.min(to.x, span.to)];
	return { from: { x: start, y: at(start) }, to: { x: end, y: at(end) } };
}
