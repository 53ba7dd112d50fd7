import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newIdentity } from '$lib/crypto/identity';
import { sealRow } from '$lib/crypto/seal';
import { headPlace } from '$lib/storage/head';
import type { PlanVersion } from '$lib/features/plan/care-plan';
import { planVersions } from '$lib/features/plan/care-plan.table';
import { agreePlan, saveCarePlan, signVersion } from '$lib/features/plan/care-plans.svelte';
import { emptyCarePlan } from '$lib/features/plan/care-plan';
import { emptySummary } from '$lib/features/clients/client-summary';
import { clientSummaries } from '$lib/features/clients/client-summary.table';
import { emptyGoal, type Goal } from '$lib/features/plan/goal';
import { saveGoal } from '$lib/features/plan/goals.svelte';
import { emptyStep } from '$lib/features/plan/objective';
import { saveStep } from '$lib/features/plan/objectives.svelte';
import { missingVersions, recordedVersions } from '$lib/features/plan/plan-record.svelte';
import { checkVersion, sealVersion, signatureHash, versionHash } from '$lib/features/plan/plan-version';
import ClientCopySheet from '$lib/features/plan/ClientCopySheet.svelte';
import ClientCopy from '$lib/features/plan/ClientCopy.svelte';
import VersionList from '$lib/features/plan/VersionList.svelte';
import VersionPage from '$lib/features/plan/VersionPage.svelte';
import { allDrafts } from '$lib/storage/drafts';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

const owner = { clientId: '0c000000-0000-4000-8000-000000000001', cref: '0c000000-0000-4000-8000-000000000002' };
const yes = { agreement: 'yes' as const, agreementWords: 'That is what I want.', reason: '' };
const typed = { who: 'client' as const, signer: 'Dee Lund', words: '', name: 'Dee Lund', width: 0, height: 0, strokes: [] };
let box: TestCasebook;
let goal: Goal;
let version: PlanVersion;

const latest = async () => (await planVersions.ofClient(box.casebook, owner.cref)).sort((a, b) => b.number - a.number)[0]!;
const agree = async (said = yes) => {
	await agreePlan(box.casebook, owner, 'Dee', said);
	return latest();
};
const verdict = async (one: PlanVersion) =>
	checkVersion(one, box.casebook.identity.verifyKey, (await recordedVersions(box.casebook, 0)).get(one.id), owner.clientId);

/** Writes a row past the program: sealed with the casebook's own keys, in its place, under its revision. */
async function reseal(changed: PlanVersion): Promise<PlanVersion> {
	const { casebook, random } = box;
	const { id, cref, rev, ...payload } = changed;
	const table = casebook.db.records('planVersion');
	const row = (await table.get(id))!;
	const place = { vaultId: casebook.keyring.vaultId, table: 'planVersion', id, cref, rev, g: row.g };
	await table.put(await sealRow(casebook.keyring.data, place, { v: 1, ...payload }, random));
	return (await planVersions.get(casebook, id))!;
}

beforeEach(async () => {
	await page.viewport(820, 1180);
	box = await testCasebook();
	const summary = clientSummaries.create(box.casebook, { ...emptySummary(owner.clientId), cref: owner.cref });
	await box.casebook.commit({ action: 'client.add', changes: [clientSummaries.put(summary)] });
	const saved = await saveGoal(box.casebook, owner, { ...emptyGoal(), words: 'A home of my own.' }, { measureName: 'Goal rating' });
	goal = saved.records[0] as Goal;
	await saveStep(box.casebook, owner, { goalId: goal.id }, { ...emptyStep(), words: 'Call the council', support: 'together' });
	await saveCarePlan(box.casebook, owner, { ...emptyCarePlan(), clientThinks: 'It feels like mine.', reviewDate: '2026-06-01' });
	version = await agree();
});
afterEach(() => disposeCasebook(box));

describe('a version', () => {
	test('holds the plan as it stood, and the review stands in the summary', async () => {
		expect(version).toMatchObject({ number: 1, agreement: 'yes', content: { clientName: 'Dee', clientThinks: 'It feels like mine.' } });
		expect(version.content.goals).toMatchObject([{ words: 'A home of my own.', steps: [{ words: 'Call the council', support: 'together' }] }]);
		expect(version.hash).toMatch(/^[0-9a-f]{64}$/);
		const [summary] = await clientSummaries.ofClient(box.casebook, owner.cref);
		expect(summary?.due).toMatchObject([{ kind: 'plan-review', date: '2026-06-01' }]);
		await saveGoal(box.casebook, owner, { ...emptyGoal(), words: 'My own door.' }, { goal, measureName: '' });
		const second = await agree({ ...yes, reason: 'Worded anew' });
		expect([second.number, (await latest()).content.goals[0]?.words]).toEqual([2, 'My own door.']);
		expect((await planVersions.get(box.casebook, version.id))?.content.goals[0]?.words).toBe('A home of my own.');
		expect([await verdict(version), await verdict(second)]).toEqual(['unchanged', 'unchanged']);

		const screen = await render(VersionList, { casebook: box.casebook, owner, planHref: '#', versionHref: () => '#' });
		await expect.element(screen.getByText('Changed', { exact: true })).toBeVisible();
		await expect.element(screen.getByText('“A home of my own.”').or(screen.getByText('A home of my own.')).first()).toBeVisible();
		await expect.poll(() => screen.getByText('Unchanged since it was agreed.').elements().length).toBe(2);
	});

	test('is signed by both: drawn, typed, or not; each with its own fingerprint', async () => {
		const screen = await render(VersionPage, { casebook: box.casebook, owner, versionId: version.id, name: 'Dee Lund', listHref: '#', copyHref: '#', reviewHref: () => '#' });
		await userEvent.click(screen.getByRole('button', { name: 'Dee signs' }));
		const dialog = screen.getByRole('dialog');
		await userEvent.click(dialog.getByRole('button', { name: 'Keep the signature' }));
		await expect.element(dialog.getByText('Sign, or choose “Would rather not”.')).toBeVisible();
		const canvas = dialog.element().querySelector('canvas')!;
		await expect.poll(() => canvas.width).toBeGreaterThan(300);
		await userEvent.dragAndDrop(canvas, canvas, { sourcePosition: { x: 20, y: 40 }, targetPosition: { x: 120, y: 60 } });
		await userEvent.click(dialog.getByRole('button', { name: 'Keep the signature' }));
		await expect.poll(async () => (await latest()).signatures.length).toBe(1);
		await userEvent.click(screen.getByRole('button', { name: 'I sign', exact: true }));
		await userEvent.fill(dialog.getByLabelText('Name under the plan'), 'Mara Quinn');
		await userEvent.click(dialog.getByRole('radio', { name: 'Would rather not' }));
		await userEvent.click(dialog.getByRole('button', { name: 'Keep the signature' }));
		await expect.poll(async () => (await latest()).signatures.length).toBe(2);
		const [drawn, declined] = (await latest()).signatures;
		expect(drawn).toMatchObject({ who: 'client', signer: 'Dee Lund' });
		expect(drawn?.strokes[0]?.length).toBeGreaterThan(2);
		expect(declined).toMatchObject({ who: 'practitioner', declined: true, strokes: [] });
		await expect.element(screen.getByText('Unchanged since it was agreed.')).toBeVisible();
	});

	test('a signature that was taken back is none', async () => {
		const done = await signVersion(box.casebook, version, typed);
		expect(await verdict(await latest())).toBe('unchanged');
		await box.casebook.undo(done);
		expect((await latest()).signatures).toEqual([]);
		expect(await verdict(await latest())).toBe('unchanged');
	});

	test('a signature that was taken back is none in a restored casebook either, whose commits are counted anew', async () => {
		const { casebook, random } = box;
		const { vaultId, g, audit } = casebook.keyring;
		await casebook.db.head.put(await sealRow(audit, headPlace(vaultId, casebook.headRev, g), { ...casebook.head, seq: 1 }, random));
		await casebook.loadHead();
		const done = await signVersion(casebook, version, typed);
		await casebook.undo(done);
		expect(await verdict(await latest())).toBe('unchanged');
		// Taking back something else does not take back what has its number in the other count.
		for (let at = 0; at < 8; at++) await casebook.undo(await casebook.commit({ action: 'note.add' }));
		await signVersion(casebook, await latest(), typed);
		expect(await verdict(await latest())).toBe('unchanged');
	});

	test('what is said with a signature is kept; the signature itself is not', async () => {
		const props = { casebook: box.casebook, owner, versionId: version.id, name: 'Dee Lund', listHref: '#', copyHref: '#', reviewHref: () => '#' };
		const screen = await render(VersionPage, props);
		await userEvent.click(screen.getByRole('button', { name: 'Dee signs' }));
		await userEvent.click(page.getByRole('radio', { name: 'Would rather not' }));
		const words = page.getByRole('dialog').getByLabelText('What they said', { exact: false });
		await userEvent.fill(words, 'Not with my name on it.');
		await expect.poll(async () => (await allDrafts(box.casebook)).map(({ value }) => value)).toEqual([{ words: 'Not with my name on it.' }]);
		await screen.unmount();
		await userEvent.click((await render(VersionPage, props)).getByRole('button', { name: 'Dee signs' }));
		await expect.element(words).toHaveValue('Not with my name on it.');
		await expect.element(page.getByRole('radio', { name: 'Would rather not' })).not.toBeChecked();
		await userEvent.click(page.getByRole('radio', { name: 'Would rather not' }));
		await userEvent.click(page.getByRole('button', { name: 'Keep the signature' }));
		await expect.poll(async () => (await latest()).signatures[0]?.words).toBe('Not with my name on it.');
		expect(await allDrafts(box.casebook)).toEqual([]);
	});
});

describe('altered in the database', () => {
	const bad = (one: PlanVersion): PlanVersion => {
		const next = structuredClone(one);
		next.content.goals[0]!.words = 'I agree to everything.';
		return next;
	};

	test('a signed version says so on the screen, where it is listed and where it is read', async () => {
		await signVersion(box.casebook, version, typed);
		const screen = await render(VersionPage, { casebook: box.casebook, owner, versionId: version.id, name: 'Dee Lund', listHref: '#', copyHref: '#', reviewHref: () => '#' });
		await expect.element(screen.getByText('Unchanged since it was agreed.')).toBeVisible();
		const altered = await reseal(bad(await latest()));
		expect(altered.content.goals[0]?.words).toBe('I agree to everything.');
		await expect.element(screen.getByText('This version does not hold')).toBeVisible();
		await expect.element(screen.getByText('it was altered afterwards', { exact: false })).toBeVisible();
		await screen.unmount();
		const list = await render(VersionList, { casebook: box.casebook, owner, planHref: '#', versionHref: () => '#' });
		await expect.element(list.getByText('This version does not hold')).toBeVisible();
	});

	test('with a fingerprint to match it fails by the casebook’s signature, and with that too by the audit', async () => {
		const changed = bad(version);
		changed.hash = await versionHash(changed);
		expect(await verdict(await reseal(changed))).toBe('altered');
		const { when, author, audit } = changed.sealed!;
		changed.sealed = await sealVersion(box.casebook.identity, changed, when, author, audit);
		const screen = await render(VersionPage, { casebook: box.casebook, owner, versionId: version.id, name: 'Dee Lund', listHref: '#', copyHref: '#', reviewHref: () => '#' });
		expect(await verdict(await reseal(changed))).toBe('not-recorded');
		await expect.element(screen.getByText('The audit has no record of this version', { exact: false })).toBeVisible();
	});

	test('the answer, the number, the moment and the reason are part of what was agreed', async () => {
		const changes: Partial<PlanVersion>[] = [
			{ agreement: 'partly' },
			{ agreementWords: 'All of it.' },
			{ number: 2 },
			{ agreed: { at: '2026-03-08T09:00:00.000Z', zone: 'UTC' } },
			{ reason: 'Because' },
			{ clientId: '0c000000-0000-4000-8000-000000000009' }
		];
		for (const change of changes) expect(await verdict(await reseal({ ...version, ...change })), JSON.stringify(change)).toBe('altered');
		expect(await verdict(await reseal(version))).toBe('unchanged');
		const { sealed: _gone, ...bare } = version;
		expect(await verdict(bare)).toBe('altered');
	});

	test('signatures that were changed, taken away, put there or made anew are found', async () => {
		await signVersion(box.casebook, version, typed);
		const signed = await latest();
		const [one] = signed.signatures;
		expect(await verdict(await reseal({ ...signed, signatures: [{ ...one!, words: 'Gladly.' }] }))).toBe('signature-altered');
		expect(await verdict(await reseal({ ...signed, signatures: [] }))).toBe('signature-altered');
		const forged = { ...one!, signer: 'Mara Quinn', who: 'practitioner' as const };
		forged.hash = await signatureHash(signed.hash, forged);
		expect(await verdict(await reseal({ ...signed, signatures: [...signed.signatures, forged] }))).toBe('signature-altered');
		expect(await verdict(await reseal(signed))).toBe('unchanged');
	});

	test('in another client’s record it is not theirs', async () => {
		const recorded = (await recordedVersions(box.casebook, 0)).get(version.id);
		const check = (clientId: string) => checkVersion(version, box.casebook.identity.verifyKey, recorded, clientId);
		expect([await check(owner.clientId), await check('0c000000-0000-4000-8000-000000000009')]).toEqual(['unchanged', 'other-client']);
	});

	test('one that was taken out past the program is missed; one that was taken back is not', async () => {
		await box.casebook.undo(await agreePlan(box.casebook, owner, 'Dee', yes));
		expect(await missingVersions(box.casebook, owner, [version.id])).toEqual([]);
		await reseal({ ...version, removed: box.casebook.now() });
		expect(await missingVersions(box.casebook, owner, [])).toMatchObject([{ number: 1, hash: version.hash }]);
		expect(await missingVersions(box.casebook, { ...owner, cref: '0c000000-0000-4000-8000-000000000008' }, [])).toEqual([]);
		const screen = await render(VersionList, { casebook: box.casebook, owner, planHref: '#', versionHref: () => '#' });
		await expect.element(screen.getByText('Version 1, agreed on', { exact: false })).toBeVisible();
	});

	test('it is neither signed nor printed', async () => {
		await reseal(bad(version));
		const props = { casebook: box.casebook, owner, versionId: version.id, name: 'Dee Lund' };
		const screen = await render(VersionPage, { ...props, listHref: '#', copyHref: '#copy', reviewHref: () => '#' });
		await expect.element(screen.getByText('This version does not hold')).toBeVisible();
		await expect.element(screen.getByRole('button', { name: 'Dee signs' })).toBeDisabled();
		expect(screen.container.querySelector('a[href="#copy"]')).toBeNull();
		await screen.unmount();
		const copy = await render(ClientCopy, { ...props, versionHref: '#' });
		await expect.element(copy.getByText('This version does not hold')).toBeVisible();
		expect(copy.getByRole('button', { name: 'Print', exact: false }).elements()).toEqual([]);
	});

	test('under another key it does not pass for one’s own', async () => {
		const { when, author, audit } = version.sealed!;
		const sealed = await sealVersion(await newIdentity(), version, when, author, audit);
		expect(await verdict({ ...version, sealed })).toBe('other-key');
	});
});

test('the client’s copy has the goal first and the name on it', async () => {
	const screen = await render(ClientCopySheet, { version, name: 'Dee Lund' });
	await expect.element(screen.getByText('Dee Lund')).toBeVisible();
	await expect.element(screen.getByText('A home of my own.')).toBeVisible();
	await expect.element(screen.getByText('Call the council (we do it together)')).toBeVisible();
	await signVersion(box.casebook, version, typed);
	await screen.rerender({ version: await latest(), name: 'Dee Lund' });
	await expect.element(screen.getByText('typed', { exact: true })).toBeVisible();
	await screen.rerender({ name: '' });
	expect(screen.container.textContent).toContain('A home of my own.');
	expect(screen.container.textContent).not.toMatch(/Dee|Lund/);
});
