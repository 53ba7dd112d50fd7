import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formFile, formFileName } from '$lib/features/library/form-file';
import { readFhirFile, type FhirFile } from '$lib/features/library/fhir-file';
import { jsonBreaksAt } from '$lib/features/library/json-place';
import { importedVersion } from '$lib/features/library/template';
import { published } from './build';

const now = { at: '2026-03-09T09:00:00Z', zone: 'Europe/Dublin' };
const text = (name: string) => readFileSync(`tests/fixtures/fhir/${name}`, 'utf8');
const read = (json: unknown) => readFhirFile(JSON.stringify(json));
const ok = (file: FhirFile) => {
	if (!file.ok) throw new Error(file.problems.join('\n'));
	return file;
};
const problems = (file: FhirFile) => (file.ok ? [] : file.problems);
const form = { resourceType: 'Questionnaire', url: 'urn:x:form', version: '3', status: 'active', title: 'Mine', item: [{ linkId: 'a', type: 'string', text: 'Name' }] };
const response = { resourceType: 'QuestionnaireResponse', questionnaire: 'urn:x:form|3', status: 'completed', item: [{ linkId: 'a', text: 'Name', answer: [{ valueString: 'Ada' }] }] };

describe('published forms', () => {
	test('one writes "true" where FHIR wants true: it is refused, and said where', () => {
		expect(problems(readFhirFile(text('lforms__enableWhen-test.R4.json'))).join('\n')).toMatch(/\(at item\[7\]\.item\[0\]\.repeats\)/);
	});

	test.each(published.filter(([name]) => !name.includes('enableWhen-test')))('%s comes in, and goes out again to the last element', async (name, original) => {
		const [found] = ok(readFhirFile(text(name))).forms;
		const kept = importedVersion('id', found!.original, now).questionnaire;
		expect(JSON.parse(await formFile(kept).text())).toEqual(original);
		expect(found!.title).toBe(original.title ?? original.name ?? '');
		expect(found!.questions).toBeGreaterThan(0);
	});

	test('what is not supported is named with its place', () => {
		const [found] = ok(readFhirFile(text('lforms__bit-of-everything.json'))).forms;
		expect(found!.notes.length).toBeGreaterThan(0);
		for (const note of found!.notes) expect(note).toMatch(/\(at (item|extension)\[/);
	});
});

describe('a file with answers', () => {
	test('finds the form that the same file holds, and counts the answers', () => {
		const file = ok(read({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: response }, { resource: form }, { resource: { resourceType: 'Patient' } }] }));
		expect(file.forms.map(({ title }) => title)).toEqual(['Mine']);
		expect(file.responses).toMatchObject([{ answers: 1, original: response, form: { title: 'Mine' } }]);
		expect(file.others).toEqual([{ type: 'Patient', count: 1 }]);
	});

	test('alone is taken too, without its form', () => {
		const file = ok(read(response));
		expect(file.forms).toEqual([]);
		expect(file.responses[0]).not.toHaveProperty('form');
	});
});

describe('a file that cannot be taken says what is wrong, and where', () => {
	test.each([
		['no JSON', '{"resourceType": "Questionnaire",\n  "status": }', /line 2, at character/],
		['cut off', '{"resourceType": "Questionnaire", "stat', /line 1, at character 35/],
		['something else', '{"resourceType":"Patient"}', /holds a Patient/],
		['no resource', '[1,2]', /not a FHIR resource/],
		['nothing in it', '{"resourceType":"Bundle","entry":[]}', /no form/],
		['a line of a kind that does not exist', JSON.stringify({ ...form, item: [{ linkId: 'a', type: 'banana' }] }), /banana \(at item\[0\]\.type\)/],
		['a second line of the same id', JSON.stringify({ ...form, item: [...form.item, ...form.item] }), /linkId: a \(at item\[1\]\.linkId\)/],
		['a meaning turned around', JSON.stringify({ ...form, modifierExtension: [{ url: 'http://x/not' }] }), /http:\/\/x\/not/]
	])('%s', (_what, file, expected) => {
		expect(problems(readFhirFile(file)).join('\n')).toMatch(expected);
	});

	test('one bad form among good ones refuses the whole Bundle and names its entry', () => {
		const file = read({ resourceType: 'Bundle', entry: [{ resource: form }, { resource: { ...form, status: 'maybe' } }] });
		expect(problems(file).join('\n')).toMatch(/entry\[1\]\.resource\.status/);
	});

	test('a file that is far too large is not even parsed', () => {
		expect(problems(readFhirFile('['.repeat(5_000_001)))).toHaveLength(1);
	});
});

test('the place where a text stops being JSON is found wherever it is broken', () => {
	const whole = JSON.stringify({ a: [1, -2.5e3, { b: 'x\\"y', c: null }], d: true }, undefined, 1);
	expect(jsonBreaksAt(whole)).toBe(whole.length);
	for (let cut = 1; cut < whole.length; cut += 1) {
		const broken = `${whole.slice(0, cut)}~${whole.slice(cut)}`;
		let isJson = true;
		try {
			JSON.parse(broken);
		} catch {
			isJson = false;
		}
		const at = jsonBreaksAt(broken);
		expect(isJson ? broken.length : Math.min(at, cut)).toBe(at);
	}
});

test('a file is named by its title in plain letters', () => {
	expect(formFileName('Money & rent: Ängste')).toBe('questionnaire-money-rent-a-ngste.json');
	expect(formFileName('…')).toBe('questionnaire.json');
});
