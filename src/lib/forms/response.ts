import { isQuestion } from './definition';
import { enablement, type Enablement } from './enable';
import { absentReasonExtension, absentReasonOf, EXTENSION } from './extensions';
import { initialNodes, worksOutInitial } from './initial';
import { childPath, nodeAt, pathKey, rowsOf, type FormNode, type FormState, type ItemPath, type Nodes, type Row } from './state';
import type {
	AnswerValue,
	Element,
	Extension,
	Questionnaire,
	QuestionnaireItem,
	QuestionnaireResponse,
	ResponseAnswer,
	ResponseItem
} from './types';
import { isFilled, pickValue } from './values';
import { runnable } from './valuesets';

/**
 * Starts a form: with its initial values, or with the answers of an earlier response (then without initial values, as
 * what was left empty was left empty). Answers to lines the form does not have are not taken over; `read.ts` shows them.
 */
export function createFormState(questionnaire: Questionnaire, response?: QuestionnaireResponse): FormState {
	const { item = [] } = runnable(questionnaire);
	if (!response) return { nodes: initialNodes(item) ?? {} };
	return { nodes: nodesFrom(item, response.item ?? []) ?? {}, ...(worksOutInitial(item) ? { worked: { begun: true } } : {}) };
}

function nodesFrom(items: readonly QuestionnaireItem[], answered: readonly ResponseItem[]): Nodes | undefined {
	const entries = items.flatMap((item): [string, FormNode][] => {
		const found = answered.filter((one) => one.linkId === item.linkId);
		const rows = found.flatMap((one) => (isQuestion(item) ? answerRows(item, one) : groupRows(item, one)));
		const absent = found.map(absentReasonOf).find((reason) => reason !== undefined);
		if (rows.length === 0 && !absent) return [];
		return [[item.linkId, absent ? { rows, absent } : { rows }]];
	});
	return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function groupRows(item: QuestionnaireItem, answered: ResponseItem): Row[] {
	const nodes = nodesFrom(item.item ?? [], answered.item ?? []);
	return [nodes ? { nodes } : {}];
}

function answerRows(item: QuestionnaireItem, answered: ResponseItem): Row[] {
	return (answered.answer ?? []).flatMap((answer): Row[] => {
		const value = valueOfAnswer(answer);
		const nodes = nodesFrom(item.item ?? [], answer.item ?? []);
		if (value === undefined && !nodes) return [];
		return [{ ...(value === undefined ? {} : { value }), ...(nodes ? { nodes } : {}) }];
	});
}

/** The value of an answer with what else stands on it (extensions, an id), or undefined when it has no value. */
export function valueOfAnswer(answer: ResponseAnswer): AnswerValue | undefined {
	if (pickValue(answer) === undefined) return undefined;
	const { item: _item, ...value } = answer;
	return value as AnswerValue;
}

/** What a response says about itself beside the answers; see {@link QuestionnaireResponse} for each element. */
export type ResponseMeta = Omit<QuestionnaireResponse, 'resourceType' | 'item'>;

/** Canonical address of a form with its version, `url|version`, as a response names the form it answers. */
export function canonicalOf(questionnaire: Questionnaire): string | undefined {
	if (questionnaire.url === undefined) return undefined;
	return questionnaire.version === undefined ? questionnaire.url : `${questionnaire.url}|${questionnaire.version}`;
}

/**
 * The R4 QuestionnaireResponse of a form as it is now. Only enabled lines are in it, in the form's order, each with the
 * wording that was answered; lines without answer, reason or content are left out. Text that is no answer yet is not
 * in it, so check with `validate` first.
 */
export function toResponse(questionnaire: Questionnaire, state: FormState, meta: ResponseMeta): QuestionnaireResponse {
	const canonical = canonicalOf(questionnaire);
	const writer = new ResponseWriter(state, enablement(questionnaire, state));
	const items = writer.items(runnable(questionnaire).item, (linkId) => [linkId]);
	return {
		resourceType: 'QuestionnaireResponse',
		...(canonical === undefined ? {} : { questionnaire: canonical }),
		...meta,
		...(items.length > 0 ? { item: items } : {})
	};
}

/** A response with the place of each of its lines: `pathKey` of a question, or of a row of a section. */
export interface PlacedResponse {
	readonly response: QuestionnaireResponse;
	readonly places: ReadonlyMap<string, ResponseItem>;
}

/** The response of a form as it is now, for what is worked out from it. */
export function placedResponse(questionnaire: Questionnaire, state: FormState): PlacedResponse {
	const writer = new ResponseWriter(state, enablement(questionnaire, state));
	const items = writer.items(runnable(questionnaire).item, (linkId) => [linkId]);
	return {
		response: { resourceType: 'QuestionnaireResponse', status: 'in-progress', ...(items.length > 0 ? { item: items } : {}) },
		places: writer.places
	};
}

class ResponseWriter {
	readonly places = new Map<string, ResponseItem>();

	constructor(
		private readonly state: FormState,
		private readonly enabled: Enablement
	) {}

	items(items: readonly QuestionnaireItem[] | undefined, pathFor: (linkId: string) => ItemPath): ResponseItem[] {
		return (items ?? []).flatMap((item) => {
			const path = pathFor(item.linkId);
			if (!this.enabled(path) || item.type === 'display') return [];
			return isQuestion(item) ? this.question(item, path) : this.group(item, path);
		});
	}

	private group(item: QuestionnaireItem, path: ItemPath): ResponseItem[] {
		return rowsOf(nodeAt(this.state, path)).flatMap((_, row) => {
			const children = this.items(item.item, (linkId) => childPath(path, row, linkId));
			return children.length > 0 ? [this.placed(pathKey(path, row), { ...heading(item), item: children })] : [];
		});
	}

	private question(item: QuestionnaireItem, path: ItemPath): ResponseItem[] {
		const node = nodeAt(this.state, path);
		if (node.absent) {
			const own = heading(item);
			return [{ ...own, extension: [...(own.extension ?? []), absentReasonExtension(node.absent)] }];
		}
		const answers = rowsOf(node).flatMap((row, index): ResponseAnswer[] => {
			const children = this.items(item.item, (linkId) => childPath(path, index, linkId));
			const value = isFilled(row.value) ? row.value : undefined;
			if (!value && children.length === 0) return [];
			return [{ ...value, ...(children.length > 0 ? { item: children } : {}) }];
		});
		return answers.length > 0 ? [this.placed(pathKey(path), { ...heading(item), answer: answers })] : [];
	}

	private placed(key: string, item: ResponseItem): ResponseItem {
		this.places.set(key, item);
		return item;
	}
}

/** What a response repeats of the form's line, so that it can be read without the form. */
function heading(item: QuestionnaireItem): Pick<ResponseItem, 'linkId' | 'text' | 'definition'> & Element {
	const voice: readonly Extension[] = item.extension?.filter(({ url }) => url === EXTENSION.voice) ?? [];
	return {
		linkId: item.linkId,
		...(item.definition === undefined ? {} : { definition: item.definition }),
		...(item.text === undefined ? {} : { text: item.text }),
		...(voice.length > 0 ? { extension: voice } : {})
	};
}
