import type { CarePlanFields, PlanContent, PlanStep } from './care-plan';
import { GAS_LEVELS } from './goal-scale';

/** What a piece of a plan is. */
export type PiecePart = 'plan' | 'goal' | 'scale' | 'objective' | 'step' | 'intervention' | 'barrier' | 'strength';

/** One field of a piece that is not the same in both. `before` and `after`: plain words, days as `YYYY-MM-DD`, codes and the ids of measures as they are kept. */
export interface FieldChange {
	field: string;
	before: string;
	after: string;
}

/** One piece of a plan that was added, taken out or changed. */
export interface PieceChange {
	change: 'added' | 'taken-out' | 'changed';
	part: PiecePart;
	id: string;
	/** Its words, the newer ones. */
	words: string;
	/** What it says: of one that was added or taken out all that is filled in, of one that changed what differs. */
	fields: FieldChange[];
}

/** What differs about one goal, or (`goalId` '') about the plan as a whole. */
export interface GoalChange {
	goalId: string;
	/** The goal in the client's words, the newer ones. */
	words: string;
	pieces: PieceChange[];
}

interface Piece {
	part: PiecePart;
	id: string;
	goalId: string;
	words: string;
	fields: Record<string, string>;
	/** Fields that differ only where this differs, whatever their words. */
	compared?: Record<string, string>;
}

const text = (value: string | number | null) => (value === null ? '' : String(value).trim());
const list = (values: readonly string[]) => values.join(', ');

function stepPieces(goalId: string, steps: readonly PlanStep[], under: { id: string; words: string }): Piece[] {
	return steps.map(({ id, words, support, others, due, state }) => ({
		part: 'step',
		id,
		goalId,
		words,
		fields: { words, support, others, due, state, under: under.words },
		compared: { under: under.id }
	}));
}

function piecesOf(content: PlanContent): Piece[] {
	const { clientThinks, resources, tookPart, others, reviewDate, clientName }: CarePlanFields & { clientName: string } = content;
	const pieces: Piece[] = [
		{
			part: 'plan',
			id: 'plan',
			goalId: '',
			words: '',
			fields: { clientName, clientThinks, resources, tookPart: list(tookPart), others, reviewDate }
		}
	];
	for (const { id, words } of content.strengths) pieces.push({ part: 'strength', id, goalId: '', words, fields: { words } });
	for (const { key, goalId, words, voice, help } of content.barriers)
		pieces.push({ part: 'barrier', id: key, goalId, words, fields: { words, voice, help } });
	for (const goal of content.goals) {
		const { id, needs, scale, objectives, steps, interventions, needIds: _ids, strengthIds, ...own } = goal;
		const means = content.strengths.filter((one) => strengthIds?.includes(one.id));
		const fields: Record<string, string> = { needs: list(needs.map(({ words }) => words)), means: list(means.map(({ words }) => words)) };
		const plain = own as Record<string, string | number | null | string[]>;
		for (const [field, value] of Object.entries(plain)) fields[field] = Array.isArray(value) ? list(value) : text(value);
		pieces.push({ part: 'goal', id, goalId: id, words: goal.words, fields });
		if (scale) {
			const levels = scale.levels.map((words, at): [string, string] => [`level${GAS_LEVELS[at] ?? at}`, words.trim()]);
			const { describedBy, weight, baseline } = scale;
			const described = { ...Object.fromEntries(levels), describedBy, weight: text(weight), baseline: text(baseline) };
			pieces.push({ part: 'scale', id, goalId: id, words: '', fields: described });
		}
		for (const { id: own, words, measurable, measureId, due, state, steps: small } of objectives) {
			pieces.push({ part: 'objective', id: own, goalId: id, words, fields: { words, measurable, measureId, due, state } });
			pieces.push(...stepPieces(id, small, { id: own, words }));
		}
		pieces.push(...stepPieces(id, steps, { id: '', words: '' }));
		for (const { id: own, name, plainName, dose } of interventions)
			pieces.push({ part: 'intervention', id: own, goalId: id, words: plainName || name, fields: { name, plainName, dose } });
	}
	return pieces;
}

const keyOf = ({ part, id, goalId }: Piece) => `${part}/${id}/${part === 'intervention' ? goalId : ''}`;

function compare(before: Piece | undefined, after: Piece | undefined): PieceChange | undefined {
	const piece = after ?? before;
	if (!piece) return undefined;
	const names = [...new Set([...Object.keys(before?.fields ?? {}), ...Object.keys(after?.fields ?? {})])];
	const fields = names
		.map((field) => ({ field, before: before?.fields[field]?.trim() ?? '', after: after?.fields[field]?.trim() ?? '' }))
		.filter(({ field, ...one }) => (before?.compared?.[field] ?? one.before) !== (after?.compared?.[field] ?? one.after));
	const change = !before ? 'added' : !after ? 'taken-out' : 'changed';
	// A barrier that stands in the way of another goal now is changed, too.
	const moved = before && after && before.goalId !== after.goalId;
	if (change === 'changed' && fields.length === 0 && !moved) return undefined;
	return { change, part: piece.part, id: piece.id, words: piece.words, fields };
}

/**
 * What differs between two versions of a plan: the plan as a whole first, then goal by goal in the order of the newer one,
 * goals that are in the older one alone last. The order of goals, objectives and steps alone is no difference, nor are
 * the reviews that led to a version.
 */
export function planDifference(before: PlanContent, after: PlanContent): GoalChange[] {
	const older = new Map(piecesOf(before).map((piece) => [keyOf(piece), piece]));
	const newer = new Map(piecesOf(after).map((piece) => [keyOf(piece), piece]));
	const goals = new Map([...before.goals, ...after.goals].map(({ id, words }) => [id, words]));
	const order = ['', ...after.goals.map(({ id }) => id), ...before.goals.map(({ id }) => id)];
	const found = new Map<string, PieceChange[]>();
	for (const key of new Set([...newer.keys(), ...older.keys()])) {
		const change = compare(older.get(key), newer.get(key));
		const goalId = (newer.get(key) ?? older.get(key))?.goalId ?? '';
		if (change) found.set(goalId, [...(found.get(goalId) ?? []), change]);
	}
	return [...new Set(order)].flatMap((goalId) => {
		const pieces = found.get(goalId);
		return pieces ? [{ goalId, words: goals.get(goalId) ?? '', pieces }] : [];
	});
}

/** How many pieces differ. */
export function changeCount(changes: readonly GoalChange[]): number {
	return changes.reduce((count, { pieces }) => count + pieces.length, 0);
}
