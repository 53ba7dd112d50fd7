import { concat, hex, utf8, fromUtf8, type Bytes } from '../crypto/bytes';
import { sha256 } from '../crypto/keyring';
import { FileError } from '../errors';
import type { Stamp } from '../clock';
import * as v from 'valibot';

/** Version of the file format that is written, and the newest that is read. docs/format.md describes it. */
export const BACKUP_VERSION = 1;

const stampSchema = v.object({ at: v.string(), zone: v.string() });

/** First line of a file: what it is and who may read it. */
export const openingSchema = v.looseObject({
	casekeep: v.picklist(['backup', 'client']),
	v: v.number(),
	minReader: v.number(),
	vaultId: v.string(),
	made: stampSchema
});

/** Every line between the first and the last. */
export const lineSchema = v.variant('t', [
	v.object({ t: v.literal('$identity'), d: v.record(v.string(), v.string()) }),
	v.object({ t: v.literal('$audit'), d: v.looseObject({ seq: v.number(), prev: v.string(), action: v.string() }) }),
	v.object({ t: v.literal('$box'), d: v.object({ id: v.string(), c: v.string() }) }),
	v.object({
		t: v.literal('$draft'),
		d: v.object({ key: v.string(), value: v.unknown(), at: stampSchema, base: v.number(), from: v.optional(v.unknown()) })
	}),
	v.object({
		t: v.literal('$record'),
		table: v.string(),
		id: v.string(),
		cref: v.string(),
		rev: v.pipe(v.number(), v.integer(), v.minValue(1)),
		d: v.looseObject({ v: v.number() })
	})
]);

/** Last line: how many lines of each kind there are, and the hash of all that came before. */
export const closingSchema = v.object({
	end: v.literal(true),
	/** Lines before this one. */
	lines: v.number(),
	/** Records by table. */
	counts: v.record(v.string(), v.number()),
	/** Chained SHA-256 of all lines before this one, hex. */
	hash: v.string()
});

export type Opening = v.InferOutput<typeof openingSchema>;
export type Line = v.InferOutput<typeof lineSchema>;
export type Closing = v.InferOutput<typeof closingSchema>;

/** Plaintext is padded to a multiple of this many bytes, so that a file that was cut off has an impossible size. */
export const PAD = 4096;

/** The running hash of the lines: h = SHA-256(h | line | LF), from 32 zero bytes. */
export class LineHash {
	#hash: Bytes = new Uint8Array(32);
	lines = 0;
	async add(line: Uint8Array): Promise<void> {
		this.#hash = await sha256(this.#hash, line);
		this.lines += 1;
	}
	get hex(): string {
		return hex(this.#hash);
	}
}

/** What was written or read, for comparing one with the other. */
export interface Contents {
	opening: Opening;
	closing: Closing;
}

/** Names what the opening line is made from. */
export interface OpeningFacts {
	kind: Opening['casekeep'];
	vaultId: string;
	made: Stamp;
}

/**
 * Turns lines into the bytes of a file: opening, lines, closing, padding.
 * @param report called with the closing line once all is written
 */
export async function* writeLines(
	{ kind, vaultId, made }: OpeningFacts,
	lines: AsyncIterable<Line>,
	report: (contents: Contents) => void
): AsyncGenerator<Uint8Array> {
	const hash = new LineHash();
	const counts: Record<string, number> = {};
	let size = 0;
	const encode = async (value: unknown) => {
		const bytes = utf8(`${JSON.stringify(value)}\n`);
		await hash.add(bytes);
		size += bytes.length;
		return bytes;
	};
	const opening: Opening = { casekeep: kind, v: BACKUP_VERSION, minReader: 1, vaultId, made };
	let waiting: Uint8Array[] = [await encode(opening)];
	let waitingSize = 0;
	for await (const line of lines) {
		if (line.t === '$record') counts[line.table] = (counts[line.table] ?? 0) + 1;
		const bytes = await encode(line);
		waiting.push(bytes);
		waitingSize += bytes.length;
		if (waitingSize < 256 * 1024) continue;
		yield concat(...waiting);
		waiting = [];
		waitingSize = 0;
	}
	const closing: Closing = { end: true, lines: hash.lines, counts, hash: hash.hex };
	const last = utf8(JSON.stringify(closing));
	const room = (PAD - ((size + last.length + 1) % PAD)) % PAD;
	yield concat(...waiting, last, utf8(' '.repeat(room)), utf8('\n'));
	report({ opening, closing });
}

/** Splits a stream of bytes into lines, the line feed included. The rest without a line feed comes last. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	let rest: Uint8Array = new Uint8Array();
	for await (const chunk of chunks) {
		let from = 0;
		for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
			const line = chunk.subarray(from, at + 1);
			yield rest.length ? concat(rest, line) : line;
			rest = new Uint8Array();
			from = at + 1;
		}
		rest = rest.length ? concat(rest, chunk.subarray(from)) : chunk.slice(from);
	}
	if (rest.length) yield rest;
}

function parse<T>(schema: v.GenericSchema<unknown, T>, line: Uint8Array, problem: 'foreign' | 'damaged'): T {
	try {
		return v.parse(schema, JSON.parse(fromUtf8(line)));
	} catch (error) {
		throw new FileError(problem, String(error));
	}
}

/**
 * Reads a file's plaintext line by line, checking as it goes.
 * @param wanted the kind of file that is expected
 * @param each called for every line between opening and closing
 * @throws FileError `foreign`, `too-new`, `damaged` or `truncated`
 */
export async function readLines(
	chunks: AsyncIterable<Uint8Array>,
	wanted: Opening['casekeep'],
	each: (line: Line, opening: Opening) => Promise<void> | void
): Promise<Contents> {
	const hash = new LineHash();
	const counts: Record<string, number> = {};
	let opening: Opening | undefined;
	let closing: Closing | undefined;
	for await (const bytes of splitLines(chunks)) {
		if (closing) throw new FileError('damaged', 'There is something after the end.');
		if (!opening) {
			opening = parse(openingSchema, bytes, 'foreign');
			if (opening.minReader > BACKUP_VERSION) throw new FileError('too-new');
			if (opening.casekeep !== wanted) throw new FileError('foreign', `This is a file of kind "${opening.casekeep}".`);
		} else if (bytes.length > 10 && fromUtf8(bytes.subarray(0, 10)) === '{"end":tru') {
			closing = parse(closingSchema, bytes, 'damaged');
			continue;
		} else {
			const line = parse(lineSchema, bytes, 'damaged');
			if (line.t === '$record') counts[line.table] = (counts[line.table] ?? 0) + 1;
			await each(line, opening);
		}
		await hash.add(bytes);
	}
	if (!opening) throw new FileError('foreign', 'The file is empty.');
	if (!closing) throw new FileError('truncated');
	const same = Object.keys({ ...counts, ...closing.counts }).every((name) => counts[name] === closing.counts[name]);
	if (closing.hash !== hash.hex || closing.lines !== hash.lines || !same) throw new FileError('damaged', 'The contents do not match their manifest.');
	return { opening, closing };
}
