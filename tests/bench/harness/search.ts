// Search over many notes: how long it takes to answer beside a bare scan of the same text, and what reading costs the page.
import { systemClock } from '$lib/clock';
import { guarded, systemRandom } from '$lib/crypto/random';
import { newClient } from '$lib/features/clients/caseload.table';
import { fold } from '$lib/features/clients/fold';
import { NOTE, NOTE_BODY, type Note, type NoteBody } from '$lib/features/notes/note';
import { NO_QUERY, Search } from '$lib/features/search/search.svelte';
import type { SearchAnswer } from '$lib/features/search/search-server';
import workerUrl from '$lib/search.worker?worker&url';
import type { Casebook } from '$lib/storage/casebook';
import { createCasebook } from '$lib/storage/casebook-file';
import { newDatabaseName } from '$lib/storage/database-name';
import { tableNamed } from '$lib/storage/sealed-table';
import { trustedWorkerUrl } from '$lib/trusted';
import '$lib/tables';

const FAST = { alg: 'argon2id', v: 19, m: 19 * 1024, t: 2, p: 1, salt: 'AAECAwQFBgcICQoLDA0ODw==', ms: 100 } as const;
const COMMON = 'the she was home court school rent called sister night slept better Straße café work visit again'.split(' ');
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const picture = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

let casebook: Casebook;
let texts: string[] = [];

/** About two kilobytes of words; every hundredth note speaks of a landlord, one of a lighthouse. */
function text(at: number): string {
	let state = at + 1;
	const words: string[] = [];
	for (let length = 0; length < 1800; length += words.at(-1)!.length + 1) {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		words.push(state % 3 ? COMMON[(state >>> 8) % COMMON.length]! : (state >>> 8).toString(36));
	}
	if (at % 100 === 0) words.push('landlord');
	if (at === 7) words.push('lighthouse');
	return words.join(' ');
}

async function seed(notes: number): Promise<void> {
	const made = { passphrase: 'orbit kettle maple lantern quiet', recoveryCode: '0'.repeat(27), kdf: FAST };
	casebook = await createCasebook(newDatabaseName(systemRandom), made, { clock: systemClock, random: guarded(systemRandom) });
	const heads = tableNamed<Note>(NOTE);
	const bodies = tableNamed<NoteBody>(NOTE_BODY);
	texts = Array.from({ length: notes }, (_, at) => text(at));
	const { client, changes } = newClient(casebook, { first: 'Ruth', last: 'Adler' });
	await casebook.commit({ action: 'bench', changes });
	for (let from = 0; from < notes; from += 500) {
		const rows = texts.slice(from, from + 500).flatMap((words, step) => {
			const at = from + step;
			const date = `20${10 + (at % 16)}-0${1 + (at % 9)}-1${at % 10}`;
			const note = heads.create(casebook, {
				cref: client.cref, clientId: client.id, bodyId: '', state: 'draft', template: { id: 'q', version: '1', title: 'Note' }, date,
				start: '', end: '', zone: 'UTC', contact: 'made', place: '', present: '', goalIds: [], written: casebook.now(), lateEntry: false, amendments: 0
			});
			const item = [{ linkId: 'text', answer: [{ valueString: words }] }];
			const response = { resourceType: 'QuestionnaireResponse', status: 'completed', item } as const;
			const body = bodies.create(casebook, { cref: client.cref, noteId: note.id, response, goals: [], amendments: [] });
			return [heads.put(note), bodies.put(body)];
		});
		await casebook.commit({ action: 'bench', changes: rows });
	}
}

let search: Search;
let hear: (answer: SearchAnswer) => void = () => undefined;

function make(): Worker {
	const worker = new Worker(trustedWorkerUrl(workerUrl), { type: 'module' });
	worker.addEventListener('message', ({ data }: MessageEvent<SearchAnswer>) => hear(data));
	return worker;
}

/** Reads everything into the worker, between the marks that the trace is cut at. @returns milliseconds */
async function reading(): Promise<number> {
	search = new Search({ casebook, fixed: () => Promise.resolve([]), make });
	await picture();
	performance.mark('work:start');
	const start = performance.now();
	const whole = new Promise<void>((resolve) => {
		hear = (answer) => answer.type === 'kinds' && resolve();
	});
	search.open();
	await whole;
	const took = performance.now() - start;
	await picture();
	performance.mark('work:end');
	return took;
}

/** The same rows opened by the page itself, and their text taken out and folded as the worker does it. @returns milliseconds */
async function readingHere(): Promise<number> {
	await picture();
	performance.mark('work:start');
	const start = performance.now();
	const here: string[] = [];
	for (const table of [tableNamed<Note>(NOTE), tableNamed<NoteBody>(NOTE_BODY)]) {
		let last = '';
		for (;;) {
			const rows = await casebook.db.records(table.name).where(':id').above(last).limit(256).toArray();
			if (rows.length === 0) break;
			last = rows.at(-1)!.id;
			const { records } = await table.openAll(casebook, rows);
			for (const record of records) here.push(fold(JSON.stringify(record)));
		}
	}
	const took = performance.now() - start;
	performance.mark('work:end');
	return here.length > 0 ? took : 0;
}

interface Times {
	first: number;
	last: number;
	scan: number;
	found: number;
}

function ask(word: string): Promise<{ first: number; last: number; found: number }> {
	return new Promise((resolve) => {
		let first: number | undefined;
		const start = performance.now();
		hear = (answer) => {
			if (answer.type !== 'found') return;
			if (answer.hits.length > 0) first ??= performance.now() - start;
			if (!answer.done) return;
			const last = performance.now() - start;
			resolve({ first: first ?? last, last, found: answer.total });
		};
		search.ask({ ...NO_QUERY, text: word });
	});
}

/** First and last result for each of some words, beside a bare scan of the same folded texts in the same run. */
async function asking(runs: number): Promise<Record<string, Times>> {
	const plain = texts.map(fold);
	const figures: Record<string, Times> = {};
	for (const word of ['landlord', 'lighthouse', 'strasse', 'nothinghere']) {
		const [firsts, lasts, scans]: [number[], number[], number[]] = [[], [], []];
		let found = 0;
		for (let run = 0; run <= runs; run++) {
			const start = performance.now();
			const hits = plain.filter((each) => each.includes(word)).length;
			scans.push(performance.now() - start);
			const one = await ask(word);
			if (one.found !== hits) throw new Error(`The scan finds ${hits}, the search ${one.found}.`);
			firsts.push(one.first);
			lasts.push(one.last);
			found = one.found;
			await picture();
		}
		figures[word] = { first: median(firsts.slice(1)), last: median(lasts.slice(1)), scan: median(scans.slice(1)), found };
	}
	return figures;
}

Object.assign(globalThis, { searchBench: { seed, reading, readingHere, asking } });
