import { describe, expect, it } from 'vitest';
import { workOut } from '$lib/forms/expressions';
import { needsExpressions } from '$lib/forms/expression-lines';
import { freshRow } from '$lib/forms/initial';
import { parseQuestionnaire } from '$lib/forms/parse';
import { createFormState, toResponse } from '$lib/forms/response';
import { addRepeat, emptyState, nodeAt, setAnswer, valuesOf, type FormState, type ItemPath } from '$lib/forms/state';
import type { Questionnaire } from '$lib/forms/types';
import { enabledItems } from '$lib/forms/enable';

const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-';
const path = (kind: string, expression: string) => ({
	url: `${SDC}${kind}Expression`,
	valueExpression: { language: 'text/fhirpath', expression }
});
const variable = (name: string, expression: string) => ({
	url: 'http://hl7.org/fhir/StructureDefinition/variable',
	valueExpression: { name, language: 'text/fhirpath', expression }
});
const calculated = (expression: string) => path('calculated', expression);

function form(item: readonly object[], extension: readonly object[] = []): Questionnaire {
	const parsed = parseQuestionnaire({ resourceType: 'Questionnaire', status: 'active', extension, item });
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.questionnaire;
}
const value = (state: FormState, at: ItemPath) => valuesOf(nodeAt(state, at)).map((one) => Object.values(one)[0] as unknown);
const codes = (questionnaire: Questionnaire, state = emptyState) =>
	workOut(questionnaire, state).problems.map(({ linkId, code }) => `${linkId} ${code}`);

describe('calculated answers', () => {
	const sum = form(
		[
			{ linkId: 'a', type: 'integer' },
			{ linkId: 'b', type: 'decimal' },
			{ linkId: 'sum', type: 'decimal', readOnly: true, extension: [calculated('%a + %b')] }
		],
		[variable('a', "%resource.item.where(linkId='a').answer.value"), variable('b', "%resource.item.where(linkId='b').answer.value")]
	);

	it('follow the answers they are made of, and go when those go', () => {
		let { state } = workOut(sum, setAnswer(setAnswer(emptyState, ['a'], [{ valueInteger: 1 }]), ['b'], [{ valueDecimal: 0.1 }]));
		expect(value(state, ['sum'])).toEqual([1.1]);
		({ state } = workOut(sum, setAnswer(state, ['b'], [{ valueDecimal: 0.2 }])));
		expect(value(state, ['sum'])).toEqual([1.2]);
		expect(toResponse(sum, state, { status: 'completed' }).item?.at(-1)?.answer).toEqual([{ valueDecimal: 1.2 }]);
		({ state } = workOut(sum, setAnswer(state, ['b'], [])));
		expect(value(state, ['sum'])).toEqual([]);
	});

	it('leave a changed answer alone where a person may change it, and not where they may not', () => {
		const free = form([
			{ linkId: 'a', type: 'integer' },
			{ linkId: 'twice', type: 'integer', extension: [calculated("%resource.item.where(linkId='a').answer.value * 2")] }
		]);
		const { state } = workOut(free, setAnswer(emptyState, ['a'], [{ valueInteger: 2 }]));
		expect(value(state, ['twice'])).toEqual([4]);
		const own = workOut(free, setAnswer(setAnswer(state, ['twice'], [{ valueInteger: 5 }]), ['a'], [{ valueInteger: 3 }])).state;
		expect(value(own, ['twice'])).toEqual([5]);
		const fixed = { ...sum };
		const { state: forced } = workOut(fixed, setAnswer(setAnswer(emptyState, ['a'], [{ valueInteger: 1 }]), ['sum'], [{ valueDecimal: 99 }]));
		expect(value(forced, ['sum'])).toEqual([]);
	});

	it('feed each other until they rest; in a circle they stay as they were and are named', () => {
		const chain = form([
			{ linkId: 'c', type: 'integer', extension: [calculated("%resource.item.where(linkId='b').answer.value + 1")] },
			{ linkId: 'b', type: 'integer', extension: [calculated("%resource.item.where(linkId='a').answer.value + 1")] },
			{ linkId: 'a', type: 'integer' }
		]);
		expect(value(workOut(chain, setAnswer(emptyState, ['a'], [{ valueInteger: 1 }])).state, ['c'])).toEqual([3]);
		const plus = (other: string) => calculated(`iif(%resource.item.where(linkId='${other}').answer.exists(), %resource.item.where(linkId='${other}').answer.value + 1, 0)`);
		const round = form([
			{ linkId: 'a', type: 'integer', readOnly: true, extension: [plus('b')] },
			{ linkId: 'b', type: 'integer', readOnly: true, extension: [plus('a')] }
		]);
		expect(codes(round)).toEqual(['a circle', 'b circle']);
		expect(value(workOut(round, emptyState).state, ['a'])).toEqual([]);
	});

	it('say what is wrong instead of failing', () => {
		const wrong = form([
			{ linkId: 'syntax', type: 'integer', extension: [calculated('1 +')] },
			{ linkId: 'unknown', type: 'integer', extension: [calculated('%patient.age')] },
			{ linkId: 'kind', type: 'integer', extension: [calculated("'seven'")] },
			{ linkId: 'several', type: 'integer', extension: [calculated('1 | 2')] },
			{ linkId: 'server', type: 'string', extension: [calculated("'Patient/1'.resolve()")] },
			{ linkId: 'fine', type: 'integer', extension: [calculated('1')] }
		]);
		expect(codes(wrong)).toEqual(['syntax error', 'unknown error', 'kind other-kind', 'several several', 'server error']);
		expect(value(workOut(wrong, emptyState).state, ['fine'])).toEqual([1]);
	});

	it('give every kind of answer', () => {
		const kinds: [string, string, unknown, object?][] = [
			['boolean', '1 = 1', true],
			['string', '7', '7'],
			['date', '@2020-03-04T10:00:00Z', '2020-03-04'],
			['dateTime', '@2020-03', '2020-03'],
			['time', '@T14:30', '14:30:00'],
			['url', "'urn:x'", 'urn:x'],
			['quantity', "5 'cm'", { value: 5, unit: 'cm', system: 'http://unitsofmeasure.org', code: 'cm' }],
			['choice', "'b'", { code: 'b', display: 'Blue' }, { answerOption: [{ valueCoding: { code: 'b', display: 'Blue' } }] }],
			['open-choice', "'else'", 'else', { answerOption: [{ valueCoding: { code: 'b' } }] }]
		];
		for (const [type, expression, expected, extra] of kinds) {
			const { state, problems } = workOut(form([{ linkId: 'x', type, ...extra, extension: [calculated(expression)] }]), emptyState);
			expect([type, problems, value(state, ['x'])]).toEqual([type, [], [expected]]);
		}
	});

	it('keep to their own row of a repeating section', () => {
		const rows = form([
			{
				linkId: 'g',
				type: 'group',
				repeats: true,
				extension: [variable('typed', "item.where(linkId='in').answer.value")],
				item: [
					{ linkId: 'in', type: 'string' },
					{ linkId: 'out', type: 'string', repeats: true, extension: [calculated('%typed.toChars()')] }
				]
			}
		]);
		const typed = setAnswer(setAnswer(emptyState, ['g', 0, 'in'], [{ valueString: 'ab' }]), ['g', 1, 'in'], [{ valueString: 'c' }]);
		const { state } = workOut(rows, typed);
		expect([value(state, ['g', 0, 'out']), value(state, ['g', 1, 'out'])]).toEqual([['a', 'b'], ['c']]);
	});
});

it('initial expressions fill what is empty, once', () => {
	const start = form([{ linkId: 'a', type: 'integer', extension: [path('initial', '40 + 2')] }]);
	const { state } = workOut(start, createFormState(start));
	expect(value(state, ['a'])).toEqual([42]);
	expect(value(workOut(start, setAnswer(state, ['a'], [])).state, ['a'])).toEqual([]);
	const response = toResponse(start, emptyState, { status: 'in-progress' });
	expect(value(workOut(start, createFormState(start, response)).state, ['a'])).toEqual([]);
});

it('initial expressions fill an added row too, once', () => {
	const rows = form([{ linkId: 'g', type: 'group', repeats: true, item: [{ linkId: 'a', type: 'integer', extension: [path('initial', '40 + 2')] }] }]);
	const [section] = rows.item!;
	const first = workOut(rows, createFormState(rows)).state;
	const added = workOut(rows, addRepeat(setAnswer(first, ['g', 0, 'a'], []), ['g'], freshRow(section!))).state;
	expect([value(added, ['g', 0, 'a']), value(added, ['g', 1, 'a'])]).toEqual([[], [42]]);
	expect(value(workOut(rows, setAnswer(added, ['g', 1, 'a'], [])).state, ['g', 1, 'a'])).toEqual([]);
});

it('enableWhen expressions decide what is shown; one that cannot be worked out hides nothing', () => {
	const shown = form([
		{ linkId: 'a', type: 'string' },
		{ linkId: 'b', type: 'string', extension: [path('enableWhen', "%resource.item.where(linkId='a').answer.value = 'yes'")] },
		{ linkId: 'c', type: 'string', extension: [path('enableWhen', '%nothing')] }
	]);
	const lines = (state: FormState) => enabledItems(shown, workOut(shown, state).state).map(({ item }) => item.linkId);
	expect(lines(emptyState)).toEqual(['a', 'c']);
	expect(lines(setAnswer(emptyState, ['a'], [{ valueString: 'yes' }]))).toEqual(['a', 'b', 'c']);
});

it('only a form with something to work out needs the engine', () => {
	expect(needsExpressions(form([{ linkId: 'a', type: 'string' }]))).toBe(false);
	expect(needsExpressions(form([{ linkId: 'a', type: 'group', item: [{ linkId: 'b', type: 'integer', extension: [calculated('1')] }] }]))).toBe(true);
});
