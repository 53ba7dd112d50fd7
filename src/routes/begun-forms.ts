import { shippedForm, type AssessmentForm } from '$lib/features/assessment/assessment-form';
import { draftKey, inProgress, questionnaireOf, type FormResponse } from '$lib/features/assessment/response';
import type { OfferedForm } from '$lib/features/clients-turn/choices';
import { createFormState } from '$lib/forms/response';
import type { FormState } from '$lib/forms/state';
import type { Casebook } from '$lib/storage/casebook';
import { findDraft } from '$lib/storage/drafts';

/** Forms that were begun with a client and can be gone on with in their hands, with the answers so far. */
export async function begunForms(casebook: Casebook, all: readonly FormResponse[]): Promise<OfferedForm[]> {
	const begun = await Promise.all(
		inProgress(all).map(async (record): Promise<OfferedForm[]> => {
			const questionnaire = questionnaireOf(record);
			if (!questionnaire) return [];
			const { id: recordId, formId: id, title, shortTitle, questionnaire: canonical, response, circumstances } = record;
			const shipped = record.form ? undefined : shippedForm(canonical);
			const form: AssessmentForm = shipped ?? { id, title, shortTitle, questionnaire, canonical, own: true };
			const draft = await findDraft<{ state?: FormState }>(casebook, draftKey(recordId));
			const state = draft?.value.state ?? createFormState(questionnaire, response.item ? response : undefined);
			return [{ form, recordId, begun: { state, circumstances } }];
		})
	);
	return begun.flat();
}
