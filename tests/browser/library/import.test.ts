import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '$lib/features/clients/client';
import { readFhirFile } from '$lib/features/library/fhir-file';
import { formFile } from '$lib/features/library/form-file';
import { importFile } from '$lib/features/library/imports.svelte';
import { currentVersion, usableForm } from '$lib/features/library/template';
import { templates } from '$lib/features/library/template.table';
import { responses } from '$lib/features/assessment/response.table';
import { enabledItems } from '$lib/forms/enable';
import { readResponse } from '$lib/forms/read';
import { createFormState, toResponse } from '$lib/forms/response';
import { openText, sealText } from '$lib/features/exchange/sealed-text';
import { concerns } from '$lib/features/safety/concern.table';
import { raiseImported } from '../../../src/routes/raise-imported';
import { addClient } from '../assessment-flow/support';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';
import { times } from '../support/full';

const files = import.meta.glob<string>('../../fixtures/fhir/*.json', { query: '?raw', import: 'default', eager: true });
const sources = Object.entries(files).filter(([name]) => !name.endsWith('index.json')).map(([, text]) => text);

let box: TestCasebook;
let client: Client;
beforeAll(async () => {
	box = await testCasebook();
	({ client } = await addClient(box.casebook));
});
afterAll(() => disposeCasebook(box));

/** A small generator of its own, so that a failure can be played again. */
function random(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1664525 + 1013904223) % 2 ** 32;
		return state / 2 ** 32;
	};
}

const ODD: readonly unknown[] = [null, true, -1, 1e308, '', 'banana', '<img src=x onerror=alert(1)>', [], {}, [null], { linkId: '__proto__' }, '2019-13-45', ['a', 1], '\ud800'];

/** One JSON value somewhere in the file replaced, taken out, doubled or moved. Still JSON. */
function mutateTree(json: unknown, next: () => number): unknown {
	const places: { holder: Record<string, unknown>; key: string }[] = [];
	const walk = (value: unknown) => {
		if (typeof value !== 'object' || value === null) return;
		for (const key of Object.keys(value)) {
			places.push({ holder: value as Record<string, unknown>, key });
			walk((value as Record<string, unknown>)[key]);
		}
	};
	walk(json);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
	for (let change = 0; change <= next() * 3; change += 1) {
		const { holder, key } = pick(places);
		const kind = Math.floor(next() * 5);
		if (kind === 0) Reflect.deleteProperty(holder, key);
		else if (kind === 1) holder[key] = pick(ODD);
		else if (kind === 2) holder[key] = [holder[key], holder[key]];
		else if (kind === 3) {
			const other = pick(places);
			[holder[key], other.holder[other.key]] = [other.holder[other.key], structuredClone(holder[key])];
		} else holder[pick(['modifierExtension', 'linkId', 'enableWhen', 'answerOption', 'item', 'type', 'resourceType', 'valueCoding'])] = pick(ODD);
	}
	return json;
}

/** Characters of the file changed, cut or doubled. Mostly no JSON any more. */
function mutateText(text: string, next: () => number): string {
	const at = Math.floor(next() * text.length);
	const kind = Math.floor(next() * 4);
	if (kind === 0) return text.slice(0, at);
	if (kind === 1) return text.slice(0, at) + String.fromCharCode(Math.floor(next() * 0x3000)) + text.slice(at + 1);
	if (kind === 2) return text.slice(0, at) + text.slice(at + Math.floor(next() * 40));
	return text.slice(0, at) + text.slice(at - 30, at) + text.slice(at);
}

function variant(round: number): { text: string; isJson: boolean } {
	const next = random(round * 7919 + 17);
	const source = sources[round % sources.length]!;
	const json: unknown = JSON.parse(source);
	let text: string;
	if (next() < 0.3) text = mutateText(source, next);
	else {
		const changed = mutateTree(json, next);
		let made: string | undefined;
		try {
			made = JSON.stringify(next() < 0.2 ? { resourceType: 'Bundle', entry: [{ resource: changed }, { resource: JSON.parse(source) as unknown }] } : changed);
		} catch {
			// Something was moved into itself: no file can say that.
		}
		text = made ?? source;
	}
	try {
		JSON.parse(text);
		return { text, isJson: true };
	} catch {
		return { text, isJson: false };
	}
}

test('mutated files: none breaks the import, none is saved in part, and what is saved goes out as it came', async () => {
	const rounds = times(260, 5000);
	const { casebook } = box;
	let json = 0;
	let taken = 0;
	for (let round = 0; round < rounds; round += 1) {
		const { text, isJson } = variant(round);
		json += isJson ? 1 : 0;
		const before = { seq: casebook.head.seq, count: casebook.head.count };
		const file = readFhirFile(text);
		if (!file.ok) {
			expect(file.problems.length, `round ${round}`).toBeGreaterThan(0);
			expect({ seq: casebook.head.seq, count: casebook.head.count }).toEqual(before);
			continue;
		}
		taken += 1;
		const done = await importFile(casebook, file, 'mutated.json', client);
		expect(casebook.head.seq, `round ${round}`).toBe(before.seq + 1);
		expect(casebook.head.count).toBe(before.count + file.forms.length + file.responses.length);
		for (const [index, { original }] of file.forms.entries()) {
			const saved = (await templates.get(casebook, done.records[index]!.id))!;
			const version = currentVersion(saved)!;
			expect(JSON.parse(await formFile(version.questionnaire).text()), `round ${round}`).toEqual(JSON.parse(JSON.stringify(original)));
			const form = usableForm(version)!;
			const state = createFormState(form);
			enabledItems(form, state);
			readResponse(form, toResponse(form, state, { status: 'in-progress' }));
		}
	}
	expect(json / rounds, 'at least half still are JSON').toBeGreaterThanOrEqual(0.5);
	expect(taken, 'some are still good forms, so that saving was tried').toBeGreaterThan(rounds / 20);
}, times(60_000, 900_000));

test('answers from a file are saved with the client as they came, and undone in one step', async () => {
	const { casebook } = box;
	const response = {
		resourceType: 'QuestionnaireResponse',
		id: 'r1',
		questionnaire: 'urn:x:form|3',
		status: 'completed',
		authored: '2026-02-01T10:00:00Z',
		source: { display: 'Her sister' },
		extension: [{ url: 'http://example.org/kept', valueString: 'kept' }],
		item: [{ linkId: 'a', text: 'Name', answer: [{ valueString: 'Ada' }] }]
	};
	// Out in an encrypted file and in again.
	const passphrase = 'copper violin harvest meadow stone';
	const sealed = await sealText(JSON.stringify(response), passphrase, { logN: 4 });
	expect(await sealed.slice(0, 21).text()).toBe('age-encryption.org/v1');
	const file = readFhirFile(await openText(sealed, passphrase));
	if (!file.ok) throw new Error(file.problems.join());
	const done = await importFile(casebook, file, 'answers.json', client);
	const saved = (await responses.get(casebook, done.records[0]!.id))!;
	expect(saved).toMatchObject({ clientId: client.id, date: '2026-02-01', status: 'completed', questionnaire: 'urn:x:form|3' });
	expect(saved.response).toEqual(response);
	expect(saved.circumstances.respondent.who).toBe('Her sister');
	await casebook.undo(done);
	expect((await responses.get(casebook, saved.id))?.removed).toBeDefined();
});

describe('answers that somebody else took', () => {
	const ninth = (status: string) => ({
		resourceType: 'QuestionnaireResponse',
		status,
		questionnaire: 'http://loinc.org/q/44249-1',
		item: [{ linkId: '/44260-8', answer: [{ valueCoding: { system: 'http://loinc.org', code: 'LA6569-3', display: 'Several days' } }] }]
	});
	const phq9 = JSON.parse(sources.find((text) => text.includes('"44261-6"') && text.includes('/44260-8'))!) as object;
	const bring = async (status: string) => {
		const form = { ...phq9, url: 'http://loinc.org/q/44249-1', id: `phq-${status}` };
		const bundle = { resourceType: 'Bundle', type: 'collection', entry: [{ resource: form }, { resource: ninth(status) }] };
		const file = readFhirFile(JSON.stringify(bundle));
		if (!file.ok) throw new Error(file.problems.join('\n'));
		const done = await importFile(box.casebook, file, 'answers.json', client);
		const ids = new Set(done.records.map(({ id }) => id));
		const record = (await responses.all(box.casebook)).find(({ id }) => ids.has(id))!;
		return { file, done, record, raised: await raiseImported(box.casebook, done) };
	};

	test('wait to be read, and raise what the same answers given here would', async () => {
		const { record, raised } = await bring('completed');
		expect(record).toMatchObject({ unread: true, status: 'completed' });
		expect(record.inError).toBeUndefined();
		expect(raised).toBe(1);
		const found = (await concerns.all(box.casebook)).filter(({ source }) => source.responseId === record.id);
		expect(found).toMatchObject([{ state: 'open', trigger: { kind: 'answered', answer: 'Several days' } }]);
	});

	test('that were entered in error stay so, and raise nothing', async () => {
		const { file, record, raised } = await bring('entered-in-error');
		expect(record.inError?.reason).toBe('Marked so in the file they came from.');
		expect(raised).toBe(0);
		expect(file.responses[0]?.notes[0]).toMatch(/entered in error/);
	});

	test('that were not finished are said to be so before they are saved', async () => {
		const { file } = await bring('in-progress');
		expect(file.responses[0]?.notes[0]).toMatch(/not finished/);
	});
});
