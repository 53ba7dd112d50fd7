import { cutoffsFor, isWithin, type Instrument } from './instrument';

/** A reason to read a score with care. */
export type ValidityConcern =
	| { readonly kind: 'age-not-recorded' }
	/** As before, for a tool whose cut-offs do not go by age. */
	| { readonly kind: 'age-unknown' }
	| { readonly kind: 'age-outside'; readonly age: number; readonly from: number; readonly to?: number }
	| { readonly kind: 'age-other-cutoff'; readonly age: number; readonly cutoff: number }
	| { readonly kind: 'language'; readonly language: string }
	| { readonly kind: 'translated'; readonly language: string }
	| { readonly kind: 'interpreter' };

/** How the answers came about. */
export interface AdministrationFacts {
	readonly ageYears?: number;
	/** BCP 47 tag of the language it was read or asked in. */
	readonly language?: string;
	/** BCP 47 tag of the wording that was answered; English where it is not said. */
	readonly version?: string;
	readonly interpreter?: boolean;
}

/** A language without its region: `es-CO` is `es`. */
export function baseLanguage(tag: string): string {
	return tag.toLowerCase().split('-')[0] ?? '';
}

/**
 * What speaks against taking a score at face value, given how it was obtained. An empty list means that nothing known
 * speaks against it, not that the tool fits this person.
 */
export function validityConcerns(instrument: Instrument, facts: AdministrationFacts): ValidityConcern[] {
	const concerns: ValidityConcern[] = [];
	const { ageYears: age, language, version = 'en' } = facts;
	const { from, to } = instrument.testedAges;
	const anyAge = from === undefined && to === undefined;
	if (age === undefined) {
		const byAge = instrument.cutoffs.some(({ ages }) => ages.from !== undefined || ages.to !== undefined);
		if (!anyAge) concerns.push({ kind: byAge ? 'age-not-recorded' : 'age-unknown' });
	} else if (!isWithin(age, instrument.testedAges)) {
		const cutoff = cutoffsFor(instrument, age).find(({ ages }) => ages.from !== undefined || ages.to !== undefined);
		if (cutoff) concerns.push({ kind: 'age-other-cutoff', age, cutoff: cutoff.value });
		else concerns.push({ kind: 'age-outside', age, from: lowestAge(instrument), ...(to === undefined ? {} : { to }) });
	}
	if (language && baseLanguage(language) !== baseLanguage(version)) concerns.push({ kind: 'language', language });
	if (baseLanguage(version) !== 'en' && (instrument.cutoffs.length > 0 || instrument.bands.length > 0))
		concerns.push({ kind: 'translated', language: version });
	if (facts.interpreter) concerns.push({ kind: 'interpreter' });
	return concerns;
}

function lowestAge(instrument: Instrument): number {
	const ages = [instrument.testedAges, ...instrument.cutoffs.map((cutoff) => cutoff.ages)];
	return Math.min(...ages.flatMap(({ from }) => (from === undefined ? [] : [from])));
}
