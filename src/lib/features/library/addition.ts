import { canonicalOf } from '$lib/forms/response';
import type { Questionnaire, QuestionnaireItem } from '$lib/forms/types';
import type { RecordBase } from '$lib/storage/record';

/** Table of questions that are asked of one client on top of a form. */
export const FORM_ADDITION = 'formAddition';

/** What one client is asked beside a form's own questions. The form itself stays as it is. */
export interface FormAddition extends RecordBase {
	clientId: string;
	formId: string;
	/** In the order they are asked, after the form's own lines. */
	items: QuestionnaireItem[];
	/** Counts up with every change, so that answers name exactly what was asked. */
	number: number;
}

/** linkId of the section that holds the added questions. */
export const ADDED_SECTION = 'casekeep-added';

/** The key under which unsaved changes to a client's own questions are kept. */
export function additionDraftKey(clientId: string, formId: string): string {
	return `formAddition/${clientId}/${formId}`;
}

/**
 * A form with a client's own questions at its end. It keeps its address; its version says that something was added.
 * @param heading words over the added questions
 */
export function withAdditions(
	questionnaire: Questionnaire,
	addition: Pick<FormAddition, 'items' | 'number'> | undefined,
	heading: string
): Questionnaire {
	if (!addition || addition.items.length === 0) return questionnaire;
	const section: QuestionnaireItem = { linkId: ADDED_SECTION, type: 'group', text: heading, item: addition.items };
	return {
		...questionnaire,
		version: `${questionnaire.version ?? '1'}+client.${addition.number}`,
		item: [...(questionnaire.item ?? []), section]
	};
}

/** What answers to a form with added questions name it by. @param canonical of the form without them, `url|version` */
export function canonicalWithAdditions(
	canonical: string,
	addition: Pick<FormAddition, 'items' | 'number'> | undefined
): string {
	if (!addition || addition.items.length === 0) return canonical;
	return canonical.includes('|') ? `${canonical}+client.${addition.number}` : `${canonical}|1+client.${addition.number}`;
}

/** A form that holds nothing but the questions added for a client, for building and previewing them. */
export function additionForm(items: readonly QuestionnaireItem[]): Questionnaire {
	return { resourceType: 'Questionnaire', status: 'draft', title: '', item: items };
}

/** True when a canonical address is the form's own, or that form's with questions added for somebody. */
export function isSameForm(canonical: string, questionnaire: Questionnaire): boolean {
	const own = canonicalOf(questionnaire);
	return own !== undefined && (canonical === own || canonical.startsWith(`${own}+client.`));
}
