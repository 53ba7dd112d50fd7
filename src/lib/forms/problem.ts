/**
 * What can be wrong with a form that comes from a file. `refused` problems stop it from being used, because it would be
 * shown or scored differently from what its author meant; `noted` ones do not.
 */
export const PROBLEMS = {
	'not-an-object': 'refused',
	'not-a-questionnaire': 'refused',
	'not-a-response': 'refused',
	'too-deep': 'refused',
	'too-many-items': 'refused',
	'modifier-extension': 'refused',
	'missing-or-wrong': 'refused',
	'unsupported-type': 'refused',
	'unsupported-value': 'refused',
	'not-a-date': 'refused',
	'duplicate-link-id': 'refused',
	'display-with-items': 'refused',
	'option-of-other-type': 'refused',
	'initial-of-other-type': 'refused',
	'enable-when-unknown-question': 'refused',
	'enable-when-value': 'refused',
	'enable-when-exists': 'refused',
	'enable-behavior-missing': 'refused',
	'choice-without-options': 'noted',
	'options-not-in-file': 'noted',
	'options-need-server': 'noted',
	'enable-when-order': 'noted',
	'enable-when-circle': 'noted',
	'group-without-items': 'noted',
	'display-with-answer-rules': 'noted',
	'initial-not-used': 'noted',
	'several-initial': 'noted',
	'options-not-used': 'noted',
	'max-length-not-used': 'noted',
	'several-values': 'noted',
	'expression-not-run': 'noted',
	'media-not-shown': 'noted',
	'pattern-not-checked': 'noted',
	'markup-not-shown': 'noted',
	'reference-as-words': 'noted',
	'control-not-used': 'noted',
	'limit-not-checked': 'noted',
	'dynamic-text': 'noted',
	'value-set-not-used': 'noted',
	'options-cut': 'noted',
	'enable-when-never': 'noted',
	'enable-when-always': 'noted',
	'more-notes': 'noted',
	'extension-not-used': 'noted',
	'element-not-used': 'noted',
	'answer-to-unknown-line': 'noted'
} as const satisfies Record<string, 'refused' | 'noted'>;

/** What is wrong, as a code. `words.ts` has the words. */
export type ProblemCode = keyof typeof PROBLEMS;

/** One problem, where it is (`item[2].enableWhen[0]`, empty for the form itself), and the words it is about. */
export interface Problem {
	readonly path: string;
	readonly code: ProblemCode;
	readonly severity: 'refused' | 'noted';
	/** A type, linkId or address from the file, as plain text; may be hostile, never markup. */
	readonly detail?: string;
}

/** Longest detail that is quoted from a file. */
const MAX_DETAIL = 120;

/** Makes a problem with the severity its code has. */
export function problem(path: string, code: ProblemCode, detail?: string): Problem {
	const base = { path, code, severity: PROBLEMS[code] };
	return detail === undefined ? base : { ...base, detail: detail.slice(0, MAX_DETAIL) };
}
