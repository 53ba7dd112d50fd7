import type { RecordBase } from '$lib/storage/record';
import type { ClientSummary } from '../clients/client-summary';
import type { Measure } from '../measures/measure';

/** Table of goals. */
export const GOAL = 'goal';

/** Who worked the goal out. */
export const TOOK_PART = ['client', 'practitioner', 'family', 'provider'] as const;

/** What the practitioner can fill in. Only the client's words are needed; '' and null mean that nothing was said. */
export interface GoalFields {
	/** In the client's words, exactly as they said it. */
	words: string;
	specific: string;
	measurable: string;
	achievable: string;
	relevant: string;
	/** `YYYY-MM-DD` or ''. */
	targetDate: string;
	/** Where things stand at the start, in plain words. */
	baseline: string;
	/** The same as a number, 0 to 10. Saved as the first rating too. */
	start: number | null;
	/** What will be there when it is reached, in plain words. */
	target: string;
	/** 0 to 10. */
	targetRating: number | null;
	/** Needs it came from. */
	needIds: string[];
	/** Strengths it builds on. */
	strengths: string;
	/** Those of the inventory it builds on; left out: none. */
	strengthIds?: string[];
	tookPart: (typeof TOOK_PART)[number][];
	/** Others who took part, by name or role. */
	others: string;
	/** Whether the client agrees with the goal as written. */
	agreement: '' | 'yes' | 'partly' | 'not-yet';
	/** `YYYY-MM-DD` or ''. */
	agreedOn: string;
	/** What the client said about agreeing, exactly. */
	agreementWords: string;
	/** When to look at it again, `YYYY-MM-DD` or ''. */
	reviewDate: string;
}

/** How a goal goes on or ended. */
export type GoalState = 'active' | 'reached' | 'set-aside';

/** Something a client wants to be different, with how both will know. */
export interface Goal extends RecordBase, GoalFields {
	clientId: string;
	/** The measure that its 0-10 ratings belong to. */
	measureId: string;
	/** The rating made from `start`. */
	startRatingId?: string;
	/** Every change of state, oldest first; the last one is the state now. None: active. */
	history: { state: GoalState; date: string; reason: string }[];
}

/** A form that nobody has written in. */
export function emptyGoal(): GoalFields {
	return {
		words: '',
		specific: '',
		measurable: '',
		achievable: '',
		relevant: '',
		targetDate: '',
		baseline: '',
		start: null,
		target: '',
		targetRating: null,
		needIds: [],
		strengths: '',
		strengthIds: [],
		tookPart: [],
		others: '',
		agreement: '',
		agreedOn: '',
		agreementWords: '',
		reviewDate: ''
	};
}

/** What of a goal can be edited. */
export function fieldsOf(goal: GoalFields): GoalFields {
	const fields: Record<string, unknown> = { ...emptyGoal() };
	for (const key of Object.keys(fields)) fields[key] = structuredClone(goal[key as keyof GoalFields] ?? fields[key]);
	return fields as unknown as GoalFields;
}

/** Whether there is enough to save: the client's words, and nothing else. */
export function canSave({ words }: Pick<GoalFields, 'words'>): boolean {
	return words.trim() !== '';
}

/** The state now. */
export function stateOf({ history }: Pick<Goal, 'history'>): GoalState {
	return history.at(-1)?.state ?? 'active';
}

/** Active goals first, the oldest of each state first. */
export function inPlanOrder(list: readonly Goal[]): Goal[] {
	const order: GoalState[] = ['active', 'reached', 'set-aside'];
	return [...list].sort(
		(a, b) => order.indexOf(stateOf(a)) - order.indexOf(stateOf(b)) || (a.created.at < b.created.at ? -1 : 1)
	);
}

/** Words shortened at a space, for lists and names of buttons. @param most characters */
export function shortWords(words: string, most = 80): string {
	const line = words.trim().replace(/\s+/g, ' ');
	const letters = [...line];
	if (letters.length <= most) return line;
	const cut = letters.slice(0, most).join('');
	const space = cut.lastIndexOf(' ');
	return `${space > most / 2 ? cut.slice(0, space) : cut}…`;
}

/** The summary with this goal's review as it is now: due while the goal is active and has a review date. */
export function withReview(summary: ClientSummary, goal: Goal): ClientSummary {
	const due = summary.due.filter((entry) => entry.id !== goal.id);
	if (!goal.removed && goal.reviewDate && stateOf(goal) === 'active')
		due.push({ id: goal.id, kind: 'goal-review', title: shortWords(goal.words), date: goal.reviewDate });
	return { ...summary, due };
}

/** The measure that follows a goal: 0 is as far away as can be, 10 is reached. @param name short name for sentences */
export function goalMeasure(
	goal: Pick<Goal, 'id' | 'clientId' | 'words'>,
	name: string
): Omit<Measure, keyof RecordBase> {
	return {
		clientId: goal.clientId,
		kind: 'goal',
		name,
		about: goal.words,
		source: { kind: 'goal', goalId: goal.id },
		min: 0,
		max: 10,
		direction: 'higher-is-better',
		unit: ''
	};
}
