import { describe, expect, test } from 'vitest';
import { contactEnd, isLateEntry } from '$lib/features/notes/late-entry';

const facts = (change: Partial<Parameters<typeof contactEnd>[0]> = {}) => ({
	date: '2026-03-09',
	start: '10:00',
	end: '11:00',
	zone: 'Europe/Dublin',
	...change
});
const at = (iso: string) => Date.parse(iso);

describe('a late entry', () => {
	test('starts one millisecond after the limit, counted from the end of the contact', () => {
		// Dublin is on UTC in winter: the contact ended at 11:00Z.
		expect(isLateEntry(facts(), at('2026-03-10T11:00:00.000Z'), 24)).toBe(false);
		expect(isLateEntry(facts(), at('2026-03-10T11:00:00.001Z'), 24)).toBe(true);
	});

	test('follows the limit that the practitioner chose', () => {
		const noon = at('2026-03-11T12:00:00Z');
		expect(isLateEntry(facts(), noon, 24)).toBe(true);
		expect(isLateEntry(facts(), noon, 48)).toBe(true);
		expect(isLateEntry(facts(), noon, 72)).toBe(false);
	});

	// The clocks in Ireland go forward on 29 March 2026 at 01:00Z and back on 25 October 2026 at 01:00Z.
	test.each([
		['forward: 24 hours end an hour later by the clock', '2026-03-28', '2026-03-29T11:00:00Z'],
		['back: 24 hours end an hour earlier by the clock', '2026-10-24', '2026-10-25T10:00:00Z']
	])('counts hours that really passed when the clocks go %s', (_, date, limit) => {
		expect(isLateEntry(facts({ date }), at(limit), 24)).toBe(false);
		expect(isLateEntry(facts({ date }), at(limit) + 1, 24)).toBe(true);
	});

	test('is decided in the zone of the contact, wherever the device is now', () => {
		// 11:00 in Chicago on 9 March 2026 is 16:00Z (daylight time began the day before).
		expect(contactEnd(facts({ zone: 'America/Chicago' }))).toBe(at('2026-03-09T16:00:00Z'));
	});
});

describe('the end of a contact', () => {
	test('is past midnight when it lies before the start', () => {
		expect(contactEnd(facts({ start: '23:30', end: '00:15' }))).toBe(at('2026-03-10T00:15:00Z'));
	});
	test('is the start when no end was recorded, and the end of the day when no time was', () => {
		expect(contactEnd(facts({ end: '' }))).toBe(at('2026-03-09T10:00:00Z'));
		expect(contactEnd(facts({ start: '', end: '' }))).toBe(at('2026-03-10T00:00:00Z'));
	});
	test('is the later one of an hour that comes twice, and after the gap of one that does not come', () => {
		expect(contactEnd(facts({ date: '2026-10-25', start: '', end: '01:30' }))).toBe(at('2026-10-25T01:30:00Z'));
		expect(contactEnd(facts({ date: '2026-03-29', start: '', end: '01:30' }))).toBe(at('2026-03-29T01:30:00Z'));
	});
	test('is not known while the date is not whole, and then nothing counts as late', () => {
		expect(contactEnd(facts({ date: '' }))).toBeUndefined();
		expect(isLateEntry(facts({ date: '' }), at('2030-01-01T00:00:00Z'), 24)).toBe(false);
	});
});
