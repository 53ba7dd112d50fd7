import { m } from '$lib/paraglide/messages.js';
import { optionValue } from './definition';
import type { AbsentReason } from './extensions';
import { dateTimeText, timeText } from './date-time';
import { partialDateText } from './partial-date';
import type { Problem, ProblemCode } from './problem';
import type { MissingReason } from './score';
import type { AnswerOption, AnswerValue, Quantity } from './types';
import type { FieldError } from './validate';

/** An answer in words: the option's wording, the number with its unit, the date as precisely as it is known, yes or no. */
export function answerText(value: AnswerValue): string {
	if ('valueBoolean' in value) return value.valueBoolean ? m.forms_yes() : m.forms_no();
	if ('valueCoding' in value) return value.valueCoding.display ?? value.valueCoding.code ?? '';
	if ('valueDate' in value) return partialDateText(value.valueDate);
	if ('valueDateTime' in value) return dateTimeText(value.valueDateTime);
	if ('valueTime' in value) return timeText(value.valueTime);
	if ('valueString' in value) return value.valueString;
	if ('valueUri' in value) return value.valueUri;
	if ('valueQuantity' in value) return quantityText(value.valueQuantity);
	if ('valueAttachment' in value) return value.valueAttachment.title ?? value.valueAttachment.url ?? m.forms_file();
	if ('valueReference' in value) return value.valueReference.display ?? value.valueReference.reference ?? '';
	return String('valueInteger' in value ? value.valueInteger : value.valueDecimal);
}

function quantityText({ comparator, value, unit, code }: Quantity): string {
	return [comparator, value === undefined ? undefined : String(value), unit ?? code].filter(Boolean).join(' ');
}

/** The wording of one option of a choice. */
export function optionText(option: AnswerOption): string {
	return answerText(optionValue(option));
}

/** A reason for having no answer, in words. */
export function absentText(reason: AbsentReason): string {
	if (reason === 'asked-unknown') return m.forms_absent_unknown();
	return reason === 'asked-declined' ? m.forms_absent_declined() : m.forms_absent_not_asked();
}

/** Why an item could not be counted, in words. */
export function missingText(reason: MissingReason): string {
	if (reason === 'unanswered') return m.forms_missing_unanswered();
	return reason === 'not-scorable' ? m.forms_missing_not_scorable() : absentText(reason);
}

/** What is to be put right in a field, in words. */
export function fieldErrorText(error: FieldError): string {
	switch (error.code) {
		case 'required':
			return m.forms_error_required();
		case 'not-a-number':
			return m.forms_error_number();
		case 'not-a-whole-number':
			return m.forms_error_whole_number();
		case 'not-a-date':
			return m.forms_error_date();
		case 'not-an-option':
			return m.forms_error_option();
		case 'one-only':
			return m.forms_error_one_only();
		case 'too-long':
			return m.forms_error_too_long({ limit: error.limit, over: error.length - error.limit });
		case 'too-short':
			return m.forms_error_too_short({ limit: error.limit });
		case 'too-low':
			return m.forms_error_too_low({ limit: answerText(error.limit) });
		case 'too-high':
			return m.forms_error_too_high({ limit: answerText(error.limit) });
		case 'too-few':
			return m.forms_error_too_few({ limit: error.limit });
		case 'too-many':
			return m.forms_error_too_many({ limit: error.limit });
		case 'too-many-decimals':
			return m.forms_error_decimals({ limit: error.limit });
		case 'not-a-time':
			return m.forms_error_time();
		case 'not-a-web-address':
			return m.forms_error_url();
		case 'other-pattern':
			return m.forms_error_pattern();
		case 'other-file-type':
			return m.forms_error_file_type();
		case 'too-large':
			return m.forms_error_too_large({ limit: sizeText(error.limit) });
	}
}

/** Bytes as a person counts them: `3 MB`, `250 kB`. */
export function sizeText(bytes: number): string {
	return bytes >= 1_000_000 ? `${Number((bytes / 1_000_000).toFixed(1))} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`;
}

const PROBLEM_WORDS: Record<ProblemCode, (inputs: { detail: string }) => string> = {
	'not-an-object': m.forms_problem_not_an_object,
	'not-a-questionnaire': m.forms_problem_not_a_questionnaire,
	'too-deep': m.forms_problem_too_deep,
	'too-many-items': m.forms_problem_too_many_items,
	'modifier-extension': m.forms_problem_modifier_extension,
	'missing-or-wrong': m.forms_problem_missing_or_wrong,
	'unsupported-type': m.forms_problem_unsupported_type,
	'unsupported-value': m.forms_problem_unsupported_value,
	'not-a-date': m.forms_problem_not_a_date,
	'duplicate-link-id': m.forms_problem_duplicate_link_id,
	'display-with-items': m.forms_problem_display_with_items,
	'choice-without-options': m.forms_problem_choice_without_options,
	'option-of-other-type': m.forms_problem_option_of_other_type,
	'initial-of-other-type': m.forms_problem_initial_of_other_type,
	'enable-when-unknown-question': m.forms_problem_enable_when_unknown_question,
	'enable-when-value': m.forms_problem_enable_when_value,
	'enable-when-exists': m.forms_problem_enable_when_exists,
	'enable-behavior-missing': m.forms_problem_enable_behavior_missing,
	'enable-when-order': m.forms_problem_enable_when_order,
	'enable-when-circle': m.forms_problem_enable_when_circle,
	'options-not-in-file': m.forms_problem_options_not_in_file,
	'options-need-server': m.forms_problem_options_need_server,
	'media-not-shown': m.forms_problem_media_not_shown,
	'pattern-not-checked': m.forms_problem_pattern_not_checked,
	'markup-not-shown': m.forms_problem_markup_not_shown,
	'reference-as-words': m.forms_problem_reference_as_words,
	'extension-not-used': m.forms_problem_extension_not_used,
	'element-not-used': m.forms_problem_element_not_used,
	'answer-to-unknown-line': m.forms_problem_answer_to_unknown_line,
	'not-a-response': m.forms_problem_not_a_response,
	'group-without-items': m.forms_problem_group_without_items,
	'display-with-answer-rules': m.forms_problem_display_with_answer_rules,
	'initial-not-used': m.forms_problem_initial_not_used,
	'several-initial': m.forms_problem_several_initial,
	'options-not-used': m.forms_problem_options_not_used,
	'max-length-not-used': m.forms_problem_max_length_not_used,
	'several-values': m.forms_problem_several_values,
	'control-not-used': m.forms_problem_control_not_used,
	'limit-not-checked': m.forms_problem_limit_not_checked,
	'dynamic-text': m.forms_problem_dynamic_text,
	'value-set-not-used': m.forms_problem_value_set_not_used,
	'options-cut': m.forms_problem_options_cut,
	'enable-when-never': m.forms_problem_enable_when_never,
	'enable-when-always': m.forms_problem_enable_when_always,
	'more-notes': m.forms_problem_more_notes,
	'expression-not-run': m.forms_problem_expression_not_run
};

/** One problem of a form from a file, in words, with where it is. */
export function problemText(problem: Problem): string {
	const words = problem.code === 'missing-or-wrong' && problem.detail !== undefined ? m.forms_problem_wrong_kind : PROBLEM_WORDS[problem.code];
	const what = words({ detail: problem.detail ?? '' });
	return problem.path ? m.forms_problem_at({ path: problem.path, what }) : what;
}
