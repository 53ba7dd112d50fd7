import { describe, expect, it } from 'vitest';
import { givenOf, plannedTimes, type DeliveringNote } from '$lib/features/interventions/delivered';
import type { Delivered, Intervention } from '$lib/features/interventions/intervention';
import {
	canSave,
	changed,
	emptyIntervention,
	gapsOf,
	goingOn,
	inOrder,
	standingOf,
	withItem,
	withOption
} from '$lib/features/interventions/intervention-rules';
import { shippedItems } from '$lib/features/interventions/catalogue';
import { emptyTalk, NOTHING, optionFrom, toggled, toTry } from '$lib/features/interventions/options-rules';
import { closingPhases, openingPhases } from '$lib/features/interventions/phase-marks';
import type { Phase } from '$lib/features/measures/measure';

const base = { cref: 'c', rev: 1, created: { at: '2026-01-01T00:00:00.000Z', zone: 'UTC' }, changed: { at: '', zone: '' }, author: '' };
const tried = (over: Partial<Intervention> = {}): Intervention => ({
	...base,
	id: 'i1',
	clientId: 'p1',
	...emptyIntervention(),
	name: 'Activity plan',
	started: '',
	ended: '',
	endReason: '',
	former: [],
	...over
});
const phase = (over: Partial<Phase>): Phase => ({ ...base, id: 'x', clientId: 'p1', kind: 'intervention', label: 'A', start: '2026-01-05', ...over });

describe('choosing', () => {
	it('needs a name and nothing else, and says what is open', () => {
		expect(canSave({ name: ' ' })).toBe(false);
		expect(canSave({ name: 'Walks' })).toBe(true);
		expect(gapsOf(emptyIntervention())).toEqual(['research', 'training', 'preference', 'expected']);
		expect(gapsOf({ ...emptyIntervention(), training: 'neither' })).toContain('untrained');
		expect(gapsOf({ ...emptyIntervention(), training: 'neither', untrained: 'refer' })).not.toContain('untrained');
	});
	it('takes a snapshot of what research says: a later change of the catalogue does not reach it', () => {
		const item = structuredClone(shippedItems.find(({ id }) => id === 'cbt'));
		if (!item) throw new Error('no cbt');
		const fields = withItem(emptyIntervention(), item);
		item.evidence.splice(0, 1);
		expect(fields.research).toHaveLength(1);
		expect(fields).toMatchObject({ catalogueId: 'cbt', name: 'Cognitive behavioural therapy' });
	});
	it('carries the name and the client’s words over from what was chosen together', () => {
		const talk = { ...emptyTalk('Nothing for now'), words: 'I want to walk again.' };
		talk.options.unshift({ ...optionFrom('k'), name: 'Walks in the park' });
		expect(withOption(emptyIntervention(), talk, 'k')).toMatchObject({
			name: 'Walks in the park',
			plainName: 'Walks in the park',
			preference: 'I want to walk again.'
		});
		expect(withOption(emptyIntervention(), talk, 'gone')).toEqual(emptyIntervention());
	});
	it('keeps what was written before, with the day until which it held; the same again is no change', () => {
		const one = tried({ fit: 'on Tuesdays' });
		const next = changed(one, { ...emptyIntervention(), name: 'Activity plan', fit: 'on Fridays' }, '2026-03-09');
		expect(next.fit).toBe('on Fridays');
		expect(next.former).toMatchObject([{ fit: 'on Tuesdays', until: '2026-03-09' }]);
		expect(changed(next, { ...emptyIntervention(), name: 'Activity plan', fit: 'on Fridays' }, '2026-03-10')).toBe(next);
	});
});

describe('where it stands', () => {
	it('goes on from its first day to its last one, both counted', () => {
		const one = tried({ started: '2026-02-02', ended: '2026-02-20' });
		const at = (day: string) => standingOf(one, day);
		expect(['2026-02-01', '2026-02-02', '2026-02-20', '2026-02-21'].map(at)).toEqual(['planned', 'going-on', 'going-on', 'ended']);
		expect(goingOn([one, tried({ id: 'i2' })], '2026-02-10').map(({ id }) => id)).toEqual(['i1']);
		expect(goingOn([{ ...one, removed: base.created }], '2026-02-10')).toEqual([]);
	});
	it('shows what goes on first', () => {
		const list = [tried({ id: 'done', started: '2026-01-01', ended: '2026-01-09' }), tried({ id: 'plan' }), tried({ id: 'now', started: '2026-01-02' })];
		expect(inOrder(list, '2026-02-01').map(({ id }) => id)).toEqual(['now', 'plan', 'done']);
	});
});

describe('options', () => {
	it('always have leaving things as they are, which excludes the others', () => {
		expect(emptyTalk('Nothing for now').options.map(({ catalogueId }) => catalogueId)).toEqual(['nothing']);
		expect(toggled(['a'], NOTHING)).toEqual([NOTHING]);
		expect(toggled([NOTHING], 'a')).toEqual(['a']);
		expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
		expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
		const talk = emptyTalk('Nothing');
		expect(toTry({ options: [optionFrom('a'), ...talk.options], chosen: [NOTHING] })).toEqual([]);
		expect(toTry({ options: [optionFrom('a'), ...talk.options], chosen: ['a'] }).map(({ key }) => key)).toEqual(['a']);
	});
});

describe('phases', () => {
	it('open on all charts, or on those of the measures concerned', () => {
		const one = tried();
		const all = openingPhases(one, '2026-01-05', ' Activity plan ', 'all');
		expect(all).toEqual([{ clientId: 'p1', kind: 'intervention', label: 'Activity plan', start: '2026-01-05', interventionId: 'i1' }]);
		expect(openingPhases(one, '2026-01-05', 'A', ['m1', 'm2']).map(({ measureId }) => measureId)).toEqual(['m1', 'm2']);
		expect(openingPhases(one, '2026-01-05', 'A', 'none')).toEqual([]);
	});
	it('close on the day after the last one, where they were opened', () => {
		const one = tried({ started: '2026-01-05' });
		const own = [phase({ interventionId: 'i1', measureId: 'm1' }), phase({ id: 'y', interventionId: 'i1', measureId: 'm2' })];
		const closing = closingPhases(one, '2026-02-28', 'maintenance', 'Maintenance', own);
		expect(closing).toEqual([
			{ clientId: 'p1', kind: 'maintenance', label: 'Maintenance', start: '2026-03-01', closesId: 'i1', measureId: 'm1' },
			{ clientId: 'p1', kind: 'maintenance', label: 'Maintenance', start: '2026-03-01', closesId: 'i1', measureId: 'm2' }
		]);
		const everywhere = closingPhases(one, '2026-02-28', 'break', 'A break', [phase({ interventionId: 'i1' })]);
		expect(everywhere).toHaveLength(1);
		expect(everywhere[0]).not.toHaveProperty('measureId');
		expect(closingPhases(one, '2026-02-28', 'none', '', own)).toEqual([]);
	});
	it('say what goes on, wherever a chart may still name what ended', () => {
		const one = tried({ started: '2026-01-05' });
		const own = phase({ interventionId: 'i1', start: '2026-01-05', measureId: 'm1' });
		const with2 = (over: Partial<Phase> = {}) => phase({ id: 'b', interventionId: 'i2', start: '2026-02-01', label: 'A + B', measureId: 'm2', ...over });
		const charts = (list: Phase[], others: string[]) => closingPhases(one, '2026-02-28', 'others', 'B', list, others).map(({ measureId }) => measureId);
		expect(closingPhases(one, '2026-02-28', 'others', 'B', [own], ['i2'])).toEqual([
			{ clientId: 'p1', kind: 'intervention', label: 'B', start: '2026-03-01', closesId: 'i1', measureId: 'm1' }
		]);
		expect(charts([own, with2()], ['i2'])).toEqual(['m1', 'm2']);
		expect(charts([own, with2({ measureId: 'm1' })], ['i2'])).toEqual(['m1']);
		// Begun before or after it, a chart of the other names the other alone.
		expect(charts([own, with2({ start: '2025-12-01' })], ['i2'])).toEqual(['m1']);
		expect(charts([own, with2({ start: '2026-03-05' })], ['i2'])).toEqual(['m1']);
		expect(charts([], ['i2'])).toEqual([]);
		const { measureId: _all, ...everywhere } = with2();
		expect(charts([own, everywhere], ['i2'])).toEqual([undefined]);
	});
});

describe('what was given', () => {
	const gave = (over: Partial<Delivered> = {}): Delivered => ({ interventionId: 'i1', minutes: null, fidelity: '', note: '', ...over });
	const note = (date: string, delivered: Delivered[], over: Partial<DeliveringNote> = {}): DeliveringNote => ({ date, state: 'signed', delivered, ...over });
	const one = tried({ started: '2026-01-05' });

	it('adds up signed and unsigned notes, and none that is in error, removed, or about something else', () => {
		const notes = [
			note('2026-01-05', [gave({ minutes: 40, fidelity: 'as-planned' })]),
			note('2026-01-12', [gave({ minutes: 30, fidelity: 'adapted' })], { state: 'draft' }),
			note('2026-01-13', [gave()]),
			note('2026-01-14', [gave({ minutes: 500 })], { state: 'entered-in-error' }),
			note('2026-01-14', [gave({ minutes: 500 })], { removed: base.created }),
			note('2026-01-14', [gave({ interventionId: 'i2', minutes: 500 })]),
			{ date: '2026-01-15', state: 'signed' as const }
		];
		const given = givenOf(one, notes, '2026-01-25');
		expect(given).toMatchObject({ times: 3, minutes: 70, untimed: 1, fidelity: { 'as-planned': 1, adapted: 1, partly: 0 } });
		expect(given.weeks).toEqual([
			{ start: '2026-01-05', times: 1, minutes: 40 },
			{ start: '2026-01-12', times: 2, minutes: 30 },
			{ start: '2026-01-19', times: 0, minutes: 0 }
		]);
	});
	it('has no weeks before the start, and counts what was given outside of them in the sum alone', () => {
		expect(givenOf(tried(), [note('2026-01-05', [gave({ minutes: 10 })])], '2026-01-25')).toMatchObject({ times: 1, minutes: 10, weeks: [] });
		const early = givenOf(one, [note('2026-01-01', [gave({ minutes: 10 })])], '2026-01-06');
		expect(early).toMatchObject({ times: 1, weeks: [{ start: '2026-01-05', times: 0 }] });
		expect(givenOf(tried({ started: '2026-02-01', ended: '2026-02-03' }), [], '2026-05-01').weeks).toHaveLength(1);
	});
	it('stands beside what was planned by then', () => {
		const weekly = { times: 2, per: 'week' as const, minutes: 45, weeks: 8 };
		expect(plannedTimes(weekly, '2026-01-05', '2026-01-05')).toBe(2);
		expect(plannedTimes(weekly, '2026-01-05', '2026-01-11')).toBe(2);
		expect(plannedTimes(weekly, '2026-01-05', '2026-01-12')).toBe(4);
		expect(plannedTimes(weekly, '2026-01-05', '2026-12-31')).toBe(16);
		expect(plannedTimes({ ...weekly, per: 'month', weeks: null }, '2026-01-31', '2026-02-28')).toBe(4);
		expect(plannedTimes({ ...weekly, per: 'month', weeks: null }, '2026-01-05', '2026-02-04')).toBe(2);
		expect(plannedTimes({ ...weekly, per: 'all', times: 6 }, '2026-01-05', '2026-01-06')).toBe(6);
		expect(plannedTimes({ ...weekly, times: null }, '2026-01-05', '2026-01-06')).toBeUndefined();
		expect(plannedTimes(weekly, '', '2026-01-06')).toBeUndefined();
		expect(plannedTimes(weekly, '2026-01-05', '2026-01-04')).toBeUndefined();
	});
});
