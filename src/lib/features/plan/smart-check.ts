import { daysBetween } from '$lib/clock';
import type { GoalFields } from './goal';

/** Where in the form a hint belongs. */
export type SmartField = 'words' | 'specific' | 'measurable' | 'achievable' | 'relevant' | 'time' | 'scale';

/** What was noticed. */
export type SmartCode =
	| 'others-voice'
	| 'vague'
	| 'only-stops'
	| 'service-verb'
	| 'no-measure'
	| 'all-or-nothing'
	| 'others-doing'
	| 'service-reason'
	| 'no-date'
	| 'past'
	| 'far'
	| 'same-number'
	| 'below-start';

/** Something worth a second look. It is pointed out and never stands in the way of saving. */
export interface SmartHint {
	field: SmartField;
	code: SmartCode;
	/** The words it is about, as typed; '' when it is about something that is not there. */
	found: string;
}

/** What the checks read. */
export type SmartInput = Pick<
	GoalFields,
	'words' | 'specific' | 'measurable' | 'achievable' | 'relevant' | 'targetDate' | 'start' | 'targetRating'
>;

const any = (...words: string[]) => new RegExp(`(?<![\\p{L}'’])(?:${words.join('|')})(?![\\p{L}])`, 'iu');

const MONTHS =
	'january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|christmas|easter|new year|ramadan|eid|term|birthday';
const NUMBERS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|once|twice|half';

/** Told about the client instead of by them. */
const OTHERS_VOICE = /^\s*["'“‘]?(?:(?:the\s+)?(?:client|patient|service user|consumer|resident)|(?:he|she|they)\s+(?:will|wants?|needs?|should))(?!\p{L})/iu;
/** Words that mean something else to everybody. */
const VAGUE = any(
	'better', 'good', 'nice', 'normal(?:ly)?', 'improv(?:e|ed|es|ing|ement)', 'happ(?:y|ier)', 'healthier', 'stable', 'stronger',
	'cop(?:e|es|ing)', 'manag(?:e|es|ing)', 'handl(?:e|es|ing)', 'deal(?:ing)? with', 'work(?:ing)? on', 'try(?:ing)?',
	'proper(?:ly)?', 'appropriate(?:ly)?', 'positive(?:ly)?', 'somehow', 'stuff', 'more', 'less', 'regular(?:ly)?', 'sometimes', 'often'
);
/** Says only what is to be gone. */
const STOPS = /^\s*(?:to\s+|i\s+(?:will|want to|would like to)\s+)?(stop|quit|avoid|give up|cut (?:down|out)|no|not|never|don['’]t|no longer|fewer|less)(?!\p{L})/iu;
const INSTEAD = any('instead', 'rather than', 'but', 'and then', 'so that i');
/** What services ask of people, in the words of services. */
const SERVICE_VERB = any(
	'compl(?:y|ies|iant|iance)', 'adher(?:e|es|ence)', 'non-?complian(?:t|ce)', 'engag(?:e|es|ing|ement) (?:with|in)', 'utili[sz](?:e|es|ing)',
	'demonstrat(?:e|es|ing)', 'verbali[sz](?:e|es|ing)', 'exhibit(?:s|ing)?', 'participat(?:e|es|ing)', 'process(?:es|ing)? (?:feelings|emotions|trauma|grief|loss)',
	'(?:increase|gain|develop)s? insight', 'coping (?:skills|strategies|mechanisms)', 'self-?esteem', 'psycho-?education',
	'attend(?:s|ing)? (?:all |weekly |his |her |their )?(?:sessions|appointments|counsell?ing|therapy|treatment)'
);
/** A number, how often, or something that is either there or not. */
const MEASURE = any(
	'\\d[\\d.,:/%]*', NUMBERS, 'each', 'every', 'per', 'daily', 'nightly', 'weekly', 'monthly',
	'most (?:days|nights|mornings|evenings|weeks)', 'a (?:day|night|week|month)', 'yes or no', 'done or not',
	'signed', 'received', 'moved in', 'enrolled', 'registered', 'i (?:have|hold) (?:a|an|the|my)(?: own)?'
);
/** Leaves no room for one bad day. */
const ABSOLUTE = any('always', 'never', 'every single', 'complete(?:ly)?', 'total(?:ly)?', 'perfect(?:ly)?', '100 ?%', 'all the time', 'no matter what', 'without exception');
/** Somebody else has to do it. */
const OTHERS = any(
	"(?:he|she|they|my (?:\\p{L}+)|the (?:landlord|court|judge|school|council|agency|doctor|hospital|bank|caseworker)) (?:will|must|should|has to|have to|needs? to|ha(?:s|ve) agreed to|stops?|starts?|gives?|lets?|agrees?)"
);
/** Whose reason it is: the service's, or the person's own. */
const SERVICE_REASON = any(
	'required', 'requirements?', 'mandat(?:e|ed|ory)', 'court(?:-ordered)?', 'probation', 'polic(?:y|ies)', 'treatment plan', 'care plan', 'compliance',
	'clinical(?:ly)?', 'evidence-based', 'the (?:program(?:me)?|agency|service|team)', 'eligib(?:le|ility)', 'expected'
);
const FIRST_PERSON = any("i(?:['’](?:m|d|ll|ve))?", 'me', 'my', 'mine', 'myself', 'we', 'our', 'us');
/** Some time to look for it. */
const WHEN = any(`(?:by|until|till|before|within|in|after|from) (?:\\d+|the (?:end|start|first|next)|next|a|an|${NUMBERS}|${MONTHS})`, 'this (?:week|month|year|term)');

/** Whether a text says something to count or to see. */
export function hasMeasure(text: string): boolean {
	return MEASURE.test(text);
}

/** A day further away than this many days is better reached in parts. */
const FAR = 366;

/**
 * Reads a goal for what often makes goals hard to reach or to judge: words that mean something else to everybody, what
 * can only stop, the service's voice, nothing to count or see, all or nothing, what depends on others, no day to look at
 * it. The rules are our own and know English; text in another language raises little and never blocks.
 * @param today `YYYY-MM-DD`
 * @returns at most two hints a field, in the order of the form
 */
export function checkGoal(goal: SmartInput, today: string): SmartHint[] {
	const hints: SmartHint[] = [];
	const note = (field: SmartField, code: SmartCode, found = '') => {
		if (hints.filter((hint) => hint.field === field).length < 2) hints.push({ field, code, found: found.trim() });
	};
	const look = (field: SmartField, code: SmartCode, text: string, pattern: RegExp): boolean => {
		const match = pattern.exec(text);
		if (match) note(field, code, match[1] ?? match[0]);
		return match !== null;
	};
	const { words, specific, measurable, achievable, relevant } = goal;

	look('words', 'others-voice', words, OTHERS_VOICE);

	look('specific', 'service-verb', specific, SERVICE_VERB);
	const stops = !INSTEAD.test(specific) && look('specific', 'only-stops', specific, STOPS);
	if (!stops && !MEASURE.test(specific)) look('specific', 'vague', specific, VAGUE);
	if (!stops) look('specific', 'all-or-nothing', specific, ABSOLUTE);
	look('specific', 'others-doing', specific, OTHERS);

	if (measurable.trim() && !MEASURE.test(measurable) && !MEASURE.test(specific)) note('measurable', 'no-measure');
	look('measurable', 'all-or-nothing', measurable, ABSOLUTE);

	look('achievable', 'others-doing', achievable, OTHERS);
	look('achievable', 'all-or-nothing', achievable, ABSOLUTE);

	if (!FIRST_PERSON.test(relevant)) look('relevant', 'service-reason', relevant, SERVICE_REASON);

	const worked = [specific, measurable, achievable, relevant];
	if (goal.targetDate) {
		const days = daysBetween(today, goal.targetDate);
		if (days < 0) note('time', 'past');
		if (days > FAR) note('time', 'far');
	} else if (worked.some((text) => text.trim()) && ![words, ...worked].some((text) => WHEN.test(text))) note('time', 'no-date');

	const { start, targetRating } = goal;
	if (start !== null && targetRating !== null && targetRating <= start)
		note('scale', targetRating === start ? 'same-number' : 'below-start');
	return hints;
}
