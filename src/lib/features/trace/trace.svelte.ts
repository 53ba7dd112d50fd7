import type { Casebook } from '$lib/storage/casebook';
import type { RecordBase } from '$lib/storage/record';
import { tableNamed } from '$lib/storage/sealed-table';
import { NEED, type Need } from '../domains/need';
import { INTERVENTION, type Intervention } from '../interventions/intervention';
import { MEASURE, PHASE, RATING, type Measure, type Phase, type Rating } from '../measures/measure';
import { NOTE, type Note } from '../notes/note';
import { GOAL, type Goal } from '../plan/goal';
import { printPage } from '../print.svelte';
import { OBJECTIVE, STEP, type Objective, type Step } from '../plan/objective';
import { REVIEW, type Review } from '../review/review';
import type { TraceRows } from './trace';

/** Reads everything the chain of a client's goals is made of; no text of a note or an answer. @throws LockedError, StorageLostError */
export async function readTrace(casebook: Casebook, cref: string): Promise<TraceRows> {
	const read = <T extends RecordBase>(name: string) => tableNamed<T>(name).ofClient(casebook, cref);
	return {
		goals: await read<Goal>(GOAL),
		needs: await read<Need>(NEED),
		objectives: await read<Objective>(OBJECTIVE),
		steps: await read<Step>(STEP),
		interventions: await read<Intervention>(INTERVENTION),
		notes: await read<Note>(NOTE),
		measures: await read<Measure>(MEASURE),
		ratings: await read<Rating>(RATING),
		phases: await read<Phase>(PHASE),
		reviews: await read<Review>(REVIEW)
	};
}

/** Prints the chain of a goal, and writes down that it was printed. @param words whether answers and what was said go with it */
export function printTrace(casebook: Casebook, goalId: string, words: boolean): void {
	void casebook.commit({ action: 'trace.print', subject: goalId, detail: { words } }).catch(() => undefined);
	printPage();
}
