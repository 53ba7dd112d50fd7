import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canonicalOfForm, formById } from '$lib/features/assessment/assessment-form';
import { startingCircumstances } from '$lib/features/assessment/circumstances';
import { responses } from '$lib/features/assessment/response.table';
import { handOver } from '$lib/features/clients-turn/hand-over.svelte';
import { checkInScales, storyForm } from '$lib/features/clients-turn/parts';
import { signatures } from '$lib/features/clients-turn/signature.table';
import type { PartAnswers, TurnPart, TurnTarget } from '$lib/features/clients-turn/turn';
import { handedFrom, handedText, TurnPage } from '$lib/features/clients-turn/turn-page.svelte';
import { turnTickets } from '$lib/features/clients-turn/turn-ticket.table';
import type { Client } from '$lib/features/clients/client';
import { clientSummaries } from '$lib/features/clients/client-summary.table';
import { measures, ratings } from '$lib/features/measures/measure.table';
import { storyEntries } from '$lib/features/story/story-entry.table';
import { concerns } from '$lib/features/safety/concern.table';
import { stateWith } from './support';
import { sealAnswers, turnKeys } from '$lib/crypto/turn';
import { newIdentity } from '$lib/crypto/identity';
import { TurnEndedError } from '$lib/errors';
import { readAudit } from '$lib/storage/audit';
import { makeBackup } from '$lib/storage/backup';
import { answersWaiting } from '$lib/storage/drop-box';
import { checkIntegrity } from '$lib/storage/integrity';
import { restoreBackup } from '$lib/storage/restore';
import { collectTurn } from '../../../src/routes/collect-turn';
import { addClient } from '../assessment-flow/support';
import { disposeCasebook, FAST_KDF, PASSPHRASE, RECOVERY, testCasebook, type TestCasebook } from '../support/casebook';

const form = formById('phq-9')!;
let box: TestCasebook;
let client: Client;
beforeEach(async () => {
	box = await testCasebook();
	({ client } = await addClient(box.casebook));
});
afterEach(() => disposeCasebook(box));

const uuid = () => globalThis.crypto.randomUUID();

function formPart(id = 'phq-9'): { part: TurnPart; target: TurnTarget } {
	const chosen = formById(id)!;
	return {
		part: { id: uuid(), kind: 'form', title: chosen.title, questionnaire: chosen.questionnaire },
		target: {
			kind: 'form',
			recordId: uuid(),
			formId: chosen.id,
			title: chosen.title,
			shortTitle: chosen.shortTitle,
			own: false,
			canonical: canonicalOfForm(chosen),
			circumstances: startingCircumstances(undefined, false)
		}
	};
}

async function hand(parts = [formPart()]) {
	const handed = await handOver(box.casebook, { client, parts, oneByOne: true, stays: true });
	// What goes from the old page to the new is one text.
	const page = await TurnPage.open(handedFrom(handedText(handed))!, box.clock);
	return { page: page!, handed, parts };
}

const twelve = () => ({ state: stateWith(form.questionnaire, [2, 2, 2, 1, 1, 1, 1, 2, 0]) });

describe('a turn', () => {
	test('brings a form home as an unread record with its score, in one commit, and spends the ticket', async () => {
		const { page, parts } = await hand();
		await page.keep([{ partId: parts[0]!.part.id, answers: { state: stateWith(form.questionnaire, [2]) } }], false);
		await page.keep([{ partId: parts[0]!.part.id, answers: twelve() }], true);
		expect(await answersWaiting(box.name)).toBe(1);
		const before = box.casebook.head.seq;
		const came = (await collectTurn(box.casebook))!;
		expect(box.casebook.head.seq).toBe(before + 1);
		expect(came.refused).toEqual([]);
		expect(came.clients[0]).toMatchObject({ clientId: client.id, parts: [{ done: true, detail: '12 of 27, moderate' }] });
		const [record, ...others] = await responses.ofClient(box.casebook, client.cref);
		expect(others).toEqual([]);
		expect(record).toMatchObject({ status: 'completed', unread: true, score: { total: 12 } });
		expect((await ratings.ofClient(box.casebook, client.cref)).map(({ value }) => value)).toEqual([12]);
		expect((await clientSummaries.ofClient(box.casebook, client.cref))[0]?.unread).toHaveLength(1);
		expect((await turnTickets.all(box.casebook))[0]).toMatchObject({ state: 'collected' });
		expect(await answersWaiting(box.name)).toBe(0);
		expect(await collectTurn(box.casebook)).toBeUndefined();
		// The page may still be open somewhere: what it writes now would never be read, so it is told.
		await expect(page.keep([{ partId: parts[0]!.part.id, answers: twelve() }], true)).rejects.toThrow(TurnEndedError);
		expect(await answersWaiting(box.name)).toBe(0);
		const { entries, broken } = await readAudit(box.casebook);
		expect(broken).toEqual([]);
		expect(entries.slice(-2).map(({ action }) => action)).toEqual(['turn.hand', 'turn.collect']);
		expect((await checkIntegrity(box.casebook)).whole).toBe(true);
	});

	test('an answer about safety raises its prompt, finished or not', async () => {
		for (const done of [true, false]) {
			const { page, parts } = await hand();
			await page.keep(
				[{ partId: parts[0]!.part.id, answers: { state: stateWith(form.questionnaire, [...Array<undefined>(8), 1]) } }],
				done
			);
			const came = (await collectTurn(box.casebook))!;
			expect(came.clients[0]?.concerns).toHaveLength(1);
		}
		expect(await concerns.ofClient(box.casebook, client.cref)).toHaveLength(2);
		expect((await clientSummaries.ofClient(box.casebook, client.cref))[0]?.safetyOpen).toHaveLength(2);
		const statuses = (await responses.ofClient(box.casebook, client.cref)).map(({ status }) => status);
		expect(statuses.sort()).toEqual(['completed', 'in-progress']);
	});

	test('check-in, story and signature become what they are', async () => {
		const parts: { part: TurnPart; target: TurnTarget }[] = [
			{ part: { id: uuid(), kind: 'check-in', title: 'Check-in', scales: checkInScales() }, target: { kind: 'check-in' } },
			{
				part: { id: uuid(), kind: 'story', title: 'Story', questionnaire: storyForm('What matters most?') },
				target: { kind: 'story', topic: 'matters', prompt: '', asked: 'What matters most?', askedAlone: '' }
			},
			{ part: { id: uuid(), kind: 'signature', title: 'Signature', text: 'I agree to this plan.' }, target: { kind: 'signature' } }
		];
		const given: PartAnswers[] = [
			{ scales: { heard: { value: 9 }, matters: { value: 8 }, fits: { declined: true }, overall: { value: 7 } } },
			{ state: { nodes: { story: { rows: [{ value: { valueString: 'My <b>girl</b>' } }] } } } },
			{ signature: { name: 'Mina', width: 300, height: 100, strokes: [[1, 2, 3, 4]] } }
		];
		for (const drop of [0, 4]) {
			const { page } = await hand(parts.map(({ part, target }) => ({ part, target: 'recordId' in target ? { ...target, recordId: uuid() } : target })));
			const answers = [{ scales: { ...given[0]!.scales!, heard: { value: 9 - drop } } }, ...given.slice(1)];
			await page.keep(parts.map(({ part }, i) => ({ partId: part.id, answers: answers[i]! })), true);
			const came = (await collectTurn(box.casebook))!;
			expect(came.clients[0]!.parts.map(({ dropped }) => dropped).filter(Boolean)).toEqual(drop ? [{ before: 9, now: 5 }] : []);
		}
		const found = await measures.ofClient(box.casebook, client.cref);
		expect(found.map(({ key }) => key).sort()).toEqual(['check-in/fits', 'check-in/heard', 'check-in/matters', 'check-in/overall']);
		expect(await ratings.ofClient(box.casebook, client.cref)).toHaveLength(8);
		const [entry] = await storyEntries.ofClient(box.casebook, client.cref);
		expect(entry).toMatchObject({ topic: 'matters', versions: [{ text: 'My <b>girl</b>', how: 'typed', by: 'client' }] });
		expect((await signatures.ofClient(box.casebook, client.cref))[0]).toMatchObject({ statement: 'I agree to this plan.', strokes: [[1, 2, 3, 4]] });
	});
});

describe('what is not the turn’s own is refused', () => {
	const body = (ticket: string, part: string, more: object = {}) => ({
		ticket,
		part,
		seq: 1,
		at: { at: '2026-03-09T09:00:00.000Z', zone: 'Europe/Dublin' },
		done: true,
		answers: twelve(),
		...more
	});
	async function refusedAs(): Promise<string[]> {
		const records = (await responses.ofClient(box.casebook, client.cref)).length;
		const came = await collectTurn(box.casebook);
		expect(came?.clients).toEqual([]);
		expect(await responses.ofClient(box.casebook, client.cref)).toHaveLength(records);
		const { entries } = await readAudit(box.casebook);
		expect(entries.at(-1)).toMatchObject({ action: 'turn.refuse', detail: { refused: came!.refused.length } });
		expect(await box.casebook.db.dropBox.count()).toBe(0);
		return came!.refused.map(({ reason }) => reason).sort();
	}

	test('forged: the recipient is public, the key is not', async () => {
		const { handed, parts, page } = await hand();
		const id = parts[0]!.part.id;
		const other = (await turnKeys(new Uint8Array(32).fill(7), handed.ticketId)).answers;
		const { recipient } = page.packet;
		const stranger = await newIdentity();
		await box.casebook.db.dropBox.bulkPut([
			{ id, c: await sealAnswers(recipient, other, body(handed.ticketId, id)) },
			{ id: uuid(), c: await sealAnswers(recipient, other, body(uuid(), id)) },
			{ id: uuid(), c: await sealAnswers(recipient, other, 'no such thing') },
			{ id: uuid(), c: await sealAnswers(stranger.ageRecipient, other, body(handed.ticketId, id)) },
			{ id: uuid(), c: new Uint8Array([1, 2, 3]) },
			{ id: uuid(), c: 'text' as unknown as Uint8Array<ArrayBuffer> },
			{ id: 5 as unknown as string, c: new Uint8Array(10) }
		]);
		expect(await refusedAs()).toEqual(['forged', 'unknown-turn', ...Array<string>(5).fill('unreadable')]);
	});

	test('every byte of a real one changed', async () => {
		const { page, parts } = await hand();
		await page.keep([{ partId: parts[0]!.part.id, answers: twelve() }], true);
		const [real] = await box.casebook.db.dropBox.toArray();
		await box.casebook.db.dropBox.clear();
		const step = 37;
		for (let at = 0; at < real!.c.length; at += step) {
			const c = real!.c.slice();
			c[at]! ^= 1;
			await box.casebook.db.dropBox.put({ id: uuid(), c });
		}
		expect(new Set(await refusedAs())).toEqual(new Set(['unreadable']));
	});

	test('replayed after it was collected, moved to another part, doubled, older, late', async () => {
		const { page, parts } = await hand([formPart(), formPart('gad-7')]);
		const [a, b] = parts.map(({ part }) => part.id) as [string, string];
		await page.keep([{ partId: a, answers: { state: stateWith(form.questionnaire, [1]) } }], false);
		const [early] = await box.casebook.db.dropBox.toArray();
		await page.keep([{ partId: a, answers: twelve() }], true);
		const [late] = await box.casebook.db.dropBox.toArray();
		// Answers to one part laid where those of another belong, and an older piece laid beside the newer one.
		await box.casebook.db.dropBox.bulkPut([
			{ id: b, c: late!.c },
			{ id: uuid(), c: early!.c }
		]);
		const came = (await collectTurn(box.casebook))!;
		expect(came.refused.map(({ reason }) => reason)).toEqual(['other-part', 'other-part']);
		expect(await responses.ofClient(box.casebook, client.cref)).toHaveLength(1);
		await box.casebook.db.dropBox.bulkPut([late!, { id: uuid(), c: late!.c }]);
		expect(await refusedAs()).toEqual(['spent', 'spent']);

		const next = await hand();
		box.clock.advance(13 * 60 * 60_000);
		const id = next.parts[0]!.part.id;
		await expect(next.page.keep([{ partId: id, answers: twelve() }], true)).rejects.toThrow(TurnEndedError);
		const { answers } = await turnKeys(next.handed.secret, next.handed.ticketId);
		const at = { at: new Date(box.clock.now()).toISOString(), zone: 'Europe/Dublin' };
		const c = await sealAnswers(next.page.packet.recipient, answers, body(next.handed.ticketId, id, { at }));
		await box.casebook.db.dropBox.put({ id, c });
		expect(await refusedAs()).toEqual(['expired']);
	});

	test('a turn without the secret, or with another one, does not open', async () => {
		const handed = await handOver(box.casebook, { client, parts: [formPart()], oneByOne: true, stays: false });
		const wrong = { ...handed, secret: new Uint8Array(32).fill(1) };
		expect(await TurnPage.open(wrong, box.clock)).toBeUndefined();
		expect(handedFrom('casekeep-0 x')).toBeUndefined();
	});
});

test('a new turn waits until the old one was collected, and ends an old one that was not answered', async () => {
	const { page, parts } = await hand();
	await page.keep([{ partId: parts[0]!.part.id, answers: twelve() }], false);
	await expect(hand()).rejects.toThrow('Answers are waiting');
	await collectTurn(box.casebook);
	const idle = await hand();
	const next = await hand();
	await expect(idle.page.keep([{ partId: idle.parts[0]!.part.id, answers: twelve() }], true)).rejects.toThrow(TurnEndedError);
	await next.page.keep([{ partId: next.parts[0]!.part.id, answers: twelve() }], true);
	expect((await collectTurn(box.casebook))?.refused).toEqual([]);
	expect((await turnTickets.all(box.casebook)).map(({ state }) => state).sort()).toEqual(['collected', 'collected', 'unused']);
});

test('a backup carries the box, and a restored casebook collects it', async () => {
	const { page, parts } = await hand();
	await page.keep([{ partId: parts[0]!.part.id, answers: twelve() }], true);
	const { file } = await makeBackup(box.casebook, 'a backup passphrase', { logN: 10 });
	const restored = await restoreBackup(
		{ file, backupPassphrase: 'a backup passphrase', passphrase: PASSPHRASE, recoveryCode: RECOVERY, kdf: FAST_KDF },
		box
	);
	expect(await answersWaiting(restored.database)).toBe(1);
	expect((await collectTurn(restored.casebook))?.clients[0]?.parts).toHaveLength(1);
	await disposeCasebook({ ...box, casebook: restored.casebook });
});
