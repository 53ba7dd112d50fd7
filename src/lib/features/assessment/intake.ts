import {
	choose,
	chooseOrSay,
	group,
	longText,
	note,
	optionsIn,
	ownForm,
	ownWords,
	partialDate,
	shortText,
	whenCode,
	whenYes,
	yesNo
} from '$lib/forms/compose';
import { EXTENSION } from '$lib/forms/extensions';
import type { AnswerOption, QuestionnaireItem, QuestionnaireResponse, ResponseItem } from '$lib/forms/types';

/** Code system of the answers on Casekeep's own intake form. */
export const INTAKE_CODES = 'urn:casekeep:intake';

const codes = (wording: Readonly<Record<string, string>>) => optionsIn(INTAKE_CODES, wording);

const TALKED_THROUGH = codes({ talked: 'Talked through', 'not-yet': 'Not yet', 'not-needed': 'Not needed' });

const covered = (linkId: string, text: string) => choose(linkId, text, TALKED_THROUGH);

const start = group('start', 'Before we start', [
	note('start.how', 'Say these in your own words, in the order that suits. What has to wait can wait.'),
	covered('start.role', 'My role, and who I work for'),
	covered('start.limits', 'What stays between us, and what cannot'),
	covered('start.report', 'What I am bound to report, and to whom'),
	covered('start.refuse', 'The right to say no or to stop, and what happens then'),
	covered('start.record', 'That I keep a record, and the right to see and correct it'),
	covered('start.court', 'That a court may ask for what is written here'),
	ownWords('start.said', 'What they said or asked about this')
]);

const presence = group('present', 'Who was there', [
	chooseOrSay(
		'present.who',
		'Who took part',
		codes({
			client: 'The client',
			parent: 'A parent or guardian',
			partner: 'A partner',
			relative: 'Another relative',
			friend: 'A friend',
			interpreter: 'An interpreter',
			colleague: 'A colleague or another service'
		}),
		{ repeats: true }
	),
	shortText('present.earshot', 'Who else could hear us')
]);

const communication = group('talk', 'Language and ways to talk', [
	shortText('talk.language', 'Language they prefer to speak'),
	choose(
		'talk.interpreter',
		'Interpreter',
		codes({
			no: 'Not needed',
			present: 'A professional interpreter took part',
			relative: 'A relative or friend interpreted',
			wanted: 'Wanted, and not there yet'
		})
	),
	choose(
		'talk.reading',
		'How they like to get information',
		codes({ paper: 'On paper', screen: 'On a screen', aloud: 'Read aloud', plain: 'In short, plain words', large: 'In large print' }),
		{ repeats: true }
	),
	longText('talk.helps', 'What helps us understand each other')
]);

const concern = group('concern', 'What brings them here', [
	ownWords('concern.words', 'What brings them here, in their own words'),
	partialDate('concern.since', 'Since when'),
	chooseOrSay(
		'concern.idea',
		'Whose idea it was to come',
		codes({
			own: 'Their own',
			family: 'Family or a friend',
			school: 'A school',
			health: 'A doctor or hospital',
			court: 'A court or an authority',
			service: 'Another service'
		})
	),
	longText('concern.asked', 'What the others want to happen', {
		enableBehavior: 'any',
		enableWhen: ['family', 'school', 'health', 'court', 'service'].map((code) =>
			whenCode('concern.idea', { system: INTAKE_CODES, code })
		)
	})
]);

const hopes = group('hope', 'What they hope for', [
	ownWords('hope.different', 'What would be different if this went well'),
	ownWords('hope.first', 'What matters most to them first')
]);

const strengths = group('strengths', 'What is going well', [
	ownWords('strengths.well', 'What is going well, and what they are good at'),
	ownWords('strengths.helped', 'What has helped in hard times before')
]);

const hard = group('hard', 'What is hard now', [
	ownWords('hard.words', 'What is hard right now'),
	ownWords('hard.tried', 'What they have tried already')
]);

const people = group(
	'people',
	'People who matter',
	[
		shortText('people.name', 'Name or what they call them'),
		shortText('people.relation', 'Who they are to the client'),
		longText('people.meaning', 'What they mean to the client')
	],
	{ repeats: true }
);

const living = group('living', 'Living situation', [
	chooseOrSay(
		'living.where',
		'Where they stay now',
		codes({
			own: 'Their own or rented home',
			family: 'With family',
			friends: 'With friends, for now',
			shelter: 'A shelter',
			outside: 'Outside, or in a car',
			care: 'A hospital or a care home'
		})
	),
	choose('living.stay', 'Can they stay there', codes({ yes: 'Yes', 'for-now': 'For now', no: 'No', unsure: 'Not sure' })),
	longText('living.with', 'Who lives there with them')
]);

const health = group('health', 'Health and medication', [
	longText('health.conditions', 'Health that matters in daily life'),
	longText('health.medication', 'Medication they take'),
	shortText('health.doctor', 'Doctor or clinic they go to')
]);

const ALONE = { system: INTAKE_CODES, code: 'yes' };

/** The questions of the intake form whose "yes" needs a conversation in the same session. */
export const INTAKE_SAFETY = ['safety.hurt', 'safety.self', 'safety.others'] as const;

const alone = (linkId: string, text: string) => yesNo(linkId, text, { enableWhen: [whenCode('safety.alone', ALONE)] });

const more = (linkId: string, text: string, question: string) =>
	ownWords(linkId, text, {
		enableBehavior: 'all',
		enableWhen: [whenCode('safety.alone', ALONE), whenYes(question)]
	});

const safety = group('safety', 'Safety now', [
	choose('safety.alone', 'Alone, and safe to talk?', codes({ yes: 'Yes', no: 'No', unsure: 'Not sure' })),
	note('safety.wait', 'Leave these questions for a time when they are alone. Agree on a safe way to reach them.', {
		enableBehavior: 'any',
		enableWhen: ['no', 'unsure'].map((code) => whenCode('safety.alone', { system: INTAKE_CODES, code }))
	}),
	note('safety.how', 'A yes here comes first. The rest of this form can wait.', {
		enableWhen: [whenCode('safety.alone', ALONE)]
	}),
	alone('safety.hurt', 'Is anybody hurting, threatening or controlling them?'),
	more('safety.hurt.words', 'What they said about it', 'safety.hurt'),
	alone('safety.self', 'Do they think about ending their life or hurting themselves?'),
	more('safety.self.words', 'What they said about these thoughts', 'safety.self'),
	alone('safety.others', 'Is a child, or anybody else, in danger?'),
	more('safety.others.words', 'What they said about that danger', 'safety.others'),
	alone('safety.substances', 'Does alcohol or another drug worry them?'),
	more('safety.substances.words', 'What they said about alcohol or drugs', 'safety.substances'),
	longText('safety.done', 'What we did about it today', {
		enableBehavior: 'any',
		enableWhen: [...INTAKE_SAFETY, 'safety.substances'].map(whenYes)
	})
]);

const NEEDS: readonly AnswerOption[] = codes({
	housing: 'Housing',
	income: 'Income or benefits',
	food: 'Food',
	safety: 'Safety',
	health: 'Health care',
	mind: 'Support for mental health',
	substances: 'Support with alcohol or drugs',
	family: 'Family or parenting',
	childcare: 'Childcare',
	caring: 'Caring for somebody',
	work: 'Work',
	school: 'School or training',
	papers: 'Identity papers or immigration',
	legal: 'Legal help',
	transport: 'Getting around',
	phone: 'Phone or internet',
	company: 'Company and belonging'
});

const none: AnswerOption = {
	extension: [{ url: EXTENSION.optionExclusive, valueBoolean: true }],
	valueCoding: { system: INTAKE_CODES, code: 'none', display: 'None of these now' }
};

const needs = group('needs', 'Needs now', [
	chooseOrSay('needs.now', 'What they need help with now', [...NEEDS, none], { repeats: true }),
	ownWords('needs.first', 'Where they would begin')
]);

const readBack = group('back', 'What I understood', [
	longText('back.said', 'What I said back to them'),
	choose('back.right', 'Did I get it right?', codes({ yes: 'Yes', partly: 'Not quite', no: 'They put it in their own words' })),
	ownWords('back.words', 'How they put it', {
		enableBehavior: 'any',
		enableWhen: ['partly', 'no'].map((code) => whenCode('back.right', { system: INTAKE_CODES, code }))
	})
]);

const reading = group('reading', 'My own reading', [
	note('reading.apart', 'Kept apart from the client’s words.'),
	longText('reading.seen', 'What I saw and heard'),
	longText('reading.think', 'What I make of it'),
	longText('reading.other', 'What else could explain it'),
	longText('reading.unknown', 'What I do not know yet')
]);

const agreement = group('record', 'Keeping this record', [
	choose(
		'record.agreed',
		'Do they agree that I keep this record?',
		codes({ yes: 'Yes', 'not-yet': 'Not yet', no: 'No', other: 'Somebody else decides this for them' })
	),
	ownWords('record.care', 'What they want left out or handled with care')
]);

const next = group('next', 'Next step', [
	longText('next.step', 'What we agreed to do next'),
	choose('next.who', 'Who does it', codes({ client: 'The client', together: 'We do it together', me: 'I do' })),
	partialDate('next.date', 'When we talk again'),
	longText('next.worse', 'What they can do if it gets harder before then')
]);

/** Casekeep's own intake form. Nothing in it is required: the conversation decides what is asked, and when. */
export const intakeForm = ownForm(
	{
		url: 'urn:casekeep:intake',
		version: '1.0.0',
		title: 'Intake',
		description: 'A first conversation: what is agreed, what brings them here, what they hope for, and what comes next.'
	},
	[start, presence, communication, concern, hopes, strengths, hard, people, living, health, safety, needs, readBack, reading, agreement, next] satisfies QuestionnaireItem[]
);

/** The safety questions of an intake (finished or not) that were answered with yes, in the form's order. */
export function intakeSafety(response: QuestionnaireResponse): (typeof INTAKE_SAFETY)[number][] {
	const yes = (items: readonly ResponseItem[] | undefined): string[] =>
		(items ?? []).flatMap((item) => [
			...(item.answer?.some(({ valueBoolean }) => valueBoolean === true) ? [item.linkId] : []),
			...yes(item.item)
		]);
	const answered = yes(response.item);
	return INTAKE_SAFETY.filter((linkId) => answered.includes(linkId));
}
