import type { Questionnaire, QuestionnaireItem } from '$lib/forms/types';
import { helpItem, visibleChildren } from './kinds';

/** Where a line lies: beneath which line (undefined: the form itself) and at which place, counted without help texts. */
export interface Place {
	readonly parent: string | undefined;
	readonly index: number;
}

/** One line with where it lies. */
export interface OutlineLine extends Place {
	readonly item: QuestionnaireItem;
	/** How deep, from 0. */
	readonly depth: number;
	/** How many lines lie beside it, itself included. */
	readonly siblings: number;
}

/** Every line of a form in the order it is shown, help texts left out. */
export function outlineOf(form: Questionnaire): OutlineLine[] {
	const lines: OutlineLine[] = [];
	const add = (items: readonly QuestionnaireItem[], parent: string | undefined, depth: number) => {
		items.forEach((item, index) => {
			lines.push({ item, parent, index, depth, siblings: items.length });
			add(visibleChildren(item), item.linkId, depth + 1);
		});
	};
	add(form.item ?? [], undefined, 0);
	return lines;
}

/** The line with this linkId, or undefined. */
export function lineOf(form: Questionnaire, linkId: string): OutlineLine | undefined {
	return outlineOf(form).find(({ item }) => item.linkId === linkId);
}

/** The form with every line passed through `change`, innermost first. Lines that come back the same stay the same. */
export function mapItems(form: Questionnaire, change: (item: QuestionnaireItem) => QuestionnaireItem): Questionnaire {
	const item = mapAll(form.item, change);
	return item === form.item || item === undefined ? form : { ...form, item };
}

function mapAll(
	items: readonly QuestionnaireItem[] | undefined,
	change: (item: QuestionnaireItem) => QuestionnaireItem
): readonly QuestionnaireItem[] | undefined {
	if (!items) return items;
	const next = items.map((one) => {
		const below = mapAll(one.item, change);
		return change(below === one.item || below === undefined ? one : { ...one, item: below });
	});
	return next.every((one, at) => one === items[at]) ? items : next;
}

/** The form with one line changed. */
export function updateItem(form: Questionnaire, linkId: string, change: (item: QuestionnaireItem) => QuestionnaireItem): Questionnaire {
	return mapItems(form, (item) => (item.linkId === linkId ? change(item) : item));
}

/** The form with a line, and all beneath it, at a place. */
export function insertItem(form: Questionnaire, { parent, index }: Place, item: QuestionnaireItem): Questionnaire {
	if (parent === undefined) {
		const items = [...(form.item ?? [])];
		items.splice(index, 0, item);
		return { ...form, item: items };
	}
	return updateItem(form, parent, (one) => {
		const visible = [...visibleChildren(one)];
		visible.splice(index, 0, item);
		return { ...one, item: withHelpKept(one, visible) };
	});
}

/** The form without a line and all beneath it, with what was taken and from where, for the undo. */
export function removeItem(form: Questionnaire, linkId: string): { form: Questionnaire; removed: OutlineLine | undefined } {
	const removed = lineOf(form, linkId);
	if (!removed) return { form, removed };
	if (removed.parent === undefined)
		return { form: { ...form, item: (form.item ?? []).filter((one) => one.linkId !== linkId) }, removed };
	const next = updateItem(form, removed.parent, (one) => {
		const items = (one.item ?? []).filter((child) => child.linkId !== linkId);
		if (items.length > 0 || one.type === 'group') return { ...one, item: items };
		const { item: _none, ...rest } = one;
		return rest;
	});
	return { form: next, removed };
}

/** The lines beneath an item with its help text where it was. */
function withHelpKept(item: QuestionnaireItem, visible: readonly QuestionnaireItem[]): QuestionnaireItem[] {
	const help = helpItem(item);
	if (!help) return [...visible];
	const at = Math.min((item.item ?? []).indexOf(help), visible.length);
	return [...visible.slice(0, at), help, ...visible.slice(at)];
}

/** The form with the lines at one level in another order. @param order linkIds, each exactly once */
export function reorder(form: Questionnaire, parent: string | undefined, order: readonly string[]): Questionnaire {
	const sorted = (items: readonly QuestionnaireItem[]) => {
		const next = order.flatMap((linkId) => items.find((one) => one.linkId === linkId) ?? []);
		return next.length === items.length ? next : items;
	};
	if (parent === undefined) return { ...form, item: sorted(form.item ?? []) };
	return updateItem(form, parent, (one) => ({ ...one, item: withHelpKept(one, sorted(visibleChildren(one))) }));
}

/**
 * The form with a line one step further up or down. A question walks into the section it meets and out of the one it
 * lies in; a section only changes places with its neighbours.
 */
export function moveItem(form: Questionnaire, linkId: string, step: 'up' | 'down'): Questionnaire {
	const line = lineOf(form, linkId);
	if (!line) return form;
	const { item, parent, index, siblings } = line;
	const beside = step === 'up' ? index - 1 : index + 1;
	const level = parent === undefined ? (form.item ?? []) : visibleChildren(lineOf(form, parent)?.item ?? item);
	const neighbour = level[beside];
	const taken = () => removeItem(form, linkId).form;
	if (neighbour?.type === 'group' && item.type !== 'group') {
		const at = step === 'up' ? visibleChildren(neighbour).length : 0;
		return insertItem(taken(), { parent: neighbour.linkId, index: at }, item);
	}
	if (beside >= 0 && beside < siblings) return insertItem(taken(), { parent, index: beside }, item);
	const outer = parent === undefined ? undefined : lineOf(form, parent);
	if (!outer || outer.item.type !== 'group') return form;
	return insertItem(taken(), { parent: outer.parent, index: step === 'up' ? outer.index : outer.index + 1 }, item);
}

/** The section right before a line, which it can be put into; undefined where there is none. */
export function sectionBefore(form: Questionnaire, linkId: string): QuestionnaireItem | undefined {
	const line = lineOf(form, linkId);
	if (!line) return undefined;
	const level = line.parent === undefined ? (form.item ?? []) : visibleChildren(lineOf(form, line.parent)?.item ?? line.item);
	const before = level[line.index - 1];
	return before?.type === 'group' ? before : undefined;
}

/** The section a line lies in; undefined at the top, and beneath a question. */
export function sectionAround(form: Questionnaire, linkId: string): OutlineLine | undefined {
	const parent = lineOf(form, linkId)?.parent;
	const outer = parent === undefined ? undefined : lineOf(form, parent);
	return outer?.item.type === 'group' ? outer : undefined;
}

/** The form with a line, a section too, at the end of the section right before it. */
export function moveIn(form: Questionnaire, linkId: string): Questionnaire {
	const section = sectionBefore(form, linkId);
	const { form: without, removed } = removeItem(form, linkId);
	if (!section || !removed) return form;
	return insertItem(without, { parent: section.linkId, index: visibleChildren(section).length }, removed.item);
}

/** The form with a line, a section too, right after the section it lies in: takes {@link moveIn} back. */
export function moveOut(form: Questionnaire, linkId: string): Questionnaire {
	const section = sectionAround(form, linkId);
	const { form: without, removed } = removeItem(form, linkId);
	if (!section || !removed) return form;
	return insertItem(without, { parent: section.parent, index: section.index + 1 }, removed.item);
}

/** Whether {@link moveItem} would change anything. */
export function canMove(form: Questionnaire, linkId: string, step: 'up' | 'down'): boolean {
	return moveItem(form, linkId, step) !== form;
}
