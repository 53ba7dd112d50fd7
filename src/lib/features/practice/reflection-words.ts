import { m } from '$lib/paraglide/messages.js';
import type { ReflectionPart } from './reflection';

const QUESTIONS: Record<ReflectionPart, () => string> = {
	happened: m.practice_happened,
	power: m.practice_power,
	mistake: m.practice_mistake,
	repair: m.practice_repair,
	learned: m.practice_learned
};

const HINTS: Record<ReflectionPart, () => string> = {
	happened: m.practice_happened_hint,
	power: m.practice_power_hint,
	mistake: m.practice_mistake_hint,
	repair: m.practice_repair_hint,
	learned: m.practice_learned_hint
};

/** A part of a reflection as a heading. */
export function partName(part: ReflectionPart): string {
	return QUESTIONS[part]();
}

/** Questions that help to begin. */
export function partHint(part: ReflectionPart): string {
	return HINTS[part]();
}
