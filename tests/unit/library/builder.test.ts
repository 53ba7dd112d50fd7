import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuestionnaire } from '$lib/forms/parse';
import type { Questionnaire, QuestionnaireItem } from '$lib/forms/types';
import { buildProblems, showable, tidied } from '$lib/features/library/builder/check';
import { sensitivity } from '$lib/features/assessment/sensitive';
import { conditionValue, questionsBefore, relationOf, withConditions, withRelation, withValue } from '$lib/features/library/builder/conditions';
import {
	helpItem,
	isOwnWords,
	KINDS,
	kindOf,
	newItem,
	numberLimits,
	topicOf,
	withHelp,
	withKind,
	withLimits,
	withOwnWords,
	withRequired,
	withText,
	withTopic
} from '$lib/features/library/builder/kinds';
import { moveOption, optionViews, rewordOption, withOptionScore } from '$lib/features/library/builder/options';
import { insertItem, lineOf, mapItems, moveIn, moveItem, moveOut, outlineOf, removeItem, reorder, updateItem } from '$lib/features/library/builder/outline';
import { anyForm, published } from './build';

/** Reads everything the builder shows of a line and writes it back unchanged. */
function readAndWrite(form: Questionnaire): Questionnaire {
	let next = form;
	for (const { item } of outlineOf(form)) {
		const { linkId } = item;
		next = updateItem(next, linkId, (one) => {
			let same = withText(one, one.text ?? '');
			same = withHelp(same, helpItem(same)?.text ?? '');
			same = withRequired(same, same.required ?? false);
			same = withOwnWords(same, isOwnWords(same));
			same = withLimits(same, numberLimits(same));
			same = withTopic(same, topicOf(same));
			const kind = kindOf(same);
			if (kind !== 'other') same = withKind(same, kind, () => 'new');
			for (const { index, score } of optionViews(same)) same = withOptionScore(same, index, score);
			const conditions = (same.enableWhen ?? []).map((condition) => {
				const target = lineOf(form, condition.question)?.item;
				return withRelation(withValue(condition, target, conditionValue(condition, target)), relationOf(condition));
			});
			return conditions.length > 0 ? withConditions(same, conditions) : same;
		});
		for (const { index, text } of optionViews(item)) next = rewordOption(next, linkId, index, text);
	}
	return next;
}

/** Where a help text stands among the lines beneath its question has no meaning. */
const helpFirst = (form: Questionnaire) =>
	mapItems(form, (item) => {
		const help = helpItem(item);
		return help ? { ...item, item: [help, ...(item.item ?? []).filter((one) => one !== help)] } : item;
	});

describe('a form that goes through the builder untouched', () => {
	test.each(published)('%s stays as it is, to the last extension', (_name, form) => {
		expect(readAndWrite(structuredClone(form))).toEqual(form);
	});

	test('and so does any other', () => {
		fc.assert(
			fc.property(anyForm, (form) => {
				expect(readAndWrite(form)).toEqual(form);
			}),
			{ numRuns: 300 }
		);
	});

	test('taking a line out and putting it back, or moving it there and back, changes nothing', () => {
		fc.assert(
			fc.property(anyForm, fc.nat(), (form, pick) => {
				const lines = outlineOf(form);
				const line = lines[pick % lines.length]!;
				const { form: without, removed } = removeItem(form, line.item.linkId);
				expect(outlineOf(without).map(({ item }) => item.linkId)).not.toContain(line.item.linkId);
				expect(helpFirst(insertItem(without, removed!, removed!.item))).toEqual(helpFirst(form));
				expect(reorder(form, undefined, (form.item ?? []).map(({ linkId }) => linkId))).toEqual(form);
				for (const [there, back] of [
					['up', 'down'],
					['down', 'up']
				] as const) {
					const moved = moveItem(form, line.item.linkId, there);
					expect(new Set(outlineOf(moved).map(({ item }) => item.linkId))).toEqual(new Set(lines.map(({ item }) => item.linkId)));
					// A section that left another does not walk back in.
					if (moved !== form && line.item.type !== 'group') expect(helpFirst(moveItem(moved, line.item.linkId, back))).toEqual(helpFirst(form));
				}
			}),
			{ numRuns: 300 }
		);
	});
});

describe('what is changed', () => {
	test('a change to one line leaves every other line, and every element it does not know, as it was', () => {
		fc.assert(
			fc.property(anyForm, fc.nat(), (form, pick) => {
				const lines = outlineOf(form);
				const { item } = lines[pick % lines.length]!;
				const changed = updateItem(form, item.linkId, (one) => withText(one, 'Asked in other words'));
				const restored = updateItem(changed, item.linkId, (one) => ({ ...withText(one, item.text!), ...('_text' in item ? { _text: item._text } : {}) }));
				expect(restored).toEqual(form);
				expect(lineOf(changed, item.linkId)?.item).not.toHaveProperty('_text');
			}),
			{ numRuns: 200 }
		);
	});

	test('every kind of line, once written, is a form our own parser takes, and is read back as the kind it is', () => {
		let code = 0;
		for (const kind of KINDS) {
			let item = withText(newItem(kind, 'a', () => `c${code++}`), 'Asked');
			expect(kindOf(item)).toBe(kind);
			if (kind === 'section') item = { ...item, item: [withText(newItem('short', 'b', () => ''), 'Name')] };
			let form: Questionnaire = { resourceType: 'Questionnaire', status: 'draft', title: 'Mine', item: [item] };
			for (const { index } of optionViews(item)) form = rewordOption(form, 'a', index, `Answer ${index}`);
			expect(buildProblems(form)).toEqual([]);
			expect(parseQuestionnaire(form)).toMatchObject({ ok: true, problems: [] });
			for (const other of KINDS.filter((one) => one !== 'section' && kind !== 'section')) {
				const turned = withKind(item, other, () => `c${code++}`);
				expect(kindOf(turned)).toBe(other);
				expect(turned.text).toBe('Asked');
			}
		}
	});

	test('rewording an answer carries the conditions that ask for it along, with or without a code', () => {
		const choice = (option: object): QuestionnaireItem => ({ linkId: 'a', type: 'choice', text: 'Where', answerOption: [option as never] });
		const follow = (condition: object): QuestionnaireItem => ({ linkId: 'b', type: 'string', text: 'Which', enableWhen: [condition as never] });
		const coded: Questionnaire = {
			resourceType: 'Questionnaire',
			status: 'draft',
			item: [
				choice({ valueCoding: { code: 'h', display: 'Home' } }),
				follow({ question: 'a', operator: '=', answerCoding: { code: 'h', display: 'Home' } })
			]
		};
		expect(rewordOption(coded, 'a', 0, 'At home').item?.[1]?.enableWhen).toEqual([
			{ question: 'a', operator: '=', answerCoding: { code: 'h', display: 'At home' } }
		]);
		const plain: Questionnaire = {
			...coded,
			item: [choice({ valueString: 'Home' }), follow({ question: 'a', operator: '=', answerString: 'Home' })]
		};
		expect(rewordOption(plain, 'a', 0, 'At home').item?.[1]?.enableWhen?.[0]?.answerString).toBe('At home');
	});

	test('a question walks into the section it meets and out of it again; a section never walks into another', () => {
		const form: Questionnaire = {
			resourceType: 'Questionnaire',
			status: 'draft',
			item: [
				{ linkId: 'q', type: 'string', text: 'Q' },
				{ linkId: 's', type: 'group', text: 'S', item: [{ linkId: 'r', type: 'string', text: 'R' }] },
				{ linkId: 't', type: 'group', text: 'T', item: [{ linkId: 'u', type: 'string', text: 'U' }] }
			]
		};
		const order = (one: Questionnaire) => outlineOf(one).map(({ item, depth }) => `${'>'.repeat(depth)}${item.linkId}`);
		expect(order(moveItem(form, 'q', 'down'))).toEqual(['s', '>q', '>r', 't', '>u']);
		expect(order(moveItem(form, 'r', 'up'))).toEqual(['q', 'r', 's', 't', '>u']);
		expect(order(moveItem(form, 'u', 'down'))).toEqual(['q', 's', '>r', 't', 'u']);
		expect(order(moveItem(form, 't', 'up'))).toEqual(['q', 't', '>u', 's', '>r']);
		expect(moveItem(form, 'q', 'up')).toBe(form);
	});

	test('a section goes into the one before it and out again, as deep as it lay, with all in it', () => {
		const section = (linkId: string, ...item: QuestionnaireItem[]): QuestionnaireItem => ({ linkId, type: 'group', text: linkId, item });
		const ask = (linkId: string): QuestionnaireItem => ({ linkId, type: 'string', text: linkId });
		const form: Questionnaire = { resourceType: 'Questionnaire', status: 'draft', item: [section('s', ask('r')), section('t', ask('u')), ask('q')] };
		const order = (one: Questionnaire) => outlineOf(one).map(({ item, depth }) => `${'>'.repeat(depth)}${item.linkId}`);
		const inside = moveIn(form, 't');
		expect(order(inside)).toEqual(['s', '>r', '>t', '>>u', 'q']);
		expect(moveOut(inside, 't')).toEqual(form);
		expect(order(moveItem(inside, 't', 'down'))).toEqual(['s', '>r', 't', '>u', 'q']);
		expect(order(moveIn(moveIn(moveIn(form, 'q'), 't'), 'q'))).toEqual(['s', '>r', '>t', '>>u', '>>q']);
		expect(moveIn(form, 's')).toBe(form);
		expect(moveOut(form, 's')).toBe(form);
		expect(moveIn(form, 'r')).toBe(form);
	});

	test('a line marked to touch something close makes its part of the form wait, and no more once the mark is taken off', () => {
		const item = { linkId: 'a', type: 'string', text: 'Who frightens you?' } as const;
		const form = (one: QuestionnaireItem): Questionnaire => ({
			resourceType: 'Questionnaire',
			status: 'draft',
			title: 'Mine',
			item: [{ linkId: 'x', type: 'string', text: 'Name' }, { linkId: 's', type: 'group', text: 'Home', item: [one] }]
		});
		const waits = (one: QuestionnaireItem) => sensitivity({ id: 'mine', questionnaire: form(one) });
		expect(waits(withTopic(item, 'violence'))).toEqual({ topics: ['violence'], held: ['s'] });
		expect(waits(withTopic(withTopic(item, 'violence'), 'substances'))).toEqual({ topics: ['substances'], held: ['s'] });
		expect(withTopic(withTopic(item, 'violence'), undefined)).toEqual(item);
		expect(waits(withKind(withTopic(item, 'violence'), 'long', () => 'x'))).toBeDefined();
		expect(waits(withKind(withTopic(item, 'violence'), 'text', () => 'x'))).toBeUndefined();
	});

	test('answers change places', () => {
		const item: QuestionnaireItem = { linkId: 'a', type: 'choice', answerOption: [{ valueString: 'x' }, { valueString: 'y' }, { valueString: 'z' }] };
		expect(optionViews(moveOption(item, 2, 0)).map(({ text }) => text)).toEqual(['z', 'x', 'y']);
		expect(moveOption(item, 0, -1)).toBe(item);
		expect(moveOption(item, 2, 3)).toBe(item);
	});
});

describe('what is to be put right', () => {
	const yes = { linkId: 'a', type: 'boolean', text: 'Do you drive?' } as const;
	const form = (...item: QuestionnaireItem[]): Questionnaire => ({ resourceType: 'Questionnaire', status: 'draft', title: 'Mine', item });
	const named = (...item: QuestionnaireItem[]) => buildProblems(form(...item)).map(({ linkId, field, text }) => `${linkId}/${field}: ${text}`);
	const when = (question: string, more: object = { answerBoolean: true }): QuestionnaireItem => ({
		linkId: 'b',
		type: 'string',
		text: 'How far?',
		enableWhen: [{ question, operator: '=', ...more }]
	});

	test.each([
		['a condition on a question that is gone', [when('zz'), yes], 'b/condition: The question this depends on is no longer'],
		['a condition on a later question', [when('a'), yes], 'b/condition: “Do you drive?” comes later'],
		['a condition without a question', [yes, when('')], 'b/condition: Choose the question'],
		['a condition without a value', [yes, when('a', {})], 'b/condition: Choose or write the answer'],
		['a condition on itself', [when('b')], 'b/condition: A question cannot depend'],
		['an empty section', [{ linkId: 's', type: 'group', text: 'S', item: [] }], 's/section: This section is empty'],
		['a line without words', [{ linkId: 'x', type: 'string' }], 'x/text: Write what is asked'],
		['an answer without words', [{ linkId: 'x', type: 'choice', text: 'X', answerOption: [{ valueString: ' ' }] }], 'x/options: Write this answer']
	] as const)('%s', (_what, item, expected) => {
		expect(named(...(item as unknown as QuestionnaireItem[]))).toEqual([expect.stringContaining(expected)]);
	});

	test('what is not finished is left out of the preview, and the rest can be shown', () => {
		const section: QuestionnaireItem = { linkId: 's', type: 'group', text: 'S', item: [] };
		const shown = showable(form(when('zz'), section));
		expect(shown.item).toEqual([{ linkId: 'b', type: 'string', text: 'How far?' }, section]);
		expect(parseQuestionnaire(shown).ok).toBe(true);
	});

	test('a question nobody can answer yet stays in the preview, and so does what depends on it', () => {
		const choice: QuestionnaireItem = { linkId: 'a', type: 'choice', text: 'Where?' };
		const shown = showable(form(choice, { ...when('a'), enableWhen: [{ question: 'a', operator: 'exists', answerBoolean: true }] }));
		expect(shown.item?.map(({ linkId, enableWhen }) => [linkId, enableWhen?.[0]?.question])).toEqual([['a', undefined], ['b', 'a']]);
		expect(parseQuestionnaire(shown).ok).toBe(true);
	});

	test('a form with nothing left to put right is one that our own parser takes, whatever it went through', () => {
		const step = fc.tuple(fc.nat(), fc.constantFrom(...KINDS), fc.constantFrom('add', 'kind', 'up', 'down', 'remove', 'text', 'condition'));
		let code = 0;
		fc.assert(
			fc.property(anyForm, fc.array(step, { maxLength: 12 }), (start, steps) => {
				let now = start;
				for (const [pick, kind, what] of steps) {
					const lines = outlineOf(now);
					const { item } = lines[pick % Math.max(1, lines.length)] ?? {};
					if (what === 'add' || !item) now = insertItem(now, { parent: undefined, index: pick % 3 }, withText(newItem(kind, `n${code++}`, () => `c${code++}`), 'New'));
					else if (what === 'remove') now = removeItem(now, item.linkId).form;
					else if (what === 'up' || what === 'down') now = moveItem(now, item.linkId, what);
					else if (what === 'text') now = updateItem(now, item.linkId, (one) => withText(one, 'Other'));
					else if (what === 'kind' && !item.item) now = updateItem(now, item.linkId, (one) => withKind(one, kind, () => `c${code++}`));
					else {
						const target = questionsBefore(now, item.linkId)[0];
						if (target) now = updateItem(now, item.linkId, (one) => withConditions(one, [{ question: target.linkId, operator: 'exists', answerBoolean: true }]));
					}
				}
				if (buildProblems(now).length === 0) expect(parseQuestionnaire(tidied(now)).ok).toBe(true);
				const parsed = parseQuestionnaire(showable(now));
				if (!parsed.ok) expect(parsed.problems.filter(({ code: why }) => why !== 'unsupported-type')).toEqual([]);
			}),
			{ numRuns: 200 }
		);
	});
});
