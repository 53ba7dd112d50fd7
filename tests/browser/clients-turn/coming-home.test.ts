import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { startingCircumstances } from '$lib/features/assessment/circumstances';
import { responses } from '$lib/features/assessment/response.table';
import { partsOf, toConfirm, type Choice } from '$lib/features/clients-turn/choices';
import { handOver } from '$lib/features/clients-turn/hand-over.svelte';
import { READ_BACK_CODES } from '$lib/features/clients-turn/parts';
import { checkSignature } from '$lib/features/clients-turn/signature';
import { signatures } from '$lib/features/clients-turn/signature.table';
import SignatureList from '$lib/features/clients-turn/SignatureList.svelte';
import type { PartAnswers } from '$lib/features/clients-turn/turn';
import { TurnPage } from '$lib/features/clients-turn/turn-page.svelte';
import type { Client } from '$lib/features/clients/client';
import { fieldsOf } from '$lib/features/domains/assessment';
import { assessments } from '$lib/features/domains/assessment.table';
import { beginPicture, finishPicture } from '$lib/features/domains/whole-picture.svelte';
import { addEntry, saveCorrection } from '$lib/features/story/story.svelte';
import { confirmationOf, wordsNow, type StoryEntry } from '$lib/features/story/story-entry';
import { storyEntries } from '$lib/features/story/story-entry.table';
import type { FormState } from '$lib/forms/state';
import { checkIntegrity } from '$lib/storage/integrity';
import { readAudit } from '$lib/storage/audit';
import { collectTurn } from '../../../src/routes/collect-turn';
import { addClient } from '../assessment-flow/support';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

/* What a client did in their turn is where it belongs afterwards: in the story, in the whole picture, among signatures. */

let box: TestCasebook;
let client: Client;
beforeEach(async () => {
	box = await testCasebook();
	({ client } = await addClient(box.casebook));
});
afterEach(() => disposeCasebook(box));

const uuid = () => globalThis.crypto.randomUUID();
const owner = () => ({ clientId: client.id, cref: client.cref });

const none: Choice = {
	forms: [],
	goals: [],
	checkIn: false,
	confirm: [],
	readBack: '',
	pictureId: '',
	sign: '',
	circumstances: startingCircumstances(undefined, false)
};

/** Hands a choice over, answers its only part, and takes it in. */
async function turn(choice: Partial<Choice>, answers: PartAnswers, { done = true, between = () => Promise.resolve() } = {}) {
	const parts = partsOf({ ...none, ...choice }, uuid);
	expect(parts).toHaveLength(1);
	const page = (await TurnPage.open(await handOver(box.casebook, { client, parts, oneByOne: true, stays: false }), box.clock))!;
	await page.keep([{ partId: parts[0]!.part.id, answers }], done);
	await between();
	const came = (await collectTurn(box.casebook))!;
	expect(came.refused).toEqual([]);
	expect((await checkIntegrity(box.casebook)).whole).toBe(true);
	return came.clients[0]!.parts;
}

function said(code: string, words = '', more = ''): PartAnswers {
	const text = (value: string) => ({ rows: [{ value: { valueString: value } }] });
	const nodes: FormState['nodes'] = {
		right: { rows: [{ value: { valueCoding: { system: READ_BACK_CODES, code } } }] },
		...(words ? { words: text(words) } : {}),
		...(more ? { more: text(more) } : {})
	};
	return { state: { nodes } };
}

async function takenDown(text: string): Promise<StoryEntry> {
	const fields = { topic: 'hopes', prompt: '', askedAlone: '', text, how: 'taken-down' } as const;
	return (await addEntry(box.casebook, owner(), fields)).records[0] as StoryEntry;
}
const entry = async (id: string) => (await storyEntries.get(box.casebook, id))!;

describe('the story', () => {
	test('gets what the client wrote, with the question it was asked by', async () => {
		const written = { state: { nodes: { story: { rows: [{ value: { valueString: 'My room, and a key to it.' } }] } } } };
		const parts = await turn({ story: { topic: 'identity', prompt: '', text: 'Where are you at home?' } }, written);
		expect(parts).toMatchObject([{ kind: 'story', words: 'My room, and a key to it.' }]);
		const [kept] = await storyEntries.ofClient(box.casebook, client.cref);
		expect(kept).toMatchObject({ topic: 'identity', prompt: '', asked: 'Where are you at home?', askedAlone: 'went-on' });
		expect(confirmationOf(kept!)).toBe('theirs');
		await turn({ story: { topic: 'customs', prompt: 'days', text: 'Which days?' } }, written);
		const other = (await storyEntries.ofClient(box.casebook, client.cref)).find(({ topic }) => topic === 'customs');
		expect(other).toMatchObject({ prompt: 'days', askedAlone: '' });
		expect(other).not.toHaveProperty('asked');
	});

	test('words that were taken down are confirmed, corrected, or worded anew by the client', async () => {
		const [yes, no, own, empty] = [await takenDown('A table.'), await takenDown('A chair.'), await takenDown('A bed.'), await takenDown('A lamp.')];
		expect(toConfirm(await storyEntries.ofClient(box.casebook, client.cref))).toHaveLength(4);
		expect(await turn({ confirm: [yes] }, said('yes'))).toMatchObject([{ kind: 'story', done: true }]);
		await turn({ confirm: [no] }, said('not-quite', 'It was a bench.'));
		await turn({ confirm: [own] }, said('own-words', 'A bed of my own.'));
		await turn({ confirm: [empty] }, said('own-words'));
		const after = await Promise.all([yes, no, own, empty].map(({ id }) => entry(id)));
		expect(after.map(confirmationOf)).toEqual(['confirmed', 'not-quite', 'confirmed', 'not-quite']);
		expect(after.map((one) => wordsNow(one).text)).toEqual(['A table.', 'A chair.', 'A bed of my own.', 'A lamp.']);
		expect(wordsNow(after[1]!).readBack?.words).toBe('It was a bench.');
		expect(after[2]!.versions.map(({ text }) => text)).toEqual(['A bed.', 'A bed of my own.']);
		expect(toConfirm(after).map(({ id }) => id).sort()).toEqual([no.id, empty.id].sort());
		expect(await responses.ofClient(box.casebook, client.cref)).toEqual([]);
	});

	test('a yes to words that were changed meanwhile says nothing about the new ones, and is kept by itself', async () => {
		const told = await takenDown('A table.');
		const change = { text: 'Two tables.', how: 'taken-down', by: 'practitioner', reason: 'Misheard' } as const;
		const between = async () => {
			await saveCorrection(box.casebook, told, change);
		};
		expect(await turn({ confirm: [told] }, said('yes'), { between })).toMatchObject([{ kind: 'form' }]);
		expect(confirmationOf(await entry(told.id))).toBe('unread');
		expect(await responses.ofClient(box.casebook, client.cref)).toHaveLength(1);
	});
});

describe('the whole picture', () => {
	const picture = async (id: string) => (await assessments.get(box.casebook, id))!;

	test('that is being taken gets the read-back', async () => {
		const id = await beginPicture(box.casebook, owner());
		const choice = { readBack: ' The flat comes first. ', pictureId: id };
		expect(await turn(choice, said('not-quite', 'The school does.', 'And the choir.'))).toMatchObject([
			{ kind: 'read-back', assessmentId: id, words: 'The school does.\n\nAnd the choir.' }
		]);
		await turn(choice, said('yes'));
		expect((await picture(id)).readBacks).toMatchObject([
			{ understood: 'The flat comes first.', answer: 'not-quite', words: 'The school does.\n\nAnd the choir.', date: '2026-03-09' },
			{ understood: 'The flat comes first.', answer: 'yes', words: '' }
		]);
		expect(await responses.ofClient(box.casebook, client.cref)).toEqual([]);
	});

	test('finished meanwhile, not yet answered, or none being taken: it is kept as a form, with every word', async () => {
		const id = await beginPicture(box.casebook, owner());
		const choice = { readBack: 'The flat comes first.', pictureId: id };
		const [unanswered] = await turn(choice, { state: { nodes: { more: { rows: [{ value: { valueString: 'Wait' } }] } } } }, { done: false });
		expect(unanswered).toMatchObject({ kind: 'form', done: false });
		const between = async () => {
			const begun = await picture(id);
			await finishPicture(box.casebook, begun, fieldsOf(begun));
		};
		expect(await turn(choice, said('yes'), { between })).toMatchObject([{ kind: 'form' }]);
		expect(await turn({ readBack: 'The flat.' }, said('own-words', 'My flat.'))).toMatchObject([{ kind: 'form' }]);
		expect((await picture(id)).readBacks).toEqual([]);
		const kept = await responses.ofClient(box.casebook, client.cref);
		expect(kept.map(({ formId }) => formId)).toEqual(['read-back', 'read-back', 'read-back']);
		expect(JSON.stringify(kept)).toContain('My flat.');
		expect(JSON.stringify(kept)).toContain('Wait');
	});
});

describe('a signature', () => {
	const drawn = { name: 'Ilse', width: 300, height: 100, strokes: [[10, 20, 30, 40, 50, 20]] };

	test('shows who signed what, when, the drawing, and that it is unchanged', async () => {
		const [part] = await turn({ sign: 'I agree to this plan.' }, { signature: drawn });
		const [kept] = await signatures.ofClient(box.casebook, client.cref);
		expect(part).toMatchObject({ kind: 'signature', detail: 'Ilse', signatureId: kept!.id });
		// The fingerprint worked out here by itself, as the documentation gives it.
		const { at, zone } = kept!.signed;
		const content = JSON.stringify(['casekeep-signature-1', 'I agree to this plan.', at, zone, false, 'Ilse', 300, 100, drawn.strokes]);
		const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content)));
		expect(kept!.hash).toBe([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
		const { entries } = await readAudit(box.casebook);
		expect(entries.at(-1)).toMatchObject({ action: 'turn.collect', detail: { signed: kept!.hash } });

		const screen = await render(SignatureList, { casebook: box.casebook, cref: client.cref, name: 'Ilse' });
		await expect.element(screen.getByText('I agree to this plan.')).toBeVisible();
		await expect.element(screen.getByRole('heading', { name: 'Signed by Ilse' })).toBeVisible();
		await expect.element(screen.getByText('9 March 2026', { exact: false })).toBeVisible();
		await expect.element(screen.getByText('Unchanged since it was signed', { exact: false })).toBeVisible();
		const drawing = screen.getByRole('img', { name: 'What Ilse drew' });
		expect(drawing.element().querySelector('path')?.getAttribute('d')).toBe('M10 20L30 40L50 20');
		const changed = [
			{ statement: 'I agree to everything.' },
			{ name: 'Else' },
			{ strokes: [[10, 20, 30, 40, 50, 21]] },
			{ signed: { at: '2026-03-08T09:00:00.000Z', zone } },
			{ declined: true as const }
		];
		for (const change of changed) expect(await checkSignature({ ...kept!, ...change }), JSON.stringify(change)).toBe('altered');
		expect(await checkSignature(kept!)).toBe('unchanged');
		await box.casebook.commit({ action: 'signature.change', changes: [signatures.put({ ...kept!, statement: 'I agree to everything.' })] });
		await expect.element(screen.getByText('This is not what was signed.', { exact: false })).toBeVisible();
	});

	test('that they would rather not give is on record, and one that was neither given nor refused is said', async () => {
		expect(await turn({ sign: 'I agree.' }, { declined: true })).toMatchObject([{ detail: 'Would rather not sign', done: true }]);
		expect(await turn({ sign: 'I agree.' }, {})).toMatchObject([{ detail: 'Nothing was signed' }]);
		const kept = await signatures.ofClient(box.casebook, client.cref);
		expect(kept).toMatchObject([{ declined: true, statement: 'I agree.', name: '', strokes: [] }]);
		expect(await checkSignature(kept[0]!)).toBe('unchanged');
		const screen = await render(SignatureList, { casebook: box.casebook, cref: client.cref, name: 'Ilse' });
		await expect.element(screen.getByRole('heading', { name: 'Ilse would rather not sign' })).toBeVisible();
	});
});
