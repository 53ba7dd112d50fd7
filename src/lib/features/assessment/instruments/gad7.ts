import { defineInstrument, type ItemRow } from './build';
import { FREQUENCY, OPENING, PHQ_LICENCE } from './frequency';
import { gad7EsCO, gad7FrFR, gad7PtBR, gad7Ru } from './gad7.wordings';

const title = 'Generalized Anxiety Disorder 7-item (GAD-7)';

const items: readonly ItemRow[] = [
	['69725-0', 'Feeling nervous, anxious or on edge', '69725-0'],
	['68509-9', 'Not being able to stop or control worrying', '68509-9'],
	['69733-4', 'Worrying too much about different things', '69733-4'],
	['69734-2', 'Trouble relaxing', '69734-2'],
	['69735-9', 'Being so restless that it is hard to sit still', '69735-9'],
	// LOINC's own name for 69689-8 says "last 4 weeks"; it is still the code used for this item of the GAD-7.
	['69689-8', 'Becoming easily annoyed or irritable', '69689-8'],
	['69736-7', 'Feeling afraid as if something awful might happen', '69736-7']
];

/** GAD-7, verbatim. Wording checked against CamCOPS gad7.xml and the LOINC-coded form in uwcirg/asbi-screening-app. */
export const gad7 = defineInstrument({
	id: 'gad-7',
	population: 'adults',
	recall: 'the last 2 weeks',
	direction: 'higher_is_worse',
	introduction: `${OPENING} These seven questions ask how often, over the last two weeks, you have been bothered by worry, nervousness, restlessness or fear.`,
	form: {
		id: 'gad-7',
		version: '1.0.0',
		title,
		panel: { code: '69737-5', display: 'Generalized anxiety disorder 7 item (GAD-7)' },
		copyright: PHQ_LICENCE.text,
		instructions: ['Over the last 2 weeks, how often have you been bothered by any of the following problems?'],
		options: FREQUENCY,
		items
	},
	englishOrigin: 'CamCOPS gad7.xml and uwcirg/asbi-screening-app 1_Questionnaire-GAD7.json, word for word',
	wordings: [gad7EsCO, gad7FrFR, gad7PtBR, gad7Ru],
	scoring: { method: 'sum', items: items.map(([linkId]) => linkId), min: 0, max: 21, version: '1' },
	bands: [
		{ from: 0, to: 4, label: 'minimal' },
		{ from: 5, to: 9, label: 'mild' },
		{ from: 10, to: 14, label: 'moderate' },
		{ from: 15, to: 21, label: 'severe' }
	],
	cutoffs: [
		{
			value: 8,
			rule: '>=',
			meaning: 'NHS Talking Therapies caseness',
			ages: { from: 18 },
			evidence: { source: 'NHS Talking Therapies manual, as quoted in cbtwatch.com', verified: 'secondary' }
		},
		{
			value: 10,
			rule: '>=',
			meaning: 'further evaluation (sensitivity 89%, specificity 82% for generalized anxiety disorder)',
			ages: { from: 18 },
			evidence: { source: 'Spitzer et al. 2006, as printed on the Dartmouth-Hitchcock form', verified: 'secondary' }
		}
	],
	change: {
		reliableChange: 4,
		recoveryBelow: 8,
		doubts: 'Both numbers are known from texts quoting the manual, not from the manual itself.',
		evidence: { source: 'IAPT / NHS Talking Therapies manual, as quoted in cbtwatch.com', verified: 'secondary' }
	},
	testedAges: { from: 18 },
	loinc: {
		panel: '69737-5',
		total: '70274-6',
		answerList: 'LL358-3',
		note: "LOINC's own name of question 6 (69689-8) says “last 4 weeks”; it is still the code used for it."
	},
	citation:
		'Spitzer RL, Kroenke K, Williams JBW, Lowe B. A brief measure for assessing generalized anxiety disorder: the GAD-7. Arch Intern Med 2006;166:1092-1097',
	licence: PHQ_LICENCE,
	cautions: [
		'No total when any of the seven is missing: the rule for estimating one was not found in a source.',
		'Copies that begin their options with “Not at all sure” carry a reproduction error (Zorowitz et al. 2021 Lancet Psychiatry 8:180).',
		'Copies from LOINC may say “More days than not” at question 2; it is “More than half the days”.'
	]
});
