import type { RecordBase } from '$lib/storage/record';
import type { Instrument } from './instrument';

/** Table of tools that the practitioner has said yes to. */
export const INSTRUMENT_USE = 'instrumentUse';

/** That a tool may be offered here: what had to be confirmed has been. */
export interface InstrumentUse extends RecordBase {
	instrumentId: string;
	/** What was said yes to, word for word. */
	statement: string;
}

/** Whether a tool is offered: nothing stands in the way, or what does has been confirmed as it reads now. */
export function isOffered(
	instrument: Pick<Instrument, 'id' | 'confirm'> | undefined,
	uses: readonly Pick<InstrumentUse, 'instrumentId' | 'statement' | 'removed'>[]
): boolean {
	if (!instrument?.confirm) return true;
	return uses.some((use) => use.instrumentId === instrument.id && use.statement === instrument.confirm && !use.removed);
}
