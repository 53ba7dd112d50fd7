import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { newContact } from '$lib/features/clients/contact-rule';
import { ladderOf, nextRung, outreachLine, welfareTrouble, type Outreach, type Rung, type Try } from '$lib/features/outreach/outreach';

const mobile = { ...newContact('m'), label: 'Mobile', value: '555-0101', safeToCall: 'yes', safeToLeaveMessage: 'no', safeToText: 'ask' } as const;
const letters = { ...newContact('p', 'post'), label: 'Post', value: '1 Quay Street', safeToPost: 'no' } as const;
const sister = { id: 's', name: 'Maya Lund', role: 'sister' };
const keys = (ladder: readonly Rung[]) => ladder.map(({ key }) => key);
const at = (minute: number) => ({ at: new Date(Date.UTC(2026, 2, 9, 9, minute)).toISOString(), zone: 'Europe/Dublin' });
const tried = (key: string, minute: number, result: Try['result'] = 'no-answer'): Try => ({
	id: `${minute}`,
	at: at(minute),
	key,
	way: 'call',
	label: '',
	result,
	note: ''
});

describe('the ladder', () => {
	test('goes from the gentlest to what asks most, and what is not safe comes last', () => {
		const ladder = ladderOf({ contacts: [mobile, letters], whereToFind: 'The reading room in the mornings' }, [sister]);
		expect(keys(ladder)).toEqual(['m/text', 'm/call', 'visit', 'through/s', 'm/message', 'p/post', 'other']);
		expect(ladder.filter(({ safe }) => safe === 'no').map(({ key }) => key)).toEqual(['m/message', 'p/post']);
	});

	test('asking somebody else, or turning up, is never taken for safe', () => {
		const ladder = ladderOf({ contacts: [], whereToFind: 'Under the bridge' }, [sister]);
		expect(ladder.map(({ way, safe }) => [way, safe])).toEqual([
			['visit', 'ask'],
			['through', 'ask'],
			['other', 'ask']
		]);
	});

	test('of two numbers the one that is safe comes first', () => {
		const work = { ...newContact('w'), label: 'Work', value: '555-0102' };
		const ladder = ladderOf({ contacts: [work, { ...mobile, safeToText: 'yes' }], whereToFind: '' });
		expect(keys(ladder).slice(0, 4)).toEqual(['m/text', 'w/text', 'm/call', 'w/call']);
	});
});

describe('what to try next', () => {
	const ladder = ladderOf({ contacts: [mobile, letters], whereToFind: 'The reading room' }, [sister]);

	test('the first that was not tried; then the one that is longest ago', () => {
		expect(nextRung(ladder, [])?.key).toBe('m/text');
		expect(nextRung(ladder, [tried('m/text', 1)])?.key).toBe('m/call');
		const all = [tried('m/call', 1), tried('m/text', 2), tried('visit', 3), tried('through/s', 4)];
		expect(nextRung(ladder, all)?.key).toBe('m/call');
		expect(nextRung(ladder, [...all, tried('m/call', 5)])?.key).toBe('m/text');
	});

	test('a number that does not exist any more is not suggested again', () => {
		const tries = [tried('m/text', 1, 'out-of-order')];
		expect(nextRung(ladder, tries)?.key).toBe('m/call');
		const rest = ['m/call', 'visit', 'through/s'].map((key, i) => tried(key, i + 2));
		expect(nextRung(ladder, [...tries, ...rest])?.key).toBe('m/call');
	});

	test('what they said is not safe is never suggested, whatever was tried', () => {
		const safety = fc.constantFrom('yes' as const, 'no' as const, 'ask' as const);
		const contact = fc.record({
			key: fc.constantFrom('a', 'b', 'c'),
			kind: fc.constantFrom('phone' as const, 'email' as const, 'post' as const, 'other' as const),
			label: fc.string(),
			value: fc.string(),
			note: fc.string(),
			safeToCall: safety,
			safeToLeaveMessage: safety,
			safeToText: safety,
			safeToPost: safety
		});
		const results = fc.constantFrom('no-answer' as const, 'sent' as const, 'out-of-order' as const);
		fc.assert(
			fc.property(
				fc.uniqueArray(contact, { selector: ({ key }) => key }),
				fc.array(fc.tuple(fc.nat(20), results)),
				(contacts, picks) => {
					const all = ladderOf({ contacts, whereToFind: '' });
					const tries = picks.map(([pick, result], i) => tried(all[pick % all.length]!.key, i, result));
					const next = nextRung(all, tries);
					expect(next?.safe).not.toBe('no');
					if (all.some(({ safe, way }) => way !== 'other' && safe !== 'no') && !tries.some(({ result }) => result === 'out-of-order'))
						expect(next).toBeDefined();
				}
			)
		);
	});
});

test('a decision needs what was decided, why, and whom was asked where somebody was', () => {
	expect(welfareTrouble({ choice: '', reason: 'x', told: '' })).toBe('choice');
	expect(welfareTrouble({ choice: 'not-now', reason: ' ', told: '' })).toBe('reason');
	expect(welfareTrouble({ choice: 'not-now', reason: 'Seen on Friday', told: '' })).toBeUndefined();
	expect(welfareTrouble({ choice: 'emergency', reason: 'Said goodbye', told: '' })).toBe('told');
	expect(welfareTrouble({ choice: 'emergency', reason: 'Said goodbye', told: 'Control room, 14:05' })).toBeUndefined();
});

test('lists are told of what goes on, in the day of the place where it was', () => {
	const base = { id: 'o', tries: [], welfare: [], next: '', clientId: 'c', begun: at(0) } as unknown as Outreach;
	expect(outreachLine(base)).toEqual({ id: 'o', tries: 0, last: '', next: '' });
	const late = { ...tried('m/call', 1), at: { at: '2026-03-09T23:30:00.000Z', zone: 'Asia/Tokyo' } };
	expect(outreachLine({ ...base, tries: [late], next: '2026-03-12' })).toEqual({ id: 'o', tries: 1, last: '2026-03-10', next: '2026-03-12' });
	expect(outreachLine({ ...base, ended: { at: at(1), how: 'reached', note: '' } })).toBeUndefined();
});
