import { isBeside } from './beside';
import { isChoice, labelOf } from './choices';
import { isQuestion, isUnanswerable } from './definition';
import { enablement, type PlacedItem } from './enable';
import { isCalculated } from './expression-lines';
import { displayCategoryOf, isHidden } from './extensions';
import { childPath, nodeAt, pathKey, rowsOf, type FormState, type ItemPath } from './state';
import type { Questionnaire, QuestionnaireItem } from './types';
import { runnable } from './valuesets';

/** One page of a form that is answered one question at a time. */
export interface QuestionPage {
	/** The same for the same place, whatever else is shown; for going back to it. */
	readonly key: string;
	/** A question, the end of a repeating section where one more may be added, or a closing text to read. */
	readonly kind: 'question' | 'rows' | 'text';
	/** The question, the repeating section, or the last text. */
	readonly item: QuestionnaireItem;
	readonly path: ItemPath;
	/**
	 * Sections it lies in that have a name, and the one of several answers that it is asked about; outermost first. `row`
	 * is given for repeating sections, `answer` for an answer, in words.
	 */
	readonly headings: readonly { readonly item: QuestionnaireItem; readonly path: ItemPath; readonly row?: number; readonly answer?: string }[];
	/** Texts to read with it: the instructions of its section, and what was written since the question before. */
	readonly texts: readonly PlacedItem[];
	/** Notices of rights, on the last page alone. They have no page of their own. */
	readonly notices: readonly PlacedItem[];
}

/** True for a question that a person is asked: not worked out or fixed by the form, and with options where it needs them. */
export function isAsked(item: QuestionnaireItem): boolean {
	return isQuestion(item) && item.readOnly !== true && !isCalculated(item) && !isUnanswerable(item);
}

/**
 * The pages of a form as it is answered now, in order. Lines that are hidden, not enabled, worked out or read-only have
 * none. Questions beneath an answer come on pages of their own after it. Pages come and go while answering: hold on to
 * a page by its key.
 */
export function questionPages(questionnaire: Questionnaire, state: FormState): QuestionPage[] {
	const enabled = enablement(questionnaire, state);
	const pages: QuestionPage[] = [];
	/** Texts that wait for the next question. */
	let waiting: PlacedItem[] = [];
	const notices: PlacedItem[] = [];

	const add = (kind: QuestionPage['kind'], place: PlacedItem, headings: QuestionPage['headings'], texts: readonly PlacedItem[]) => {
		pages.push({ key: pathKey(place.path), kind, ...place, headings, texts, notices: [] });
		waiting = [];
	};

	const walk = (
		items: readonly QuestionnaireItem[],
		pathFor: (linkId: string) => ItemPath,
		headings: QuestionPage['headings'],
		inherited: readonly PlacedItem[]
	): void => {
		let instructions = inherited;
		for (const item of items) {
			const place = { item, path: pathFor(item.linkId) };
			if (isHidden(item) || !enabled(place.path)) continue;
			if (item.type === 'display') {
				const category = displayCategoryOf(item);
				if (category === 'instructions') instructions = [...instructions, place];
				else if (category === 'legal') notices.push(place);
				else waiting.push(place);
			} else if (item.type === 'group') section(place, headings, instructions);
			else {
				if (isAsked(item)) add('question', place, headings, [...instructions, ...waiting]);
				beneath(place, headings, instructions);
			}
		}
	};

	const beneath = (place: PlacedItem, headings: QuestionPage['headings'], instructions: readonly PlacedItem[]): void => {
		const items = place.item.item?.filter((child) => !isBeside(child)) ?? [];
		if (items.length === 0) return;
		const several = place.item.repeats === true && isChoice(place.item);
		rowsOf(nodeAt(state, place.path)).forEach(({ value }, row) => {
			const own = several && value ? [...headings, { ...place, answer: labelOf(place.item, value, questionnaire.language) }] : headings;
			walk(items, (linkId) => childPath(place.path, row, linkId), own, instructions);
		});
	};

	const section = (place: PlacedItem, headings: QuestionPage['headings'], instructions: readonly PlacedItem[]): void => {
		const { item, path } = place;
		const repeats = item.repeats === true;
		rowsOf(nodeAt(state, path)).forEach((_, row) => {
			const own = item.text ? [...headings, { ...place, ...(repeats ? { row } : {}) }] : headings;
			walk(item.item ?? [], (linkId) => childPath(path, row, linkId), own, instructions);
		});
		if (repeats) add('rows', place, headings, waiting);
	};

	walk(runnable(questionnaire).item ?? [], (linkId) => [linkId], [], []);
	const last = waiting.at(-1);
	if (last) add('text', last, [], waiting);
	const end = pages.pop();
	return end ? [...pages, { ...end, notices }] : [];
}

/**
 * Where someone who left off goes on: the first question without an answer, or the last page when all have one.
 * @param answered tells whether the question at a path has an answer or a reason for having none
 */
export function firstOpenPage(
	pages: readonly QuestionPage[],
	answered: (path: ItemPath) => boolean
): QuestionPage | undefined {
	return pages.find(({ kind, path }) => kind === 'question' && !answered(path)) ?? pages.at(-1);
}
