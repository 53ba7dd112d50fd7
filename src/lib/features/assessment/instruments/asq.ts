import { defineInstrument, q, type ItemRow } from './build';
import { asqEs } from './asq.wordings';
import { ACUTE, NEGATIVE, NON_ACUTE } from './asq-follow-up';

const FIRST: readonly ItemRow[] = [
		['q1', 'In the past few weeks, have you wished you were dead?'],
		['q2', 'In the past few weeks, have you felt that you or your family would be better off if you were dead?'],
		['q3', 'In the past week, have you been having thoughts about killing yourself?'],
		['q4', 'Have you ever tried to kill yourself?']
	];
const YES = { system: 'urn:casekeep:instrument:asq', code: '1' };
const anyYes = {
	enableWhen: q(4).map((question) => ({ question, operator: '=' as const, answerCoding: YES })),
	enableBehavior: 'any' as const
};

/**
 * ASQ, verbatim. Asked aloud by the practitioner, never handed over, never followed as a number. Question 5 is asked when
 * one of the first four is a yes; not asked is not a no.
 */
export const asq = defineInstrument({
	id: 'asq',
	population: 'young people from 8 (medical settings) and adults',
	recall: 'the past few weeks, and ever',
	direction: 'higher_is_worse',
	askedAloud: true,
	interview: true,
	charted: false,
	introduction:
		'Ask these yourself, aloud, and in private: young people without their parents where that is possible, adults without visitors. Say that you ask everybody, and that you will tell them and those who can help if you are worried about their safety. Read each question as it stands.',
	form: {
		id: 'asq',
		version: '1.0.0',
		title: 'Ask Suicide-Screening Questions (ASQ)',
		copyright: 'Public domain, National Institute of Mental Health; no permission needed. Keep wording and ship with its follow-up protocol.',
		instructions: ['Ask the patient:'],
		options: [
		['No', 0],
		['Yes', 1]
	],
		items: [
			...FIRST,
			['q4a', 'If yes, how? When?'],
			['q5.lead', ''],
			['q5', 'Are you having thoughts of killing yourself right now?']
		],
		rules: {
			q4a: {
				text: true,
				unnumbered: true,
				when: { enableWhen: [{ question: 'q4', operator: '=', answerCoding: YES }] }
			},
			'q5.lead': { reading: true, when: anyYes },
			q5: { when: anyYes }
		}
	},
	englishOrigin: 'SPiER asq-questionnaire.json; rhavekost/clinical-toolkit suicide-screening/assets/asq.md',
	wordings: [asqEs],
	scoring: { method: 'screen', items: [...q(4), 'q5'], min: 0, max: 5, version: '1' },
	screen: {
		kind: 'asq',
		items: q(4),
		now: 'q5',
		adultFrom: 18,
		negative: NEGATIVE,
		nonAcute: NON_ACUTE,
		acute: ACUTE
	},
	safety: [
		{
			linkId: 'q1',
			also: ['q2', 'q3', 'q4'],
			atLeast: 1,
			whenMissing: 'declined',
			action: 'Ask question 5 now if you have not. Then the brief suicide safety assessment, in this visit, before they leave.',
			note: 'Local protocol comes first. Casekeep helps a trained person; it does not decide.'
		},
		{
			linkId: 'q5',
			atLeast: 1,
			whenMissing: 'declined',
			action:
				'Do not leave them alone; keep them in sight. Take dangerous things away. Tell the responsible clinician or team at once. They do not leave before a full evaluation.',
			note: 'Write down who was told and when, and where the person is. Acting comes first; writing can wait.',
			beforeClosing: ['told', 'place']
		}
	],
	testedAges: { from: 8 },
	loinc: { note: 'No panel for the ASQ was found. The code that circulates for its result, 93374-7, belongs to the C-SSRS.' },
	citation: 'Horowitz LM et al. Ask Suicide-Screening Questions (ASQ): a brief instrument for the pediatric emergency department. Arch Pediatr Adolesc Med 2012;166:1170-1176',
	licence: { text: 'Public domain, National Institute of Mental Health; no permission needed. Keep wording and ship with its follow-up protocol.', evidence: { source: 'SPiER-Project/adoption-guide FHIR-Resources/ASQ (copyright string and MEMO: permission letter not on file; wording must be verbatim)', verified: 'secondary' } },
	cautions: [
		'Declining counts as a yes for young people. For adults it does not by itself: write it down and decide.',
		'Question 5 is asked only after a yes to one of the first four. Not asked is not the same as No.',
		'Below the age of 8 no screen is validated: where you worry, arrange a full evaluation.',
		'The result is never worked out from question 9 of the PHQ-9, and never shown as a level of risk.'
	],
	unverified: ['The wording of “If yes, how? When?” after question 4 is from memory of the NIMH sheet.']
});
