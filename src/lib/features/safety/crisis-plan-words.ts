import { m } from '$lib/paraglide/messages.js';
import { PLAN_KINDS, type CrisisPlan, type PlanKind, type PlanPart } from './crisis-plan';

const KINDS: Record<PlanKind, () => string> = {
	crisis: m.safety_kind_crisis,
	violence: m.safety_kind_violence,
	child: m.safety_kind_child
};

/** What a kind of plan is called in the casebook. */
export function kindText(kind: PlanKind): string {
	return KINDS[kind]();
}

const KIND_HINTS: Record<PlanKind, () => string> = {
	crisis: m.safety_kind_crisis_hint,
	violence: m.safety_kind_violence_hint,
	child: m.safety_kind_child_hint
};

/** The kinds to choose from. */
export function kindOptions(): { value: PlanKind; label: string; hint: string }[] {
	return PLAN_KINDS.map((value) => ({ value, label: kindText(value), hint: KIND_HINTS[value]() }));
}

const CRISIS: Record<PlanPart, () => string> = {
	signs: m.safety_part_signs,
	coping: m.safety_part_coping,
	places: m.safety_part_places,
	people: m.safety_part_people,
	professionals: m.safety_part_professionals,
	safer: m.safety_part_safer,
	reasons: m.safety_part_reasons
};

const OTHERWISE: Record<Exclude<PlanKind, 'crisis'>, Partial<Record<PlanPart, () => string>>> = {
	violence: {
		signs: m.safety_part_violence_signs,
		coping: m.safety_part_violence_coping,
		places: m.safety_part_violence_places,
		safer: m.safety_part_violence_safer
	},
	child: {
		signs: m.safety_part_child_signs,
		coping: m.safety_part_child_coping,
		places: m.safety_part_child_places,
		reasons: m.safety_part_child_reasons
	}
};

/** The heading of a part, spoken to the person the plan is for. */
export function partText(kind: PlanKind, part: PlanPart): string {
	const own = kind === 'crisis' ? undefined : OTHERWISE[kind][part];
	return (own ?? CRISIS[part])();
}

const HINTS: Record<PlanPart, () => string> = {
	signs: m.safety_part_signs_hint,
	coping: m.safety_part_coping_hint,
	places: m.safety_part_places_hint,
	people: m.safety_part_people_hint,
	professionals: m.safety_part_professionals_hint,
	safer: m.safety_part_safer_hint,
	reasons: m.safety_part_reasons_hint
};

const VIOLENCE_HINTS: Partial<Record<PlanPart, () => string>> = {
	signs: m.safety_part_violence_signs_hint,
	coping: m.safety_part_violence_coping_hint,
	places: m.safety_part_violence_places_hint,
	safer: m.safety_part_violence_safer_hint
};

/** What may help to fill a part in. */
export function partHint(kind: PlanKind, part: PlanPart): string {
	return ((kind === 'violence' ? VIOLENCE_HINTS[part] : undefined) ?? HINTS[part])();
}

/** What stands above the plan: its own words, or ones that tell a finder nothing. */
export function planHeading({ content }: Pick<CrisisPlan, 'content'>): string {
	return content.heading || m.safety_plan_neutral();
}
