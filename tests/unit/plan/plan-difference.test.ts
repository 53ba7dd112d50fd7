import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeCount, planDifference } from '$lib/features/plan/plan-difference';
import { fieldText, valueText } from '$lib/features/plan/plan-difference-text';
import { aGoal, aPlan, aStep } from './a-plan';

const home = aGoal('h', 'A home of my own.', {
	targetDate: '2026-06-01',
	objectives: [{ id: 'o', words: 'On the list', measurable: '', measureId: '', due: '', state: 'open', steps: [aStep('s1', 'Call', { support: 'i-do' })] }],
	steps: [aStep('s2', 'Save for the deposit')]
});

describe('the difference between two versions', () => {
	test('of a plan and itself is nothing, and order alone is none', () => {
		const plan = aPlan({ goals: [home, aGoal('w', 'Work.')], strengths: [{ id: 'a', words: 'A' }, { id: 'b', words: 'B' }] });
		expect(planDifference(plan, structuredClone(plan))).toEqual([]);
		const turned = aPlan({ goals: [aGoal('w', 'Work.'), home], strengths: [{ id: 'b', words: 'B' }, { id: 'a', words: 'A' }] });
		expect(planDifference(plan, turned)).toEqual([]);
	});

	test('says what was added, taken out and changed, with the words before and after, goal by goal', () => {
		const before = aPlan({ goals: [home, aGoal('w', 'Work.')], clientThinks: 'Too much at once.' });
		const after = aPlan({
			clientThinks: 'Now it is mine.',
			goals: [
				{ ...home, words: 'My own door.', targetDate: '', objectives: [{ ...home.objectives[0]!, state: 'done', steps: [aStep('s1', 'Call', { support: 'you-do' })] }], steps: [] },
				aGoal('f', 'See my sister.', { start: 2 })
			]
		});
		const found = planDifference(before, after);
		expect(found.map(({ goalId, words }) => [goalId, words])).toEqual([
			['', ''],
			['h', 'My own door.'],
			['f', 'See my sister.'],
			['w', 'Work.']
		]);
		const lines = found.map(({ pieces }) => pieces.map(({ change, part, words, fields }) => [change, part, words, fields.map(({ field, before: a, after: b }) => `${field}: ${a} > ${b}`)]));
		expect(lines[0]).toEqual([['changed', 'plan', '', ['clientThinks: Too much at once. > Now it is mine.']]]);
		expect(lines[1]).toEqual([
			['changed', 'goal', 'My own door.', ['words: A home of my own. > My own door.', 'targetDate: 2026-06-01 > ']],
			['changed', 'objective', 'On the list', ['state: open > done']],
			['changed', 'step', 'Call', ['support: i-do > you-do']],
			['taken-out', 'step', 'Save for the deposit', ['words: Save for the deposit > ', 'state: open > ']]
		]);
		expect(lines[2]?.map(([change, part, words]) => [change, part, words])).toEqual([['added', 'goal', 'See my sister.']]);
		expect(lines[3]?.map(([change]) => change)).toEqual(['taken-out']);
		expect(changeCount(found)).toBe(7);
		// Turned round, what was added was taken out.
		const back = planDifference(after, before).flatMap(({ pieces }) => pieces.map(({ change }) => change));
		expect(back.filter((change) => change === 'added')).toHaveLength(2);
		expect(back.filter((change) => change === 'taken-out')).toHaveLength(1);
	});

	test('a step that goes to another objective, a barrier to another goal, a level that is worded anew are changes', () => {
		const levels = ['a', 'b', 'c', 'd', 'e'] as [string, string, string, string, string];
		const scale = { levels, describedBy: 'both' as const, weight: 1, baseline: -2 as const };
		const barrier = { key: '1', goalId: '', words: 'No bus', voice: 'client' as const, help: '' };
		const before = aPlan({ goals: [{ ...home, scale }], barriers: [barrier] });
		const after = aPlan({
			goals: [{ ...home, scale: { ...scale, levels: ['a', 'b', 'C', 'd', 'e'] }, objectives: [{ ...home.objectives[0]!, steps: [] }], steps: [...home.steps, ...home.objectives[0]!.steps] }],
			barriers: [{ ...barrier, goalId: 'h' }]
		});
		const pieces = planDifference(before, after).flatMap((one) => one.pieces);
		expect(pieces.map(({ part, fields }) => [part, fields.map(({ field }) => field)])).toEqual([
			['barrier', []],
			['scale', ['level0']],
			['step', ['under']]
		]);
	});

	test('another measure of an objective is a change; other words of an objective are none of its steps', () => {
		const [one] = home.objectives;
		const after = aPlan({ goals: [{ ...home, objectives: [{ ...one!, words: 'On the housing list', measureId: 'm' }] }] });
		const pieces = planDifference(aPlan({ goals: [home] }), after).flatMap((each) => each.pieces);
		expect(pieces.map(({ part, fields }) => [part, fields])).toEqual([
			[
				'objective',
				[
					{ field: 'words', before: 'On the list', after: 'On the housing list' },
					{ field: 'measureId', before: '', after: 'm' }
				]
			]
		]);
		expect(valueText('objective', 'measureId', 'm', new Map([['m', 'Rows at home']]))).toBe('Rows at home');
		expect(valueText('objective', 'measureId', 'gone', new Map())).toBe('A measure that was removed');
	});

	test('is told in words, days and choices too', () => {
		expect(fieldText('level-2')).toBe('Much less than expected');
		expect(valueText('goal', 'targetDate', '2026-06-01')).toBe('1 June 2026');
		expect(valueText('step', 'support', 'you-do')).toBe('You do');
		expect(valueText('plan', 'tookPart', 'client, family')).toBe('Client, Family or friends');
		expect(valueText('goal', 'words', '')).toBe('(nothing)');
		expect(valueText('objective', 'state', 'done')).toBe('Done');
	});
});

test('strengths that a goal leans on are compared by their words', () => {
	const strengths = [{ id: 'x', words: 'I sing' }];
	const found = planDifference(aPlan({ goals: [home], strengths }), aPlan({ goals: [{ ...home, strengthIds: ['x'] }], strengths }));
	expect(found.flatMap(({ pieces }) => pieces.flatMap(({ fields }) => fields))).toEqual([{ field: 'means', before: '', after: 'I sing' }]);
});

test('whatever differs, it is found both ways round, added for taken out', () => {
	const step = fc.record({ id: fc.constantFrom('a', 'b', 'c'), words: fc.constantFrom('x', 'y'), support: fc.constantFrom('' as const, 'you-do' as const) });
	const plan = fc
		.record({ steps: fc.uniqueArray(step, { selector: ({ id }) => id }), thinks: fc.constantFrom('', 'Mine.'), goal: fc.boolean() })
		.map(({ steps, thinks, goal }) =>
			aPlan({ clientThinks: thinks, goals: goal ? [aGoal('g', 'Home.', { steps: steps.map((one) => aStep(one.id, one.words, one)) })] : [] })
		);
	const turned = { added: 'taken-out', 'taken-out': 'added', changed: 'changed' };
	fc.assert(
		fc.property(plan, plan, (one, other) => {
			const lines = (from: typeof one, to: typeof one) =>
				planDifference(from, to).flatMap(({ pieces }) => pieces.map(({ change, part, id }) => ({ change, part, id })));
			const key = ({ change, part, id }: { change: string; part: string; id: string }) => `${part}/${id}/${change}`;
			const back = lines(other, one).map((line) => ({ ...line, change: turned[line.change] }));
			expect(back.map(key).sort()).toEqual(lines(one, other).map(key).sort());
			// Steps in another order, and a goal whose steps are the same, are no difference.
			if (JSON.stringify(one) === JSON.stringify(other)) expect(lines(one, other)).toEqual([]);
		})
	);
});
