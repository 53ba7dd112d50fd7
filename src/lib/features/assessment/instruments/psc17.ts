import { defineInstrument, q, type OptionRow } from './build';
import { OPENING } from './frequency';

const OPTIONS: readonly OptionRow[] = [
		['Never', 0],
		['Sometimes', 1],
		['Often', 2]
	];
const LICENCE = {
	text: "“In order to encourage the widest possible access to screening, the PSC can be downloaded and used free of charge.” “PSC-17 may be freely reproduced.” © 1998, M. Jellinek & J.M. Murphy, Massachusetts General Hospital; 17-item version created by W. Gardner & K. Kelleher. Free of charge to those who use it; the wording and this line stay on it. No sentence that names software was read.",
	evidence: { source: 'http://www.massgeneral.org/allpsych/psc/psc_home.htm; https://ja.scribd.com/document/373392027/PSC-17; https://www.aesnet.org/clinical-care/treatments/resources-for-providers/behavioral-health-screeners-for-clinicians/', verified: 'source' }
} as const;
const NOTICE =
	'© 1998, M. Jellinek & J.M. Murphy, Massachusetts General Hospital; 17-item version created by W. Gardner & K. Kelleher';
const CUTOFFS = { source: 'PSC-17 form, https://ja.scribd.com/document/373392027/PSC-17', verified: 'secondary' } as const;

/** The same for both forms: every form of the PSC is scored alike. Three blanks count as nothing, four void the form. */
const scoring = {
	method: 'sum',
	items: q(17),
	min: 0,
	max: 34,
	version: '1',
	missing: { kind: 'zero', most: 3 },
	scales: [
		{ id: 'internalizing', label: 'internalizing', items: ['q2', 'q6', 'q9', 'q11', 'q15'], min: 0, max: 10 },
		{ id: 'attention', label: 'attention', items: ['q1', 'q3', 'q7', 'q13', 'q17'], min: 0, max: 10 },
		{ id: 'externalizing', label: 'externalizing', items: ['q4', 'q5', 'q8', 'q10', 'q12', 'q14', 'q16'], min: 0, max: 14 }
	]
} as const;

/** PSC-17, a parent's or caregiver's report, verbatim, in the interleaved order. */
export const psc17 = defineInstrument({
	id: 'psc-17',
	population: 'children from 4 to 17, as a caregiver sees them (some sources say 4 to 15, or 3 to 17)',
	recall: 'not stated on the form',
	direction: 'higher_is_worse',
	respondent: 'caregiver',
	introduction:
		'There are no right or wrong answers, you can skip any question, and the result is a starting point for us to talk, not a diagnosis. These seventeen lines ask how your child is: restless, sad, worried, in fights, easily distracted. Say for each how often it fits.',
	form: {
		id: 'psc-17',
		version: '1.0.0',
		title: 'Pediatric Symptom Checklist-17, parent/caregiver report (PSC-17)',
		copyright: LICENCE.text,
		notice: NOTICE,
		instructions: ['Please mark under the heading that best fits your child'],
		options: OPTIONS,
		items: [
		['q1', 'Fidgety, unable to sit still'],
		['q2', 'Feels sad, unhappy'],
		['q3', 'Daydreams too much'],
		['q4', 'Refuses to share'],
		['q5', 'Does not understand other people’s feelings'],
		['q6', 'Feels hopeless'],
		['q7', 'Has trouble concentrating'],
		['q8', 'Fights with other children'],
		['q9', 'Is down on him or herself'],
		['q10', 'Blames others for his or her troubles'],
		['q11', 'Seems to be having less fun'],
		['q12', 'Does not listen to rules'],
		['q13', 'Acts as if driven by a motor'],
		['q14', 'Teases others'],
		['q15', 'Worries a lot'],
		['q16', 'Takes things that do not belong to him or her'],
		['q17', 'Distracted easily']
	]
	},
	englishOrigin: 'PSC-17 form (scribd 373392027), read by eye in three sources',
	scoring,
	cutoffs: [
		{ value: 15, rule: '>=', meaning: 'further evaluation suggested', ages: {}, evidence: CUTOFFS },
		{ value: 5, rule: '>=', scale: 'internalizing', meaning: 'positive', ages: {}, evidence: CUTOFFS },
		{ value: 7, rule: '>=', scale: 'attention', meaning: 'positive', ages: {}, evidence: CUTOFFS },
		{ value: 7, rule: '>=', scale: 'externalizing', meaning: 'positive', ages: {}, evidence: CUTOFFS }
	],
	safety: [
		{
			linkId: 'q6',
			atLeast: 2,
			whenMissing: 'never',
			action: '“Feels hopeless: Often” is a reason to talk with the child today.',
			note: 'This form does not ask about suicide. From the age of 8, ask the ASQ where there is concern.'
		}
	],
	testedAges: { from: 4, to: 17 },
	loinc: { note: 'No code was verified.' },
	citation: 'Gardner W, Murphy M, Childs G, et al. The PSC-17: a brief pediatric symptom checklist including psychosocial problem subscales: a report from PROS and ASPN. Ambulatory Child Health 1999;5:225-236',
	licence: LICENCE,
	cautions: [
		'It does not ask about suicide. Where there is concern, ask the ASQ (from the age of 8).',
		'Up to three blanks count 0, so a form with gaps looks better than it is; the number of blanks is shown. With four or more there is no score.',
		'Two orders of the lines circulate, this one and one grouped by part. Never mix the order with the scoring of the other.',
		'Copies differ in small words (“him or herself”, “his/her”). This wording is the one of the form named here.'
	]
});

/** PSC-17-Y, the young person's own report, verbatim. */
export const psc17y = defineInstrument({
	id: 'psc-17-y',
	population: 'young people from 11 to 17, about themselves',
	recall: 'not stated on the form',
	direction: 'higher_is_worse',
	introduction: `${OPENING} These seventeen lines are about how you are: restless, sad, worried, in fights, easily distracted. Say for each how often it fits you.`,
	form: {
		id: 'psc-17-y',
		version: '1.0.0',
		title: 'Pediatric Symptom Checklist-17, youth self-report (PSC-17-Y)',
		copyright: LICENCE.text,
		notice: NOTICE,
		instructions: ['Please mark under the heading that best fits you:'],
		options: OPTIONS,
		items: [
		['q1', 'Fidgety, unable to sit still'],
		['q2', 'Feel sad, unhappy'],
		['q3', 'Daydream too much'],
		['q4', 'Refuse to share'],
		['q5', 'Do not understand other people’s feelings'],
		['q6', 'Feel hopeless'],
		['q7', 'Have trouble concentrating'],
		['q8', 'Fight with other children'],
		['q9', 'Down on yourself'],
		['q10', 'Blame others for your troubles'],
		['q11', 'Seem to be having less fun'],
		['q12', 'Do not listen to rules'],
		['q13', 'Act as if driven by a motor'],
		['q14', 'Tease others'],
		['q15', 'Worry a lot'],
		['q16', 'Take things that do not belong to you'],
		['q17', 'Distract easily']
	]
	},
	englishOrigin: 'ReproNim/reproschema-library activities/PSC-17-Y, one source only',
	scoring,
	testedAges: { from: 11, to: 17 },
	loinc: { note: 'No code was verified.' },
	citation:
		'Gardner W, Murphy M, Childs G, et al. The PSC-17: a brief pediatric symptom checklist including psychosocial problem subscales: a report from PROS and ASPN. Ambulatory Child Health 1999;5:225-236',
	licence: LICENCE,
	confirm:
		'I have compared the wording with the youth form of Massachusetts General Hospital. It was read in one source only.',
	cautions: [
		'It does not ask about suicide.',
		'No cut-off for the 17 lines was found; the 30 that circulates belongs to the form with 35. Only the score is shown.',
		'Up to three blanks count 0, and their number is shown. With four or more there is no score.',
		'Which line belongs to which part is taken from the parents’ form, by parallel wording.'
	]
});
