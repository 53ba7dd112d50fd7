import type { Outcome } from '../screens';

/** No to the first four. */
export const NEGATIVE: Outcome = {
	id: 'negative',
	label: 'Negative',
	positive: false,
	next: ['No action is required by the screen. Your own judgement can still say otherwise.']
};

/** A yes to one of the first four, or declined by a young person, and no to the fifth. */
export const NON_ACUTE: Outcome = {
	id: 'non-acute',
	label: 'Non-acute positive: a brief suicide safety assessment is required',
	positive: true,
	next: [
		'Today, in this visit, before they leave: a brief suicide safety assessment by a trained clinician. Social workers are among them.',
		'Thank them for telling you.',
		'See them alone where possible: young people as their age and their parents allow, adults without visitors.',
		'Go through the answers together.',
		'Ask how often they have thought of suicide, and when last; ask about right now. A yes to now: do as with an acute positive.',
		'Ask about a plan, a method and access to the means, whatever the other answers. A detailed or feasible plan is more worrying: secure medicines, guns, ropes and the like.',
		'Ask about past self-injury and attempts. They are the strongest predictor.',
		'The guides go on: symptoms, stressors and supports, the interview with a parent, the safety plan. Take those from the NIMH page.',
		'Outcome, one of three. Low: nothing further today; where useful a non-urgent referral and a safety plan. High: they should not leave without a full safety assessment. Imminent: as with an acute positive.',
		'Give the list of crisis contacts, whatever the outcome. Write down what makes the place safer, and who follows up when.'
	]
};

/** A yes to the fifth. */
export const ACUTE: Outcome = {
	id: 'acute',
	label: 'Acute positive: a full safety evaluation now, and do not leave them alone',
	positive: true,
	next: [
		'Do not leave them alone; keep them in sight.',
		'Take dangerous things away, and give safety information.',
		'Tell the responsible clinician or team at once.',
		'They do not leave before the evaluation. From an outpatient setting, send to emergency care for it.',
		'Write down who was told and when, and where the person is.',
		'Give the list of crisis contacts.'
	]
};
