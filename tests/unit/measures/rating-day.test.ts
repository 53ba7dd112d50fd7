import { expect, test } from 'vitest';
import { dayTrouble } from '$lib/features/measures/rating-text';

test('a rating is about a day that there is and that has come', () => {
	expect(dayTrouble('', '2026-03-09')).toBe('Add the day it is about.');
	expect(dayTrouble('2062-03-09', '2026-03-09')).toBe('This day has not come yet. Choose today or an earlier day.');
	expect(dayTrouble('2026-03-10', '2026-03-09')).toBeDefined();
	expect(dayTrouble('2026-03-09', '2026-03-09')).toBeUndefined();
	expect(dayTrouble('2025-12-31', '2026-03-09')).toBeUndefined();
});
