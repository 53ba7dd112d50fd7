import { cutoffsFor, type Instrument } from '../assessment/instrument';
import { concernText } from '../assessment/instrument-text';
import { validityConcerns } from '../assessment/validity';
import type { MeasureFacts } from './measure-chart';

/** Nothing known but the values. */
export const NO_FACTS: MeasureFacts = { bands: [], cautions: [] };

/**
 * What a standardized tool says about its totals, for somebody of an age.
 * @param age whole years; unknown counts as adult
 */
export function instrumentFacts(instrument: Instrument, age: number | undefined): MeasureFacts {
	const cutoffs = cutoffsFor(instrument, age);
	const cutoff = cutoffs.find(({ group }) => !group);
	const concerns = validityConcerns(instrument, age === undefined ? {} : { ageYears: age });
	return {
		bands: [...instrument.bands].sort((a, b) => a.from - b.from),
		cutoff: cutoff?.value,
		furtherCutoffs: cutoffs.filter(({ group }) => group).map(({ value }) => value),
		reliableChange: instrument.change?.reliableChange,
		recoveryBelow: instrument.change?.recoveryBelow,
		quality: instrument.change?.quality,
		cautions: concerns.filter(({ kind }) => kind !== 'age-not-recorded').map((concern) => concernText(concern))
	};
}
