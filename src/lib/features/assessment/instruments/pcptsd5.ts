import { defineInstrument, q, type ItemRow, type ItemRules } from './build';
import { OPENING } from './frequency';

/** Asked only of somebody who has lived through such an event. */
const afterYes: ItemRules = {
	when: {
		enableWhen: [{ question: 'q0', operator: '=', answerCoding: { system: 'http://loinc.org', code: 'LA33-6' } }]
	}
};

const items: readonly ItemRow[] = [
		[
			'q1',
			'In the past month, have you had nightmares about the event(s) or thought about the event(s) when you did not want to?',
			'102012-2'
		],
		[
			'q2',
			'In the past month, have you tried hard not to think about the event(s) or went out of your way to avoid situations that reminded you of the event(s)?',
			'102013-0'
		],
		['q3', 'In the past month, have you been constantly on guard, watchful, or easily startled?', '102014-8'],
		[
			'q4',
			'In the past month have you felt numb or detached from people, activities, or your surroundings?',
			'102015-5'
		],
		[
			'q5',
			'In the past month have you felt guilty or unable to stop blaming yourself or others for the event(s) or any problems the event(s) may have caused?',
			'102016-3'
		]
	];

/** PC-PTSD-5, verbatim: one question first, five more when it is a yes. */
export const pcPtsd5 = defineInstrument({
	id: 'pc-ptsd-5',
	population: 'adults',
	recall: 'the past month',
	direction: 'higher_is_worse',
	introduction: `${OPENING} The first question asks whether you have lived through something frightening or traumatic; you do not need to say what. If so, five more ask how it has been in the past month.`,
	form: {
		id: 'pc-ptsd-5',
		version: '1.0.0',
		title: 'Primary Care PTSD Screen for DSM-5 (PC-PTSD-5)',
		panel: { code: '102010-6' },
		copyright: 'Developed by the US Department of Veterans Affairs National Center for PTSD; work of the US Government, public domain.',
		instructions: [
			'Sometimes things happen to people that are unusually or especially frightening, horrible, or traumatic. For example: a serious accident or fire; a physical or sexual assault or abuse; an earthquake or flood; a war; seeing someone be killed or seriously injured; having a loved one die through homicide or suicide.'
		],
		options: [
		['No', 0, 'LA32-8'],
		['Yes', 1, 'LA33-6']
	],
		items: [
			['q0', 'Have you ever experienced this kind of event?', '102011-4'],
			...items
		],
		rules: { q0: { unnumbered: true }, ...Object.fromEntries(q(5).map((linkId) => [linkId, afterYes])) }
	},
	englishOrigin: 'uwcirg/fhir-questionnaires CIRG-PC-PTSD-5.json; ReproNim/reproschema-library PC-PTSD-5',
	scoring: {
		method: 'sum',
		items: q(5),
		min: 0,
		max: 5,
		version: '1',
		skips: [{ when: ['q0'], items: q(5) }]
	},
	cutoffs: [
		{
			value: 3,
			rule: '>=',
			meaning: 'more sensitive; may be preferable for women',
			ages: { from: 18 },
			evidence: { source: 'Bovin 2021; Prins 2016', verified: 'source' }
		},
		{
			value: 4,
			rule: '>=',
			meaning: 'best balance overall and for men',
			ages: { from: 18 },
			evidence: { source: 'Bovin et al. 2021 JAMA Netw Open 4:e2036733 PMC7862990', verified: 'source' }
		}
	],
	testedAges: { from: 18 },
	loinc: { panel: '102010-6', total: '102017-1' },
	citation: 'Prins A et al. The Primary Care PTSD Screen for DSM-5 (PC-PTSD-5). J Gen Intern Med 2016;31:1206-1211',
	licence: { text: 'Developed by the US Department of Veterans Affairs National Center for PTSD; work of the US Government, public domain.', evidence: { source: 'CamCOPS docs pcl5.rst; ptsd.va.gov', verified: 'source' } },
	cautions: [
		'A No to the first question ends it; the total is then 0.',
		'Two cut-offs are published, 3 and 4. Decide in your setting which one you go by.'
	]
});
