import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConflictError } from '$lib/errors';
import { NoteClosedError, type Note, type NoteBody } from '$lib/features/notes/note';
import { noteDraftKey } from '$lib/features/notes/note-form';
import {
	amendNote,
	markEnteredInError,
	removeDraftNote,
	saveDraftNote,
	signNote,
	startNote,
	type NoteClient
} from '$lib/features/notes/note-saving.svelte';
import { checkNote } from '$lib/features/notes/note-signature';
import { noteBodies, notes } from '$lib/features/notes/note.table';
import { profiles } from '$lib/features/settings/profile.table';
import { DEFAULT_PROFILE } from '$lib/features/settings/profile';
import { readAudit } from '$lib/storage/audit';
import { findDraft, keepDraft } from '$lib/storage/drafts';
import { checkIntegrity } from '$lib/storage/integrity';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';
import { addClient, filled, newId, summaryOf } from './support';

let box: TestCasebook;
let client: NoteClient;
beforeEach(async () => {
	box = await testCasebook();
	client = await addClient(box.casebook);
});
afterEach(() => disposeCasebook(box));

const signOne = (noteId = newId()) =>
	signNote(box.casebook, { client, noteId, form: filled(box.casebook, client) });

/** What is on disk, read anew. */
async function stored(noteId: string): Promise<{ note: Note; body: NoteBody }> {
	const note = (await notes.get(box.casebook, noteId))!;
	return { note, body: (await noteBodies.get(box.casebook, note.bodyId))! };
}

/** RFC 8785 for text, whole numbers and truth values, written without the product's code. */
function canonicalByHand(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalByHand).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
	const member = (key: string) => `${JSON.stringify(key)}:${canonicalByHand((value as Record<string, unknown>)[key])}`;
	return `{${keys.map(member).join(',')}}`;
}

const bytes = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** Ed25519 as the platform does it, over what the written format says is signed. */
async function holdsIndependently({ note, body }: { note: Note; body: NoteBody }): Promise<boolean> {
	const { when, author, audit, verifyKey, signature } = note.signed!;
	const names = ['id', 'clientId', 'bodyId', 'template', 'date', 'start', 'end', 'zone', 'contact', 'place'] as const;
	const more = ['present', 'goalIds', 'written', 'lateEntry'] as const;
	const facts = Object.fromEntries([...names, ...more].map((name) => [name, note[name]]));
	const { id, response, goals } = body;
	const signing = { when, author, audit, verifyKey };
	const content = { format: 'casekeep/note/1', note: facts, body: { id, response, goals }, signing };
	const key = await crypto.subtle.importKey('raw', bytes(verifyKey), 'Ed25519', false, ['verify']);
	return crypto.subtle.verify('Ed25519', key, bytes(signature), new TextEncoder().encode(canonicalByHand(content)));
}

describe('signing', () => {
	test('is verified by a reader that knows only the written format', async () => {
		const { note } = await signOne();
		const read = await stored(note.id);
		expect(await holdsIndependently(read)).toBe(true);
		expect(await checkNote(read.note, read.body, box.casebook.identity.verifyKey)).toBe('unchanged');
		const other = { ...read.body, response: { ...read.body.response, authored: '2020-01-01T00:00:00.000Z' } };
		expect(await holdsIndependently({ ...read, body: other })).toBe(false);
	});

	test('every field of the note, its text and its signature is covered', async () => {
		const { note } = await signOne();
		const read = await stored(note.id);
		const key = box.casebook.identity.verifyKey;
		const skip = new Set(['rev', 'created', 'changed', 'author', 'cref', 'state', 'amendments', 'removed', 'noteId']);
		const altered: string[] = [];

		/** Every leaf of a value, changed one at a time. */
		function* changes(value: unknown, path: string[] = []): Generator<[string[], unknown]> {
			if (typeof value === 'object' && value !== null)
				for (const [name, inner] of Object.entries(value)) {
					if (path.length > 0 || !skip.has(name)) yield* changes(inner, [...path, name]);
				}
			else if (typeof value === 'number') yield [path, value + 1];
			else if (typeof value === 'boolean') yield [path, !value];
			else yield [path, path.includes('signature') ? `A${String(value).slice(1)}` : `${String(value)}.`];
		}
		const put = <T>(record: T, path: string[], value: unknown): T => {
			const copy = structuredClone(record);
			let at = copy as Record<string, unknown>;
			for (const name of path.slice(0, -1)) at = at[name] as Record<string, unknown>;
			at[path.at(-1)!] = value;
			return copy;
		};
		for (const [path, value] of changes(read.note)) {
			if (path.join('.') === 'signed.signature' && value === read.note.signed!.signature) continue;
			expect(await checkNote(put(read.note, path, value), read.body, key), path.join('.')).not.toBe('unchanged');
			altered.push(path.join('.'));
		}
		const { amendments: _, ...text } = read.body;
		for (const [path, value] of changes(text)) {
			expect(await checkNote(read.note, put(read.body, path, value), key), path.join('.')).toBe('note-altered');
			altered.push(path.join('.'));
		}
		for (const field of ['id', 'clientId', 'date', 'template.version', 'lateEntry', 'signed.author.credential'])
			expect(altered).toContain(field);
		expect(altered).toContain('response.item.3.answer.0.valueString');
		expect(altered).toContain('signed.audit.seq');
	});

	test('a note that was signed with another key does not pass for one’s own', async () => {
		const { note } = await signOne();
		const { body } = await stored(note.id);
		expect(await checkNote(note, body, 'another key')).toBe('other-key');
	});

	test('takes the draft, the list of unsigned notes and the last contact along in one commit', async () => {
		const { casebook } = box;
		const noteId = newId();
		const form = filled(casebook, client);
		const saved = await saveDraftNote(casebook, { client, noteId, form });
		expect((await summaryOf(casebook, client)).unsigned).toEqual([{ noteId, date: '2026-03-09', title: 'SOAP', made: true }]);
		await keepDraft(casebook, noteDraftKey(noteId), form, saved.note.rev);
		const { seq } = casebook.head;
		await signNote(casebook, { client, noteId, form, saved });
		expect(casebook.head.seq).toBe(seq + 1);
		const summary = await summaryOf(casebook, client);
		expect(summary.unsigned).toEqual([]);
		expect(summary.lastContact).toBe('2026-03-09');
		expect(await findDraft(casebook, noteDraftKey(noteId))).toBeUndefined();
		expect((await readAudit(casebook)).entries.at(-1)).toMatchObject({ action: 'note.sign', subject: noteId });
		expect((await checkIntegrity(casebook)).whole).toBe(true);
	});

	test('counts no contact when nobody was met or the date lies ahead', async () => {
		const { casebook } = box;
		for (const change of [{ contact: 'attempted' }, { contact: 'did-not-attend' }, { date: '2026-03-20' }] as const)
			await signNote(casebook, { client, noteId: newId(), form: filled(casebook, client, change) });
		expect((await summaryOf(casebook, client)).lastContact).toBeUndefined();
	});

	test('marks a late entry by the profile’s own limit', async () => {
		const { casebook, clock } = box;
		const form = filled(casebook, client);
		clock.advance(20 * 3_600_000);
		expect((await signNote(casebook, { client, noteId: newId(), form })).note.lateEntry).toBe(false);
		const profile = profiles.create(casebook, { ...DEFAULT_PROFILE, lateEntryHours: 12 });
		await casebook.commit({ action: 'profile', changes: [profiles.put(profile)] });
		expect((await signNote(casebook, { client, noteId: newId(), form })).note.lateEntry).toBe(true);
	});

	test('keeps a name given while signing for everything after, and signs without one as well', async () => {
		const { casebook } = box;
		expect((await signOne()).note.signed?.author).toEqual({ name: 'Practitioner', credential: '' });
		const signer = { name: ' Ana Ruiz ', credential: 'LCSW' };
		const { note } = await signNote(casebook, { client, noteId: newId(), form: filled(casebook, client, { signer }) });
		expect(note.signed?.author).toEqual({ name: 'Ana Ruiz', credential: 'LCSW' });
		expect(note.author).toBe('Ana Ruiz, LCSW');
		expect(await profiles.all(casebook)).toMatchObject([{ name: 'Ana Ruiz', credential: 'LCSW', lateEntryHours: 24 }]);
		expect((await signOne()).note.signed?.author.name).toBe('Ana Ruiz');
	});
});

describe('a signed note', () => {
	test('is refused by every way of changing it, and stays as it was', async () => {
		const { casebook } = box;
		const saved = await signOne();
		const entry = { client, noteId: saved.note.id, saved, form: filled(casebook, client, { texts: { plan: 'Other.' } }) };
		await expect(saveDraftNote(casebook, entry)).rejects.toBeInstanceOf(NoteClosedError);
		await expect(signNote(casebook, entry)).rejects.toBeInstanceOf(NoteClosedError);
		await expect(removeDraftNote(casebook, client, saved)).rejects.toBeInstanceOf(NoteClosedError);
		expect(await stored(saved.note.id)).toEqual({ note: saved.note, body: saved.body });
	});

	test('cannot be overwritten by a window that still shows it as a draft', async () => {
		const { casebook } = box;
		const noteId = newId();
		const form = filled(casebook, client);
		const draft = await saveDraftNote(casebook, { client, noteId, form });
		const { note } = await signNote(casebook, { client, noteId, form, saved: draft });
		const late = saveDraftNote(casebook, { client, noteId, saved: draft, form: { ...form, texts: { plan: 'Other.' } } });
		await expect(late).rejects.toBeInstanceOf(ConflictError);
		expect((await stored(noteId)).note.signed).toEqual(note.signed);
	});

	test('is amended below: the original stays word for word and both signatures hold', async () => {
		const { casebook, clock } = box;
		const first = await signOne();
		clock.advance(86_400_000);
		const second = await amendNote(casebook, first, { text: 'It was her aunt.', reason: 'Misheard' }, 'none');
		const third = await amendNote(casebook, second, { text: 'Her aunt Vera.', reason: 'She told me' }, 'none');
		const read = await stored(first.note.id);
		expect(read.body.response).toEqual(first.body.response);
		expect(read.note.signed).toEqual(first.note.signed);
		expect(read.note.amendments).toBe(2);
		expect(read.body.amendments).toMatchObject([
			{ text: 'It was her aunt.', reason: 'Misheard', when: { at: '2026-03-10T09:00:00.000Z' } },
			{ text: 'Her aunt Vera.', reason: 'She told me' }
		]);
		const key = casebook.identity.verifyKey;
		expect(await checkNote(read.note, read.body, key)).toBe('unchanged');
		expect(await holdsIndependently(read)).toBe(true);

		const [one, two] = third.body.amendments as [NoteBody['amendments'][0], NoteBody['amendments'][0]];
		const versions = [[one], [two, one], [two], [one, { ...two, text: 'Her uncle.' }], [one, { ...two, reason: '' }], []];
		for (const amendments of versions)
			expect(await checkNote(read.note, { ...read.body, amendments }, key)).toBe('additions-altered');
		const fewer = { ...read.note, amendments: 1 };
		expect(await checkNote(fewer, { ...read.body, amendments: [two] }, key)).toBe('additions-altered');
	});

	test('marked as entered in error it stays, with its text, and no longer counts as the last contact', async () => {
		const { casebook } = box;
		const earlier = filled(casebook, client, { date: '2026-03-02' });
		await signNote(casebook, { client, noteId: newId(), form: earlier });
		const saved = await signOne();
		const marked = await markEnteredInError(casebook, client, saved, 'Wrong client', 'none');
		const read = await stored(saved.note.id);
		expect(read.note).toMatchObject({ state: 'entered-in-error', enteredInError: { reason: 'Wrong client' } });
		expect(read.body).toEqual(saved.body);
		expect((await summaryOf(casebook, client)).lastContact).toBe('2026-03-02');
		const key = casebook.identity.verifyKey;
		expect(await checkNote(read.note, read.body, key)).toBe('unchanged');
		const { enteredInError: mark, ...bare } = read.note;
		const wrong = { ...read.note, enteredInError: { ...mark!, reason: 'Other' } };
		for (const note of [wrong, bare, { ...read.note, state: 'signed' as const }])
			expect(await checkNote(note, read.body, key)).toBe('additions-altered');
		await expect(amendNote(casebook, marked, { text: 'x', reason: 'y' }, 'none')).rejects.toBeInstanceOf(NoteClosedError);

		await casebook.undo(marked.done);
		expect((await stored(saved.note.id)).note.state).toBe('signed');
		expect((await summaryOf(casebook, client)).lastContact).toBe('2026-03-09');
	});
});

test('a deleted draft comes back whole, with its line in the list', async () => {
	const { casebook } = box;
	const { note, body } = await startNote(casebook, client, { templateId: 'quick', contact: 'did-not-attend' });
	expect((await summaryOf(casebook, client)).unsigned).toMatchObject([{ noteId: note.id, title: 'Quick note' }]);
	const done = await removeDraftNote(casebook, client, { note, body });
	expect(await notes.ofClient(casebook, client.cref)).toEqual([]);
	expect((await summaryOf(casebook, client)).unsigned).toEqual([]);
	await casebook.undo(done);
	expect(await notes.ofClient(casebook, client.cref)).toMatchObject([{ id: note.id, contact: 'did-not-attend' }]);
	expect((await summaryOf(casebook, client)).unsigned).toMatchObject([{ noteId: note.id }]);
});
