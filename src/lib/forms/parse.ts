import * as v from 'valibot';
import { m } from '$lib/paraglide/messages.js';
import { problem, PROBLEMS, type Problem, type ProblemCode } from './problem';
import { ruleProblems } from './rules';
import { questionnaireSchema } from './schema';
import type { Questionnaire } from './types';
import { containedIssues } from './valuesets';

/** Deepest nesting of JSON accepted; far past any real form, and shallow enough for every stack. */
const MAX_DEPTH = 64;
/** Most lines one form may have. */
export const MAX_ITEMS = 2000;
/** Most problems reported for one form. */
export const MAX_PROBLEMS = 100;

/** A form that can be used, with what is worth knowing about it; or the reasons why it cannot. */
export type ParsedQuestionnaire =
	| { readonly ok: true; readonly questionnaire: Questionnaire; readonly problems: readonly Problem[] }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads an R4 Questionnaire from already parsed JSON. Never throws; elements it does not know are kept.
 * @returns the form with `noted` problems, or every problem found when one of them is `refused`.
 */
export function parseQuestionnaire(json: unknown): ParsedQuestionnaire {
	const early = structureProblem(json);
	if (early) return { ok: false, problems: [early] };
	const shape = v.safeParse(questionnaireSchema, json);
	if (!shape.success) return { ok: false, problems: shape.issues.slice(0, MAX_PROBLEMS).map((issue) => fromIssue(issue)) };
	const contained = (shape.output.contained ?? []).flatMap((resource, index) =>
		containedIssues(resource).map((issue) => fromIssue(issue, `contained[${index}]`))
	);
	if (contained.length > 0) return { ok: false, problems: contained.slice(0, MAX_PROBLEMS) };
	const problems = ruleProblems(shape.output);
	const refused = problems.filter((found) => found.severity === 'refused');
	if (refused.length > 0) return { ok: false, problems: listed([...refused, ...problems.filter((found) => found.severity === 'noted')]) };
	return { ok: true, questionnaire: shape.output, problems: listed(problems) };
}

/** As many as anybody reads, and how many more there are. */
function listed(problems: readonly Problem[]): Problem[] {
	if (problems.length <= MAX_PROBLEMS) return [...problems];
	return [...problems.slice(0, MAX_PROBLEMS - 1), problem('', 'more-notes', String(problems.length - MAX_PROBLEMS + 1))];
}

/** Checks, without recursion, what must hold before anything recursive may look at the value. */
export function structureProblem(json: unknown): Problem | undefined {
	const waiting: { value: unknown; path: string; depth: number }[] = [{ value: json, path: '', depth: 0 }];
	let items = 0;
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const { value, path, depth } = next;
		if (typeof value !== 'object' || value === null) continue;
		if (depth > MAX_DEPTH) return problem('', 'too-deep');
		if (Object.hasOwn(value, 'linkId') && ++items > MAX_ITEMS) return problem('', 'too-many-items', String(MAX_ITEMS));
		for (const [key, inner] of Object.entries(value)) {
			const at = Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
			// Both may turn a form's meaning around, so a reader that does not know them must not go on (R4, "Modifier").
			if (key === 'modifierExtension' || key === 'implicitRules') return problem(at, 'modifier-extension', urlIn(inner));
			waiting.push({ value: inner, path: at, depth: depth + 1 });
		}
	}
	return undefined;
}

function urlIn(extensions: unknown): string | undefined {
	const first: unknown = Array.isArray(extensions) ? extensions[0] : extensions;
	if (typeof first === 'string') return first;
	if (typeof first !== 'object' || first === null || !('url' in first)) return undefined;
	return typeof first.url === 'string' ? first.url : undefined;
}

/** A problem of shape as a problem of ours: where it is, and what stands there instead of what is needed. */
export function fromIssue(issue: v.BaseIssue<unknown>, inside = ''): Problem {
	const path = (issue.path ?? []).reduce((text, { key, type }) => {
		if (type === 'array') return `${text}[${String(key)}]`;
		return text ? `${text}.${String(key)}` : String(key);
	}, inside);
	const code = codeOf(issue.message, path);
	return problem(path, code, code === 'missing-or-wrong' ? differenceOf(issue) : typeof issue.input === 'string' ? issue.input : undefined);
}

/** What valibot wanted and what it found, in words: both come from the file's author's point of view. */
function differenceOf({ expected, received, input }: v.BaseIssue<unknown>): string | undefined {
	if (input === undefined) return m.forms_missing_element();
	if (!expected) return undefined;
	const found = typeof input === 'object' ? kindOf(input) : received;
	return m.forms_expected_found({ expected: EXPECTED[expected]?.() ?? expected, found });
}

function kindOf(input: unknown): string {
	if (input === null) return 'null';
	return Array.isArray(input) ? m.forms_kind_list() : m.forms_kind_object();
}

const EXPECTED: Readonly<Record<string, () => string>> = {
	string: m.forms_kind_text,
	'!""': m.forms_kind_text,
	number: m.forms_kind_number,
	boolean: m.forms_kind_yes_no,
	Object: m.forms_kind_object,
	Array: m.forms_kind_list
};

function codeOf(message: string, path: string): ProblemCode {
	if (path === 'resourceType' && message === 'not-a-response') return message;
	if (path === 'resourceType') return 'not-a-questionnaire';
	// A missing element is reported with the message of the object it is missing from.
	if (!isProblemCode(message) || (message === 'not-an-object' && path !== '')) return 'missing-or-wrong';
	return message;
}

function isProblemCode(message: string): message is ProblemCode {
	return Object.hasOwn(PROBLEMS, message);
}
