import { m } from '$lib/paraglide/messages.js';
import { dayText } from '../measures/rating-text';
import { TOOK_PART } from './goal';
import { agreementText, partText, stateText } from './goal-text';
import { describedByText, levelName } from './goal-scale-text';
import { SUPPORT } from './objective';
import { supportText } from './objective-text';
import type { PiecePart } from './plan-difference';

const PARTS: Record<PiecePart, () => string> = {
	plan: m.plan_piece_plan,
	goal: m.plan_piece_goal,
	scale: m.plan_piece_scale,
	objective: m.plan_piece_objective,
	step: m.plan_piece_step,
	intervention: m.plan_piece_intervention,
	barrier: m.plan_piece_barrier,
	strength: m.plan_piece_strength
};

const FIELDS: Record<string, (() => string) | undefined> = {
	words: m.plan_field_words,
	clientName: m.plan_field_name,
	clientThinks: m.plan_client_thinks,
	resources: m.plan_resources,
	tookPart: m.plan_fact_took_part,
	others: m.plan_others,
	reviewDate: m.plan_review,
	voice: m.plan_field_voice,
	help: m.plan_barrier_help,
	needs: m.plan_from_need,
	means: m.plan_means,
	specific: m.plan_specific,
	measurable: m.plan_measurable,
	measureId: m.plan_objective_measure,
	achievable: m.plan_achievable,
	relevant: m.plan_relevant,
	targetDate: m.plan_target_date,
	due: m.plan_target_date,
	baseline: m.plan_baseline_then,
	start: m.plan_start_then,
	target: m.plan_target,
	targetRating: m.plan_target_rating,
	strengths: m.plan_strengths,
	agreement: m.plan_agreement,
	agreedOn: m.plan_agreed_on,
	agreementWords: m.plan_agreement_words,
	state: m.plan_field_state,
	support: m.plan_step_who,
	under: m.plan_field_under,
	describedBy: m.plan_scale_described,
	weight: m.plan_scale_weight,
	name: m.plan_field_intervention,
	plainName: m.plan_field_plain_name,
	dose: m.plan_field_dose
};

const PART_STATES: Record<string, (() => string) | undefined> = {
	open: m.plan_piece_open,
	done: m.plan_piece_done,
	aside: m.plan_state_set_aside
};

const VOICES: Record<string, (() => string) | undefined> = {
	client: m.plan_voice_client,
	practitioner: m.plan_voice_practitioner,
	other: m.plan_voice_other
};

/** What a piece of a plan is called. */
export function pieceText(part: PiecePart): string {
	return PARTS[part]();
}

/** What a field of a piece is called. */
export function fieldText(field: string): string {
	const level = /^level(-?\d)$/.exec(field);
	return level ? levelName(Number(level[1])) : (FIELDS[field]?.() ?? field);
}

/**
 * A field's value as it is read; what is empty is said.
 * @param measures names of measures by their ids
 */
export function valueText(part: PiecePart, field: string, value: string, measures?: ReadonlyMap<string, string>): string {
	if (value === '') return m.plan_field_empty();
	if (field === 'measureId') return measures?.get(value) ?? m.plan_field_measure_gone();
	if (/^\d{4}-\d\d-\d\d$/.test(value)) return dayText(value);
	if (field === 'tookPart') {
		const known = value.split(', ');
		return TOOK_PART.filter((one) => known.includes(one))
			.map(partText)
			.join(', ');
	}
	if (field === 'support') return SUPPORT.filter((one) => one === value).map(supportText)[0] ?? value;
	if (field === 'agreement') return value === 'yes' || value === 'partly' || value === 'not-yet' ? agreementText(value) : value;
	if (field === 'describedBy') return describedByText(value);
	if (field === 'voice') return voiceText(value);
	if (field === 'baseline' && part === 'scale') return levelName(Number(value));
	if (field === 'state') return stateOfText(value);
	return value;
}

function stateOfText(value: string): string {
	if (value === 'active' || value === 'reached' || value === 'set-aside') return stateText(value);
	return PART_STATES[value]?.() ?? value;
}

/** Whose words something is. */
export function voiceText(voice: string): string {
	return VOICES[voice]?.() ?? voice;
}
