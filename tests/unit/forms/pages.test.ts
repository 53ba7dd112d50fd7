import { expect, it } from 'vitest';
import { firstOpenPage, questionPages } from '$lib/forms/pages';
import { addRepeat, emptyState, setAnswer } from '$lib/forms/state';
import { EXTENSION } from '$lib/forms/extensions';
import { isAnswered } from '$lib/forms/validate';
import { formOf, options } from './build';

const concept = (code: string) => ({ valueCodeableConcept: { coding: [{ code }] } });
const instructions = [{ url: EXTENSION.displayCategory, ...concept('instructions') }];
const help = [{ url: EXTENSION.itemControl, ...concept('help') }];

const form = formOf(
	{ linkId: 'welcome', type: 'display', text: 'Welcome' },
	{
		linkId: 'g',
		type: 'group',
		text: 'Mood',
		item: [
			{ linkId: 'how', type: 'display', text: 'Over the last 2 weeks', extension: instructions },
			{ linkId: 'a', type: 'choice', text: 'Sad', answerOption: options('x', 'y'), item: [
				{ linkId: 'a.help', type: 'display', text: 'Help', extension: help },
				{ linkId: 'a.why', type: 'text', text: 'Why', enableWhen: [{ question: 'a', operator: '=', answerCoding: { code: 'y' } }] }
			] },
			{ linkId: 'b', type: 'choice', text: 'Tired', answerOption: options('x', 'y') },
			{ linkId: 'sum', type: 'integer', text: 'Score', readOnly: true },
			{ linkId: 'secret', type: 'string', text: 'Hidden', extension: [{ url: EXTENSION.hidden, valueBoolean: true }] }
		]
	},
	{ linkId: 'kin', type: 'group', text: 'Person', repeats: true, item: [{ linkId: 'kin.name', type: 'string', text: 'Name' }] },
	{ linkId: 'bye', type: 'display', text: 'Thank you' }
);
const shape = (state = emptyState) =>
	questionPages(form, state).map(({ kind, path, texts, headings }) =>
		[kind, path.join('/'), texts.map(({ item }) => item.linkId).join('+'), headings.map(({ item, row }) => `${item.linkId}${row ?? ''}`).join('+')].join(' | ')
	);

it('asks one question on each page, with its section and the instructions, and never one that is worked out or hidden', () => {
	expect(shape()).toEqual([
		'question | g/0/a | how+welcome | g',
		'question | g/0/b | how | g',
		'question | kin/0/kin.name |  | kin0',
		'rows | kin |  | ',
		'text | bye | bye | '
	]);
});

it('adds a page for what an answer opens, and one for each row', () => {
	const answered = addRepeat(setAnswer(emptyState, ['g', 0, 'a'], [{ valueCoding: { code: 'y' } }]), ['kin']);
	expect(shape(answered).map((line) => line.split(' | ')[1])).toEqual([
		'g/0/a',
		'g/0/a/0/a.why',
		'g/0/b',
		'kin/0/kin.name',
		'kin/1/kin.name',
		'kin',
		'bye'
	]);
});

it('goes on with the first question that is open', () => {
	const state = setAnswer(emptyState, ['g', 0, 'a'], [{ valueCoding: { code: 'x' } }]);
	const pages = questionPages(form, state);
	expect(firstOpenPage(pages, (path) => isAnswered(state, path))?.path).toEqual(['g', 0, 'b']);
	expect(firstOpenPage(pages, () => true)?.item.linkId).toBe('bye');
	expect(firstOpenPage([], () => true)).toBeUndefined();
});

it('puts notices of rights on the last page, and gives them none of their own', () => {
	const legal = [{ url: EXTENSION.displayCategory, ...concept('legal') }];
	const notice = { linkId: 'rights', type: 'display' as const, text: '© Somebody', extension: legal };
	const a = { linkId: 'a', type: 'string' as const, text: 'First' };
	const b = { linkId: 'b', type: 'string' as const, text: 'Second' };
	for (const items of [[a, b, notice], [notice, a, b]]) {
		const pages = questionPages(formOf(...items), emptyState);
		expect(pages.map(({ item, notices }) => [item.linkId, notices.map((one) => one.item.linkId)])).toEqual([
			['a', []],
			['b', ['rights']]
		]);
	}
});
