import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import { timeOf } from './chart-data';
import type { ChartTrend, Drawing } from './drawing';
import type { Palette } from './palette';
import { clipped, type Span } from './window';

type Font = { family: string; size: number; weight: 'normal' };

/** How a line looks: each has dashes of its own, none those of a level or a series. */
const LOOKS: Record<ChartTrend['look'], { dash: number[]; width: number }> = {
	mean: { dash: [14, 4], width: 2 },
	trend: { dash: [4, 4], width: 2 },
	projected: { dash: [10, 4, 2, 4], width: 2 }
};

/** Means, trends and ranges over the points, cut to the time that is seen. */
export function overlaysOf(drawing: Drawing, palette: Palette, font: Font, span: Span): AnnotationOptions[] {
	return [...rangesOf(drawing, palette, font, span), ...trendsOf(drawing, palette, font, span)];
}

function rangesOf({ ranges = [], min, max }: Drawing, palette: Palette, font: Font, span: Span): AnnotationOptions[] {
	return ranges.flatMap(({ low, high, from, to, label }): AnnotationOptions[] => {
		const [xMin, xMax] = [from === undefined ? span.from : timeOf(from), to === undefined ? span.to : timeOf(to)];
		const [left, right] = [Math.max(xMin, span.from), Math.min(xMax, span.to)];
		const edges = [low, high].filter((y) => y >= min && y <= max);
		if (left >= right || edges.length === 0) return [];
		return edges.map((y, index): AnnotationOptions => ({
			type: 'line',
			drawTime: 'beforeDatasetsDraw',
			xMin: left,
			xMax: right,
			yMin: y,
			yMax: y,
			borderColor: palette.ink,
			borderWidth: 1.25,
			borderDash: [2, 4],
			label: {
				// Its name once, at the upper edge.
				display: index === edges.length - 1,
				drawTime: 'afterDatasetsDraw',
				content: label,
				color: palette.ink,
				backgroundColor: palette.surface,
				borderRadius: 5,
				font,
				position: 'end',
				yAdjust: y === high ? 13 : -13,
				padding: { top: 1, right: 5, bottom: 1, left: 5 }
			}
		}));
	});
}

function trendsOf({ trends = [], min, max }: Drawing, palette: Palette, font: Font, span: Span): AnnotationOptions[] {
	return trends.flatMap(({ from, to, label, look }): AnnotationOptions[] => {
		const line = { from: { x: timeOf(from.x), y: from.y }, to: { x: timeOf(to.x), y: to.y } };
		const seen = clipped(line, span);
		const inside = seen && withinScale(seen, min, max);
		if (!inside) return [];
		const { dash, width } = LOOKS[look];
		return [
			{
				type: 'line',
				drawTime: 'beforeDatasetsDraw',
				xMin: inside.from.x,
				xMax: inside.to.x,
				yMin: inside.from.y,
				yMax: inside.to.y,
				borderColor: palette.ink,
				borderWidth: width,
				borderDash: dash,
				label: {
					display: label !== '',
					drawTime: 'afterDatasetsDraw',
					content: label,
					color: palette.ink,
					backgroundColor: palette.surface,
					borderRadius: 5,
					font,
					position: 'end',
					yAdjust: -13,
					padding: { top: 1, right: 5, bottom: 1, left: 5 }
				}
			}
		];
	});
}

type Ends = { from: { x: number; y: number }; to: { x: number; y: number } };

/** A line cut where it leaves the scale: what is not on the scale is not drawn. */
function withinScale({ from, to }: Ends, min: number, max: number): Ends | undefined {
	if (Math.max(from.y, to.y) < min || Math.min(from.y, to.y) > max) return undefined;
	const cut = (point: { x: number; y: number }) => {
		const y = Math.min(Math.max(point.y, min), max);
		if (y === point.y) return point;
		return { x: from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x), y };
	};
	return { from: cut(from), to: cut(to) };
}

/** Remarks as numbered flags at the upper edge. Their words stand below the chart and in the table. */
export function notesOf({ notes = [], max }: Drawing, palette: Palette, span: Span): AnnotationOptions[] {
	return notes.flatMap(({ x, label }): AnnotationOptions[] => {
		const xValue = timeOf(x);
		if (xValue < span.from || xValue > span.to) return [];
		return [
			{
				type: 'label',
				drawTime: 'afterDatasetsDraw',
				xValue,
				yValue: max,
				yAdjust: 13,
				content: label,
				color: palette.surface,
				backgroundColor: palette.ink,
				borderRadius: 4,
				font: { family: palette.font, size: 13, weight: 'bold' },
				padding: { top: 2, right: 6, bottom: 2, left: 6 }
			}
		];
	});
}
