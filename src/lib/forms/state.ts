import type { AbsentReason } from './extensions';
import type { AnswerValue } from './types';
import { sameValue } from './values';

/**
 * A form being filled in: plain JSON, never changed in place, so that it can be kept as a draft and compared by identity.
 * It holds every answer ever given, also of lines that are hidden now or marked "prefers not to answer", so that
 * changing one's mind loses nothing; what counts is decided on reading (enable.ts, response.ts).
 */
export interface FormState {
	readonly nodes: Nodes;
	/** What the form's expressions gave the last time they were worked out; missing for forms without. */
	readonly worked?: Worked;
}

/** Results of expressions (expressions.ts). Kept in the state, so that whatever reads it needs no expression engine. */
export interface Worked {
	/** Initial values have been worked out; that happens once. */
	readonly begun?: boolean;
	/** Answers as they were worked out last, as JSON, by {@link pathKey}. What differs now was changed by a person. */
	readonly values?: Readonly<Record<string, string>>;
	/** Whether a line's enableWhenExpression holds, by {@link pathKey}. */
	readonly shown?: Readonly<Record<string, boolean>>;
}

/** Lines by linkId. A missing one is a line nobody has touched. */
export type Nodes = { readonly [linkId: string]: FormNode };

/** What one line holds: one row per answer, or per repetition of a section. */
export interface FormNode {
	readonly rows: readonly Row[];
	/** Why there is no answer. While set, the rows are kept but do not count. */
	readonly absent?: AbsentReason;
	/** Answers that were taken back, with what was said beneath them; they come back with it when they are given again. */
	readonly aside?: readonly Row[];
}

/** One answer and what lies beneath it, or one repetition of a section. */
export interface Row {
	readonly value?: AnswerValue;
	/** What was typed where it is no number or date yet; kept so that no keystroke is lost. */
	readonly typed?: string;
	readonly nodes?: Nodes;
	/** Added just now: the initial expressions of what lies in it are still to be worked out. */
	readonly begins?: true;
}

/**
 * Where a line is: linkId, row number, linkId, row number, ... ending in the line's own linkId.
 * `['household', 1, 'household.name']` is the name of the second household member.
 */
export type ItemPath = readonly (string | number)[];

const EMPTY_ROW: Row = {};
const ONE_EMPTY_ROW: readonly Row[] = [EMPTY_ROW];
const EMPTY_NODE: FormNode = { rows: [] };

/** A form nobody has touched. */
export const emptyState: FormState = { nodes: {} };

/** A text that is different for different places; for keys and element ids. */
export function pathKey(path: ItemPath, row?: number): string {
	return JSON.stringify(row === undefined ? path : [...path, row]);
}

/** The path of the line `linkId` inside row `row` of the line at `path`. */
export function childPath(path: ItemPath, row: number, linkId: string): ItemPath {
	return [...path, row, linkId];
}

/** The node of a line among its siblings. Safe for every linkId, `__proto__` too. */
export function nodeIn(nodes: Nodes | undefined, linkId: string): FormNode {
	return (nodes && Object.hasOwn(nodes, linkId) ? nodes[linkId] : undefined) ?? EMPTY_NODE;
}

/** What the line at this path holds. */
export function nodeAt(state: FormState, path: ItemPath): FormNode {
	let nodes: Nodes | undefined = state.nodes;
	for (let step = 0; step + 2 < path.length; step += 2) {
		nodes = nodeIn(nodes, String(path[step])).rows[Number(path[step + 1])]?.nodes;
	}
	return nodeIn(nodes, String(path.at(-1)));
}

/** The rows to show for a line: what it holds, or one empty row. */
export function rowsOf(node: FormNode): readonly Row[] {
	return node.rows.length > 0 ? node.rows : ONE_EMPTY_ROW;
}

/** The answers of a line that count: none while a reason for having no answer is set. */
export function valuesOf(node: FormNode): AnswerValue[] {
	if (node.absent) return [];
	return node.rows.flatMap((row) => (row.value === undefined ? [] : [row.value]));
}

/**
 * Gives a line these answers, in this order, and takes back a "prefers not to answer". What lies beneath stays in its
 * place, so that another answer to the same question keeps it.
 */
export function setAnswer(state: FormState, path: ItemPath, values: readonly AnswerValue[]): FormState {
	return changeNode(state, path, (node) => withRows(node, values.map((value, index) => withNodes({ value }, node.rows[index]))));
}

/**
 * Gives a line that takes several answers these, in this order. What lies beneath stays with the answer it was said to,
 * also while that answer is taken back.
 * @param fresh what a new answer begins with beneath it
 */
export function setAnswers(state: FormState, path: ItemPath, values: readonly AnswerValue[], fresh: Row = EMPTY_ROW): FormState {
	return changeNode(state, path, (node) => {
		const waiting = [...node.rows, ...(node.aside ?? [])];
		const take = (fits: (row: Row) => boolean): Row | undefined => {
			const index = waiting.findIndex(fits);
			return index < 0 ? undefined : waiting.splice(index, 1)[0];
		};
		const kept = values.map((value) => take((row) => row.value !== undefined && sameValue(row.value, value)));
		// What was said before anything was chosen goes with what is chosen first.
		const rows = values.map((value, index) => ({ ...(kept[index] ?? take((row) => row.value === undefined) ?? fresh), value }));
		const aside = waiting.filter((row) => row.value !== undefined && row.nodes);
		return aside.length > 0 ? { rows, aside } : { rows };
	});
}

/** Sets one row of a line: an answer, text that is no answer yet, or neither (`{}`). */
export function setRow(
	state: FormState,
	path: ItemPath,
	index: number,
	content: { readonly value?: AnswerValue; readonly typed?: string }
): FormState {
	return changeNode(state, path, (node) => {
		const rows = [...rowsOf(node)];
		while (rows.length <= index) rows.push(EMPTY_ROW);
		rows[index] = withNodes(content, rows[index]);
		return withRows(node, rows);
	});
}

/** Sets or, with undefined, takes back the reason for having no answer. Answers given before stay for a change of mind. */
export function setAbsent(state: FormState, path: ItemPath, reason: AbsentReason | undefined): FormState {
	return changeNode(state, path, (node) => (reason ? { ...withRows(node, node.rows), absent: reason } : withRows(node, node.rows)));
}

/**
 * Adds a row at the end of a repeating line.
 * @param fresh what it begins with
 */
export function addRepeat(state: FormState, path: ItemPath, fresh: Row = EMPTY_ROW): FormState {
	return changeNode(state, path, (node) => ({ rows: [...rowsOf(node), fresh] }));
}

/** Removes one row of a repeating line with all that lies beneath it. Undo is the state before. */
export function removeRepeat(state: FormState, path: ItemPath, index: number): FormState {
	return changeNode(state, path, (node) => ({ rows: node.rows.filter((_, at) => at !== index) }));
}

/** The rows of a line anew: a reason for having none is taken back, what was set aside stays. */
function withRows(node: FormNode, rows: readonly Row[]): FormNode {
	return node.aside ? { rows, aside: node.aside } : { rows };
}

function withNodes(content: Row, before: Row | undefined): Row {
	return before?.nodes ? { ...content, nodes: before.nodes } : content;
}

function changeNode(state: FormState, path: ItemPath, change: (node: FormNode) => FormNode): FormState {
	return { ...state, nodes: changeIn(state.nodes, path, change) };
}

function changeIn(nodes: Nodes, path: ItemPath, change: (node: FormNode) => FormNode): Nodes {
	const [linkId, row, ...rest] = path;
	const key = String(linkId);
	const node = nodeIn(nodes, key);
	if (row === undefined) return { ...nodes, [key]: change(node) };
	const rows = [...rowsOf(node)];
	while (rows.length <= Number(row)) rows.push(EMPTY_ROW);
	const at = rows[Number(row)] ?? EMPTY_ROW;
	rows[Number(row)] = { ...at, nodes: changeIn(at.nodes ?? {}, rest, change) };
	return { ...nodes, [key]: { ...node, rows } };
}

/** Puts a removed row back where it was: the undo of {@link removeRepeat}. */
export function insertRow(state: FormState, path: ItemPath, index: number, row: Row): FormState {
	return changeNode(state, path, (node) => ({ rows: [...node.rows.slice(0, index), row, ...node.rows.slice(index)] }));
}
