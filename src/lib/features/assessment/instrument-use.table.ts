import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import { defineTable } from '$lib/storage/sealed-table';
import type { Instrument } from './instrument';
import { INSTRUMENT_USE, type InstrumentUse } from './instrument-use';

/** Tools that were confirmed, on disk. */
export const instrumentUses = defineTable<InstrumentUse>({ name: INSTRUMENT_USE, since: 1, version: 1 });

/** Says yes to what a tool asks to be confirmed; it is offered from then on. @throws see `Casebook.commit` */
export function confirmUse(casebook: Casebook, instrument: Pick<Instrument, 'id' | 'confirm'>): Promise<Committed> {
	const use = instrumentUses.create(casebook, { instrumentId: instrument.id, statement: instrument.confirm ?? '' });
	return casebook.commit({ action: 'instrument.confirm', changes: [instrumentUses.put(use)], subject: use.id });
}

/** Takes the yes back: the tool is no longer offered; what was answered stays. @throws see `Casebook.commit` */
export function withdrawUse(casebook: Casebook, use: InstrumentUse): Promise<Committed> {
	return casebook.commit({
		action: 'instrument.withdraw',
		changes: [instrumentUses.remove(casebook, use)],
		subject: use.id
	});
}
