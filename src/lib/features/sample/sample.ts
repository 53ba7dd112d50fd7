import type { Casebook } from '$lib/storage/casebook';

/** Fills an empty casebook with the fictional sample caseload. */
export async function fillSampleCaseload(casebook: Casebook): Promise<void> {
	await casebook.commit({ action: 'sample' });
}
