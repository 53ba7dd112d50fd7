import { dayInWords } from '$lib/features/settings/when';
import { m } from '$lib/paraglide/messages.js';
import {
	BASES,
	SERVICES,
	type Assent,
	type AuthorityKind,
	type Basis,
	type Capacity,
	type CourtOrder,
	type Mandate,
	type Service
} from './authority';
import { dueStanding, type AgeStanding, type MajorityRange } from './majority';
import type { GentleWarning } from './warnings';

const SERVICE: Record<Service, () => string> = {
	general: m.authority_service_general,
	health: m.authority_service_health,
	mental: m.authority_service_mental,
	substance: m.authority_service_substance,
	education: m.authority_service_education,
	other: m.authority_service_other
};

/** A service in words. @param name what `other` means */
export function serviceText(service: Service, name = ''): string {
	return service === 'other' && name ? name : SERVICE[service]();
}

/** The services to choose from. */
export function serviceOptions(): { value: Service; label: string }[] {
	return SERVICES.map((value) => ({ value, label: serviceText(value) }));
}

const BASIS: Record<Basis, () => string> = {
	own: m.authority_basis_own,
	'own-minor': m.authority_basis_own_minor,
	parent: m.authority_basis_parent,
	guardian: m.authority_basis_guardian,
	'court-order': m.authority_basis_court_order,
	'power-of-attorney': m.authority_basis_power_of_attorney,
	other: m.authority_basis_other
};

/** On what a say rests, in words. */
export function basisText({ basis, basisText: words }: Pick<Mandate, 'basis' | 'basisText'>): string {
	return words ? m.authority_with({ what: BASIS[basis](), more: words }) : BASIS[basis]();
}

/** The bases to choose from. */
export function basisOptions(): { value: Basis; label: string }[] {
	return BASES.map((value) => ({ value, label: BASIS[value]() }));
}

/** Whether somebody consents, in words. */
export function consentsText({ consents, jointlyWith }: Pick<Mandate, 'consents' | 'jointlyWith'>): string {
	if (consents === 'alone') return m.authority_consents_alone();
	if (consents === 'no') return m.authority_consents_no();
	return jointlyWith ? m.authority_consents_with({ who: jointlyWith }) : m.authority_consents_jointly();
}

/** What somebody may see, in words. */
export function seesText({ sees, seesText: words }: Pick<Mandate, 'sees' | 'seesText'>): string {
	if (sees === 'all') return m.authority_sees_all();
	if (sees === 'no') return m.authority_sees_no();
	return words ? m.authority_with({ what: m.authority_sees_part(), more: words }) : m.authority_sees_part();
}

/** A court order in one line. */
export function orderText({ court, reference, from }: CourtOrder): string {
	const since = from ? m.authority_order_from({ date: dayInWords(from) }) : '';
	return [court, reference, since].filter(Boolean).join(', ');
}

/** How a date that something runs out stands, in words. @param today civil date */
export function expiryText(date: string, today: string): string {
	const day = dayInWords(date);
	const standing = dueStanding(date, today);
	if (standing === 'past') return m.authority_order_past({ date: day });
	return standing === 'today' ? m.authority_order_today() : m.authority_order_until({ date: day });
}

/** What the client said, in words. */
export function answerText(answer: Assent['answer']): string {
	return { yes: m.authority_assent_yes, no: m.authority_assent_no, unsure: m.authority_assent_unsure }[answer]();
}

/** Whether a decision can be made, in words. */
export function outcomeText(outcome: Capacity['outcome']): string {
	return {
		can: m.authority_capacity_can,
		'with-help': m.authority_capacity_with_help,
		'not-now': m.authority_capacity_not_now
	}[outcome]();
}

/** Whether somebody consents, to choose from. */
export function consentsOptions(): { value: Mandate['consents']; label: string }[] {
	return (['alone', 'jointly', 'no'] as const).map((value) => ({ value, label: consentsText({ consents: value, jointlyWith: '' }) }));
}

/** What somebody may see, to choose from. */
export function seesOptions(): { value: Mandate['sees']; label: string }[] {
	return (['all', 'part', 'no'] as const).map((value) => ({ value, label: seesText({ sees: value, seesText: '' }) }));
}

/** What the client may say, to choose from. */
export function answerOptions(): { value: Assent['answer']; label: string }[] {
	return (['yes', 'no', 'unsure'] as const).map((value) => ({ value, label: answerText(value) }));
}

/** How a decision may stand, to choose from. */
export function outcomeOptions(): { value: Capacity['outcome']; label: string }[] {
	return (['can', 'with-help', 'not-now'] as const).map((value) => ({ value, label: outcomeText(value) }));
}

/** The heading of an entry's form. */
export function formTitle(kind: AuthorityKind): string {
	return {
		mandate: m.authority_mandate_new,
		assent: m.authority_assent_new,
		capacity: m.authority_capacity_new,
		confidence: m.authority_confidence_new,
		majority: m.authority_review_new
	}[kind]();
}

/** What is written down, by kind: the heading of its part. */
export function kindText(kind: AuthorityKind): string {
	return {
		mandate: m.authority_mandates,
		assent: m.authority_assents,
		capacity: m.authority_capacities,
		confidence: m.authority_confidences,
		majority: m.authority_reviews
	}[kind]();
}

/** When somebody comes of age, as far as it is known, in words; '' where no date of birth is known. */
export function majorityText(range: MajorityRange | undefined, standing: AgeStanding): string {
	if (!range) return m.authority_age_unknown();
	const from = dayInWords(range.from);
	const to = dayInWords(range.to);
	if (standing === 'adult') return m.authority_age_adult();
	if (standing === 'may-be') return m.authority_age_may_be({ from, to });
	return from === to ? m.authority_age_minor({ date: from }) : m.authority_age_minor_between({ from, to });
}

/** A gentle word, in words. */
export function warningText({ kind, about }: GentleWarning): string {
	return {
		nobody: () => m.authority_warn_nobody(),
		lapsed: () => m.authority_warn_lapsed({ who: about }),
		'of-age': () => m.authority_warn_of_age({ who: about }),
		dissent: () => m.authority_warn_dissent({ what: about }),
		'both-lists': () => m.authority_warn_both({ who: about })
	}[kind]();
}
