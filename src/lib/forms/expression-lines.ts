import { EXTENSION, extensionOf, extensionsOf } from './extensions';
import type { Element, Questionnaire, QuestionnaireItem } from './types';

/** One `variable`: a name for a result, seen by every expression beneath it. */
export interface Variable {
	readonly name: string;
	readonly expression: string;
}

/** The FHIRPath text of an element's extension; undefined when it has none, or in another language. */
export function expressionOf(element: Element | undefined, url: string): string | undefined {
	const expression = extensionOf(element, url)?.valueExpression;
	return expression?.language === 'text/fhirpath' ? expression.expression : undefined;
}

/** The variables of an element, in their order; a later one may use an earlier one. */
export function variablesOf(element: Element): readonly Variable[] {
	return extensionsOf(element, EXTENSION.variable).flatMap(({ valueExpression }) => {
		const { name, expression, language } = valueExpression ?? {};
		return language === 'text/fhirpath' && name && expression !== undefined ? [{ name, expression }] : [];
	});
}

/** The expressions of a line that give an answer, or decide whether it is shown. */
export const LINE_EXPRESSIONS = [
	EXTENSION.initialExpression,
	EXTENSION.calculatedExpression,
	EXTENSION.enableWhenExpression
] as const;

const needs = new WeakMap<Questionnaire, boolean>();

/** True for a form that has something to be worked out; only then is the expression engine loaded. */
export function needsExpressions(questionnaire: Questionnaire): boolean {
	const known = needs.get(questionnaire);
	if (known !== undefined) return known;
	const some = (items: readonly QuestionnaireItem[] | undefined): boolean =>
		(items ?? []).some((item) => LINE_EXPRESSIONS.some((url) => expressionOf(item, url) !== undefined) || some(item.item));
	const answer = some(questionnaire.item);
	needs.set(questionnaire, answer);
	return answer;
}

/** True for a line whose answer is worked out. */
export function isCalculated(item: QuestionnaireItem): boolean {
	return expressionOf(item, EXTENSION.calculatedExpression) !== undefined;
}

/** Why an expression gave nothing that can be used. `stopped`: what works them out did not start or broke off, twice. */
export type ExpressionProblemCode = 'error' | 'other-kind' | 'several' | 'circle' | 'too-slow' | 'stopped';

/** An expression that could not be worked out, the line it belongs to, and what the engine says about it. */
export interface ExpressionProblem {
	readonly linkId: string;
	/** `pathKey` of the place; missing when it concerns the whole form. */
	readonly key?: string;
	readonly code: ExpressionProblemCode;
	readonly detail?: string;
}
