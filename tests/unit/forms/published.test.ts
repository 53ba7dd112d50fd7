import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { times } from '../../e2e/support/full';
import { choiceOptions } from '$lib/forms/choices';
import { definitionsOf, isQuestion, optionValue } from '$lib/forms/definition';
import { enabledItems } from '$lib/forms/enable';
import { needsExpressions } from '$lib/forms/expression-lines';
import { workOut } from '$lib/forms/expressions';
import { noticesOf } from '$lib/forms/notices';
import { questionPages } from '$lib/forms/pages';
import { parseQuestionnaire, type ParsedQuestionnaire } from '$lib/forms/parse';
import { parseResponse } from '$lib/forms/parse-response';
import { readResponse } from '$lib/forms/read';
import { createFormState, toResponse } from '$lib/forms/response';
import { itemScores } from '$lib/forms/score';
import { emptyState, setAnswer, type FormState } from '$lib/forms/state';
import { responseText } from '$lib/forms/text';
import { inLanguage, languagesOf } from '$lib/forms/translate';
import type { AnswerValue, Questionnaire, QuestionnaireItem } from '$lib/forms/types';
import { validate } from '$lib/forms/validate';
import { fieldErrorText, problemText } from '$lib/forms/words';
import { mutateText, mutateValue, numbersFrom, strangeExtensions } from './mutate';

const folder = new URL('../../fixtures/fhir/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'index.json');
const source = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const parse = (name: string): ParsedQuestionnaire => parseQuestionnaire(JSON.parse(source(name)));

function form(name: string): Questionnaire {
	const parsed = parse(name);
	if (!parsed.ok) throw new Error(parsed.problems.map(problemText).join('\n'));
	return parsed.questionnaire;
}

/** An answer that fits a question. */
function answerTo(item: QuestionnaireItem, random: () => number): AnswerValue | undefined {
	const options = item.answerOption ?? [];
	if (options.length > 0) return optionValue(options[Math.floor(random() * options.length)]!);
	const answers: Partial<Record<QuestionnaireItem['type'], AnswerValue>> = {
		boolean: { valueBoolean: random() < 0.5 },
		decimal: { valueDecimal: 5.6 },
		integer: { valueInteger: 5 },
		date: { valueDate: '2020-05-01' },
		dateTime: { valueDateTime: '2020-05-01T10:00:00+02:00' },
		time: { valueTime: '13:30:00' },
		url: { valueUri: 'https://example.org' },
		quantity: { valueQuantity: { value: 2, unit: 'm' } },
		attachment: { valueAttachment: { contentType: 'image/png', data: 'AAAA', size: 3 } },
		reference: { valueReference: { display: 'Ana' } }
	};
	return item.type === 'choice' ? undefined : (answers[item.type] ?? { valueString: 'words' });
}

/** Everything a screen, a file and a score do with a form, with every question answered. */
function useWhole(questionnaire: Questionnaire, random: () => number): FormState {
	let state = createFormState(questionnaire);
	for (const { item, path } of enabledItems(questionnaire, state)) {
		const value = isQuestion(item) ? answerTo(item, random) : undefined;
		if (value) state = setAnswer(state, path, [value]);
	}
	if (needsExpressions(questionnaire)) ({ state } = workOut(questionnaire, state));
	const response = toResponse(questionnaire, state, { status: 'completed' });
	const again = parseResponse(JSON.parse(JSON.stringify(response)), questionnaire);
	expect(again).toEqual({ ok: true, response, problems: [] });
	const same = toResponse(questionnaire, { ...createFormState(questionnaire, response), ...(state.worked ? { worked: state.worked } : {}) }, { status: 'completed' });
	expect(same).toEqual(response);
	responseText(questionnaire, response);
	readResponse(questionnaire, response);
	itemScores(questionnaire, response);
	validate(questionnaire, state).map(fieldErrorText);
	questionPages(questionnaire, state);
	for (const language of languagesOf(questionnaire)) inLanguage(questionnaire, language);
	for (const { item } of definitionsOf(questionnaire).values()) {
		noticesOf(item);
		choiceOptions(item);
	}
	return state;
}

describe('published questionnaires', () => {
	it.each(names)('%s: is read, filled in and written back whole, or refused with its reasons', (name) => {
		const parsed = parse(name);
		if (!parsed.ok) {
			expect(name).toBe('lforms__enableWhen-test.R4.json');
			// Whole numbers are asked for, and a month and a time stand there: the file is wrong, and says so place by place.
			expect(parsed.problems.map(({ path }) => path)).toEqual([
				'item[7].item[0].repeats',
				...[11, 12].flatMap((group) => [3, 4].map((item) => `item[${group}].item[${item}].enableWhen[0].answerInteger`))
			]);
			return;
		}
		expect(JSON.parse(JSON.stringify(parsed.questionnaire))).toEqual(JSON.parse(source(name)));
		useWhole(parsed.questionnaire, numbersFrom(1));
	});

	it('enableWhen-test, its five slips mended, runs every operator', () => {
		const json = source('lforms__enableWhen-test.R4.json')
			.replace('"repeats": "true"', '"repeats": true')
			.replaceAll('"answerInteger": "2022-09"', '"answerDate": "2022-09"')
			.replaceAll('"answerInteger": "13:30:00"', '"answerTime": "13:30:00"');
		const parsed = parseQuestionnaire(JSON.parse(json));
		if (!parsed.ok) throw new Error(parsed.problems.map(problemText).join('\n'));
		const shown = (group: string, question: string, value: AnswerValue) =>
			enabledItems(parsed.questionnaire, workOut(parsed.questionnaire, setAnswer(emptyState, [group, 0, question], [value])).state)
				.filter(({ path }) => path[0] === group && path.length > 1)
				.map(({ item }) => item.linkId.replace(`${question}-`, ''));
		expect(shown('g2', 'Q2', { valueDecimal: 4.8 })).toEqual(['Q2', 'exists', 'ge']);
		expect(shown('g7', 'Q7', { valueString: 'test' })).toEqual(['Q7', 'exists', 'equals', 'gt', 'ge', 'ge2', 'le2']);
		expect(shown('g9c', 'Q9c', { valueDate: '2022-09' })).toEqual(['Q9c', 'exists', 'eq-B']);
		expect(shown('g9d', 'Q9d', { valueTime: '10:30:00' })).toEqual(['Q9d', 'exists', 'noteq-B']);
		expect(shown('g10', 'Q10', { valueString: 'chicken' })).not.toContain('Q10-ewe');
	});

	it('PHQ-9 as exported by LHC-Forms adds itself up', () => {
		const phq9 = form('lforms__phq9.json');
		const last = (linkId: string) => optionValue(definitionsOf(phq9).get(linkId)!.item.answerOption!.at(-1)!);
		const scored = phq9.item!.filter(({ answerOption }) => answerOption?.length === 4).slice(0, 9);
		const state = scored.reduce((before, { linkId }) => setAnswer(before, [linkId], [last(linkId)]), emptyState);
		const sum = workOut(phq9, state).state.nodes['/44261-6']?.rows[0]?.value;
		expect(sum).toEqual({ valueDecimal: 27 });
	});

	it('the Hunger Vital Sign names its own risk', () => {
		const hunger = form('lforms-fhir-app__hunger-vital-signs.json');
		const [often] = hunger.item![0]!.answerOption!;
		const { state, problems } = workOut(hunger, setAnswer(emptyState, [hunger.item![0]!.linkId], [optionValue(often!)]));
		expect(problems).toEqual([]);
		expect(JSON.stringify(state.nodes['/88124-3'])).toContain('At risk');
	});

	it('the argonaut form finds its options, and their scores, in its own value sets', () => {
		const argonaut = form('lforms__argonaut-phq9-ish.json');
		const state = useWhole(argonaut, () => 0.99);
		const scores = itemScores(argonaut, toResponse(argonaut, state, { status: 'completed' }));
		expect([...scores.values()].filter((score) => score.state === 'answered').map(({ value }) => value)).toEqual(Array.from({ length: 9 }, () => 3));
	});

	it('what is not supported is named, with its place', () => {
		const words = parse('lforms__bit-of-everything.json').problems.map(problemText).join('\n');
		for (const named of ['TextArea-Row', 'terminology-server', 'ValueSet/ARE', 'Item-reference']) expect(words).toContain(named);
	});
});

describe('changed files', () => {
	const count = times(600, 5000);

	it('a strange value for any limit: a form that works, or reasons in words', { timeout: 60_000 }, () => {
		let tried = 0;
		for (const value of strangeExtensions(source('casekeep__limits.json'))) {
			tried++;
			const parsed = parseQuestionnaire(value);
			if (parsed.ok) useWhole(parsed.questionnaire, numbersFrom(tried));
			else expect(parsed.problems.map(problemText).join('')).not.toBe('');
		}
		expect(tried).toBeGreaterThan(300);
	});

	it(`${count} of them: a form that works, or reasons in words; never a crash`, { timeout: 300_000 }, () => {
		const random = numbersFrom(20261122);
		let json = 0;
		let taken = 0;
		for (let index = 0; index < count; index++) {
			const name = names[index % names.length]!;
			const changed = index % 4 === 3 ? mutateText(source(name), random) : mutateValue(source(name), random);
			let value: unknown;
			try {
				value = JSON.parse(changed);
				json++;
			} catch {
				continue;
			}
			const parsed = parseQuestionnaire(value);
			for (const found of parsed.problems) expect(problemText(found).length).toBeGreaterThan(10);
			if (!parsed.ok) {
				expect(parsed.problems.some(({ severity }) => severity === 'refused')).toBe(true);
				continue;
			}
			taken++;
			useWhole(parsed.questionnaire, random);
		}
		expect(json).toBeGreaterThan(count / 2);
		expect(taken).toBeGreaterThan(count / 20);
		expect((globalThis as { owned?: number }).owned).toBeUndefined();
		process.stdout.write(`changed files: ${count}, still JSON: ${json}, taken as forms: ${taken}\n`);
	});
});
