import { parseDate } from '@internationalized/date';
import type { RecordBase } from '$lib/storage/record';
import type { Phase } from '../measures/measure';
import type { Intervention } from './intervention';

/** What comes on the charts after something that was tried. 'others': what else is tried goes on. 'none': nothing is marked. */
export const AFTERWARDS = ['others', 'baseline', 'maintenance', 'follow-up', 'break', 'none'] as const;
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
 * where it had opened none. Where others go on, they are marked on every chart that may name it: those where it had opened a
 * phase, and those where one of the others opened a phase while it was tried.
 * @param ended its last day, `YYYY-MM-DD`
 * @param others ids of what goes on
 */
export function closingPhases(
	{ id, clientId, started }: Pick<Intervention, 'id' | 'clientId' | 'started'>,
	ended: string,
	kind: Afterwards,
	label: string,
	phases: readonly Phase[],
	others: readonly string[] = []
): NewPhase[] {
	if (kind === 'none') return [];
	const during = ({ start }: Phase) => start >= started && start <= ended;
	const named = kind === 'others' ? others.flatMap((other) => openedBy(other, phases).filter(during)) : [];
	const opened = [...openedBy(id, phases), ...named];
	if (kind === 'others' && opened.length === 0) return [];
	const everywhere = opened.length === 0 || opened.some(({ measureId }) => !measureId);
	const charts = everywhere ? 'all' : [...new Set(opened.map(({ measureId }) => measureId ?? ''))];
	const next = { clientId, kind: kind === 'others' ? ('intervention' as const) : kind, label: label.trim(), start: dayAfter(ended), closesId: id };
	return spread(charts, next);
}
