import { parseQuestionnaire } from '$lib/forms/parse';
import type { Questionnaire } from '$lib/forms/types';

/** A form with these lines that passes the parser; throws with its problems when it does not. */
export function formOf(...item: readonly object[]): Questionnaire {
	const parsed = parseQuestionnaire({ resourceType: 'Questionnaire', status: 'active', item });
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.questionnaire;
}

/** Options of a choice by code, worded like the code. */
export function options(...codes: readonly string[]) {
	return codes.map((code) => ({ valueCoding: { system: 'urn:test', code, display: code } }));
}

/** An answer that chose this code. */
export function coded(code: string) {
	return { valueCoding: { system: 'urn:test', code, display: code } };
}
