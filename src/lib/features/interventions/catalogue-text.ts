import { m } from '$lib/paraglide/messages.js';
import { instrumentEntries } from '../assessment/instruments/entries';
import { dayText } from '../measures/rating-text';
import type { EvidenceStatement } from './intervention';

/** How far a statement was checked, in words. */
export function statusText(status: EvidenceStatement['status']): string {
	if (status === 'verified') return m.try_status_verified();
	if (status === 'partly verified') return m.try_status_partly();
	return status === 'own' ? m.try_status_own() : m.try_status_memory();
}

/** When a statement was checked last, in words; no day is said that nobody wrote down. */
export function checkedText({ checked }: Pick<EvidenceStatement, 'checked'>): string {
	return checked ? m.try_checked({ date: dayText(checked) }) : m.try_checked_undated();
}

const toolOf = (id: string) => instrumentEntries.find(([one]) => one === id);

/** A suggested measure in words: a tool's short name, or one of the two scales that a goal has. */
export function measureText(id: string): string {
	if (id === 'gas') return m.try_measure_gas();
	if (id === 'gbo') return m.try_measure_gbo();
	return toolOf(id)?.[2] ?? id;
}

/** Whether a suggested measure is a tool that is shipped and has a page. */
export function isTool(id: string): boolean {
	return toolOf(id) !== undefined;
}
