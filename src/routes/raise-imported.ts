import { shippedForm } from '$lib/features/assessment/assessment-form';
import type { FormResponse } from '$lib/features/assessment/response';
import { RESPONSE } from '$lib/features/assessment/response-table-name';
import { raiseConcern } from '$lib/features/assessment/responses.svelte';
import { safetySignals } from '$lib/features/assessment/signals';
import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import { tableNamed } from '$lib/storage/sealed-table';

/**
 * Answers that came in a file ask for the same conversation as answers given here: opens the concerns that they raise.
 * Answers marked as entered in error raise none.
 * @param done what importing them saved
 * @returns how many concerns are open because of it
 * @throws see `Casebook.commit`
 */
export async function raiseImported(casebook: Casebook, done: Committed): Promise<number> {
	const saved = new Set(done.records.map(({ id }) => id));
	let raised = 0;
	for (const record of await tableNamed<FormResponse>(RESPONSE).all(casebook)) {
		if (!saved.has(record.id) || record.inError) continue;
		const form = record.form ? { questionnaire: record.form } : shippedForm(record.questionnaire);
		if (!form) continue;
		for (const signal of safetySignals(form, record.response, true))
			if (await raiseConcern(casebook, record, signal)) raised += 1;
	}
	return raised;
}
