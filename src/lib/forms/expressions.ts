import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';
import { enablement } from './enable';
import { expressionOf, LINE_EXPRESSIONS, variablesOf, type ExpressionProblem, type ExpressionProblemCode } from './expression-lines';
import { answerFrom } from './expression-results';
import { isQuestion } from './definition';
import { allBegun } from './initial';
import { placedResponse, type PlacedResponse } from './response';
import { childPath, nodeAt, pathKey, rowsOf, setAnswer, valuesOf, type FormState, type ItemPath, type Worked } from './state';
import type { AnswerValue, Element, Questionnaire, QuestionnaireItem } from './types';
import { isFilled } from './values';
import { runnable } from './valuesets';

/** Most rounds in which results may feed each other before they are said to go in a circle. */
const MAX_ROUNDS = 12;

/** What came of a form's expressions. */
export interface WorkedOut {
	readonly state: FormState;
	readonly problems: readonly ExpressionProblem[];
}

/**
 * Works out the initial, calculated and enableWhen expressions of a form (Structured Data Capture), in rounds until
 * nothing changes any more. Never throws. Results that never come to rest are left as they were before, and named.
 * Nothing is fetched: what an expression would ask a server for is an error of that expression. Loads the whole of
 * fhirpath: import it where it is needed only.
 */
export function workOut(questionnaire: Questionnaire, state: FormState): WorkedOut {
	const form = runnable(questionnaire);
	const begun = state.worked?.begun === true;
	let current = state;
	for (let round = 0; ; round++) {
		const before = current;
		const pass = new Pass(form, questionnaire, current, begun);
		current = pass.run();
		if (JSON.stringify(current) === JSON.stringify(before)) return { state: allBegun(current), problems: pass.problems };
		if (round === MAX_ROUNDS) {
			const moving = pass.changed.map(({ linkId, key }): ExpressionProblem => ({ linkId, key, code: 'circle' }));
			return { state: { ...allBegun(state), worked: { ...state.worked, begun: true } }, problems: [...pass.problems, ...moving] };
		}
	}
}

interface Place {
	readonly item: QuestionnaireItem;
	readonly path: ItemPath;
	/** The element an expression of this line starts from. */
	readonly context: Element;
	readonly scope: Scope;
	/** Nothing has been worked out there yet: the form is new, or the row that it lies in. */
	readonly fresh: boolean;
}

type Scope = Readonly<Record<string, unknown>>;
type Visit = (items: readonly QuestionnaireItem[], pathFor: (linkId: string) => ItemPath, scope: Scope, fresh: boolean) => void;

/** One round over the whole form. */
class Pass {
	readonly problems: ExpressionProblem[] = [];
	readonly changed: { linkId: string; key: string }[] = [];
	private readonly placed: PlacedResponse;
	private readonly values: Record<string, string>;
	private readonly shown: Record<string, boolean> = {};

	constructor(
		private readonly form: Questionnaire,
		private readonly asMade: Questionnaire,
		private state: FormState,
		private readonly begun: boolean
	) {
		this.placed = placedResponse(form, state);
		this.values = { ...state.worked?.values };
	}

	run(): FormState {
		const enabled = enablement(this.form, this.state);
		const scope = this.scopeOf(this.form, this.placed.response, { resource: this.placed.response, questionnaire: this.asMade }, '');
		const visit: Visit = (items, pathFor, outer, fresh) => {
			for (const item of items) {
				const path = pathFor(item.linkId);
				// What lies in a line that is not asked is not worked out either; what is hidden by its own expression must be.
				if (path.length > 2 && !enabled(path.slice(0, -2))) continue;
				this.line(item, path, { outer, fresh }, enabled(path), visit);
			}
		};
		visit(this.form.item ?? [], (linkId) => [linkId], scope, !this.begun);
		const worked: Worked = { begun: true, values: this.values, shown: this.shown };
		return { ...this.state, worked };
	}

	private line(
		item: QuestionnaireItem,
		path: ItemPath,
		{ outer, fresh }: { outer: Scope; fresh: boolean },
		enabled: boolean,
		visit: Visit
	): void {
		const group = item.type === 'group';
		rowsOf(nodeAt(this.state, path)).forEach(({ begins = false }, row) => {
			if (row > 0 && !item.item?.length) return;
			const context = this.placed.places.get(group ? pathKey(path, row) : pathKey(path)) ?? { linkId: item.linkId };
			const scope = this.scopeOf(item, context, { ...outer, context, qitem: item }, item.linkId);
			if (row === 0) this.expressions({ item, path, context, scope, fresh }, enabled);
			if (item.item) visit(item.item, (linkId) => childPath(path, row, linkId), scope, fresh || begins);
		});
	}

	/** The names an element's expressions know, its own variables added one after the other. */
	private scopeOf(element: Element, context: Element, outer: Scope, linkId: string): Scope {
		let scope = outer;
		for (const { name, expression } of variablesOf(element)) {
			const result = this.evaluate(linkId, undefined, expression, context, scope);
			if (result) scope = { ...scope, [name]: result };
		}
		return scope;
	}

	private expressions(place: Place, enabled: boolean): void {
		const [initial, calculated, shows] = LINE_EXPRESSIONS.map((url) => expressionOf(place.item, url));
		const key = pathKey(place.path);
		if (shows !== undefined) {
			const [first] = this.evaluate(place.item.linkId, key, shows, place.context, place.scope) ?? [true];
			this.shown[key] = first === true;
		}
		if (!isQuestion(place.item) || !enabled) return;
		const node = nodeAt(this.state, place.path);
		if (calculated !== undefined) this.calculate(place, key, calculated);
		else if (initial !== undefined && place.fresh && !node.absent && !node.rows.some((row) => isFilled(row.value))) {
			const answers = this.answers(place, key, initial);
			if (answers && answers.length > 0) this.set(place, key, answers);
		}
	}

	private calculate(place: Place, key: string, expression: string): void {
		const node = nodeAt(this.state, place.path);
		if (node.absent) return;
		const answers = this.answers(place, key, expression);
		if (!answers) return;
		const now = JSON.stringify(valuesOf(node));
		const next = JSON.stringify(answers);
		// A person's own answer stays, where the form lets them give one.
		const remembered = this.values[key] ?? (node.rows.some((row) => isFilled(row.value)) ? next : '[]');
		if (place.item.readOnly !== true && remembered !== now) return;
		this.values[key] = next;
		if (now !== next) this.set(place, key, answers);
	}

	private set(place: Place, key: string, answers: readonly AnswerValue[]): void {
		this.changed.push({ linkId: place.item.linkId, key });
		this.state = setAnswer(this.state, place.path, answers);
	}

	private answers(place: Place, key: string, expression: string): AnswerValue[] | undefined {
		const results = this.evaluate(place.item.linkId, key, expression, place.context, place.scope);
		if (!results) return undefined;
		if (results.length > 1 && !place.item.repeats) return this.give(place.item.linkId, key, 'several');
		const answers = results.map((result) => answerFrom(place.item, result));
		const fitting = answers.filter((answer) => answer !== undefined);
		return fitting.length === answers.length ? fitting : this.give(place.item.linkId, key, 'other-kind');
	}

	private give(linkId: string, key: string | undefined, code: ExpressionProblemCode, detail?: string): undefined {
		this.problems.push({ linkId, code, ...(key === undefined ? {} : { key }), ...(detail === undefined ? {} : { detail }) });
		return undefined;
	}

	private evaluate(linkId: string, key: string | undefined, expression: string, context: Element, scope: Scope): unknown[] | undefined {
		try {
			const base = context === this.placed.response ? 'QuestionnaireResponse' : 'QuestionnaireResponse.item';
			return compiled(base, expression)(context, { ...scope });
		} catch (error) {
			return this.give(linkId, key, 'error', error instanceof Error ? error.message.slice(0, 200) : String(error));
		}
	}
}

type Run = (context: Element, scope: Record<string, unknown>) => unknown[];

const known = new Map<string, Run>();

/** Each expression is read once. `trace()` writes nothing: answers do not belong in the console. */
function compiled(base: string, expression: string): Run {
	const key = `${base} ${expression}`;
	const before = known.get(key);
	if (before) return before;
	const path = base === 'QuestionnaireResponse' ? expression : { base, expression };
	const run = fhirpath.compile(path, r4, { async: false, traceFn: () => undefined });
	const safe: Run = (context, scope) => {
		const result: unknown = run(context, scope);
		return Array.isArray(result) ? result : [];
	};
	known.set(key, safe);
	return safe;
}

