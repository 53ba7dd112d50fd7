import type { Questionnaire, QuestionnaireItem } from '$lib/forms/types';
import type { SensitiveTopic } from '$lib/features/safety/safe-to-talk';
import { m } from '$lib/paraglide/messages.js';
import { relationOf, conditionValue, type Relation } from './conditions';
import { kindOf, type Kind } from './kinds';
import { optionViews } from './options';
import { lineOf } from './outline';

const KIND_WORDS: Record<Kind | 'other', () => string> = {
	section: m.library_kind_section,
	text: m.library_kind_text,
	'yes-no': m.library_kind_yes_no,
	one: m.library_kind_one,
	several: m.library_kind_several,
	short: m.library_kind_short,
	long: m.library_kind_long,
	number: m.library_kind_number,
	slider: m.library_kind_slider,
	date: m.library_kind_date,
	other: m.library_kind_other
};

/** What a kind of line is called. */
export function kindWords(kind: Kind | 'other'): string {
	return KIND_WORDS[kind]();
}

const TOPIC_WORDS: Record<SensitiveTopic, () => string> = {
	violence: m.library_topic_violence,
	suicide: m.library_topic_suicide,
	substances: m.library_topic_substances,
	identity: m.library_topic_identity
};

/** What a close matter is called. */
export function topicWords(topic: SensitiveTopic): string {
	return TOPIC_WORDS[topic]();
}

const RELATION_WORDS: Record<Relation, () => string> = {
	is: m.library_relation_is,
	'is-not': m.library_relation_is_not,
	'at-least': m.library_relation_at_least,
	'at-most': m.library_relation_at_most,
	more: m.library_relation_more,
	less: m.library_relation_less,
	answered: m.library_relation_answered,
	unanswered: m.library_relation_unanswered
};

/** How a relation is said: "is", "is at least". */
export function relationWords(relation: Relation): string {
	return RELATION_WORDS[relation]();
}

/** A line's wording, or that it has none yet. */
export function lineWords(item: Pick<QuestionnaireItem, 'text'> | undefined): string {
	return item?.text?.trim() || m.library_no_words();
}

/** Under which condition a line is shown, as one sentence: "Only when “Do you drive?” is Yes". Undefined: always. */
export function conditionWords(form: Questionnaire, item: QuestionnaireItem): string | undefined {
	const conditions = item.enableWhen ?? [];
	if (conditions.length === 0) return undefined;
	const parts = conditions.map((condition) => {
		const target = lineOf(form, condition.question)?.item;
		const relation = relationOf(condition);
		const start = { question: lineWords(target), relation: relationWords(relation) };
		if (relation === 'answered' || relation === 'unanswered') return m.library_condition_bare(start);
		return m.library_condition_part({ ...start, value: valueWords(target, conditionValue(condition, target)) });
	});
	const type = item.enableBehavior === 'any' ? 'disjunction' : 'conjunction';
	return m.library_condition_when({ list: new Intl.ListFormat('en', { type }).format(parts) });
}

/** A condition's value as people say it. */
export function valueWords(target: QuestionnaireItem | undefined, value: string): string {
	if (!target || value === '') return '…';
	if (kindOf(target) === 'yes-no') return value === 'true' ? m.forms_yes() : m.forms_no();
	return target.answerOption ? (optionViews(target)[Number(value)]?.text ?? '…') : value;
}
