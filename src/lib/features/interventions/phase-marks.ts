import { parseDate } from '@internationalized/date';
import type { RecordBase } from '$lib/storage/record';
import type { Phase } from '../measures/measure';
import type { Intervention } from './intervention';

/** What comes on the charts after something that was tried. 'none': nothing is marked. */
export const AFTERWARDS = ['baseline', 'maintenance', 'follow-up', 'break', 'none'] as const;
/** One of {@link AFTERWARDS}. */
export type Afterwards = (typeof AFTERWARDS)[number];

/** Which charts get a mark: none, all of the client's, or the measures with these ids. */
export type Charts = 'none' | 'all' | readonly string[];

/** A phase without what storage adds. */
export type NewPhase = Omit<Phase, keyof RecordBase>;

/** The day after. @param date `YYYY-MM-DD` */
export function dayAfter(date: string): string {
	return parseDate(date).add({ days: 1 }).toString();
}

function spread(charts: Charts, phase: NewPhase): NewPhase[] {
	if (charts === 'none') return [];
	return charts === 'all' ? [phase] : charts.map((measureId) => ({ ...phase, measureId }));
}

/** The phases that the start of an intervention opens. @param start `YYYY-MM-DD` */
export function openingPhases({ id, clientId }: Pick<Intervention, 'id' | 'clientId'>, start: string, label: string, charts: Charts): NewPhase[] {
	return spread(charts, { clientId, kind: 'intervention', label: label.trim(), start, interventionId: id });
}

/** The phases that an intervention opened. */
export function openedBy(interventionId: string, phases: readonly Phase[]): Phase[] {
	return phases.filter((phase) => !phase.removed && phase.interventionId === interventionId);
}

/** The phases that mark its end. */
export function closedBy(interventionId: string, phases: readonly Phase[]): Phase[] {
	return phases.filter((phase) => !phase.removed && phase.closesId === interventionId);
}

/**
 * The phases that follow an intervention, from the day after its last one, on the charts where it had opened one; on all charts
 * where it had opened none.
 * @param ended its last day, `YYYY-MM-DD`
 */
export function closingPhases(
	{ id, clientId }: Pick<Intervention, 'id' | 'clientId'>,
	ended: string,
	kind: Afterwards,
	label: string,
	phases: readonly Phase[]
): NewPhase[] {
	if (kind === 'none') return [];
	const opened = openedBy(id, phases);
	const charts = opened.every(({ measureId }) => measureId) && opened.length > 0 ? opened.map(({ measureId }) => measureId ?? '') : 'all';
	return spread(charts, { clientId, kind, label: label.trim(), start: dayAfter(ended), closesId: id });
}
