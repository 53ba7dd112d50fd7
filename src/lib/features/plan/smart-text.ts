import { m } from '$lib/paraglide/messages.js';
import type { SmartCode, SmartHint } from './smart-check';

const TEXTS: Record<SmartCode, (inputs: { found: string }) => string> = {
	'others-voice': m.plan_smart_others_voice,
	vague: m.plan_smart_vague,
	'only-stops': m.plan_smart_only_stops,
	'service-verb': m.plan_smart_service_verb,
	'no-measure': () => m.plan_smart_no_measure(),
	'all-or-nothing': m.plan_smart_all_or_nothing,
	'others-doing': m.plan_smart_others_doing,
	'service-reason': m.plan_smart_service_reason,
	'no-date': () => m.plan_smart_no_date(),
	past: () => m.plan_smart_past(),
	far: () => m.plan_smart_far(),
	'same-number': () => m.plan_smart_same_number(),
	'below-start': () => m.plan_smart_below_start()
};

/** A hint in words: what was noticed, and a question that may help. */
export function hintText({ code, found }: SmartHint): string {
	return TEXTS[code]({ found });
}
