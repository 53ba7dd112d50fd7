import { defineInstrument, q } from './build';
import { OPENING, PHQ_LICENCE } from './frequency';

/** PHQ-15, verbatim. Wording checked against CamCOPS phq15.xml; item codes from loinc.org 69729-2. */
export const phq15 = defineInstrument({
	id: 'phq-15',
	population: 'adults',
	recall: 'the last 4 weeks',
	direction: 'higher_is_worse',
	introduction: `${OPENING} These fifteen questions ask how much, over the last four weeks, your body has bothered you: pain, dizziness, the stomach, tiredness or sleep. Leave out what does not apply to you.`,
	form: {
		id: 'phq-15',
		version: '1.0.0',
		title: 'PHQ-15 somatic symptoms',
		copyright: PHQ_LICENCE.text,
		instructions: ['During the past 4 weeks, how much have you been bothered by any of the following problems?'],
		options: [
		['Not bothered at all', 0],
		['Bothered a little', 1],
		['Bothered a lot', 2]
	],
		items: [
		['q1', 'Stomach pain', '69671-6'],
		['q2', 'Back pain', '69672-4'],
		['q3', 'Pain in your arms, legs, or joints (knees, hips, etc.)', '69673-2'],
		['q4', 'Menstrual cramps or other problems with your periods (WOMEN ONLY)', '69674-0'],
		['q5', 'Headaches', '69675-7'],
		['q6', 'Chest pain', '69676-5'],
		['q7', 'Dizziness', '69677-3'],
		['q8', 'Fainting spells', '69678-1'],
		['q9', 'Feeling your heart pound or race', '69679-9'],
		['q10', 'Shortness of breath', '69680-7'],
		['q11', 'Pain or problems during sexual intercourse', '69717-7'],
		['q12', 'Constipation, loose bowels, or diarrhea', '69681-5'],
		['q13', 'Nausea, gas, or indigestion', '69682-3'],
		['q14', 'Feeling tired or having low energy'],
		['q15', 'Trouble sleeping']
	]
	},
	englishOrigin: 'CamCOPS phq15.xml, word for word',
	scoring: {
		method: 'sum',
		items: q(15),
		min: 0,
		max: 30,
		version: '1',
		missing: { kind: 'optional', items: ['q4'] }
	},
	bands: [
		{ from: 0, to: 4, label: 'minimal' },
		{ from: 5, to: 9, label: 'low' },
		{ from: 10, to: 14, label: 'medium' },
		{ from: 15, to: 30, label: 'high' }
	],
	safety: [
		{
			linkId: 'q6',
			atLeast: 2,
			whenMissing: 'never',
			action: 'Advise medical review for chest pain.',
			note: 'Do not wait for the rest of the form.'
		},
		{
			linkId: 'q10',
			atLeast: 2,
			whenMissing: 'never',
			action: 'Advise medical review for breathlessness.',
			note: 'Do not wait for the rest of the form.'
		}
	],
	testedAges: { from: 18 },
	loinc: { total: '70273-8', note: 'No code was verified for the form.' },
	citation: 'Kroenke K, Spitzer RL, Williams JBW. The PHQ-15. Psychosom Med 2002;64:258-266',
	licence: PHQ_LICENCE,
	cautions: [
		'Question 4 is left empty by people without periods; it then counts 0. Any other question without an answer means no total.',
		'A high total says how much the body bothers somebody, not why. Ask whether a doctor has looked at it.'
	],
	unverified: ['A rule that allows three missing answers is known from memory only and is not used.']
});
