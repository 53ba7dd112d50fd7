import { afterAll, expect, test } from 'vitest';
import { MovedClock } from '$lib/clock';
import type { FormResponse } from '$lib/features/assessment/response';
import { responses } from '$lib/features/assessment/response.table';
import { careState } from '$lib/features/clients/client';
import { clients, episodes } from '$lib/features/clients/client.table';
import { clientSummaries } from '$lib/features/clients/client-summary.table';
import { persons } from '$lib/features/clients/person.table';
import { assessments } from '$lib/features/domains/assessment.table';
import { needs } from '$lib/features/domains/need.table';
import { strengths } from '$lib/features/domains/strength.table';
import { lifeEvents } from '$lib/features/story/life-event.table';
import { storyEntries } from '$lib/features/story/story-entry.table';
import { measures, ratings } from '$lib/features/measures/measure.table';
import { checkSignature } from '$lib/features/clients-turn/signature';
import { signatures } from '$lib/features/clients-turn/signature.table';
import { turnTickets } from '$lib/features/clients-turn/turn-ticket.table';
import { interventions } from '$lib/features/interventions/intervention.table';
import { notes } from '$lib/features/notes/note.table';
import { concerns } from '$lib/features/safety/concern.table';
import { crisisPlans } from '$lib/features/safety/crisis-plan.table';
import { goals } from '$lib/features/plan/goal.table';
import { schedules } from '$lib/features/schedule/schedule.table';
import { guarded, systemRandom } from '$lib/crypto/random';
import { readAudit } from '$lib/storage/audit';
import type { Casebook } from '$lib/storage/casebook';
import { createCasebook } from '$lib/storage/casebook-file';
import { newDatabaseName } from '$lib/storage/database-name';
import { checkIntegrity } from '$lib/storage/integrity';
import { declaredTables } from '$lib/storage/sealed-table';
import { fillSampleCaseload } from '../../../src/routes/sample';
import { FAST_KDF, PASSPHRASE, RECOVERY, testClock } from '../support/casebook';

const NOW = Date.parse('2026-11-20T14:00:00Z');
const open: Casebook[] = [];

afterAll(async () => {
	for (const casebook of open.splice(0)) {
		const { db } = casebook;
		casebook.destroy();
		await db.delete();
	}
});

async function filled(now = NOW): Promise<Casebook> {
	const clock = new MovedClock(testClock(now));
	clock.moveTo(now - 400 * 86_400_000);
	const made = { passphrase: PASSPHRASE, recoveryCode: RECOVERY, kdf: FAST_KDF };
	const random = guarded(systemRandom);
	const casebook = await createCasebook(newDatabaseName(systemRandom), made, { clock, random });
	open.push(casebook);
	await fillSampleCaseload(casebook, clock);
	return casebook;
}

/** The sample at the usual moment, filled once: nothing here changes it. */
let usual: Promise<Casebook> | undefined;
const sample = () => (usual ??= filled());

/** Every record in the order it was saved, with ids and signatures replaced by the place where they first appear. */
async function contentsOf(casebook: Casebook): Promise<string[]> {
	const { entries } = await readAudit(casebook);
	const order = [...new Set(entries.flatMap(({ changes }) => changes.map(([table, id]) => `${table}/${id}`)))];
	const rows = new Map<string, unknown>();
	for (const table of declaredTables()) for (const one of await table.all(casebook)) rows.set(`${table.name}/${one.id}`, one);
	const met = new Map<string, number>();
	const place = (found: string) => {
		if (!met.has(found)) met.set(found, met.size);
		return `#${met.get(found)}`;
	};
	const random = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|"[A-Za-z0-9+/]{43}="|"[A-Za-z0-9+/]{86}=="|"[0-9a-f]{64}"/g;
	return order.map((key) => `${key.split('/')[0]} ${JSON.stringify(rows.get(key)).replace(random, place)}`);
}

test('the same clock gives the same caseload, twice', async () => {
	const [first, second] = [await contentsOf(await sample()), await contentsOf(await filled())];
	expect(first.length).toBeGreaterThan(150);
	expect(second).toEqual(first);
});

test('it is a year of work with twelve people that ends today, and the casebook holds together', async () => {
	const casebook = await sample();
	const [people, care, summaries] = [await clients.all(casebook), await episodes.all(casebook), await clientSummaries.all(casebook)];
	expect(people).toHaveLength(12);
	const states = people.map(({ id }) => careState(care.filter(({ clientId }) => clientId === id))).sort();
	expect(states).toEqual(['closed', 'on-hold', ...Array.from({ length: 10 }, () => 'open')]);
	expect(summaries.flatMap(({ safetyOpen }) => safetyOpen)).toHaveLength(1);
	expect(summaries.flatMap(({ unread }) => unread.map(({ title }) => title))).toEqual(['GAD-7']);
	expect(summaries.flatMap(({ unsigned }) => unsigned.map(({ date }) => date))).toEqual(['2026-11-18']);
	expect(Math.min(...care.map(({ opened }) => Date.parse(opened)))).toBeLessThan(NOW - 340 * 86_400_000);

	const all = await notes.all(casebook);
	expect(all.filter(({ state }) => state === 'signed').length).toBeGreaterThan(20);
	expect(all.some(({ lateEntry }) => lateEntry)).toBe(true);
	expect(all.some(({ template }) => template.id === 'soap') && all.some(({ template }) => template.id === 'quick')).toBe(true);
	expect(all.every(({ signed, written }) => !signed || signed.when.at >= written.at)).toBe(true);
	expect((await goals.all(casebook)).length).toBeGreaterThanOrEqual(5);
	expect((await ratings.all(casebook)).length).toBeGreaterThan(25);
	expect((await persons.all(casebook)).length).toBeGreaterThan(4);

	const plans = await crisisPlans.all(casebook);
	expect(plans.map(({ version, former }) => [version, former.length]).sort()).toEqual([
		[1, 0],
		[2, 1]
	]);
	const byHand = (await concerns.all(casebook)).filter(({ trigger }) => trigger.kind === 'noticed');
	expect(byHand.map(({ state, steps }) => [state, new Set(steps.map(({ at }) => at.at)).size])).toEqual([['resolved', 3]]);
	expect(summaries.flatMap(({ authority }) => authority?.due.map(({ kind, date }) => [kind, date]) ?? [])).toEqual([
		['order', '2026-12-10']
	]);

	const measured = summaries.flatMap(({ due }) => due.filter(({ kind }) => kind !== 'goal-review'));
	expect(measured.filter(({ date }) => date <= '2026-11-20').map(({ title, date }) => [title.slice(0, 5), date]).sort()).toEqual([
		['GAD-7', '2026-10-15'],
		['Goal ', '2026-11-06'],
		['Goal ', '2026-11-17'],
		['PHQ-9', '2026-11-13'],
		['PHQ-9', '2026-11-17']
	]);
	expect((await schedules.all(casebook)).flatMap(({ history }) => history.map(({ date }) => date)).sort()).toEqual([
		'2026-09-13',
		'2026-09-15',
		'2026-09-15',
		'2026-10-11',
		'2026-11-06'
	]);

	// Three turns went as they go with real people: handed over, answered, taken in, with nothing left and nothing refused.
	expect((await turnTickets.all(casebook)).map(({ state }) => state)).toEqual(['collected', 'collected', 'collected']);
	expect(await casebook.db.dropBox.count()).toBe(0);
	const signed = await signatures.all(casebook);
	expect(signed).toHaveLength(2);
	for (const one of signed) expect(await checkSignature(one)).toBe('unchanged');
	const lonely = (await responses.all(casebook)).filter(({ formId }) => formId === 'ucla-3');
	expect(lonely.map(({ score, circumstances }) => [score?.total, circumstances.respondent.kind])).toEqual([[7, 'client']]);
	const checkIns = (await measures.all(casebook)).filter(({ key }) => key?.startsWith('check-in/'));
	expect(checkIns.map(({ key }) => key).sort()).toEqual(['fits', 'heard', 'matters', 'overall'].flatMap((one) => Array.from({ length: 3 }, () => `check-in/${one}`)));
	expect((await storyEntries.all(casebook)).some(({ versions }) => versions[0]?.text.startsWith('Thursday is choir'))).toBe(true);

	const { entries, broken } = await readAudit(casebook);
	expect(broken).toEqual([]);
	expect(entries.filter(({ action }) => action === 'turn.refuse')).toEqual([]);
	expect(entries.filter(({ detail }) => detail && 'clockBehindMs' in detail)).toEqual([]);
	expect(entries.every(({ when }) => Date.parse(when.at) <= NOW)).toBe(true);
	expect((await checkIntegrity(casebook)).whole).toBe(true);
	expect(casebook.author).toBe('Ruth Sample, LCSW');
});

test('scores come from the answers and follow the story', async () => {
	const casebook = await sample();
	const forms = await responses.all(casebook);
	const totals = (formId: string, clientId: string) =>
		forms
			.filter((one) => one.formId === formId && one.clientId === clientId)
			.sort((a: FormResponse, b: FormResponse) => (a.date < b.date ? -1 : 1))
			.map(({ score }) => score?.total);
	const named = async (first: string) => {
		const person = (await persons.all(casebook)).find(({ names }) => names.some((name) => name.first === first));
		return (await clients.all(casebook)).find(({ personId }) => personId === person?.id)?.id ?? '';
	};
	expect(totals('phq-9', await named('Amara'))).toEqual([17, 15, 12, 10, 8, 7, 6]);
	expect(totals('gad-7', await named('Dee'))).toEqual([15, 12, 9, 7, 9, 12, 14]);
});

test('everybody has told something of themselves: a whole picture, needs in two orders, a story, and events', async () => {
	const casebook = await sample();
	const [pictures, wanted, told, happened, strong] = [
		await assessments.all(casebook),
		await needs.all(casebook),
		await storyEntries.all(casebook),
		await lifeEvents.all(casebook),
		await strengths.all(casebook)
	];
	for (const { id } of await clients.all(casebook)) {
		const own = <T extends { clientId: string }>(rows: readonly T[]) => rows.filter(({ clientId }) => clientId === id);
		expect(own(pictures).filter(({ state }) => state === 'finished').length).toBeGreaterThan(0);
		expect([own(wanted).length > 0, own(told).length > 0, own(strong).length > 0]).toEqual([true, true, true]);
	}
	const noor = (await persons.all(casebook)).find(({ names }) => names.some(({ first }) => first === 'Noor'))!;
	const born = noor.birth && 'value' in noor.birth ? noor.birth.value.date : '';
	const { id } = (await clients.all(casebook)).find(({ personId }) => personId === noor.id)!;
	const times = happened.filter(({ clientId }) => clientId === id).map(({ time }) => time);
	expect(times).toContainEqual({ kind: 'point', at: { date: '2017', about: true } });
	expect(times).toContainEqual({ kind: 'point', at: { date: '2026-03', about: false } });
	for (const time of times) if (time.kind === 'point') expect(time.at.date > born && time.at.date <= '2026-11').toBe(true);
});

test('notes say what was given of what is tried, on days on which it was going on, and never where nobody came', async () => {
	const casebook = await sample();
	const tried = await interventions.all(casebook);
	const written = await notes.all(casebook);
	const given = new Set<string>();
	for (const note of written)
		for (const { interventionId, minutes } of note.delivered ?? []) {
			const one = tried.find(({ id }) => id === interventionId)!;
			expect(note.contact).toBe('made');
			expect(note.date >= one.started && (one.ended === '' || note.date <= one.ended), `${one.name} on ${note.date}`).toBe(true);
			expect(minutes).toBeGreaterThan(0);
			given.add(interventionId);
		}
	expect(given.size).toBeGreaterThanOrEqual(5);
});

test('a total from paper is a line of its own, with the band where the sheet named one', async () => {
	const casebook = await sample();
	const [line, ...others] = (await measures.all(casebook)).filter(({ source }) => source.kind === 'paper');
	expect([others.length, line?.name, line?.min, line?.max]).toEqual([0, 'Day centre strain sheet', 0, 20]);
	const totals = (await ratings.all(casebook)).filter(({ measureId }) => measureId === line?.id);
	expect(totals.map(({ date, value, band }) => [date, value, band]).sort()).toEqual([
		['2026-04-05', 16, 'heavy'],
		['2026-10-20', 11, undefined]
	]);
});

test('at any hour and in the night after a change of clocks, nothing lies in the future', async () => {
	for (const now of ['2026-03-29T00:30:00Z', '2026-10-25T01:30:00Z'].map(Date.parse)) {
		const casebook = await filled(now);
		const { entries } = await readAudit(casebook);
		expect(entries.filter(({ when }) => Date.parse(when.at) > now)).toEqual([]);
		expect(entries.filter(({ detail }) => detail && 'clockBehindMs' in detail)).toEqual([]);
	}
});
