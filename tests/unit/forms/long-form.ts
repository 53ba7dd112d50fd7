import type { Questionnaire } from '$lib/forms/types';
import { formOf, options } from './build';

/** 200 questions of the kinds that forms are made of; the first opens the last 120, which lie in six sections. */
export function longForm(): Questionnaire {
	const kinds = [
		{ type: 'choice', answerOption: options('Not at all', 'Several days', 'More than half the days', 'Nearly every day') },
		{ type: 'string' },
		{ type: 'boolean' },
		{ type: 'integer' },
		{ type: 'choice', repeats: true, answerOption: options('a', 'b', 'c', 'd', 'e') }
	];
	const all = Array.from({ length: 199 }, (_, index) => ({
		linkId: `q${index}`,
		text: `Question ${index}`,
		...kinds[index % kinds.length]
	}));
	const sections = [0, 1, 2, 3, 4, 5].map((part) => ({
		linkId: `g${part}`,
		type: 'group',
		text: `Section ${part}`,
		enableWhen: [{ question: 'more', operator: '=', answerBoolean: true }],
		item: all.slice(79 + part * 20, 99 + part * 20)
	}));
	return formOf({ linkId: 'more', type: 'boolean', text: 'Anything else?' }, ...all.slice(0, 79), ...sections);
}

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Questions on the screen. */
export const questions = (): number => document.querySelectorAll('.form .question').length;

/** Waits until so many questions are there. */
export async function untilQuestions(count: number): Promise<void> {
	while (questions() !== count) await frame();
}

/** Answers the form's first question, which opens or closes the six sections. */
export async function openSections(open: boolean): Promise<void> {
	document.querySelector<HTMLInputElement>(`.form .question input[value="${open}"]`)?.click();
	await untilQuestions(open ? 200 : 80);
}

/** Types into every text field and chooses another answer in every question, one after the other, a picture apart. */
export async function answerAll(round = 0): Promise<void> {
	for (const field of document.querySelectorAll<HTMLInputElement>('.form .question input')) {
		if (field.type === 'text') {
			field.value += '7';
			field.dispatchEvent(new InputEvent('input', { bubbles: true }));
		} else if (!field.checked && field.value === String(round % 2)) field.click();
		else continue;
		await frame();
	}
}
