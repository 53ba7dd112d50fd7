import { m } from '$lib/paraglide/messages.js';
import type { AgeRange, Cutoff, Evidence } from './instrument';

/** Where a statement was read, and how sure that is. */
export function evidenceText({ source, verified }: Evidence): string {
	if (verified === 'source') return m.assessment_source({ source });
	return verified === 'secondary' ? m.assessment_source_quoted({ source }) : m.assessment_source_unchecked({ source });
}

/** What a total says beside a cut-off: at or above it, or below it. */
export function cutoffText({ rule, value, meaning }: Cutoff, total: number): string {
	if (rule === '>=')
		return total >= value
			? m.assessment_cutoff_at_or_above({ value, meaning })
			: m.assessment_cutoff_below({ value, meaning });
	return total <= value
		? m.assessment_cutoff_at_or_below({ value, meaning })
		: m.assessment_cutoff_above({ value, meaning });
}

/** A cut-off by itself, for the library. */
export function cutoffRule({ rule, value, meaning, ages }: Cutoff): string {
	const words = rule === '>=' ? m.assessment_cutoff_or_more({ value, meaning }) : m.assessment_cutoff_or_less({ value, meaning });
	return m.assessment_cutoff_for({ words, ages: agesText(ages) });
}

/** A stretch of ages in words. */
export function agesText({ from, to }: AgeRange): string {
	if (from !== undefined && to !== undefined) return m.assessment_ages_between({ from, to });
	if (from !== undefined) return m.assessment_ages_from({ from });
	return to === undefined ? m.assessment_ages_any() : m.assessment_ages_to({ to });
}
