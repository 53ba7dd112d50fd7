import type { Questionnaire } from '$lib/forms/types';

/** FHIR's own media type for JSON. */
export const FHIR_JSON = 'application/fhir+json';

/** A form as a FHIR JSON file. It holds no client's data, so it may leave as it is. */
export function formFile(questionnaire: Questionnaire): Blob {
	return new Blob([`${JSON.stringify(questionnaire, undefined, 2)}\n`], { type: FHIR_JSON });
}

/** A file name made of a form's title: `questionnaire-money-and-rent.json`. */
export function formFileName(title: string): string {
	const plain = title.normalize('NFKD').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 60);
	return `questionnaire${plain ? `-${plain}` : ''}.json`;
}
