import type { Stamp } from '$lib/clock';
import type { RecordBase } from '$lib/storage/record';
import type { SignatureAnswer } from './turn';

/** Table of clients' signatures. */
export const SIGNATURE = 'signature';

/** What a client signed, word for word, and how. It shows that somebody signed here; it does not prove who. */
export interface Signature extends RecordBase, SignatureAnswer {
	clientId: string;
	ticketId: string;
	statement: string;
	signed: Stamp;
}

/** Whether anything was drawn or typed. */
export function isSigned({ name, strokes }: Pick<SignatureAnswer, 'name' | 'strokes'>): boolean {
	return name.trim() !== '' || strokes.some((stroke) => stroke.length >= 2);
}

/** The strokes as the path of an SVG. A single point becomes a dot. */
export function strokePath(strokes: readonly (readonly number[])[]): string {
	return strokes
		.filter((stroke) => stroke.length >= 2)
		.map((stroke) => {
			const points: string[] = [];
			for (let at = 0; at + 1 < stroke.length; at += 2) points.push(`${Number(stroke[at])} ${Number(stroke[at + 1])}`);
			return points.length === 1 ? `M${points[0]}h.01` : `M${points.join('L')}`;
		})
		.join('');
}
