import { describe, expect, it } from 'vitest';
import { gad7 } from '$lib/features/assessment/instruments/gad7';
import { instruments } from '$lib/features/assessment/instruments/library';
import { phq9 } from '$lib/features/assessment/instruments/phq9';
import { parseQuestionnaire } from '$lib/forms/parse';

/**
 * Wording and codes of the LOINC panel 44249-1 as exported by LHC-Forms (LHNCBC/lforms, test/data/R4/phq9.json). Where
 * the printed PHQ-9 that we follow differs (dashes, a question mark, a comma), the comparison is by words.
 */
const LOINC_PHQ9: readonly [code: string, text: string][] = [
	['44250-9', 'Little interest or pleasure in doing things?'],
	['44255-8', 'Feeling down, depressed, or hopeless?'],
	['44259-0', 'Trouble falling or staying asleep, or sleeping too much'],
	['44254-1', 'Feeling tired or having little energy'],
	['44251-7', 'Poor appetite or overeating'],
	['44258-2', 'Feeling bad about yourself-or that you are a failure or have let yourself or your family down'],
	['44252-5', 'Trouble concentrating on things, such as reading the newspaper or watching television'],
	['44253-3', 'Moving or speaking so slowly that other people could have noticed. Or the opposite-being so fidgety or restless that you have been moving around a lot more than usual'],
	['44260-8', 'Thoughts that you would be better off dead, or of hurting yourself in some way']
];

/** From jmandel/fhir-questionnaires-from-the-web, outputs/questionnaires/gad-7.json; codes of item 6 from loinc.org panel 69729-2. */
const WEB_GAD7: readonly [code: string, text: string][] = [
	['69725-0', 'Feeling nervous, anxious or on edge'],
	['68509-9', 'Not being able to stop or control worrying'],
	['69733-4', 'Worrying too much about different things'],
	['69734-2', 'Trouble relaxing'],
	['69735-9', 'Being so restless that it is hard to sit still'],
	['69689-8', 'Becoming easily annoyed or irritable'],
	['69736-7', 'Feeling afraid as if something awful might happen']
];

/** LOINC answer lists LL358-3 and LL359-1 with the scores of the same export. */
const FREQUENCY = [
	['LA6568-5', 'Not at all', 0],
	['LA6569-3', 'Several days', 1],
	['LA6570-1', 'More than half the days', 2],
	['LA6571-9', 'Nearly every day', 3]
];
const DIFFICULTY = [
	['LA6572-7', 'Not difficult at all', 0],
	['LA6573-5', 'Somewhat difficult', 1],
	['LA6575-0', 'Very difficult', 2],
	['LA6574-3', 'Extremely difficult', 3]
];

const words = (text: string | undefined) => text?.toLowerCase().match(/[a-z0-9]+/g);
const questions = (instrument: typeof phq9) => instrument.questionnaire.item?.filter(({ type }) => type === 'choice') ?? [];
const optionRows = (item: ReturnType<typeof questions>[number] | undefined) =>
	item?.answerOption?.map((option) => [
		'valueCoding' in option && option.valueCoding.code,
		'valueCoding' in option && option.valueCoding.display,
		option.extension?.find(({ url }) => url === 'http://hl7.org/fhir/StructureDefinition/ordinalValue')?.valueDecimal
	]);

describe.each([
	['PHQ-9', phq9, LOINC_PHQ9],
	['GAD-7', gad7, WEB_GAD7]
])('%s', (_, instrument, published) => {
	it('asks what was published, in the same order, under the same codes', () => {
		const asked = questions(instrument).slice(0, published.length);
		expect(asked.map(({ code, text }) => [code?.[0]?.code, words(text)])).toEqual(published.map(([code, text]) => [code, words(text)]));
		expect(asked.map(({ linkId }) => linkId)).toEqual(instrument.scoring.items);
		for (const item of asked) expect(optionRows(item)).toEqual(FREQUENCY);
	});

	it('says what the answers are about first', () => {
		expect(instrument.questionnaire.item?.[0]).toMatchObject({
			type: 'display',
			text: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?'
		});
	});

	it('is a form the parser takes without a remark', () => {
		expect(parseQuestionnaire(JSON.parse(JSON.stringify(instrument.questionnaire)))).toMatchObject({ ok: true, problems: [] });
	});

	it('names its source, its licence and its panel', () => {
		expect(instrument.questionnaire.copyright).toContain('No permission required to reproduce, translate, display or distribute.');
		expect(instrument.questionnaire.code?.[0]?.code).toBe(instrument.loinc.panel);
		expect(instrument.citation).toMatch(/\d{4};/);
	});
});

describe('PHQ-9', () => {
	it('keeps the printed punctuation exactly', () => {
		const texts = questions(phq9).map(({ text }) => text);
		expect(texts[5]).toBe('Feeling bad about yourself — or that you are a failure or have let yourself or your family down');
		expect(texts[7]).toBe(
			'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual'
		);
		expect(texts[8]).toBe('Thoughts that you would be better off dead or of hurting yourself in some way');
	});

	it('asks about difficulty last, and does not count it', () => {
		const last = questions(phq9).at(-1);
		expect(last?.linkId).toBe('69722-7');
		expect(optionRows(last)).toEqual(DIFFICULTY);
		expect(phq9.scoring.items).not.toContain('69722-7');
	});
});

it('ids are unique, and no instrument requires an answer', () => {
	expect(new Set(instruments.map(({ id }) => id)).size).toBe(instruments.length);
	for (const { questionnaire } of instruments) for (const item of questionnaire.item ?? []) expect(item.required).toBeUndefined();
});
