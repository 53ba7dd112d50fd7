import { m } from '$lib/paraglide/messages.js';
import { isUnanswerable } from './definition';
import type { ExpressionProblem } from './expression-lines';
import { EXTENSION, extensionOf } from './extensions';
import type { QuestionnaireItem } from './types';

/** What a question asks for and does not get here, as sentences to stand with it. */
export function noticesOf(item: QuestionnaireItem): readonly string[] {
	const found: string[] = [];
	const detail = item.answerValueSet ?? '';
	if (isUnanswerable(item)) found.push(detail ? m.forms_notice_no_options({ detail }) : m.forms_notice_no_options_at_all());
	else if (item.type === 'open-choice' && detail && !item.answerOption?.length) found.push(m.forms_notice_own_words({ detail }));
	if (item.type === 'reference' && !item.answerOption?.length) found.push(m.forms_notice_reference());
	const media =
		extensionOf(item, EXTENSION.itemMedia) ?? item.answerOption?.find((option) => extensionOf(option, EXTENSION.itemAnswerMedia));
	if (media) found.push(m.forms_notice_media());
	return found;
}

/** Why something was not worked out, in words. */
export function expressionProblemText({ code, detail }: ExpressionProblem): string {
	switch (code) {
		case 'circle':
			return m.forms_expression_circle();
		case 'too-slow':
			return m.forms_expression_too_slow();
		case 'stopped':
			return m.forms_expression_stopped();
		case 'other-kind':
			return m.forms_expression_other_kind();
		case 'several':
			return m.forms_expression_several();
		case 'error':
			return m.forms_expression_error({ detail: detail ?? '' });
	}
}
