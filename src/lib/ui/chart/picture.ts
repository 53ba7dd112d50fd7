import type { Drawing } from './drawing';
import type { Palette } from './palette';
import type { Span } from './window';

/** One chart of a picture, with the words that belong to it. */
export interface PicturePart {
	title: string;
	subtitle?: string | undefined;
	sentence: string;
	drawing: Drawing;
	/** What the numbers of remarks mean. */
	remarks?: readonly string[] | undefined;
}

const width = 1100;
const margin = 36;
const gap = 28;

/** Breaks a text into lines that are no wider than a width. */
function lines(context: CanvasRenderingContext2D, text: string, most: number): string[] {
	const found: string[] = [];
	let line = '';
	for (const word of text.split(/\s+/)) {
		const longer = line ? `${line} ${word}` : word;
		if (line && context.measureText(longer).width > most) {
			found.push(line);
			line = word;
		} else line = longer;
	}
	return line ? [...found, line] : found;
}

interface Text {
	text: string;
	size: number;
	bold?: boolean;
	muted?: boolean;
}

/**
 * Charts as one picture for paper: each with its title, its sentence and its remarks, one below the other, on a light ground.
 * @param palette from `readPaperPalette`
 * @param height of one chart, CSS pixels
 * @param seen the part of the time to show
 * @param foot at the end, such as the day
 * @returns a PNG, two pixels for each CSS pixel
 * @throws Error when the browser makes no picture, such as when it would be too large
 */
export async function pictureOf(
	parts: readonly PicturePart[],
	palette: Palette,
	{ height = 380, seen, foot }: { height?: number | undefined; seen?: Span | undefined; foot: string }
): Promise<Blob> {
	const [{ drawStill }] = await Promise.all([import('./draw'), document.fonts.ready]);
	const canvas = document.createElement('canvas');
	const context = canvas.getContext('2d');
	if (!context) throw new Error('no canvas');
	const font = ({ size, bold }: Text) => `${bold ? '700 ' : ''}${size}px ${palette.font}`;
	const room = width - 2 * margin;
	const wrap = (text: Text) => {
		context.font = font(text);
		return lines(context, text.text, room).map((line) => ({ ...text, text: line }));
	};
	const sheets = parts.map(({ title, subtitle, sentence, drawing, remarks = [] }) => ({
		above: [
			...wrap({ text: [title, subtitle].filter(Boolean).join(' · '), size: 24, bold: true }),
			...wrap({ text: sentence, size: 18 })
		],
		drawing,
		below: remarks.flatMap((text) => wrap({ text, size: 16, muted: true }))
	}));
	const high = (texts: readonly Text[]) => texts.reduce((sum, { size }) => sum + size * 1.45, 0);
	const total =
		2 * margin + 24 + sheets.reduce((sum, { above, below }) => sum + high(above) + 10 + height + high(below) + gap, 0);
	Object.assign(canvas, { width: width * 2, height: Math.ceil(total) * 2 });
	context.scale(2, 2);
	context.fillStyle = palette.surface;
	context.fillRect(0, 0, width, total);
	context.textBaseline = 'top';
	let y = margin;
	const write = (text: Text) => {
		context.font = font(text);
		context.fillStyle = text.muted ? palette.muted : palette.ink;
		context.fillText(text.text, margin, y);
		y += text.size * 1.45;
	};
	for (const { above, drawing, below } of sheets) {
		above.forEach(write);
		y += 10;
		context.drawImage(drawStill(drawing, palette, { width: room, height, seen }), margin, y, room, height);
		y += height;
		below.forEach(write);
		y += gap;
	}
	write({ text: foot, size: 15, muted: true });
	return new Promise((resolve, reject) => {
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
	});
}
