import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { AssessmentForm } from '$lib/features/assessment/assessment-form';
import { SENSITIVE_EXTENSION } from '$lib/features/assessment/sensitive';
import { safeToTalks } from '$lib/features/safety/safe-to-talk.table';
import { addClient, begin } from '../assessment-flow/support';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';
import HeldForm from './HeldForm.svelte';

const form: AssessmentForm = {
	id: 'home-visit',
	title: 'Home visit',
	shortTitle: 'Home visit',
	questionnaire: {
		resourceType: 'Questionnaire',
		status: 'active',
		item: [
			{ linkId: 'flat', type: 'group', text: 'The flat', item: [{ linkId: 'rooms', type: 'string', text: 'How many rooms' }] },
			{
				linkId: 'home',
				type: 'group',
				text: 'At home',
				item: [
					{
						linkId: 'afraid',
						type: 'string',
						text: 'Is there somebody you are afraid of',
						extension: [{ url: SENSITIVE_EXTENSION, valueCode: 'violence' }]
					}
				]
			},
			{ linkId: 'after', type: 'string', text: 'Anything else' }
		]
	}
};

let box: TestCasebook;
beforeEach(async () => {
	await page.viewport(820, 1180);
	box = await testCasebook();
});
afterEach(() => disposeCasebook(box));

const step = page.getByRole('heading', { name: 'Alone, and safe to talk?' });
const close = page.getByRole('textbox', { name: 'Is there somebody you are afraid of' });
const button = (name: string) => page.getByRole('button', { name, exact: true });

async function open() {
	const { client, person } = await addClient(box.casebook);
	const record = await begin(box.casebook, client, form);
	const props = { casebook: box.casebook, record, person, onconcern: () => undefined };
	await render(HeldForm, { form: props, owner: { clientId: client.id, cref: client.cref } });
	await expect.element(page.getByRole('textbox', { name: 'How many rooms' })).toBeVisible();
	await expect.element(step).toBeVisible();
	return async () =>
		(await safeToTalks.ofClient(box.casebook, client.cref)).map(({ answer, wentOn, present, responseId, asked }) => ({
			answer,
			wentOn,
			present,
			ofThis: responseId === record.id,
			at: asked.at
		}));
}
const top = (element: Element) => element.getBoundingClientRect().top;

test('the step stands before the section that is personal, and after what is not', async () => {
	await open();
	expect(top(page.getByRole('textbox', { name: 'How many rooms' }).element())).toBeLessThan(top(step.element()));
	expect(top(step.element())).toBeLessThan(top(page.getByRole('heading', { name: 'At home' }).element()));
});

test('not now: the section is out of sight, the rest is not, and the time is written down; asked again, it comes', async () => {
	const written = await open();
	await userEvent.click(button('Not now'));
	await expect.element(close).not.toBeInTheDocument();
	await expect.element(page.getByRole('heading', { name: 'At home' })).not.toBeInTheDocument();
	await expect.element(page.getByRole('textbox', { name: 'Anything else' })).toBeVisible();
	box.clock.advance(5 * 60_000);
	await userEvent.click(button('Ask again'));
	await userEvent.click(button('Someone else is here'));
	await expect.element(close).not.toBeInTheDocument();
	await userEvent.type(page.getByRole('textbox', { name: 'Who is there' }), 'An interpreter');
	await userEvent.click(button('Go on, the client wants to'));
	await expect.element(close).toBeVisible();
	await expect.element(step).not.toBeInTheDocument();
	const common = { ofThis: true };
	expect(await written()).toEqual(
		expect.arrayContaining([
			{ ...common, answer: 'not-now', wentOn: false, present: '', at: '2026-03-09T09:00:00.000Z' },
			{ ...common, answer: 'someone-else', wentOn: false, present: '', at: '2026-03-09T09:05:00.000Z' },
			{ ...common, answer: 'someone-else', wentOn: true, present: 'An interpreter', at: '2026-03-09T09:05:00.000Z' }
		])
	);
	expect(await written()).toHaveLength(3);
});

test('skipping needs no words, opens the section, and is written down as not asked', async () => {
	const written = await open();
	await userEvent.click(button('Skip this'));
	await expect.element(close).toBeVisible();
	await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
	await expect.element(step).not.toBeInTheDocument();
	expect(await written()).toEqual([
		{ answer: 'skipped', wentOn: false, present: '', ofThis: true, at: '2026-03-09T09:00:00.000Z' }
	]);
});
