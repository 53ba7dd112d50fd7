import { expect, test } from 'vitest';
import { instruments } from '$lib/features/assessment/instruments/library';
import { FHIR_JSON, formFile, formFileName } from '$lib/features/library/form-file';
import { parseQuestionnaire } from '$lib/forms/parse';

const wordings = instruments.flatMap(({ id, versions }) => versions.map((version) => ({ id, ...version })));

test.each(wordings)('$id in $language leaves as a file that comes back the same, with its copyright', async ({ language, questionnaire }) => {
	const file = formFile(questionnaire);
	expect(file.type).toBe(FHIR_JSON);
	const json = JSON.parse(await file.text()) as Record<string, unknown>;
	expect(json).toMatchObject({ resourceType: 'Questionnaire' });
	expect(json['copyright']).toMatch(/\S/);
	const read = parseQuestionnaire(json);
	expect(read.problems.filter(({ severity }) => severity === 'refused')).toEqual([]);
	expect(read.ok && read.questionnaire).toEqual(JSON.parse(JSON.stringify(questionnaire)));
	expect(formFileName(`${questionnaire.title ?? ''} ${language}`)).toMatch(/^questionnaire-[a-z0-9-]+\.json$/);
});
