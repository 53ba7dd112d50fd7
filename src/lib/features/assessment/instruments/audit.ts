import { defineInstrument, q, whenAnswered, type ItemRow, type ItemRules, type OptionRow } from './build';
import { auditCEs, auditEs } from './audit.wordings';
import { OPENING } from './frequency';

const DRINKING: readonly OptionRow[] = [
	['Never', 0],
	['Monthly or less', 1],
	['2 to 4 times a month', 2],
	['2 to 3 times a week', 3],
	['4 or more times a week', 4]
];
const DRINKS: readonly OptionRow[] = [
	['1 or 2', 0],
	['3 or 4', 1],
	['5 or 6', 2],
	['7, 8, or 9', 3],
	['10 or more', 4]
];
const OFTEN: readonly OptionRow[] = [
	['Never', 0],
	['Less than monthly', 1],
	['Monthly', 2],
	['Weekly', 3],
	['Daily or almost daily', 4]
];
const HARM: readonly OptionRow[] = [
	['No', 0],
	['Yes, but not in the last year', 2],
	['Yes, during the last year', 4]
];
const SOME = [1, 2, 3, 4];

const items: readonly ItemRow[] = [
		['q1', 'How often do you have a drink containing alcohol?', '68518-0'],
		['q2', 'How many drinks containing alcohol do you have on a typical day when you are drinking?', '68519-8'],
		['q3', 'How often do you have six or more drinks on one occasion?', '68520-6'],
		[
			'q4',
			'How often during the last year have you found that you were not able to stop drinking once you had started?'
		],
		[
			'q5',
			'How often during the last year have you failed to do what was normally expected from you because of drinking?'
		],
		[
			'q6',
			'How often during the last year have you needed a first drink in the morning to get yourself going after a heavy drinking session?'
		],
		['q7', 'How often during the last year have you had a feeling of guilt or remorse after drinking?'],
		[
			'q8',
			'How often during the last year have you been unable to remember what happened the night before because you had been drinking?'
		],
		['q9', 'Have you or someone else been injured as a result of your drinking?'],
		[
			'q10',
			'Has a relative or friend or a doctor or another health worker been concerned about your drinking or suggested you cut down?'
		]
	];

/** The two that are not asked of somebody who never drinks. */
const amounts = (id: 'audit' | 'audit-c'): Record<string, ItemRules> => ({
	q1: { options: DRINKING },
	q2: { options: DRINKS, when: { enableWhen: whenAnswered(id, 'q1', SOME), enableBehavior: 'any' } },
	q3: { options: OFTEN, when: { enableWhen: whenAnswered(id, 'q1', SOME), enableBehavior: 'any' } }
});
/** Asked only where the second or the third counts for something. */
const later: ItemRules = {
	options: OFTEN,
	when: {
		enableWhen: [...whenAnswered('audit', 'q2', SOME), ...whenAnswered('audit', 'q3', SOME)],
		enableBehavior: 'any'
	}
};

/** AUDIT, interview version, verbatim. Wording checked against CamCOPS audit.xml. */
export const audit = defineInstrument({
	id: 'audit',
	population: 'adults',
	recall: 'the past year',
	direction: 'higher_is_worse',
	interview: true,
	introduction: `${OPENING} These ten questions ask how often and how much you drink alcohol, mostly over the past year, and whether drinking has caused difficulties for you or others.`,
	form: {
		id: 'audit',
		version: '1.0.0',
		title: 'Alcohol Use Disorders Identification Test (AUDIT), interview version',
		panel: { code: '72110-0' },
		copyright: '(c) World Health Organization 2001: may be freely reviewed, abstracted, reproduced, and translated, in part or in whole, but not for sale or for use in conjunction with commercial purposes.',
		notice: '© World Health Organization 2001 (WHO/MSD/MSB/01.6a). Not for sale, not for commercial purposes.',
		instructions: ['Now I am going to ask you some questions about your use of alcoholic beverages during this past year.'],
		options: OFTEN,
		items,
		rules: {
			...amounts('audit'),
			...Object.fromEntries(q(8, 4).map((linkId) => [linkId, later])),
			q9: { options: HARM },
			q10: { options: HARM }
		}
	},
	englishOrigin: 'camcops audit.xml; bpac.org.nz AUDIT interview version (jmandel repo inputs)',
	wordings: [auditEs],
	scoring: {
		method: 'sum',
		items: q(10),
		min: 0,
		max: 40,
		version: '1',
		skips: [
			{ when: ['q1'], items: q(8, 2) },
			{ when: ['q2', 'q3'], items: q(8, 4) }
		]
	},
	bands: [
		{ from: 0, to: 7, label: 'zone I: alcohol education' },
		{ from: 8, to: 15, label: 'zone II: simple advice' },
		{ from: 16, to: 19, label: 'zone III: simple advice + brief counselling + monitoring' },
		{ from: 20, to: 40, label: 'zone IV: refer for diagnostic evaluation and treatment' }
	],
	bandsEvidence: { source: 'zones of the WHO 2001 manual', verified: 'unverified' },
	cutoffs: [
		{
			value: 8,
			rule: '>=',
			meaning: 'hazardous or harmful use',
			ages: { from: 18 },
			evidence: { source: 'CamCOPS audit.xml; WHO 2001 manual', verified: 'source' }
		}
	],
	safety: [
		{
			linkId: 'total',
			atLeast: 20,
			whenMissing: 'never',
			action:
				'Possible dependence. Do not advise to stop at once without medical advice: withdrawal can be dangerous. Refer.',
			note: 'The number is a reason to talk about it, not a diagnosis.'
		}
	],
	testedAges: { from: 18 },
	loinc: { panel: '72110-0', total: '75624-7' },
	citation: 'Saunders JB et al. Addiction 1993;88:791-804; Babor TF et al. AUDIT: Guidelines for use in primary care, 2nd ed. WHO 2001 (WHO/MSD/MSB/01.6a)',
	licence: { text: '(c) World Health Organization 2001: may be freely reviewed, abstracted, reproduced, and translated, in part or in whole, but not for sale or for use in conjunction with commercial purposes.', evidence: { source: 'CamCOPS docs/source/tasks/audit.rst quoting WHO document', verified: 'source' } },
	cautions: [
		'Say what one drink is where you are, and adapt questions 2 and 3 to it; change nothing else. Versions with another number in question 3 (USAUDIT) are a different tool.',
		'The English form is the interview version: read it aloud. The Spanish one is the form to fill in by oneself.',
		'Where question 1 is “Never”, or 2 and 3 add up to nothing, the next question is 9; what is left out counts 0.',
		'Some files call this form by the code of the AUDIT-C, 72109-2.'
	],
	unverified: ['The zones are written from memory of the WHO manual of 2001.']
});

/** AUDIT-C, verbatim: the first three of the AUDIT. */
export const auditC = defineInstrument({
	id: 'audit-c',
	population: 'adults',
	recall: 'the past year',
	direction: 'higher_is_worse',
	introduction: `${OPENING} These three questions ask how often and how much you drink alcohol.`,
	form: {
		id: 'audit-c',
		version: '1.0.0',
		title: 'AUDIT-C',
		panel: { code: '72109-2' },
		copyright: 'AUDIT-C is available for use in the public domain (SAMHSA). Items derive from the WHO AUDIT.',
		instructions: [],
		options: OFTEN,
		items: items.slice(0, 3),
		rules: amounts('audit-c')
	},
	englishOrigin: 'camcops audit.xml; VA mentalhealth.va.gov form (jmandel inputs)',
	wordings: [auditCEs],
	scoring: {
		method: 'sum',
		items: q(3),
		min: 0,
		max: 12,
		version: '1',
		skips: [{ when: ['q1'], items: q(3, 2) }]
	},
	cutoffs: [
		{
			value: 3,
			rule: '>=',
			meaning: 'positive',
			group: 'women',
			ages: { from: 18 },
			evidence: { source: 'VA form', verified: 'source' }
		},
		{
			value: 4,
			rule: '>=',
			meaning: 'positive',
			group: 'men',
			ages: { from: 18 },
			evidence: { source: 'VA AUDIT-C form Ver3.0 July 2013', verified: 'source' }
		}
	],
	testedAges: { from: 18 },
	loinc: { panel: '72109-2', total: '75626-2' },
	citation: 'Bush K et al. The AUDIT alcohol consumption questions (AUDIT-C). Arch Intern Med 1998;158:1789-1795',
	licence: { text: 'AUDIT-C is available for use in the public domain (SAMHSA). Items derive from the WHO AUDIT.', evidence: { source: 'CamCOPS docs audit.rst quoting SAMHSA', verified: 'source' } },
	cautions: [
		'The source gives one cut-off for men and another for women. Casekeep shows both and chooses neither.',
		'A copy that circulates prints “Two to three times a week / Four or more times a week” at question 3. The right options run from “Never” to “Daily or almost daily”.',
		'Where question 1 is “Never”, the others are not asked and count 0.'
	]
});
