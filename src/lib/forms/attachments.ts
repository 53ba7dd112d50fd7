import { maxSizeOf, takesType } from './limits';
import type { Attachment, QuestionnaireItem } from './types';

/** Longest side of a photo that is kept, in pixels: text on a letter stays readable. */
const LONGEST_SIDE = 1800;
const PHOTO_QUALITY = 0.82;
/** Pictures the browser can draw, so that they can be made smaller. */
const DRAWN = ['image/jpeg', 'image/png', 'image/webp'];

/** Why a file was not taken. */
export type FileRefusal = { readonly code: 'too-large'; readonly limit: number } | { readonly code: 'other-type' | 'unreadable' };

/** A file taken into an answer, or why not. */
export type TakenFile = { readonly attachment: Attachment } | { readonly refused: FileRefusal };

/**
 * Takes a file or a photo into an answer. Photos are drawn anew: smaller, and without the place and the device that a
 * camera writes into them. Any other file is kept as it is.
 */
export async function takeFile(item: QuestionnaireItem, file: File): Promise<TakenFile> {
	const allowed = (type: string) => takesType(item, type);
	const drawn = DRAWN.includes(file.type) ? await redraw(file, allowed('image/jpeg') ? 'image/jpeg' : file.type) : undefined;
	const kept = drawn ?? file;
	if (!allowed(kept.type)) return { refused: { code: 'other-type' } };
	const limit = maxSizeOf(item);
	if (kept.size > limit) return { refused: { code: 'too-large', limit } };
	const data = await base64Of(kept);
	if (data === undefined) return { refused: { code: 'unreadable' } };
	return { attachment: { ...(kept.type ? { contentType: kept.type } : {}), data, size: kept.size, title: titleOf(file.name, kept.type) } };
}

/** A redrawn photo is named for what it is now. */
function titleOf(name: string, type: string): string {
	return type === 'image/jpeg' ? name.replace(/\.(png|webp|jpe?g)$/i, '.jpg') : name;
}

async function redraw(file: File, type: string): Promise<Blob | undefined> {
	let picture: ImageBitmap;
	try {
		picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
	} catch {
		return undefined;
	}
	const share = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height, 1));
	const canvas = new OffscreenCanvas(Math.max(1, Math.round(picture.width * share)), Math.max(1, Math.round(picture.height * share)));
	const context = canvas.getContext('2d');
	// Transparent paper would turn black in a JPEG.
	if (context && type === 'image/jpeg') {
		context.fillStyle = '#ffffff';
		context.fillRect(0, 0, canvas.width, canvas.height);
	}
	context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
	picture.close();
	return context ? canvas.convertToBlob({ type, quality: PHOTO_QUALITY }) : undefined;
}

function base64Of(file: Blob): Promise<string | undefined> {
	return new Promise((resolve) => {
		const reader = new FileReader();
		reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result.slice(reader.result.indexOf(',') + 1) : undefined);
		reader.onerror = () => resolve(undefined);
		reader.readAsDataURL(file);
	});
}

/** The picture of an attachment as an address for `<img>`, to be revoked; undefined when it is none or unreadable. */
export function pictureUrl({ contentType, data }: Attachment): string | undefined {
	if (!contentType || !DRAWN.includes(contentType) || !data) return undefined;
	try {
		const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
		return URL.createObjectURL(new Blob([bytes], { type: contentType }));
	} catch {
		return undefined;
	}
}
