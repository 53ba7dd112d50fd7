import type { Stamp } from '$lib/clock';
import type { RecordBase } from '$lib/storage/record';
import type { ClientSummary } from '../clients/client-summary';
import type { SignatureAnswer } from '../clients-turn/turn';
import type { Voice } from '../domains/voice';
import type { Signing } from '../notes/note';
import type { GoalFields } from './goal';
import type { GoalScaleFields } from './goal-scale';
import type { ObjectiveFields, ObjectiveState, StepFields } from './objective';

/** Table of plans of care: one living plan per client. */
export const CARE_PLAN = 'carePlan';
/** Table of the plan's versions: each as it was agreed, untouched afterwards. */
export const PLAN_VERSION = 'planVersion';

/** Something in the way, in somebody's words, and what may help with it. */
export interface Barrier {
	/** Stable within the plan. */
	key: string;
	/** The goal it stands in the way of; '' for the plan as a whole. */
	goalId: string;
	words: string;
	voice: Voice;
	/** What may get around it. */
	help: string;
}

/** What belongs to the plan as a whole. Goals, objectives, steps, scales and interventions are records of their own. */
export interface CarePlanFields {
	/** What the client thinks of the plan, exactly as they said it. */
	clientThinks: string;
	barriers: Barrier[];
	/** People, places and services to count on, beside the inventory of strengths. */
	resources: string;
	tookPart: GoalFields['tookPart'];
	/** Others who took part, by name or role. */
	others: string;
	/** When both look at the whole plan again, `YYYY-MM-DD` or ''. */
	reviewDate: string;
}

/** The plan as it is being worked on. */
export interface CarePlan extends RecordBase, CarePlanFields {
	clientId: string;
}

/** A plan's whole content at one moment, in plain words with the ids of what it was made from. */
export interface PlanContent extends CarePlanFields {
	/** What the client was called. */
	clientName: string;
	goals: (GoalFields & {
		id: string;
		state: string;
		needs: { id: string; words: string }[];
		scale?: GoalScaleFields;
		objectives: (ObjectiveFields & { id: string; state: ObjectiveState; steps: PlanStep[] })[];
		/** Steps of the goal as a whole. */
		steps: PlanStep[];
		interventions: { id: string; name: string; plainName: string; dose: string }[];
	})[];
	/** `voice`: whose words; left out: not known. */
	strengths: { id: string; words: string; voice?: Voice }[];
	/** Reviews that led to this version. */
	reviewIds: string[];
}

/** A step as a version holds it. */
export type PlanStep = StepFields & { id: string; state: ObjectiveState };

/** A signature under a version, drawn or typed. */
export interface PlanSignature extends SignatureAnswer {
	who: 'client' | 'practitioner' | 'representative' | 'other';
	/** Whose it is, as it stands under the plan. */
	signer: string;
	/** When it was signed. */
	signed: Signing['when'];
	/** They read it and would rather not sign. */
	declined?: true;
	/** What they said about it. */
	words: string;
	/** SHA-256 over the version's hash and this signature, 64 hex digits. */
	hash: string;
}

/** A plan as it was agreed. The content never changes; signatures are added. */
export interface PlanVersion extends RecordBase {
	clientId: string;
	/** Counts from 1. */
	number: number;
	content: PlanContent;
	/** SHA-256 over the canonical content with its number and moment, 64 hex digits. */
	hash: string;
	/** The casebook's own signature over `hash`; absent until the practitioner signs. */
	sealed?: Signing;
	/** When it was agreed and frozen. */
	agreed: Stamp;
	/** Whether the client agrees with it as it stands. */
	agreement: GoalFields['agreement'];
	/** What the client said about it, exactly. */
	agreementWords: string;
	signatures: PlanSignature[];
	/** Why there is a new version; '' for the first. */
	reason: string;
	/** Copies that left the device, oldest first: where each is kept, who may find it. Not part of what was agreed. */
	copies?: { at: Stamp; keptWhere: string; mayFind: string; named: boolean }[];
}

/** A plan that nobody has written in. */
export function emptyCarePlan(): CarePlanFields {
	return { clientThinks: '', barriers: [], resources: '', tookPart: [], others: '', reviewDate: '' };
}

/** What of a plan can be edited. */
export function carePlanFields(plan: CarePlanFields): CarePlanFields {
	const { clientThinks, barriers, resources, tookPart, others, reviewDate } = plan;
	return structuredClone({ clientThinks, barriers, resources, tookPart, others, reviewDate });
}

/** An empty barrier. @param key a new one, also among those that were taken out: versions are compared by it */
export function emptyBarrier(key: string): Barrier {
	return { key, goalId: '', words: '', voice: 'client', help: '' };
}

/** The summary with the review of the whole plan as it is now. @param title for lists */
export function withPlanReview(summary: ClientSummary, plan: CarePlan, title: string): ClientSummary {
	const due = summary.due.filter(({ id }) => id !== plan.id);
	if (!plan.removed && plan.reviewDate) due.push({ id: plan.id, kind: 'plan-review', title, date: plan.reviewDate });
	return { ...summary, due };
}
