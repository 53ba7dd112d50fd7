import type { Drawing } from '$lib/ui/chart/drawing';

const day = 86_400_000;
const start = Date.UTC(2020, 0, 1);
const dateOf = (index: number) => new Date(start + index * 2 * day).toISOString().slice(0, 10);

/** A chart of 1,000 values over five and a half years, with everything that a page can draw over them. */
export function manyValues() {
	const points = Array.from({ length: 1000 }, (_, index) => ({ x: dateOf(index), y: 10 + Math.round(8 * Math.sin(index / 9)) }));
	const chart = {
		series: [{ label: 'PHQ-9', points }],
		bands: [
			{ from: 0, to: 9, label: 'mild', tone: 1 as const },
			{ from: 10, to: 27, label: 'more', tone: 3 as const }
		],
		lines: [{ y: 10, label: 'cut-off 10' }],
		phases: [0, 300, 600].map((index) => ({ x: dateOf(index), label: `Phase ${index}` })),
		marks: Array.from({ length: 30 }, (_, index) => ({ x: dateOf(index * 33), label: 'words' })),
		notes: Array.from({ length: 20 }, (_, index) => ({ x: dateOf(index * 50), label: String(index + 1) })),
		trends: [{ from: { x: dateOf(0), y: 4 }, to: { x: dateOf(999), y: 16 }, label: '', look: 'trend' as const }],
		ranges: [{ low: 4, high: 16, label: 'no reliable change' }],
		min: 0,
		max: 27
	};
	const { lines, ...rest } = chart;
	const drawing: Drawing = { ...rest, levels: lines, locale: 'en-GB' };
	return { chart, drawing, points, quarter: { from: start + 700 * day, to: start + 1200 * day } };
}
