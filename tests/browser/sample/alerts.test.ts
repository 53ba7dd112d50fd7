import { afterAll, beforeAll, expect, test } from 'vitest';
import { MovedClock } from '$lib/clock';
import { careState } from '$lib/features/clients/client';
import { clients, episodes } from '$lib/features/clients/client.table';
import { clientSummaries } from '$lib/features/clients/client-summary.table';
import { persons } from '$lib/features/clients/person.table';
import { interventions } from '$lib/features/interventions/intervention.table';
import { objectives, steps } from '$lib/features/plan/objective.table';
import { holding } from '$lib/features/review/alerts';
import { reviews } from '$lib/features/review/review.table';
import { lookAt } from '$lib/features/review/reviews.svelte';
import { storedAlert } from '$lib/features/review/summary';
import { guarded, systemRandom } from '$lib/crypto/random';
import type { Casebook } from '$lib/storage/casebook';
import { createCasebook } from '$lib/storage/casebook-file';
import { newDatabaseName } from '$lib/storage/database-name';
import { fillSampleCaseload } from '../../../src/routes/sample';
import { FAST_KDF, PASSPHRASE, RECOVERY, testClock } from '../support/casebook';

const NOW = Date.parse('2026-11-20T14:00:00Z');
const TODAY = '2026-11-20';
let casebook: Casebook;
let seconds = 0;

beforeAll(async () => {
	const clock = new MovedClock(testClock(NOW));
	clock.moveTo(NOW - 400 * 86_400_000);
	const made = { passphrase: PASSPHRASE, recoveryCode: RECOVERY, kdf: FAST_KDF };
	casebook = await createCasebook(newDatabaseName(systemRandom), made, { clock, random: guarded(systemRandom) });
	const begun = performance.now();
	await fillSampleCaseload(casebook, clock);
	seconds = (performance.now() - begun) / 1000;
});
afterAll(async () => {
	const { db } = casebook;
	casebook.destroy();
	await db.delete();
});

/** By hand, for each of the twelve: what is raised, from which day, and the reason as it is shown. Nothing else is. */
const RAISED: Record<string, string[]> = {
	Amara: [
		'2026-11-08 check-in-drop: “Worked on what matters” went from 9 on 11 October 2026 to 6: worth a word about how you work together.',
		'2026-11-17 review-due: You meant to look at this goal again on 17 November 2026.'
	],
	Dee: [
		'2026-10-22 no-change-by-date: “Cognitive behavioural therapy” was to show in GAD-7 by 21 October 2026. It was 15 when it began and is 14: no change for the better beyond the questionnaire’s own error (4).',
		'2026-11-14 measure-overdue: Goal “Stay in the exam room until the end” has been due since 6 November 2026.',
		'2026-11-19 reliably-worse: GAD-7 rose from 7 to 14 since 3 July 2026: more than the questionnaire’s own error (changes of 4 or more).'
	],
	// His sister needs him; the work rests, his goal was reached.
	Tomasz: [],
	// Three days late is not overdue: her measures came due on 17 November.
	Ilse: ['2026-11-11 review-due: You meant to look at this goal again on 11 November 2026.'],
	// No goal and no measure yet.
	Noor: [],
	// Her form is due since exactly seven days: not overdue before tomorrow. The first objective was reached after its date.
	Rosa: ['2026-11-11 objective-overdue: It was planned for 10 November 2026 and is still open.'],
	// The GAD-7 went from 9 to 12, within its own error; the check-in fell by exactly two in one question, by one in another.
	Jonas: [
		'2026-11-14 rating-sliding: Rated 7, 6, 4 since 21 September 2026: each time lower than before.',
		'2026-11-14 check-in-drop: “Today as a whole” went from 9 on 18 May 2026 to 7: worth a word about how you work together.'
	],
	// One form rests, the other was left because he was unwell; he declined to rate his goal twice; an objective is due today.
	Callum: [],
	// The low mood rose by exactly the questionnaire's own error.
	Fatuma: [
		'2026-10-31 reliably-worse: PHQ-9 rose from 8 to 14 since 4 May 2026: more than the questionnaire’s own error (changes of 6 or more).',
		'2026-10-31 no-change-by-date: “Problem-solving therapy” was to show in GAD-7 by 30 October 2026. It was 15 when it began and is 14: no change for the better beyond the questionnaire’s own error (4).'
	],
	// Moved away: closed, although the score was worse and dates have passed.
	Walter: [],
	// Worse, and put off until her mother is home.
	Asha: [],
	// His ratings slid 7, 6, 5; the review answered that, and its next look has come.
	Teo: ['2026-11-18 review-due: You meant to look at this goal again on 18 November 2026.']
};

async function shown(today: string): Promise<Record<string, string[]>> {
	const [all, people, care] = [await clients.all(casebook), await persons.all(casebook), await episodes.all(casebook)];
	const rows = await clientSummaries.all(casebook);
	return Object.fromEntries(
		all.map(({ id, personId }) => {
			const name = people.find((one) => one.id === personId)?.names.find(({ first }) => first in RAISED)?.first ?? personId;
			const alerts = rows.find(({ clientId }) => clientId === id)?.alerts ?? [];
			const state = careState(care.filter(({ clientId }) => clientId === id));
			return [name, holding(alerts, today, state).map(({ since, kind, reason }) => `${since} ${kind}: ${reason}`)];
		})
	);
}

test('the alerts of the twelve are those that were worked out by hand, each with its reason', async () => {
	expect(await shown(TODAY)).toEqual(RAISED);
});

test('days pass without a write: tomorrow Rosa’s form and Callum’s objective, after her date Asha’s scores', async () => {
	const kinds = async (name: string, today: string) => (await shown(today))[name]?.map((one) => one.split(':')[0]);
	expect(await kinds('Rosa', '2026-11-21')).toEqual(['2026-11-11 objective-overdue', '2026-11-21 measure-overdue']);
	expect(await kinds('Callum', '2026-11-21')).toEqual(['2026-11-21 objective-overdue']);
	expect(await kinds('Asha', '2026-11-29')).toEqual([]);
	expect(await kinds('Asha', '2026-11-30')).toEqual(['2026-11-30 reliably-worse']);
	expect(await kinds('Walter', '2027-06-01')).toEqual([]);
});

test('what is kept in the summaries is what the records say now', async () => {
	for (const { id, cref } of await clients.all(casebook)) {
		const [summary] = await clientSummaries.ofClient(casebook, cref);
		const { raised } = await lookAt(casebook, { id, cref });
		expect(summary?.alerts ?? []).toEqual(raised.map(storedAlert));
	}
});

test('a year of plans and reviews is there, and filling it takes a few seconds', async () => {
	const held = await reviews.all(casebook);
	expect(held.every(({ finished, decision, clientSays }) => finished && decision !== '' && clientSays !== '')).toBe(true);
	expect(held.length).toBeGreaterThanOrEqual(4);
	expect(held.flatMap(({ alerts }) => alerts.map(({ kind }) => kind))).toContain('rating-sliding');
	expect((await interventions.all(casebook)).length).toBeGreaterThanOrEqual(8);
	expect((await objectives.all(casebook)).length).toBeGreaterThanOrEqual(8);
	expect((await steps.all(casebook)).length).toBeGreaterThanOrEqual(8);
	expect(seconds).toBeLessThan(20);
});
