import { expect, test } from 'vitest';
import { contentOf, type PlanRows } from '$lib/features/plan/plan-content';
import { goal, tried } from '../review/build';

test('what is known to end later is part of the plan until that day', () => {
	const none = { objectives: [], steps: [], scales: [], needs: [], strengths: [], reviews: [] };
	const rows: PlanRows = { carePlan: undefined, goals: [goal()], interventions: [tried({ ended: '2026-07-01' })], ...none };
	const names = (today: string) => contentOf(rows, 'Amara', today).goals[0]?.interventions.map(({ name }) => name);
	expect(names('2026-06-01')).toEqual(['Evening walks']);
	expect(names('2026-07-01')).toEqual(['Evening walks']);
	expect(names('2026-07-02')).toEqual([]);
});
