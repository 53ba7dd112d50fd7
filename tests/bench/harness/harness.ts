// Runs in the browser, built and minified like the app: the work that is measured, beside the same work without us.
import Dexie from 'dexie';
import { systemClock } from '$lib/clock';
import { deriveFromPassphrase, type KdfParams } from '$lib/crypto/kdf';
import { systemRandom } from '$lib/crypto/random';
import { personNamed, type Person } from '$lib/features/clients/person';
import { PersonIndex } from '$lib/features/clients/person-index';
import { emptySummary, type ClientSummary } from '$lib/features/clients/client-summary';
import { CLIENT, EPISODE, type Client, type Episode } from '$lib/features/clients/client';
import { NOTE, NOTE_BODY } from '$lib/features/notes/note';
import type { Casebook } from '$lib/storage/casebook';
import { createCasebook, readHeaders } from '$lib/storage/casebook-file';
import { newDatabaseName } from '$lib/storage/database-name';
import type { RecordBase } from '$lib/storage/record';
import { CasebookDatabase } from '$lib/storage/database';
import { flipRegistry, readRegistry } from '$lib/storage/registry';
import { tableNamed } from '$lib/storage/sealed-table';
import '$lib/tables';

const PASSPHRASE = 'orbit kettle maple lantern quiet';
const FAST: KdfParams = { alg: 'argon2id', v: 19, m: 19 * 1024, t: 2, p: 1, salt: 'AAECAwQFBgcICQoLDA0ODw==', ms: 100 };
const around = { clock: systemClock, random: systemRandom };

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

interface Filler extends RecordBase {
	text: string;
}

/** Text of invented words, so that nothing compresses or repeats in a way that real notes do not. */
function words(size: number, seed: number): string {
	let state = seed * 2654435761 + 1;
	let text = '';
	while (text.length < size) {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		text += `${(state >>> 8).toString(36)} `;
	}
	return text.slice(0, size);
}

async function throwaway(): Promise<Casebook> {
	const made = { passphrase: PASSPHRASE, recoveryCode: '0'.repeat(27), kdf: FAST };
	return createCasebook(newDatabaseName(systemRandom), made, around);
}

async function fill(casebook: Casebook, table: string, count: number, size: number): Promise<void> {
	const door = tableNamed<Filler>(table);
	for (let at = 0; at < count; at += 500) {
		const records = Array.from({ length: Math.min(500, count - at) }, (_, i) =>
			door.create(casebook, { text: words(size, at + i) })
		);
		await casebook.commit({ action: 'bench', changes: records.map((record) => door.put(record)) });
	}
}

/** Opening `count` sealed records of `size` bytes, and reading the same rows raw. */
async function opening(count: number, size: number, runs: number) {
	const casebook = await throwaway();
	await fill(casebook, NOTE_BODY, count, size);
	const door = tableNamed<Filler>(NOTE_BODY);
	const opened: number[] = [];
	const raw: number[] = [];
	for (let run = 0; run < runs + 1; run++) {
		opened.push(await timed(() => door.all(casebook)));
		raw.push(await timed(() => rawRead(casebook.db.name, NOTE_BODY)));
	}
	await drop(casebook);
	return { value: median(opened.slice(1)), reference: median(raw.slice(1)), n: runs };
}

function rawRead(database: string, store: string): Promise<unknown> {
	return new Promise((resolve, reject) => {
		const open = indexedDB.open(database);
		open.onerror = () => reject(new Error('no database'));
		open.onsuccess = () => {
			const all = open.result.transaction(store).objectStore(store).getAll();
			all.onsuccess = () => {
				open.result.close();
				resolve(all.result);
			};
		};
	});
}

/** Bytes that look like sealed ones: zeros would pack smaller on disk. */
const noise = (size: number) => crypto.getRandomValues(new Uint8Array(size));

/** Commits one after the other, and plain Dexie puts of an equally large row under strict durability. */
async function commits(count: number) {
	const casebook = await throwaway();
	await fill(casebook, NOTE_BODY, 2000, 1500);
	const door = tableNamed<Filler>(NOTE_BODY);
	const name = newDatabaseName(systemRandom);
	const plain = new Dexie(name, { cache: 'disabled', chromeTransactionDurability: 'strict' });
	plain.version(1).stores({ rows: 'id,cref' });
	await plain.open();
	const committed: number[] = [];
	const put: number[] = [];
	for (let i = 0; i < count; i++) {
		const record = door.create(casebook, { text: words(1500, i) });
		committed.push(await timed(() => casebook.commit({ action: 'bench', changes: [door.put(record)] })));
		const row = { id: crypto.randomUUID(), cref: 'x', rev: 1, g: 1, n: noise(12), c: noise(1808) };
		put.push(await timed(() => plain.table('rows').put(row)));
	}
	plain.close();
	await Dexie.delete(name);
	await drop(casebook);
	return { value: median(committed), reference: median(put), n: count };
}

async function drop(casebook: Casebook) {
	const { name } = casebook.db;
	casebook.destroy();
	await Dexie.delete(name);
}

/** A casebook of many clients and notes that the app then opens. */
async function seed(clients: number, notes: number): Promise<void> {
	const name = newDatabaseName(systemRandom);
	const casebook = await createCasebook(name, { passphrase: PASSPHRASE, recoveryCode: '0'.repeat(27) }, around);
	const persons = tableNamed<Person>('person');
	const door = tableNamed<Client>(CLIENT);
	const episodes = tableNamed<Episode>(EPISODE);
	const summaries = tableNamed<ClientSummary>('clientSummary');
	const heads = tableNamed<Filler>(NOTE);
	const bodies = tableNamed<Filler>(NOTE_BODY);
	const daysAgo = (days: number) => new Date(systemClock.now() - days * 86_400_000).toISOString().slice(0, 10);
	for (let at = 0; at < clients; at++) {
		const cref = crypto.randomUUID();
		const person = persons.create(casebook, { cref, ...personNamed(words(6, at).trim(), words(9, at + 7).trim()) });
		const client = door.create(casebook, { cref, personId: person.id, flags: [] });
		const episode = episodes.create(casebook, {
			cref,
			clientId: client.id,
			opened: '2025-11-03',
			presentingConcern: '',
			history: [{ state: 'open', date: '2025-11-03', note: '' }]
		});
		const id = () => crypto.randomUUID();
		// Work as it piles up: a third of the notes unsigned, a quarter of the reviews due, some not contacted for months.
		const summary = summaries.create(casebook, {
			cref,
			...emptySummary(client.id),
			lastContact: daysAgo((at * 7) % 90),
			unsigned: at % 3 ? [] : [{ noteId: id(), date: daysAgo(at % 10), title: 'SOAP' }],
			due: at % 4 ? [] : [{ id: id(), kind: 'goal-review', title: words(40, at), date: daysAgo((at % 30) - 5) }],
			unread: at % 10 ? [] : [{ responseId: id(), title: 'PHQ-9', date: daysAgo(at % 5) }],
			safetyOpen: at % 25 ? [] : [{ concernId: id(), since: daysAgo(3), text: words(60, at) }]
		});
		await casebook.commit({
			action: 'bench',
			changes: [persons.put(person), door.put(client), episodes.put(episode), summaries.put(summary)]
		});
		const each = Math.floor(notes / clients);
		const changes = Array.from({ length: each }, (_, i) => [
			heads.put(heads.create(casebook, { cref, text: words(300, i) })),
			bodies.put(bodies.create(casebook, { cref, text: words(1800, at * each + i) }))
		]).flat();
		await casebook.commit({ action: 'bench', changes });
	}
	casebook.destroy();
	await flipRegistry((row) => ({ ...row, current: name }));
}

/** How long deriving the seeded casebook's key takes here, without anything else. */
async function derivation(runs: number) {
	const db = new CasebookDatabase((await readRegistry()).current ?? '');
	await db.open();
	const [header] = await readHeaders(db);
	db.close();
	if (!header) throw new Error('no header');
	const times: number[] = [];
	for (let run = 0; run < runs; run++) times.push(await timed(() => deriveFromPassphrase(PASSPHRASE, header.kdf)));
	return median(times);
}

/** Finding names among many persons: the index built in slices, then searches; the longest block of the thread counts. */
async function finding(people: number) {
	const long: number[] = [];
	const observer = new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) long.push(entry.duration);
	});
	observer.observe({ entryTypes: ['longtask'] });
	const list = Array.from({ length: people }, (_, i) => ({
		...personNamed(words(7, i).trim(), words(9, i + 3).trim(), i % 3 ? '' : words(5, i + 9).trim()),
		id: crypto.randomUUID(),
		rev: 1
	})) as unknown as Person[];
	await new Promise((go) => setTimeout(go, 300));
	long.length = 0;
	const index = new PersonIndex();
	const built = await timed(() => index.sync(list, () => new Promise((go) => setTimeout(go, 0))));
	const searches: number[] = [];
	for (let i = 0; i < 200; i++) {
		const typed = words(7, i * 3).trim().slice(0, 2 + (i % 5));
		searches.push(await timed(() => Promise.resolve(index.find(typed))));
		if (i % 10 === 0) await new Promise((go) => setTimeout(go, 0));
	}
	await new Promise((go) => setTimeout(go, 300));
	observer.disconnect();
	return { built, search: median(searches), longest: Math.max(0, ...long), n: searches.length };
}

Object.assign(globalThis, { bench: { opening, commits, seed, derivation, finding } });
document.body.dataset.ready = 'true';
