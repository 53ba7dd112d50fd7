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
import { bandNames, bandOf, heightMarks, spanOf, timeOf, timeTicks, withBreaks, type PlacedPoint } from './chart-data';
import type { Drawing } from './drawing';
import type { Palette } from './palette';

Chart.register(LineController, LineElement, LinearScale, PointElement, Tooltip, annotationPlugin);

/** Point shapes and dashes by place in the list of series; the legend draws the same. */
const shapes: PointStyle[] = ['circle', 'rect', 'triangle', 'rectRot'];
const dashes: number[][] = [[], [7, 4], [2, 3], [9, 3, 2, 3]];
const textSize = 13;
/** With more points than this their shapes would hide the line. */
const crowd = 60;
/** Narrower charts have the names of their bands below (Legend.svelte). */
const roomForBandNames = 520;

function datasetsOf(drawing: Drawing, palette: Palette): ChartDataset<'line', PlacedPoint[]>[] {
	const starts = drawing.phases.map((phase) => timeOf(phase.x));
	return drawing.series.map((series, index) => {
		const colour = palette.series[index % 4] ?? palette.ink;
		const dense = series.points.length > crowd;
		return {
			label: series.label,
			data: withBreaks(series.points, starts),
			borderColor: colour,
			borderWidth: dense ? 1.5 : 2.5,
			borderDash: dashes[index % 4] ?? [],
			pointStyle: shapes[index % 4] ?? 'circle',
			pointRadius: dense ? 1.5 : 5,
			pointHoverRadius: 7,
			pointHitRadius: 22,
			pointBackgroundColor: palette.surface,
			pointHoverBackgroundColor: palette.surface,
			pointBorderColor: colour,
			pointHoverBorderColor: colour,
			pointBorderWidth: dense ? 1.5 : 2.5,
			pointHoverBorderWidth: 2.5,
			clip: 8
		};
	});
}

function optionsOf(drawing: Drawing, palette: Palette, width: number): ChartOptions<'line'> {
	const times = [...drawing.series.flatMap((series) => series.points), ...drawing.marks].map((each) => timeOf(each.x));
	const span = spanOf(times) ?? { from: 0, to: 1 };
	const ticks = times.length === 0 ? [] : timeTicks(span.from, span.to, Math.floor((width - 60) / 74), drawing.locale);
	const heights = heightMarks(drawing);
	const names = width >= roomForBandNames ? bandNames(drawing) : [];
	const phases = placePhases(drawing, span, { width, textSize });
	const rows = phases.length === 0 ? 0 : Math.max(...phases.map((phase) => phase.row)) + 1;
	const font = { family: palette.font, size: textSize };
	const number = new Intl.NumberFormat(drawing.locale);
	const day = new Intl.DateTimeFormat(drawing.locale, { dateStyle: 'long', timeZone: 'UTC' });
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
				...(drawing.bands.length === 0
					? {}
					: {
							afterBuildTicks: (axis) => {
								axis.ticks = heights.map((value) => ({ value }));
							}
						}),
				ticks: { color: palette.muted, font, padding: 8, maxTicksLimit: 7 }
			},
			names: {
				type: 'linear',
				display: names.length > 0,
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
			annotation: { annotations: annotationsOf(drawing, palette, phases, textSize), clip: false },
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
						return `${item.dataset.label ?? ''} ${number.format(y)}${band ? `, ${band}` : ''}`.trim();
					}
				}
			}
		}
	};
}

/** A chart on a canvas. */
export interface DrawnChart {
	/** Draws anew with these data and colours, at the width the chart has now. */
	render(drawing: Drawing, palette: Palette): void;
	/** Lets go of the canvas and of all listeners. */
	destroy(): void;
}

/**
 * Takes a canvas over. It follows the size of its parent until destroyed.
 * @param canvas not in use by another chart; its parent must have a position and a height
 */
export function drawOn(canvas: HTMLCanvasElement, drawing: Drawing, palette: Palette): DrawnChart {
	let last: [Drawing, Palette] = [drawing, palette];
	let width = canvas.parentElement?.clientWidth ?? 600;
	const chart = new Chart<'line', PlacedPoint[]>(canvas, {
		type: 'line',
		data: { datasets: datasetsOf(drawing, palette) },
		options: {
			...optionsOf(drawing, palette, width),
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

	function render(nextDrawing: Drawing, nextPalette: Palette): void {
		last = [nextDrawing, nextPalette];
		chart.data.datasets = datasetsOf(nextDrawing, nextPalette);
		chart.options = { ...optionsOf(nextDrawing, nextPalette, width), ...(onResize ? { onResize } : {}) };
		chart.update('none');
	}

	return { render, destroy: () => chart.destroy() };
}
