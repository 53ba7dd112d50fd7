import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import { placeBands, timeOf } from './chart-data';
import type { Drawing } from './drawing';
import type { Palette } from './palette';

/** Room that the annotations have. */
interface Room {
	/** CSS pixels of the whole chart. */
	width: number;
	textSize: number;
}

/**
 * Bands, levels, phases and marks as annotations, those behind the lines first.
 * @param span ends of the time axis, milliseconds
 */
export function annotationsOf(
	drawing: Drawing,
	palette: Palette,
	span: { from: number; to: number },
	room: Room
): AnnotationOptions[] {
	const font = { family: palette.font, size: room.textSize };
	return [
		...bandsOf(drawing, palette, font),
		...levelsOf(drawing, palette, font),
		...phasesOf(drawing, palette, font, span, room),
		...marksOf(drawing, palette)
	];
}

type Font = { family: string; size: number };

function bandsOf(drawing: Drawing, palette: Palette, font: Font): AnnotationOptions[] {
	return placeBands(drawing.bands).map((band) => {
		const tall = (band.top - band.from) / (drawing.max - drawing.min) > 0.1;
		return {
			type: 'box',
			drawTime: 'beforeDatasetsDraw',
			yMin: band.from,
			yMax: band.top,
			backgroundColor: palette.bands[band.tone - 1] ?? palette.surface,
			borderWidth: 0,
			label: {
				display: tall,
				drawTime: 'beforeDatasetsDraw',
				content: band.label,
				color: palette.muted,
				font,
				position: { x: 'end', y: 'start' },
				padding: { top: 3, right: 8, bottom: 0, left: 8 }
			}
		};
	});
}

function levelsOf(drawing: Drawing, palette: Palette, font: Font): AnnotationOptions[] {
	return drawing.levels.map((level) => ({
		type: 'line',
		drawTime: 'beforeDatasetsDraw',
		yMin: level.y,
		yMax: level.y,
		borderColor: palette.muted,
		borderWidth: 1.5,
		borderDash: [6, 5],
		label: {
			display: true,
			drawTime: 'beforeDatasetsDraw',
			content: level.label,
			color: palette.ink,
			backgroundColor: 'transparent',
			font,
			position: 'end',
			yAdjust: -10,
			padding: { top: 0, right: 8, bottom: 0, left: 8 }
		}
	}));
}

function phasesOf(
	drawing: Drawing,
	palette: Palette,
	font: Font,
	span: { from: number; to: number },
	room: Room
): AnnotationOptions[] {
	const perPixel = (span.to - span.from) / Math.max(1, room.width - 50);
	// A label that would run into the one before it goes one line lower.
	const ends: number[] = [];
	return drawing.phases
		.map((phase) => ({ start: timeOf(phase.x), label: phase.label }))
		.filter((phase) => phase.start < span.to)
		.sort((a, b) => a.start - b.start)
		.flatMap((phase, index, all): AnnotationOptions[] => {
			const inside = phase.start > span.from;
			const followed = all[index + 1];
			if (!inside && followed && followed.start <= span.from) return [];
			const at = Math.max(phase.start, span.from);
			const end = at + (phase.label.length * font.size * 0.56 + 14) * perPixel;
			const free = ends.findIndex((each) => each <= at);
			const row = free < 0 ? ends.length : free;
			ends[row] = end;
			const label: AnnotationOptions = {
				type: 'label',
				drawTime: 'beforeDatasetsDraw',
				xValue: at,
				yValue: drawing.max,
				content: phase.label,
				color: palette.ink,
				font,
				position: { x: end > span.to && at > (span.from + span.to) / 2 ? 'end' : 'start', y: 'start' },
				yAdjust: row * (font.size + 5),
				padding: { top: 3, right: 8, bottom: 0, left: 8 }
			};
			if (!inside) return [label];
			const line: AnnotationOptions = {
				type: 'line',
				drawTime: 'beforeDatasetsDraw',
				xMin: phase.start,
				xMax: phase.start,
				borderColor: palette.muted,
				borderWidth: 2
			};
			return [line, label];
		});
}

function marksOf(drawing: Drawing, palette: Palette): AnnotationOptions[] {
	return drawing.marks.flatMap((mark): AnnotationOptions[] => {
		const place = { xValue: timeOf(mark.x), yValue: drawing.min };
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
