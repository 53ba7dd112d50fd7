import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enabledItems } from '$lib/forms/enable';
import { addRepeat, emptyState, setAbsent, setAnswer, type FormState } from '$lib/forms/state';
import type { AnswerValue, Questionnaire } from '$lib/forms/types';
import { coded, formOf, options } from './build';

const shown = (form: Questionnaire, state: FormState) => enabledItems(form, state).map(({ path }) => path.join('/'));
const answered = (linkId: string, ...values: AnswerValue[]) => setAnswer(emptyState, [linkId], values);

/** A question and, beneath it, one text per condition, named by the condition. */
function conditions(question: object, ...rows: readonly [operator: string, answer: object][]) {
	return formOf(
		{ linkId: 'q', ...question },
		...rows.map(([operator, answer]) => ({
			linkId: `${operator} ${JSON.stringify(Object.values(answer)[0])}`,
			type: 'text',
			enableWhen: [{ question: 'q', operator, ...answer }]
		}))
	);
}

describe('operators', () => {
	it('exists', () => {
		const form = conditions({ type: 'boolean' }, ['exists', { answerBoolean: true }], ['exists', { answerBoolean: false }]);
		expect(shown(form, emptyState)).toEqual(['q', 'exists false']);
		expect(shown(form, answered('q', { valueBoolean: false }))).toEqual(['q', 'exists true']);
	});

	it('blank text and "prefers not to answer" are no answers', () => {
		const form = conditions({ type: 'string' }, ['exists', { answerBoolean: true }]);
		expect(shown(form, answered('q', { valueString: '  ' }))).toEqual(['q']);
		expect(shown(form, setAbsent(answered('q', { valueString: 'x' }), ['q'], 'asked-declined'))).toEqual(['q']);
	});

	it.each([4, 5, 5.6, 6])('numbers against %d', (value) => {
		const form = conditions(
			{ type: 'decimal' },
			...(['=', '!=', '>', '<', '>=', '<='] as const).map((operator) => [operator, { answerInteger: 5 }] as [string, object])
		);
		const expected = [
			['=', value === 5],
			['!=', value !== 5],
			['>', value > 5],
			['<', value < 5],
			['>=', value >= 5],
			['<=', value <= 5]
		].flatMap(([operator, holds]) => (holds ? [`${String(operator)} 5`] : []));
		expect(shown(form, answered('q', { valueDecimal: value }))).toEqual(['q', ...expected]);
	});

	it('"!=" means that no answer is equal, so it holds without any', () => {
		const form = conditions({ type: 'string' }, ['!=', { answerString: 'test' }]);
		expect(shown(form, emptyState)).toEqual(['q', '!= "test"']);
	});

	it('compares partial dates only as far as they are known', () => {
		const form = conditions(
			{ type: 'date' },
			['>', { answerDate: '2020-05' }],
			['>=', { answerDate: '2020-05' }],
			['<', { answerDate: '2020-05' }]
		);
		expect(shown(form, answered('q', { valueDate: '2020-06-01' }))).toEqual(['q', '> "2020-05"', '>= "2020-05"']);
		expect(shown(form, answered('q', { valueDate: '2020' }))).toEqual(['q']);
		expect(shown(form, answered('q', { valueDate: '2020-05' }))).toEqual(['q', '>= "2020-05"']);
		expect(shown(form, answered('q', { valueDate: '2019' }))).toEqual(['q', '< "2020-05"']);
	});

	it('finds one code among several answers', () => {
		const form = formOf(
			{ linkId: 'q', type: 'choice', repeats: true, answerOption: options('A', 'B', 'C') },
			{ linkId: 'B and C', type: 'text', enableBehavior: 'all', enableWhen: [equals('B'), equals('C')] },
			{ linkId: 'B or C', type: 'text', enableBehavior: 'any', enableWhen: [equals('B'), equals('C')] }
		);
		expect(shown(form, answered('q', coded('B'), coded('A')))).toEqual(['q', 'B or C']);
		expect(shown(form, answered('q', coded('B'), coded('C')))).toEqual(['q', 'B and C', 'B or C']);
	});
});

const equals = (code: string, question = 'q') => ({ question, operator: '=', answerCoding: coded(code).valueCoding });

describe('nesting', () => {
	const form = formOf(
		{ linkId: 'q', type: 'boolean' },
		{
			linkId: 'g',
			type: 'group',
			enableWhen: [{ question: 'q', operator: '=', answerBoolean: true }],
			item: [{ linkId: 'g.a', type: 'string' }]
		},
		{ linkId: 'z', type: 'text', enableWhen: [{ question: 'g.a', operator: 'exists', answerBoolean: true }] }
	);

	it('hides what lies in a hidden section, and takes its answers as not given', () => {
		const open = setAnswer(answered('q', { valueBoolean: true }), ['g', 0, 'g.a'], [{ valueString: 'x' }]);
		expect(shown(form, open)).toEqual(['q', 'g', 'g/0/g.a', 'z']);
		const closed = setAnswer(open, ['q'], [{ valueBoolean: false }]);
		expect(shown(form, closed)).toEqual(['q']);
		expect(shown(form, setAnswer(closed, ['q'], [{ valueBoolean: true }]))).toEqual(['q', 'g', 'g/0/g.a', 'z']);
	});

	it('decides each repetition by its own answers', () => {
		const many = formOf({
			linkId: 'p',
			type: 'group',
			repeats: true,
			item: [
				{ linkId: 'child', type: 'boolean' },
				{ linkId: 'age', type: 'integer', enableWhen: [{ question: 'child', operator: '=', answerBoolean: true }] }
			]
		});
		const state = setAnswer(addRepeat(emptyState, ['p']), ['p', 1, 'child'], [{ valueBoolean: true }]);
		expect(shown(many, state)).toEqual(['p', 'p/0/child', 'p/1/child', 'p/1/age']);
	});
});

describe('circles', () => {
	it('end, and show every line when nothing is answered', () => {
		const not = (question: string) => ({ question, operator: '!=', answerBoolean: true });
		const form = formOf(
			{ linkId: 'item1', type: 'boolean', enableWhen: [not('item3')] },
			{ linkId: 'item2', type: 'boolean', enableWhen: [not('item3')] },
			{ linkId: 'item3', type: 'boolean', enableBehavior: 'all', enableWhen: [not('item1'), not('item2')] }
		);
		expect(shown(form, emptyState)).toEqual(['item1', 'item2', 'item3']);
		expect(shown(form, answered('item1', { valueBoolean: true }))).toEqual(['item1', 'item2']);
		expect(shown(form, answered('item3', { valueBoolean: true }))).toEqual(['item3']);
	});

	it('never hang, whatever refers to whatever', () => {
		const ids = ['a', 'b', 'c', 'd'];
		const condition = fc.record({
			question: fc.constantFrom(...ids),
			operator: fc.constantFrom('=', '!='),
			answerBoolean: fc.boolean()
		});
		const anyForm = fc.tuple(...ids.map(() => fc.array(condition, { maxLength: 3 })));
		const anyAnswers = fc.tuple(...ids.map(() => fc.option(fc.boolean(), { nil: undefined })));
		fc.assert(
			fc.property(anyForm, fc.constantFrom('all', 'any'), anyAnswers, (rules, enableBehavior, answers) => {
				const form = formOf(
					...ids.map((linkId, index) => ({ linkId, type: 'boolean', enableBehavior, enableWhen: rules[index] }))
				);
				const state = answers.reduce<FormState>(
					(before, value, index) =>
						value === undefined ? before : setAnswer(before, [ids[index]!], [{ valueBoolean: value }]),
					emptyState
				);
				const once = shown(form, state);
				expect(shown(form, state)).toEqual(once);
				for (const [index, linkId] of ids.entries()) if (rules[index]?.length === 0) expect(once).toContain(linkId);
			})
		);
	});
});
