import { ASK_ABOUT_SUICIDE } from './ask-about-suicide';
import { defineInstrument, q } from './build';
import { OPENING } from './frequency';

/** CORE-10, verbatim; questions 2 and 3 count the other way round. Unchanged wording only, no translation of our own. */
export const core10 = defineInstrument({
	id: 'core-10',
	population: 'ages 17 and over',
	recall: 'the last week',
	direction: 'higher_is_worse',
	introduction: `${OPENING} These ten statements are about how you have been over the last week; one of them is about plans to end your life. If you tell me you have made plans to end your life, I will ask you more about it today.`,
	form: {
		id: 'core-10',
		version: '1.0.0',
		title: 'CORE-10',
		copyright: '(c) CORE System Trust: https://www.coresystemtrust.org.uk/copyright.pdf . CC BY-NC-ND 4.0: unchanged wording only, no charge for the instrument, no unofficial translation; show the copyright line on the form.',
		notice: '© CORE System Trust: https://www.coresystemtrust.org.uk/copyright.pdf',
		instructions: [
			'This form has 10 statements about how you have been OVER THE LAST WEEK. Please read each statement and think how often you felt that way last week. Then choose the option which is closest to this.'
		],
		options: [
		['Not at all', 0],
		['Only occasionally', 1],
		['Sometimes', 2],
		['Often', 3],
		['Most or all of the time', 4]
	],
		items: [
		['q1', 'I have felt tense, anxious or nervous'],
		['q2', 'I have felt I have someone to turn to for support when needed'],
		['q3', 'I have felt able to cope when things go wrong'],
		['q4', 'Talking to people has felt too much for me'],
		['q5', 'I have felt panic or terror'],
		['q6', 'I made plans to end my life'],
		['q7', 'I have had difficulty getting to sleep or staying asleep'],
		['q8', 'I have felt despairing or hopeless'],
		['q9', 'I have felt unhappy'],
		['q10', 'Unwanted images or memories have been distressing me']
	]
	},
	englishOrigin: 'CamCOPS core10.xml, word for word',
	scoring: {
		method: 'sum',
		items: q(10),
		min: 0,
		max: 40,
		version: '1',
		reversed: { items: ['q2', 'q3'], from: 4 },
		missing: { kind: 'prorate', most: 1 }
	},
	bands: [
		{ from: 0, to: 5, label: 'healthy' },
		{ from: 6, to: 10, label: 'low' },
		{ from: 11, to: 14, label: 'mild' },
		{ from: 15, to: 19, label: 'moderate' },
		{ from: 20, to: 24, label: 'moderate-to-severe' },
		{ from: 25, to: 40, label: 'severe' }
	],
	cutoffs: [
		{
			value: 11,
			rule: '>=',
			meaning: 'clinical range (general distress)',
			ages: { from: 17 },
			evidence: { source: 'Barkham 2013; NovoPsych', verified: 'source' }
		},
		{
			value: 13,
			rule: '>=',
			meaning: 'depression (sensitivity .92, specificity .72); NovoPsych says “above 13”',
			ages: { from: 17 },
			evidence: { source: 'Barkham 2013 via NovoPsych', verified: 'secondary' }
		}
	],
	change: {
		reliableChange: 6,
		recoveryBelow: 11,
		quality: { sd: 7.7, reliability: 0.9, source: 'CORE-10 manual 2007, as quoted by NovoPsych' },
		doubts: 'The number is known from three texts quoting the study, not from the study itself.',
		evidence: { source: 'Barkham et al. 2013 Couns Psychother Res 13:3-13', verified: 'secondary' }
	},
	safety: [
		{
			linkId: 'q6',
			atLeast: 1,
			whenMissing: 'always',
			action: ASK_ABOUT_SUICIDE,
			note: 'This item is a reason to ask, not a level of risk.'
		}
	],
	testedAges: { from: 17 },
	loinc: { note: 'No code was verified.' },
	citation: 'Barkham M et al. The CORE-10: a short measure of psychological distress for routine use in the psychological therapies. Couns Psychother Res 2013;13:3-13',
	licence: { text: '(c) CORE System Trust: https://www.coresystemtrust.org.uk/copyright.pdf . CC BY-NC-ND 4.0: unchanged wording only, no charge for the instrument, no unofficial translation; show the copyright line on the form.', evidence: { source: "coresystemtrust.org.uk/home/copyright-licensing (current text) and the Trust's post of 21 May 2025", verified: 'source' } },
	cautions: [
		'With one answer missing, the total is the mean of the other nine times ten, and is marked as estimated: read it with care. With more missing there is no total.',
		'Bands differ by one point between public texts (11-14, 15-19, 20-24 here; 11-15, 16-20, 21-25 elsewhere). These are the ones of the manual.',
		'One public page names questions 3 and 4 as the reversed ones. It is 2 and 3.',
		'It must not be translated, reworded or shortened. The Trust has official translations; none is shipped here.'
	]
});
