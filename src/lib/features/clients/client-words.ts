import { m } from '$lib/paraglide/messages.js';
import { partialDateText } from '$lib/forms/partial-date';
import type { Contact } from './caseload';
import type { CareState, ClosureReason } from './client';
import type { RulePart, Safe, Way } from './contact-rule';
import { ageRange, type Audience, type ContactPoint, type Person, type Unanswered } from './person';

/** State of care in words. */
export function stateText(state: CareState): string {
	return { open: m.clients_state_open, 'on-hold': m.clients_state_on_hold, closed: m.clients_state_closed }[state]();
}

/** Why an episode ended, in words. */
export function reasonText(reason: ClosureReason): string {
	const texts: Record<ClosureReason, () => string> = {
		'goals-met': m.clients_reason_goals_met,
		'client-choice': m.clients_reason_client_choice,
		moved: m.clients_reason_moved,
		'referred-on': m.clients_reason_referred_on,
		'lost-contact': m.clients_reason_lost_contact,
		'service-unavailable': m.clients_reason_service_unavailable,
		died: m.clients_reason_died,
		other: m.clients_reason_other
	};
	return texts[reason]();
}

/** Why there is no answer, in words. */
export function unansweredText(none: Unanswered): string {
	return { unknown: m.clients_none_unknown, declined: m.clients_none_declined, 'not-collected': m.clients_none_not_collected }[
		none
	]();
}

/** How long the last contact is ago, in words, and whether that is longer than it should be. */
export function contactText({ days, late }: Contact): string {
	if (days === undefined) return late ? m.clients_no_contact_still() : m.clients_no_contact_yet();
	if (days === 0) return m.clients_contact_today();
	const text = days === 1 ? m.clients_contact_yesterday() : m.clients_contact_days({ days });
	return late ? m.clients_contact_late({ text }) : text;
}

/** One rule about one way to reach somebody, in words. */
export function ruleText(kind: ContactPoint['kind'], way: Way, safe: Safe): string {
	if (kind === 'email') return { yes: m.clients_rule_email_yes, no: m.clients_rule_email_no, ask: m.clients_rule_email_ask }[safe]();
	const texts: Record<Way, Record<Safe, () => string>> = {
		call: { yes: m.clients_rule_call_yes, no: m.clients_rule_call_no, ask: m.clients_rule_call_ask },
		message: { yes: m.clients_rule_message_yes, no: m.clients_rule_message_no, ask: m.clients_rule_message_ask },
		text: { yes: m.clients_rule_text_yes, no: m.clients_rule_text_no, ask: m.clients_rule_text_ask },
		post: { yes: m.clients_rule_post_yes, no: m.clients_rule_post_no, ask: m.clients_rule_post_ask }
	};
	return texts[way][safe]();
}

/** The rule that stands beside a name, in words. */
export function contactRuleText({ kind, parts }: { kind: ContactPoint['kind']; parts: readonly RulePart[] }): string {
	const texts = parts.map((part) => {
		if (part.kind === 'note') return part.text;
		return part.kind === 'all-ask' ? m.clients_rule_all_ask() : ruleText(kind, part.way, part.safe);
	});
	return texts.join(' · ');
}

/** What a way is called where its rule is chosen. */
export function wayLabel(kind: ContactPoint['kind'], way: Way): string {
	if (kind === 'email') return m.clients_way_email();
	return { call: m.clients_way_call, message: m.clients_way_message, text: m.clients_way_text, post: m.clients_way_post }[way]();
}

/** What a kind of contact point is called. */
export function kindText(kind: ContactPoint['kind']): string {
	return { phone: m.clients_kind_phone, email: m.clients_kind_email, post: m.clients_kind_post, other: m.clients_kind_other }[
		kind
	]();
}

/** To whom one speaks. */
export function audienceText(audience: Audience): string {
	return {
		client: m.clients_audience_client,
		family: m.clients_audience_family,
		voicemail: m.clients_audience_voicemail,
		agency: m.clients_audience_agency
	}[audience]();
}

/** A name with the pronouns beside it. */
export function withPronouns(name: string, pronouns: string): string {
	return pronouns ? m.clients_name_pronouns({ name, pronouns }) : name;
}

/** Date of birth as far as it is known, or why it is not; '' when nobody has asked. */
export function birthText({ birth }: Pick<Person, 'birth'>): string {
	if (!birth) return '';
	if (!('value' in birth)) return unansweredText(birth.none);
	const date = partialDateText(birth.value.date);
	return birth.value.about ? m.clients_birth_about({ date }) : date;
}

/**
 * Age on a day in words; '' when it is not known.
 * @param today civil date
 */
export function ageText(person: Pick<Person, 'birth'>, today: string): string {
	const age = ageRange(person, today);
	if (!age) return '';
	if (person.birth && 'value' in person.birth && person.birth.value.about) return m.clients_age_about({ age: age.to });
	return age.from === age.to ? m.clients_age({ age: age.to }) : m.clients_age_either({ from: age.from, to: age.to });
}

/** Whether an interpreter is needed, in words; '' when nobody has asked. */
export function interpreterText({ interpreter }: Pick<Person, 'interpreter'>): string {
	if (!interpreter) return '';
	if (!('value' in interpreter)) return unansweredText(interpreter.none);
	const { needed, details } = interpreter.value;
	if (!needed) return m.clients_interpreter_not_needed();
	return details ? m.clients_interpreter_details({ details }) : m.clients_interpreter_needed();
}
