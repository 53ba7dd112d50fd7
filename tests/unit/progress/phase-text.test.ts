import { expect, test } from 'vitest';
import { PHASE_KINDS } from '$lib/features/measures/measure';
import { phaseLabel } from '$lib/features/progress/phase-text';

test('a phase is called by its own name, else by its kind; only a baseline is called baseline', () => {
	expect(phaseLabel({ kind: 'break', label: ' Summer ' })).toBe('Summer');
	expect(PHASE_KINDS.map((kind) => phaseLabel({ kind, label: ' ' }))).toEqual([
		'Baseline',
		'Something we try',
		'Maintenance',
		'Follow-up',
		'A break'
	]);
});
