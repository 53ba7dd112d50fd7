import * as v from 'valibot';
import { definitionsOf } from './definition';
import { MAX_PROBLEMS, fromIssue, structureProblem } from './parse';
import { problem, type Problem, type ProblemCode } from './problem';
import { ANSWER_VALUES, element, name, reference, text } from './schema';
import type { Questionnaire, QuestionnaireResponse, ResponseAnswer, ResponseItem } from './types';

const wrong: ProblemCode = 'missing-or-wrong';
const notOne: ProblemCode = 'not-a-response';

/** A response that can be used, with what is worth knowing about it; or the reasons why it cannot. */
export type ParsedResponse =
	| { readonly ok: true; readonly response: QuestionnaireResponse; readonly problems: readonly Problem[] }
	| { readonly ok: false; readonly problems: readonly Problem[] };

const optional = Object.fromEntries(
	Object.entries(ANSWER_VALUES).map(([key, schema]) => [key, v.exactOptional(schema as v.GenericSchema)])
);
const items = v.exactOptional(
	v.array(
		v.lazy(() => item),
		wrong
	)
);
const answer = v.looseObject({ ...element, ...optional, item: items }, wrong) as unknown as v.GenericSchema<ResponseAnswer>;
const item: v.GenericSchema<ResponseItem> = v.looseObject(
	{
		...element,
		linkId: name,
		definition: v.exactOptional(text),
		text: v.exactOptional(text),
		answer: v.exactOptional(v.array(answer, wrong)),
		item: items
	},
	wrong
);
const responseSchema: v.GenericSchema<QuestionnaireResponse> = v.looseObject(
	{
		...element,
		resourceType: v.literal('QuestionnaireResponse', notOne),
		id: v.exactOptional(text),
		language: v.exactOptional(text),
		questionnaire: v.exactOptional(text),
		status: v.picklist(['in-progress', 'completed', 'amended', 'entered-in-error', 'stopped'], wrong),
		authored: v.exactOptional(text),
		subject: v.exactOptional(reference),
		author: v.exactOptional(reference),
		source: v.exactOptional(reference),
		item: items
	},
	'not-an-object' satisfies ProblemCode
);

/**
 * Reads an R4 QuestionnaireResponse from already parsed JSON. Never throws; elements it does not know are kept.
 * @param questionnaire the form it answers, when that is known: answers to lines it does not have are then noted
 */
export function parseResponse(json: unknown, questionnaire?: Questionnaire): ParsedResponse {
	const early = structureProblem(json);
	if (early) return { ok: false, problems: [early] };
	const shape = v.safeParse(responseSchema, json);
	if (!shape.success) return { ok: false, problems: shape.issues.slice(0, MAX_PROBLEMS).map((issue) => fromIssue(issue)) };
	const problems = questionnaire ? unknownLines(questionnaire, shape.output.item, 'item') : [];
	return { ok: true, response: shape.output, problems: problems.slice(0, MAX_PROBLEMS) };
}

function unknownLines(questionnaire: Questionnaire, answered: readonly ResponseItem[] | undefined, path: string): Problem[] {
	const definitions = definitionsOf(questionnaire);
	return (answered ?? []).flatMap((one, index) => {
		const at = `${path}[${index}]`;
		const own = definitions.has(one.linkId) ? [] : [problem(at, 'answer-to-unknown-line', one.linkId)];
		const below = (one.answer ?? []).flatMap((given, row) => unknownLines(questionnaire, given.item, `${at}.answer[${row}].item`));
		return [...own, ...unknownLines(questionnaire, one.item, `${at}.item`), ...below];
	});
}
