import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import { newPlan, revised, type CrisisPlan, type PlanContent, type PlanCopy, type PlanKind } from './crisis-plan';
import { crisisPlans } from './crisis-plan.table';
import type { SafetyOwner } from './safe-to-talk.svelte';

/** The key under which a plan that is being written is kept. @param planId undefined for a new one */
export function planDraftKey(clientId: string, planId: string | undefined): string {
	return planId ? `crisisPlan/${planId}` : `crisisPlan/new/${clientId}`;
}

/** Saves a new plan. @returns its id @throws see `Casebook.commit` */
export async function addPlan(
	casebook: Casebook,
	owner: SafetyOwner,
	kind: PlanKind,
	content: PlanContent
): Promise<string> {
	const plan = crisisPlans.create(casebook, { ...newPlan(owner.clientId, kind, content), cref: owner.cref });
	const dropDrafts = [planDraftKey(owner.clientId, undefined)];
	await casebook.commit({ action: 'crisisPlan.add', changes: [crisisPlans.put(plan)], subject: plan.id, dropDrafts });
	return plan.id;
}

/** Changes a plan on top of what is on disk. */
async function change(
	casebook: Casebook,
	id: string,
	action: string,
	next: (plan: CrisisPlan) => CrisisPlan,
	dropDrafts: string[] = []
): Promise<Committed> {
	const plan = await crisisPlans.get(casebook, id);
	if (!plan) throw new Error('There is no such plan.');
	const changes = [crisisPlans.put(next(plan))];
	return casebook.commit({ action, changes, subject: id, dropDrafts });
}

/** Saves new words of a plan; what it said before stays as a version. @throws see `Casebook.commit` */
export function savePlan(casebook: Casebook, plan: CrisisPlan, content: PlanContent): Promise<Committed> {
	const now = casebook.now();
	const key = planDraftKey(plan.clientId, plan.id);
	return change(casebook, plan.id, 'crisisPlan.change', (one) => revised(one, content, now), [key]);
}

/** Notes that a copy goes to somebody, and where it will be kept. @throws see `Casebook.commit` */
export function noteCopy(casebook: Casebook, plan: CrisisPlan, copy: Omit<PlanCopy, 'at'>): Promise<Committed> {
	const kept = { at: casebook.now(), keptWhere: copy.keptWhere.trim(), mayFind: copy.mayFind.trim(), named: copy.named };
	return change(casebook, plan.id, 'crisisPlan.print', (one) => ({ ...one, copies: [...one.copies, kept] }));
}

/** Takes a plan out of use, or back into it; it stays to be read. @throws see `Casebook.commit` */
export function setAside(casebook: Casebook, plan: CrisisPlan, aside: boolean): Promise<Committed> {
	const now = casebook.now();
	return change(casebook, plan.id, aside ? 'crisisPlan.set-aside' : 'crisisPlan.bring-back', ({ setAside: _was, ...one }) =>
		aside ? { ...one, setAside: now } : one
	);
}
