import { m } from '$lib/paraglide/messages.js';
import type { AgeRange, Cutoff, Evidence, Instrument } from './instrument';

/** Where a statement was read, and how sure that is. */
export function evidenceText({ source, verified }: Evidence): string {
	if (verified === 'source') return m.assessment_source({ source });
	if (verified === 'partial') return m.instruments_source_partial({ source });
	return verified === 'secondary' ? m.assessment_source_quoted({ source }) : m.assessment_source_unchecked({ source });
}

/** What a total says beside a cut-off: at or above it, or below it. */
export function cutoffText({ rule, value, meaning: plain, group }: Cutoff, total: number): string {
	const meaning = group ? m.instruments_for_group({ meaning: plain, group }) : plain;
	if (rule === '>=')
		return total >= value
			? m.assessment_cutoff_at_or_above({ value, meaning })
			: m.assessment_cutoff_below({ value, meaning });
	return total <= value
		? m.assessment_cutoff_at_or_below({ value, meaning })
		: m.assessment_cutoff_above({ value, meaning });
}

/** A cut-off by itself, for the library. */
export function cutoffRule({ rule, value, meaning: plain, ages, group }: Cutoff): string {
	const meaning = group ? m.instruments_for_group({ meaning: plain, group }) : plain;
	const words = rule === '>=' ? m.assessment_cutoff_or_more({ value, meaning }) : m.assessment_cutoff_or_less({ value, meaning });
	const who = agesText(ages);
	// Some sources name the ages in the meaning itself.
	return words.includes(who) ? m.assessment_cutoff_alone({ words }) : m.assessment_cutoff_for({ words, ages: who });
}

/** A stretch of ages in words. */
export function agesText({ from, to }: AgeRange): string {
	if (from !== undefined && to !== undefined) return m.assessment_ages_between({ from, to });
	if (from !== undefined) return m.assessment_ages_from({ from });
	return to === undefined ? m.assessment_ages_any() : m.assessment_ages_to({ to });
}

/** How a tool's result comes about and which way it points, in words. */
export function howToRead({ scoring, direction, screen }: Instrument): string {
	if (screen) return m.instruments_read_screen();
	const { items, min, max, factor, reversed } = scoring;
	const points = direction === 'higher_is_worse' ? m.instruments_read_higher_worse() : m.instruments_read_higher_better();
	return [
		m.instruments_read_sum({ count: items.length, min, max }),
		...(factor ? [m.instruments_read_factor({ factor })] : []),
		...(reversed ? [m.instruments_read_reversed({ numbers: list(reversed.items.map((id) => id.replace(/^q/, ''))) })] : []),
		...(scoring.scales?.some(({ needs }) => needs === undefined)
			? [m.instruments_read_scales({ names: list(scoring.scales.filter(({ needs }) => needs === undefined).map(({ label }) => label)) })]
			: []),
		points
	].join(' ');
}

/** What happens when an answer is missing, in words. */
export function howMissing({ scoring, screen }: Instrument): string {
	if (screen) return screen.kind === 'any' ? m.instruments_missing_any() : m.instruments_missing_asq();
	const { missing } = scoring;
	if (missing?.kind === 'prorate') return m.instruments_missing_prorate({ most: missing.most });
	if (missing?.kind === 'zero') return m.instruments_missing_zero({ most: missing.most });
	if (missing?.kind === 'optional')
		return m.instruments_missing_optional({ numbers: list(missing.items.map((id) => id.replace(/^q/, ''))) });
	return m.instruments_missing_none();
}

function list(words: readonly string[]): string {
	return new Intl.ListFormat('en', { type: 'conjunction' }).format(words);
}
