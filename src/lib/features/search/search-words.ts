import { m } from '$lib/paraglide/messages.js';
import type { SearchKind } from './kinds';
import type { SearchHit } from './search-index';

const KINDS: Record<SearchKind, () => string> = {
	client: m.search_kind_client,
	person: m.search_kind_person,
	care: m.search_kind_care,
	note: m.search_kind_note,
	story: m.search_kind_story,
	'life-event': m.search_kind_life_event,
	goal: m.search_kind_goal,
	objective: m.search_kind_objective,
	plan: m.search_kind_plan,
	intervention: m.search_kind_intervention,
	review: m.search_kind_review,
	need: m.search_kind_need,
	strength: m.search_kind_strength,
	picture: m.search_kind_picture,
	answers: m.search_kind_answers,
	concern: m.search_kind_concern,
	'crisis-plan': m.search_kind_crisis_plan,
	authority: m.search_kind_authority,
	outreach: m.outreach_noun,
	measure: m.search_kind_measure,
	remark: m.search_kind_remark,
	instrument: m.search_kind_instrument,
	form: m.search_kind_form,
	catalogue: m.search_kind_catalogue,
	reading: m.search_kind_reading,
	reflection: m.search_kind_reflection
};

/** What a kind of thing is called. */
export function kindText(kind: SearchKind): string {
	return KINDS[kind]();
}

/** Why something is to be read with care, in words. */
export function markText({ kind, mark }: Pick<SearchHit, 'kind' | 'mark'>): string {
	if (mark === 'in-error') return m.search_in_error();
	return kind === 'note' ? m.search_draft_note() : m.search_draft();
}
