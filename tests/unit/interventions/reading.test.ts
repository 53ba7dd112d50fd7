import { expect, test } from 'vitest';
import type { ReadingNote } from '$lib/features/interventions/intervention';
import { dueFirst, emptyReading, isDue } from '$lib/features/interventions/reading-rules';

const note = (id: string, lookAgain: string, at: string): ReadingNote => ({
	...emptyReading(),
	id,
	title: id,
	lookAgain,
	cref: '',
	rev: 1,
	created: { at, zone: 'UTC' },
	changed: { at, zone: 'UTC' },
	author: ''
});

test('what is due soonest comes first, what has no date last and the newest of it first', () => {
	const list = [note('old', '', '2026-01-01'), note('later', '2026-09-01', '2026-01-02'), note('new', '', '2026-02-01'), note('soon', '2026-03-01', '2026-01-03')];
	expect(dueFirst(list).map(({ id }) => id)).toEqual(['soon', 'later', 'new', 'old']);
});

test('it is due from its day on', () => {
	expect(isDue({ lookAgain: '2026-03-09' }, '2026-03-08')).toBe(false);
	expect(isDue({ lookAgain: '2026-03-09' }, '2026-03-09')).toBe(true);
	expect(isDue({ lookAgain: '' }, '2026-03-09')).toBe(false);
});
