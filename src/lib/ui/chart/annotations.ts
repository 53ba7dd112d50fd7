import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import { placeBands, timeOf } from './chart-data';
import type { Drawing } from './drawing';
import { notesOf, overlaysOf } from './overlays';
import type { Palette } from './palette';
import type { Span } from './window';

/** Room that the labels have. */
export interface Room {
	/** CSS pixels of the whole chart. */
	width: number;
	textSize: number;
}

/**
 * Bands, levels, phases and marks as annotations, those behind the lines first.
 * @param phases from `placePhases`
 * @param textSize CSS pixels
 * @param span the time that is seen: nothing is drawn beyond it
 */
export function annotationsOf(
	drawing: Drawing,
	palette: Palette,
	phases: readonly PlacedPhase[],
	textSize: number,
	span: Span
): AnnotationOptions[] {
	const font: Font = { family: palette.font, size: textSize, weight: 'normal' };
	return [
		...bandsOf(drawing, palette),
		...overlaysOf(drawing, palette, font, span),
		...phasesOf(drawing, palette, font, phases),
		...levelsOf(drawing, palette, font, span),
		...notesOf(drawing, palette, span),
		...marksOf(drawing, palette, span)
	];
}

type Font = { family: string; size: number; weight: 'normal' };

function bandsOf(drawing: Drawing, palette: Palette): AnnotationOptions[] {
	return placeBands(drawing.bands).map((band) => ({
		type: 'box',
		drawTime: 'beforeDatasetsDraw',
		yMin: Math.max(band.from, drawing.min),
		yMax: Math.min(band.top, drawing.max),
		backgroundColor: palette.bands[band.tone - 1] ?? palette.surface,
		borderWidth: 0
	}));
}

/** The end of a level line that has the data farther away, so that its label stands free. */
function freeEnd(drawing: Drawing, y: number, span: Span): 'start' | 'end' {
	const distance = (place: 0 | -1): number =>
		Math.min(
			...drawing.series.map((series) => {
				const seen = series.points.filter(({ x }) => timeOf(x) >= span.from && timeOf(x) <= span.to);
				const numbers = seen.map((point) => point.y).filter((value) => value !== null);
				return Math.abs((numbers.at(place) ?? Infinity) - y);
			})
		);
	return distance(0) > distance(-1) ? 'start' : 'end';
}

function levelsOf(drawing: Drawing, palette: Palette, font: Font, span: Span): AnnotationOptions[] {
	return drawing.levels.map((level) => ({
		type: 'line',
		drawTime: 'beforeDatasetsDraw',
		yMin: level.y,
		yMax: level.y,
		borderColor: palette.muted,
		borderWidth: 1.5,
		borderDash: [6, 5],
		label: {
			display: !drawing.small,
			drawTime: 'beforeDatasetsDraw',
			content: level.label,
			color: palette.ink,
			// Other lines may run behind it.
			backgroundColor: palette.surface,
			borderRadius: 4,
			font,
			position: freeEnd(drawing, level.y, span),
			yAdjust: -12,
			xAdjust: freeEnd(drawing, level.y, span) === 'start' ? 6 : -6,
			padding: { top: 1, right: 5, bottom: 1, left: 5 }
		}
	}));
}

/** A phase with the place of its label above the plot: row 0 is the lowest. */
interface PlacedPhase {
	label: string;
	start: number;
	/** Where the label begins: the start, or the left edge for a phase that began before it. */
	at: number;
	row: number;
	/** The label ends at `at` instead, because the right edge is near. */
	leftwards: boolean;
}

/** Chooses rows so that no label runs into another. */
export function placePhases(drawing: Drawing, span: { from: number; to: number }, room: Room): PlacedPhase[] {
	const perPixel = (span.to - span.from) / Math.max(1, room.width - 50);
	const taken: { from: number; to: number; row: number }[] = [];
	return drawing.phases
		.map((phase) => ({ start: timeOf(phase.x), label: phase.label }))
		.filter((phase) => phase.start < span.to)
		.sort((a, b) => a.start - b.start)
		.filter((_, index, all) => (all[index + 1]?.start ?? Infinity) > span.from)
		.map((phase) => {
			const at = Math.max(phase.start, span.from);
			const length = (phase.label.length * room.textSize * 0.56 + 20) * perPixel;
			const leftwards = at + length > span.to && at - length > span.from;
			const from = leftwards ? at - length : at;
			let row = 0;
			while (taken.some((each) => each.row === row && each.from < from + length && from < each.to)) row += 1;
			taken.push({ from, to: from + length, row });
			return { ...phase, at, row, leftwards };
		});
}

/** Height of one row of phase labels, CSS pixels. */
export const phaseRow = 19;

function phasesOf(drawing: Drawing, palette: Palette, font: Font, phases: readonly PlacedPhase[]): AnnotationOptions[] {
	return phases.flatMap((phase): AnnotationOptions[] => {
		const label: AnnotationOptions = {
			type: 'label',
			display: !drawing.small,
			drawTime: 'afterDraw',
			xValue: phase.at,
			yValue: drawing.max,
			content: phase.label,
			color: palette.ink,
			font,
			position: { x: phase.leftwards ? 'end' : 'start', y: 'end' },
			yAdjust: -phase.row * phaseRow,
			padding: { top: 0, right: 6, bottom: 4, left: 6 }
		};
		// A phase that began before the first day shown has its line at the edge: from there on it holds.
		const line: AnnotationOptions = {
			type: 'line',
			drawTime: 'beforeDatasetsDraw',
			xMin: phase.at,
			xMax: phase.at,
			borderColor: palette.muted,
			borderWidth: 2
		};
		return [line, label];
	});
}

function marksOf(drawing: Drawing, palette: Palette, span: Span): AnnotationOptions[] {
	return drawing.marks.flatMap((mark): AnnotationOptions[] => {
		const place = { xValue: timeOf(mark.x), yValue: drawing.min };
		if (place.xValue < span.from || place.xValue > span.to) return [];
		return [
			{
				type: 'point',
				drawTime: 'afterDatasetsDraw',
				...place,
				yAdjust: -15,
				radius: 9,
				backgroundColor: palette.words,
				borderWidth: 0
			},
			{
				type: 'label',
				drawTime: 'afterDatasetsDraw',
				...place,
				yAdjust: -10,
				content: '“',
				color: palette.wordsInk,
				font: { family: palette.font, size: 20, weight: 'bold' },
				padding: 0
			}
		];
	});
}
