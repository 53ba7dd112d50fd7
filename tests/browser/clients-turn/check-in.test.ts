import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import CheckInCard from '$lib/features/clients-turn/CheckInCard.svelte';
import { measures, ratings } from '$lib/features/measures/measure.table';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

let box: TestCasebook;
beforeEach(async () => {
	box = await testCasebook();
});
afterEach(() => disposeCasebook(box));

const owner = { clientId: '0c000000-0000-4000-8000-000000000001', cref: '0c000000-0000-4000-8000-000000000002' };
const group = (name: string) => page.getByRole('radiogroup', { name });
const answer = (question: string, value: string) =>
	userEvent.click(group(question).getByRole('radio', { name: value, exact: true }), { force: true });

test('the check-in asked aloud is kept as the client’s own, on the same measures each time', async () => {
	const { casebook } = box;
	await render(CheckInCard, { casebook, owner, turnHref: '#/turn' });
	await expect.element(page.getByText('Not asked yet.', { exact: false })).toBeVisible();
	await page.getByRole('button', { name: 'Ask aloud' }).click();
	await page.getByRole('button', { name: 'Save answers' }).click();
	await expect.element(page.getByText('Choose a number for at least one question', { exact: false })).toBeVisible();
	await answer('How much did you feel heard?', '7');
	await page.getByRole('checkbox', { name: 'Would rather not answer: How well does the way we work fit you?' }).click();
	await userEvent.type(page.getByLabelText('What they said with it, exactly'), 'You were in a hurry');
	await page.getByRole('button', { name: 'Save answers' }).click();
	await expect.element(page.getByText('Asked last on', { exact: false })).toBeVisible();
	const asked = await measures.ofClient(casebook, owner.cref);
	expect(asked.map(({ key }) => key).sort(), 'what nobody answered leaves nothing').toEqual(['check-in/fits', 'check-in/heard']);
	const of = async (key: string) => {
		const measure = (await measures.ofClient(casebook, owner.cref)).find((one) => one.key === key);
		return (await ratings.ofClient(casebook, owner.cref)).filter((one) => one.measureId === measure?.id);
	};
	expect(await of('check-in/heard')).toMatchObject([{ value: 7, by: 'client', words: '' }]);
	expect(await of('check-in/fits')).toMatchObject([{ value: null, reason: 'declined', words: 'You were in a hurry' }]);

	await page.getByRole('button', { name: 'Ask aloud' }).click();
	await answer('How much did you feel heard?', '4');
	await page.getByRole('button', { name: 'Save answers' }).click();
	await expect.poll(async () => (await of('check-in/heard')).length).toBe(2);
	expect(await measures.ofClient(casebook, owner.cref)).toHaveLength(2);
});
