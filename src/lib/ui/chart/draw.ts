// Loaded on demand only (LineChart.svelte), so that chart.js is not in the first load.
import {
	Chart,
	LineController,
	LineElement,
	LinearScale,
	PointElement,
	Tooltip,
	type ChartDataset,
	type ChartOptions,
	type PointStyle
} from 'chart.js';
import annotationPlugin from 'chartjs-plugin-annotation';
import { annotationsOf, phaseRow, placePhases } from './annotations';
import { bandNames, bandOf, heightMarks, timeOf, timeTicks, withBreaks, type PlacedPoint } from './chart-data';
import { wholeOf, type Drawing } from './drawing';
import type { Palette } from './palette';
import { held, type Span } from './window';

Chart.register(LineController, LineElement, LinearScale, PointElement, Tooltip, annotationPlugin);

/** Point shapes and dashes by place in the list of series; the legend draws the same. */
const shapes: PointStyle[] = ['circle', 'rect', 'triangle', 'rectRot'];
const dashes: number[][] = [[], [7, 4], [2, 3], [9, 3, 2, 3]];
const textSize = 13;
/** With more points than this their shapes would hide the line. */
const crowd = 60;
/** Room for the numbers of a scale, where several charts share their time. */
const scaleWidth = 58;
/** The same for the names of bands, where any of them has some. */
const nameWidth = 132;
/** Narrower charts have the names of their bands below (Legend.svelte). */
const roomForBandNames = 520;

function datasetsOf(drawing: Drawing, palette: Palette): ChartDataset<'line', PlacedPoint[]>[] {
	const starts = drawing.phases.map((phase) => timeOf(phase.x));
	return drawing.series.map((series, index) => {
		const colour = palette.series[index % 4] ?? palette.ink;
		const dense = series.points.length > crowd || (drawing.small === true && series.points.length > 12);
		const size = drawing.small ? 3 : 5;
		return {
			label: series.label,
			data: withBreaks(series.points, starts),
			borderColor: colour,
			borderWidth: dense ? 1.5 : 2.5,
			borderDash: dashes[index % 4] ?? [],
			pointStyle: shapes[index % 4] ?? 'circle',
			pointRadius: dense ? 1.5 : size,
			pointHoverRadius: 7,
			pointHitRadius: 22,
			pointBackgroundColor: palette.surface,
			pointHoverBackgroundColor: palette.surface,
			pointBorderColor: colour,
			pointHoverBorderColor: colour,
			pointBorderWidth: dense ? 1.5 : 2.5,
			pointHoverBorderWidth: 2.5,
			clip: { left: 0, right: 0, top: 8, bottom: 8 }
		};
	});
}

/** How numbers and days are written. Kept, because making them takes as long as drawing a small chart. */
const formats = new Map<string, { number: Intl.NumberFormat; day: Intl.DateTimeFormat }>();
function formatsOf(locale: string) {
	const found = formats.get(locale) ?? {
		number: new Intl.NumberFormat(locale),
		day: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
	};
	formats.set(locale, found);
	return found;
}

function optionsOf(drawing: Drawing, palette: Palette, width: number, whole: Span | undefined, seen?: Span): ChartOptions<'line'> {
	const span = seen ?? whole ?? { from: 0, to: 1 };
	const ticks = whole ? timeTicks(span.from, span.to, Math.floor((width - 60) / 74), drawing.locale) : [];
	const heights = drawing.scaleWords?.map(({ at }) => at) ?? heightMarks(drawing);
	const names = width >= roomForBandNames && !drawing.small ? bandNames(drawing) : [];
	const phases = placePhases(drawing, span, { width, textSize });
	const rows = phases.length === 0 || drawing.small ? 0 : Math.max(...phases.map((phase) => phase.row)) + 1;
	const font = { family: palette.font, size: textSize };
	const { number, day } = formatsOf(drawing.locale);
	return {
		animation: false,
		responsive: true,
		maintainAspectRatio: false,
		normalized: true,
		parsing: false,
		layout: { padding: { top: 6 + rows * phaseRow, right: 2 } },
		interaction: { mode: 'nearest', axis: 'x', intersect: false },
		scales: {
			x: {
				type: 'linear',
				min: span.from,
				max: span.to,
				border: { display: false },
				grid: { display: false },
				afterBuildTicks: (axis) => {
					axis.ticks = ticks.map((tick) => ({ value: tick.value }));
				},
				ticks: {
					color: palette.muted,
					font,
					padding: 8,
					autoSkip: false,
					maxRotation: 0,
					callback: (value) => ticks.find((tick) => tick.value === value)?.label ?? ''
				}
			},
			y: {
				type: 'linear',
				min: drawing.min,
				max: drawing.max,
				border: { display: false },
				grid: { display: drawing.bands.length === 0, color: palette.grid },
				...(drawing.bands.length === 0 && !drawing.scaleWords
					? {}
					: {
							afterBuildTicks: (axis) => {
								axis.ticks = heights.map((value) => ({ value }));
							}
						}),
				ticks: {
					color: palette.muted,
					font,
					padding: 8,
					maxTicksLimit: drawing.small ? 3 : 7,
					callback: (value) =>
						drawing.scaleWords?.find(({ at }) => at === value)?.label ?? number.format(Number(value))
				},
				// Charts one below the other have their times in line, so their scales are equally wide.
				...(drawing.whole
					? {
							afterFit: (axis: { width: number }) => {
								axis.width = Math.max(axis.width, scaleWidth);
							}
						}
					: {})
			},
			names: {
				type: 'linear',
				display: names.length > 0 || (drawing.whole !== undefined && width >= roomForBandNames && !drawing.small),
				...(drawing.whole
					? {
							afterFit: (axis: { width: number }) => {
								axis.width = nameWidth;
							}
						}
					: {}),
				position: 'right',
				min: drawing.min,
				max: drawing.max,
				border: { display: false },
				grid: { display: false },
				afterBuildTicks: (axis) => {
					axis.ticks = names.map((name) => ({ value: name.at }));
				},
				ticks: {
					color: palette.muted,
					font,
					padding: 4,
					autoSkip: false,
					callback: (value) => names.find((name) => name.at === value)?.label ?? ''
				}
			}
		},
		plugins: {
			annotation: { annotations: annotationsOf(drawing, palette, phases, textSize, span), clip: false },
			tooltip: {
				backgroundColor: palette.ink,
				titleColor: palette.surface,
				bodyColor: palette.surface,
				titleFont: { ...font, weight: 'normal' },
				bodyFont: { ...font, size: 15, weight: 'bold' },
				padding: 10,
				cornerRadius: 10,
				displayColors: false,
				callbacks: {
					title: ([item]) => (typeof item?.parsed.x === 'number' ? day.format(item.parsed.x) : ''),
					label: (item) => {
						const y = item.parsed.y;
						if (y === null) return '';
						const band = bandOf(drawing.bands, y)?.label;
						const value = drawing.scaleWords?.find(({ at }) => at === y)?.label ?? number.format(y);
						return `${item.dataset.label ?? ''} ${value}${band ? `, ${band}` : ''}`.trim();
					}
				}
			}
		}
	};
}

/** A chart on a canvas. */
export interface DrawnChart {
	/** Draws anew with these data and colours, at the width the chart has now. What was seen stays, as far as it is still there. */
	render: (drawing: Drawing, palette: Palette) => void;
	/** Shows a part of the time; undefined shows all of it. The points are left as they are, so that it keeps up with a finger. */
	show: (span: Span | undefined) => void;
	/** All of the time there is; undefined without a point. */
	whole: () => Span | undefined;
	/** Where the plot lies, CSS pixels from the left edge. */
	area: () => { left: number; width: number };
	/** Lets go of the canvas and of all listeners. */
	destroy: () => void;
}

/**
 * Takes a canvas over. It follows the size of its parent until destroyed.
 * @param canvas not in use by another chart; its parent must have a position and a height
 */
export function drawOn(canvas: HTMLCanvasElement, drawing: Drawing, palette: Palette): DrawnChart {
	let last: [Drawing, Palette] = [drawing, palette];
	let width = canvas.parentElement?.clientWidth ?? 600;
	let whole = wholeOf(drawing);
	let seen: Span | undefined;
	const chart = new Chart<'line', PlacedPoint[]>(canvas, {
		type: 'line',
		data: { datasets: datasetsOf(drawing, palette) },
		options: {
			...optionsOf(drawing, palette, width, whole),
			onResize: (_, size) => {
				if (size.width === width) return;
				width = size.width;
				// How many months and labels fit depends on the width. Not inside chart.js's own resize.
				queueMicrotask(() => {
					if (chart.ctx) render(...last);
				});
			}
		}
	});
	const { onResize } = chart.options;

	function update(): void {
		chart.options = { ...optionsOf(...last, width, whole, seen), ...(onResize ? { onResize } : {}) };
		chart.update('none');
	}
	function render(nextDrawing: Drawing, nextPalette: Palette): void {
		last = [nextDrawing, nextPalette];
		whole = wholeOf(nextDrawing);
		if (seen && whole) seen = held(seen, whole);
		chart.data.datasets = datasetsOf(nextDrawing, nextPalette);
		update();
	}
	function show(span: Span | undefined): void {
		if (seen === span) return;
		seen = span && whole ? held(span, whole) : undefined;
		update();
	}
	const area = () => ({ left: chart.chartArea.left, width: chart.chartArea.width });

	return { render, show, whole: () => whole, area, destroy: () => chart.destroy() };
}

/**
 * A chart as a still picture.
 * @param size CSS pixels; the canvas has twice as many, for paper
 * @returns a canvas that stands nowhere on the page
 */
export function drawStill(
	drawing: Drawing,
	palette: Palette,
	{ width, height, seen }: { width: number; height: number; seen?: Span | undefined }
): HTMLCanvasElement {
	const canvas = document.createElement('canvas');
	Object.assign(canvas, { width, height });
	const options = optionsOf(drawing, palette, width, wholeOf(drawing), seen);
	const chart = new Chart<'line', PlacedPoint[]>(canvas, {
		type: 'line',
		data: { datasets: datasetsOf(drawing, palette) },
		options: { ...options, responsive: false, devicePixelRatio: 2, events: [] }
	});
	const copy = document.createElement('canvas');
	Object.assign(copy, { width: canvas.width, height: canvas.height });
	copy.getContext('2d')?.drawImage(canvas, 0, 0);
	chart.destroy();
	return copy;
}
