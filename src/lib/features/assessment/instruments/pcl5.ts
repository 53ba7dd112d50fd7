import { defineInstrument, q } from './build';
import { OPENING } from './frequency';

const part = (id: string, label: string, items: readonly string[]) => ({ id, label, items, min: 0, max: items.length * 4 });
const symptoms = (id: string, items: readonly string[], needs: number) => ({
	id: `${id}-symptoms`,
	label: `${id}: items answered “Moderately” or more, of ${needs} needed`,
	items,
	min: 0,
	max: items.length,
	countAtLeast: 2,
	needs
});
const B = q(5);
const C = q(7, 6);
const D = q(14, 8);
const E = q(20, 15);

/** PCL-5 (past month), verbatim. Wording checked against CamCOPS pcl5.xml. */
export const pcl5 = defineInstrument({
	id: 'pcl-5',
	population: 'adults with trauma exposure',
	recall: 'the past month',
	direction: 'higher_is_worse',
	introduction: `${OPENING} Thinking of one very stressful experience, these twenty questions ask how much related difficulties, such as unwanted memories, avoidance, changes in mood or feeling on guard, have bothered you in the past month; you do not need to describe what happened.`,
	form: {
		id: 'pcl-5',
		version: '1.0.0',
		title: 'PTSD Checklist for DSM-5 (PCL-5)',
		panel: { code: '101697-1' },
		copyright: 'Developed by the US Department of Veterans Affairs National Center for PTSD; work of the US Government, public domain.',
		instructions: [
			'Below is a list of problems that people sometimes have in response to a very stressful experience. Please read each problem carefully and then select one of the options to indicate how much you have been bothered by that problem in the past month.',
			'In the past month, how much were you bothered by:'
		],
		options: [
		['Not at all', 0],
		['A little bit', 1],
		['Moderately', 2],
		['Quite a bit', 3],
		['Extremely', 4]
	],
		items: [
		['q1', 'Repeated, disturbing, and unwanted memories of the stressful experience?'],
		['q2', 'Repeated, disturbing dreams of the stressful experience?'],
		[
			'q3',
			'Suddenly feeling or acting as if the stressful experience were actually happening again (as if you were actually back there reliving it)?'
		],
		['q4', 'Feeling very upset when something reminded you of the stressful experience?'],
		[
			'q5',
			'Having strong physical reactions when something reminded you of the stressful experience (for example, heart pounding, trouble breathing, sweating)?'
		],
		['q6', 'Avoiding memories, thoughts, or feelings related to the stressful experience?'],
		[
			'q7',
			'Avoiding external reminders of the stressful experience (for example, people, places, conversations, activities, objects, or situations)?'
		],
		['q8', 'Trouble remembering important parts of the stressful experience?'],
		[
			'q9',
			'Having strong negative beliefs about yourself, other people, or the world (for example, having thoughts such as: I am bad, there is something seriously wrong with me, no one can be trusted, the world is completely dangerous)?'
		],
		['q10', 'Blaming yourself or someone else for the stressful experience or what happened after it?'],
		['q11', 'Having strong negative feelings such as fear, horror, anger, guilt, or shame?'],
		['q12', 'Loss of interest in activities that you used to enjoy?'],
		['q13', 'Feeling distant or cut off from other people?'],
		[
			'q14',
			'Trouble experiencing positive feelings (for example, being unable to feel happiness or have loving feelings for people close to you)?'
		],
		['q15', 'Irritable behavior, angry outbursts, or acting aggressively?'],
		['q16', 'Taking too many risks or doing things that could cause you harm?'],
		['q17', 'Being "superalert" or watchful or on guard?'],
		['q18', 'Feeling jumpy or easily startled?'],
		['q19', 'Having difficulty concentrating?'],
		['q20', 'Trouble falling or staying asleep?']
	]
	},
	englishOrigin: 'camcops pcl5.xml; rhavekost/clinical-toolkit pcl-5.md',
	scoring: {
		method: 'sum',
		items: q(20),
		min: 0,
		max: 80,
		version: '1',
		scales: [
			part('B', 'B: unwanted memories', B),
			part('C', 'C: avoidance', C),
			part('D', 'D: thoughts and mood', D),
			part('E', 'E: on guard', E),
			symptoms('B', B, 1),
			symptoms('C', C, 1),
			symptoms('D', D, 2),
			symptoms('E', E, 2)
		],
		pattern: { id: 'dsm-5', label: 'Symptom pattern of DSM-5, provisional: parts B to E that reach their number' }
	},
	cutoffs: [
		{
			value: 31,
			rule: '>=',
			meaning: 'probable PTSD; published range 31-33, choose per setting',
			ages: { from: 18 },
			evidence: { source: 'NCPTSD; Forkus et al. 2022 systematic review PMC10292741', verified: 'source' }
		}
	],
	change: {
		reliableChange: 15,
		doubts:
			'15 points in one sample and 18 in another, both male veterans; a total of 28 or less counted as recovered there. In primary care 9 to 12 points were noticeable; 5 or less are not a reliable change.',
		evidence: {
			source: 'Marx et al. 2022 Psychol Assess 34:197-203; Blanchard et al. 2023 J Trauma Stress 36:1102-14',
			verified: 'source'
		}
	},
	safety: [
		{
			linkId: 'q16',
			atLeast: 3,
			whenMissing: 'never',
			action: 'Review safety and risk-taking with the client.',
			note: 'The question is about risks of every kind, not about suicide.'
		}
	],
	testedAges: { from: 18 },
	loinc: { panel: '101697-1', total: '101698-9' },
	citation: 'Weathers FW et al. The PTSD Checklist for DSM-5 (PCL-5). National Center for PTSD 2013; Blevins CA et al. J Trauma Stress 2015;28:489-498',
	licence: { text: 'Developed by the US Department of Veterans Affairs National Center for PTSD; work of the US Government, public domain.', evidence: { source: 'CamCOPS docs pcl5.rst; ptsd.va.gov', verified: 'source' } },
	cautions: [
		'It can stir things up. Say that they can stop or skip at any question, and leave time to come back to the present.',
		'The symptom pattern is counted from the answers alone. It is no diagnosis: that needs an interview.',
		'The printed form says “circle one of the numbers”; on a screen the fillable form’s own words stand instead.'
	]
});
