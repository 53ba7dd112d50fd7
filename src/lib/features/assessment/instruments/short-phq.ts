import { defineInstrument, q, type ItemRow } from './build';
import { FREQUENCY, OPENING, PHQ_LICENCE } from './frequency';
import { gad2Wordings, phq2Wordings, phq4Wordings } from './short.wordings';

const TWO_WEEKS = 'Over the last 2 weeks, how often have you been bothered by any of the following problems?';
const ADULTS = { from: 18 };

const phq2Items: readonly ItemRow[] = [
		['q1', 'Little interest or pleasure in doing things', '44250-9'],
		['q2', 'Feeling down, depressed, or hopeless', '44255-8']
	];
const gad2Items: readonly ItemRow[] = [
		['q1', 'Feeling nervous, anxious or on edge', '69725-0'],
		['q2', 'Not being able to stop or control worrying', '68509-9']
	];
const phq4Items: readonly ItemRow[] = [
		['q1', 'Feeling nervous, anxious or on edge', '69725-0'],
		['q2', 'Not being able to stop or control worrying', '68509-9'],
		['q3', 'Little interest or pleasure in doing things', '44250-9'],
		['q4', 'Feeling down, depressed, or hopeless', '44255-8']
	];

/** PHQ-2, verbatim: the first two questions of the PHQ-9. */
export const phq2 = defineInstrument({
	id: 'phq-2',
	population: 'adults; ages 13 to 17 with a study of their own',
	recall: 'the last 2 weeks',
	direction: 'higher_is_worse',
	introduction: `${OPENING} These two questions ask how often, over the last two weeks, you have had little interest in things or felt down.`,
	form: {
		id: 'phq-2',
		version: '1.0.0',
		title: 'Patient Health Questionnaire-2 (PHQ-2)',
		panel: { code: '55757-9' },
		copyright: PHQ_LICENCE.text,
		instructions: [TWO_WEEKS],
		options: FREQUENCY,
		items: phq2Items
	},
	englishOrigin: 'CamCOPS phq9.xml, items 1 and 2',
	wordings: phq2Wordings,
	scoring: { method: 'sum', items: q(2), min: 0, max: 6, version: '1' },
	cutoffs: [
		{
			value: 3,
			rule: '>=',
			meaning: 'screen positive: administer PHQ-9',
			ages: ADULTS,
			evidence: { source: 'Kroenke, Spitzer & Williams 2003 Med Care 41:1284-92', verified: 'unverified' }
		},
		{
			value: 3,
			rule: '>=',
			meaning: 'screen positive, ages 13 to 17 (sensitivity 74%, specificity 75%)',
			ages: { from: 13, to: 17 },
			evidence: { source: 'Richardson et al. 2010 Pediatrics 125:e1097, PMC3100798', verified: 'source' }
		}
	],
	testedAges: ADULTS,
	loinc: { panel: '55757-9', total: '55758-7', answerList: 'LL358-3' },
	citation: 'Kroenke K, Spitzer RL, Williams JBW. The PHQ-2. Med Care 2003;41:1284-1292',
	licence: PHQ_LICENCE,
	cautions: ['It does not ask about thoughts of death or of hurting oneself. After a positive screen, ask the whole PHQ-9.'],
	unverified: ['The adult cut-off of 3 is written from memory of Kroenke 2003.']
});

/** GAD-2, verbatim: the first two questions of the GAD-7. */
export const gad2 = defineInstrument({
	id: 'gad-2',
	population: 'adults',
	recall: 'the last 2 weeks',
	direction: 'higher_is_worse',
	introduction: `${OPENING} These two questions ask how often, over the last two weeks, you have felt nervous or could not stop worrying.`,
	form: {
		id: 'gad-2',
		version: '1.0.0',
		title: 'GAD-2',
		copyright: PHQ_LICENCE.text,
		instructions: [TWO_WEEKS],
		options: FREQUENCY,
		items: gad2Items
	},
	englishOrigin: 'CamCOPS gad7.xml, items 1 and 2',
	wordings: gad2Wordings,
	scoring: { method: 'sum', items: q(2), min: 0, max: 6, version: '1' },
	cutoffs: [
		{
			value: 3,
			rule: '>=',
			meaning: 'administer GAD-7',
			ages: ADULTS,
			evidence: { source: 'Kroenke et al. 2007 Ann Intern Med 146:317-25', verified: 'unverified' }
		}
	],
	testedAges: ADULTS,
	loinc: { note: 'No code was verified for the form or its total.' },
	citation: 'Kroenke K et al. Anxiety disorders in primary care. Ann Intern Med 2007;146:317-325',
	licence: PHQ_LICENCE,
	cautions: [],
	unverified: ['The cut-off of 3 is written from memory of Kroenke 2007.']
});

const POSITIVE = {
	value: 3,
	rule: '>=',
	meaning: 'positive',
	ages: ADULTS,
	evidence: { source: 'no source was named for it', verified: 'unverified' }
} as const;

/** PHQ-4, verbatim: GAD-2 and PHQ-2. */
export const phq4 = defineInstrument({
	id: 'phq-4',
	population: 'adults',
	recall: 'the last 2 weeks',
	direction: 'higher_is_worse',
	introduction: `${OPENING} These four questions ask how often, over the last two weeks, you have been nervous or worried, or had little interest or felt down.`,
	form: {
		id: 'phq-4',
		version: '1.0.0',
		title: 'PHQ-4',
		panel: { code: '69724-3' },
		copyright: PHQ_LICENCE.text,
		instructions: [TWO_WEEKS],
		options: FREQUENCY,
		items: phq4Items
	},
	englishOrigin: 'chronic-care/mycareplanner PHQ-4-questionnaire.json',
	wordings: phq4Wordings,
	scoring: {
		method: 'sum',
		items: q(4),
		min: 0,
		max: 12,
		version: '1',
		scales: [
			{ id: 'anxiety', label: 'anxiety', items: q(2), min: 0, max: 6 },
			{ id: 'depression', label: 'depression', items: q(4, 3), min: 0, max: 6 }
		]
	},
	bands: [
		{ from: 0, to: 2, label: 'normal' },
		{ from: 3, to: 5, label: 'mild' },
		{ from: 6, to: 8, label: 'moderate' },
		{ from: 9, to: 12, label: 'severe' }
	],
	bandsEvidence: { source: 'Kroenke et al. 2009', verified: 'unverified' },
	cutoffs: [
		{ ...POSITIVE, scale: 'anxiety' },
		{ ...POSITIVE, scale: 'depression' }
	],
	testedAges: ADULTS,
	loinc: { panel: '69724-3', answerList: 'LL358-3' },
	citation: 'Kroenke K, Spitzer RL, Williams JBW, Lowe B. An ultra-brief screening scale for anxiety and depression: the PHQ-4. Psychosomatics 2009;50:613-621',
	licence: PHQ_LICENCE,
	cautions: ['The cut-offs are for each pair of questions, not for the total.'],
	unverified: ['The bands are written from memory of Kroenke 2009.']
});
