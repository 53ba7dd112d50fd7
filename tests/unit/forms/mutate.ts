/** Numbers from 0 to below 1 that are the same in every run (mulberry32). */
export function numbersFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const STRANGE: readonly Json[] = [
	null,
	'',
	' ',
	0,
	-1,
	1e308,
	true,
	false,
	[],
	{},
	[null],
	[[]],
	'<img src=x onerror="globalThis.owned=1">',
	'__proto__',
	'constructor',
	'toString',
	'\u0000\uFFFF',
	'𝕏'.repeat(300),
	'9999-99-99',
	'2020-02-30',
	'#',
	'#nothing',
	'(a+)+$',
	'%resource.item',
	'text/fhirpath'
];
const TYPES = ['group', 'display', 'boolean', 'decimal', 'integer', 'date', 'dateTime', 'time', 'string', 'text', 'url', 'choice', 'open-choice', 'attachment', 'reference', 'quantity', 'coding'];

/** Every place of a document: the container and the key in it. */
function places(root: Json): { parent: Json[] | { [key: string]: Json }; key: string }[] {
	const found: { parent: Json[] | { [key: string]: Json }; key: string }[] = [];
	const waiting: Json[] = [root];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		if (typeof next !== 'object' || next === null) continue;
		for (const [key, value] of Object.entries(next)) {
			found.push({ parent: next, key });
			waiting.push(value);
		}
	}
	return found;
}

/** The document with one value after the other replaced by each strange value. */
export function* strangeExtensions(source: string): Generator<Json> {
	const count = places(JSON.parse(source) as Json).length;
	for (let index = 0; index < count; index++) {
		const { key } = places(JSON.parse(source) as Json)[index]!;
		if (!/^value/.test(key)) continue;
		for (const strange of STRANGE) {
			const root = JSON.parse(source) as Json;
			const place = places(root)[index]!;
			(place.parent as { [key: string]: Json })[key] = structuredClone(strange);
			yield root;
		}
	}
}

/** One to five changes to a document that leave it JSON: values lost, swapped, doubled, nested or replaced by strange ones. */
export function mutateValue(source: string, random: () => number): string {
	const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
	const root = JSON.parse(source) as Json;
	for (let change = 0; change <= random() * 5; change++) {
		const all = places(root);
		const wanted = random() < 0.6 ? all.filter(({ key }) => /^(linkId|type|item|enableWhen|question|operator|answer|initial|value|extension|url|required|repeats|contained|expression|code)/.test(key)) : all;
		const place = pick(wanted.length > 0 ? wanted : all);
		if (!place) break;
		const parent = place.parent as { [key: string]: Json };
		const before = parent[place.key]!;
		const kind = Math.floor(random() * 8);
		if (kind === 0) Reflect.deleteProperty(parent, place.key);
		else if (kind === 1) parent[place.key] = pick(STRANGE);
		else if (kind === 2) parent[place.key] = [before, before];
		else if (kind === 3) parent[place.key] = { item: [before] };
		else if (kind === 4) {
			const other = pick(all);
			parent[place.key] = structuredClone((other.parent as { [key: string]: Json })[other.key]!);
		} else if (kind === 5) parent[place.key] = pick(TYPES);
		else if (kind === 6) parent[pick(['item', 'enableWhen', 'answerOption', 'modifierExtension', 'text', 'extension', 'repeats', 'answerValueSet'])] = before;
		else parent[place.key] = typeof before === 'string' ? before.slice(0, Math.floor(random() * before.length)) : typeof before === 'number' ? -before * 1e10 : JSON.stringify(before);
	}
	return JSON.stringify(root);
}

/** A few characters changed, a piece lost or doubled, or the end cut off: most often no JSON any more. */
export function mutateText(source: string, random: () => number): string {
	const at = Math.floor(random() * source.length);
	const length = Math.floor(random() * 40) + 1;
	const kind = Math.floor(random() * 4);
	if (kind === 0) return source.slice(0, at);
	if (kind === 1) return source.slice(0, at) + source.slice(at + length);
	if (kind === 2) return source.slice(0, at) + source.slice(at, at + length) + source.slice(at);
	return source.slice(0, at) + String.fromCharCode(Math.floor(random() * 256)) + source.slice(at + 1);
}
