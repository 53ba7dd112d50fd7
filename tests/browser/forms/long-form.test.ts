import '../../../src/app.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import FormView from '../../../src/lib/forms/FormView.svelte';
import { createFormState } from '../../../src/lib/forms/response';
import type { FormState } from '../../../src/lib/forms/state';
import { longForm, questions, untilQuestions } from '../../unit/forms/long-form';

/** What a task of answering may do is limited by what it touches; how long that takes is measured in the bench. */
test('an answer among 200 changes nothing on the screen but its own question', async () => {
	const questionnaire = longForm();
	let state: FormState = createFormState(questionnaire);
	await render(FormView, { questionnaire, state, onchange: (next: FormState) => (state = next) });
	await untilQuestions(80);
	const touched = new Set<Element | null>();
	const observer = new MutationObserver((list) => {
		for (const { target } of list) touched.add(target instanceof Element ? target.closest('.question') : (target.parentElement?.closest('.question') ?? null));
	});
	observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
	const settle = async () => {
		await new Promise((next) => requestAnimationFrame(next));
		for (const record of observer.takeRecords()) touched.add(record.target instanceof Element ? record.target.closest('.question') : null);
	};
	const fields = [...document.querySelectorAll<HTMLInputElement>('.form .question input')];
	for (const field of fields.filter(({ type, value }) => type === 'text' || value === '1').slice(0, 30)) {
		touched.clear();
		if (field.type === 'text') {
			field.value = '7';
			field.dispatchEvent(new InputEvent('input', { bubbles: true }));
		} else field.click();
		await settle();
		expect([...touched].filter((one) => one !== field.closest('.question'))).toEqual([]);
	}
	expect(Object.keys(state.nodes).length).toBe(30);

	// One answer that opens 120 more brings a few of them with each picture.
	const counts = [questions()];
	const growth = new MutationObserver(() => counts.push(questions()));
	growth.observe(document.body, { subtree: true, childList: true });
	document.querySelector<HTMLInputElement>('.form .question input[value="true"]')?.click();
	await untilQuestions(200);
	growth.disconnect();
	observer.disconnect();
	const steps = counts.slice(1).map((count, index) => count - counts[index]!);
	expect(Math.max(...steps)).toBeLessThanOrEqual(8);
	expect(steps.filter((step) => step > 0).length).toBeGreaterThanOrEqual(15);
});
