import { isQuestion, optionValue } from './definition';
import { EXTENSION, extensionOf, occursOf } from './extensions';
import type { FormNode, FormState, Nodes, Row } from './state';
import type { QuestionnaireItem } from './types';

/** Most empty rows that are opened because a form asks for as many. */
const MOST_ROWS_BEGUN = 20;

/** What some lines hold before anybody has answered: initial values, options chosen in advance, as many rows as are asked for. */
export function initialNodes(items: readonly QuestionnaireItem[] | undefined): Nodes | undefined {
	const entries = (items ?? []).flatMap((item): [string, FormNode][] => {
		const nodes = initialNodes(item.item);
		const chosen = item.answerOption?.filter((option) => option.initialSelected === true).map(optionValue) ?? [];
		const initial = isQuestion(item) ? [...(item.initial ?? []), ...chosen] : [];
		const values = item.repeats ? initial : initial.slice(0, 1);
		const rows = values.map((value): Row => (nodes ? { value, nodes } : { value }));
		if (rows.length === 0 && nodes) rows.push({ nodes });
		const least = item.repeats ? Math.min(occursOf(item).min ?? 0, MOST_ROWS_BEGUN) : 0;
		while (least > 1 && rows.length < least) rows.push(nodes ? { nodes } : {});
		return rows.length > 0 ? [[item.linkId, { rows }]] : [];
	});
	return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** What one more row of a line begins with: a repetition of a section, or what lies beneath one more answer. */
export function freshRow(item: QuestionnaireItem): Row {
	const nodes = initialNodes(item.item);
	return { ...(nodes ? { nodes } : {}), ...(worksOutInitial(item.item ?? []) ? { begins: true } : {}) };
}

/** True when some line has an initialExpression. */
export function worksOutInitial(items: readonly QuestionnaireItem[]): boolean {
	return items.some((item) => extensionOf(item, EXTENSION.initialExpression) !== undefined || worksOutInitial(item.item ?? []));
}

/** The same answers, none of its rows waiting for initial expressions any more. */
export function allBegun(state: FormState): FormState {
	return waits(state.nodes) ? { ...state, nodes: begunNodes(state.nodes) } : state;
}

function waits(nodes: Nodes): boolean {
	return Object.values(nodes).some(({ rows }) => rows.some((row) => row.begins ?? (row.nodes && waits(row.nodes))));
}

function begunNodes(nodes: Nodes): Nodes {
	const begun = ({ begins: _begins, nodes: inner, ...row }: Row): Row => (inner ? { ...row, nodes: begunNodes(inner) } : row);
	return Object.fromEntries(Object.entries(nodes).map(([linkId, node]) => [linkId, { ...node, rows: node.rows.map(begun) }]));
}
