import { civilDate } from '$lib/clock';
import { liveOfClient, type LiveRecords } from '$lib/live-records.svelte';
import { m } from '$lib/paraglide/messages.js';
import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import type { RecordBase } from '$lib/storage/record';
import { tableNamed } from '$lib/storage/sealed-table';
import { PROFILE, type Profile } from '../settings/profile';
import { REVIEW, type Review } from '../review/review';
import { withPlanReview, type CarePlan, type CarePlanFields, type PlanContent, type PlanSignature, type PlanVersion } from './care-plan';
import { carePlans, planVersions } from './care-plan.table';
import { commitForClient } from '../commit-for-client';
import type { PlanOwner } from './goals.svelte';
import { contentOf, PLAN_TABLES, type PlanRows } from './plan-content';
import { sealVersion, signatureHash, versionHash } from './plan-version';

type Lists = { [key in keyof typeof PLAN_TABLES]: readonly RecordBase[] };

function rowsOf({ carePlan, ...lists }: Lists): PlanRows {
	return { carePlan: carePlan[0], ...lists } as unknown as PlanRows;
}

/** The whole plan of one client as it stands now, kept current. Create it while a component is set up. */
export class PlanNow {
	readonly #lives: { key: keyof Lists; live: LiveRecords<RecordBase> }[];

	constructor(
		private readonly casebook: Casebook,
		cref: () => string
	) {
		this.#lives = Object.entries(PLAN_TABLES).map(([key, name]) => ({
			key: key as keyof Lists,
			live: liveOfClient(casebook, tableNamed(name), cref)
		}));
	}
	/** Everything it is made from; undefined until it is read. */
	get rows(): PlanRows | undefined {
		if (this.#lives.some(({ live }) => live.current === undefined)) return undefined;
		return rowsOf(Object.fromEntries(this.#lives.map(({ key, live }) => [key, live.current])) as unknown as Lists);
	}
	/** Why it could not be read. */
	get error(): unknown {
		return this.#lives.find(({ live }) => live.error)?.live.error;
	}
	/** What would be frozen now; undefined until it is read. @param name what the client is called */
	content(name: string): PlanContent | undefined {
		const rows = this.rows;
		return rows && contentOf(rows, name, civilDate(this.casebook.now()));
	}
}

async function readRows(casebook: Casebook, cref: string): Promise<PlanRows> {
	const lists = await Promise.all(
		Object.entries(PLAN_TABLES).map(async ([key, name]) => [key, await tableNamed(name).ofClient(casebook, cref)] as const)
	);
	return rowsOf(Object.fromEntries(lists) as unknown as Lists);
}

/**
 * Saves what belongs to the plan as a whole, with its review in the client's summary. A client has one plan.
 * @throws what `Casebook.commit` throws
 */
export function saveCarePlan(
	casebook: Casebook,
	owner: PlanOwner,
	fields: CarePlanFields,
	old?: CarePlan,
	dropDrafts: string[] = []
): Promise<Committed> {
	const next: CarePlan = old ? { ...old, ...fields } : carePlans.create(casebook, { ...fields, ...owner });
	const title = m.plan_review_whole();
	return commitForClient(
		casebook,
		{ id: owner.clientId, cref: owner.cref },
		{ action: old ? 'carePlan.change' : 'carePlan.add', changes: [carePlans.put(next)], subject: next.id, dropDrafts },
		(summary) => withPlanReview(summary, next, title)
	);
}

/** What is said when a plan is agreed. */
export type Agreeing = Pick<PlanVersion, 'agreement' | 'agreementWords' | 'reason'>;

/**
 * Freezes the plan as it stands: its content under a fingerprint, which stands in the audit too, and the casebook's own
 * signature over it. Finished reviews that led to it are tied to it.
 * @param name what the client is called
 * @returns the commit; its first record is the version
 * @throws what `Casebook.commit` throws
 */
export async function agreePlan(
	casebook: Casebook,
	owner: PlanOwner,
	name: string,
	said: Agreeing,
	dropDrafts: string[] = []
): Promise<Committed> {
	const { clientId, cref } = owner;
	const rows = await readRows(casebook, cref);
	const earlier = await planVersions.ofClient(casebook, cref);
	const number = 1 + Math.max(0, ...earlier.map((one) => one.number));
	const agreed = casebook.now();
	const content = contentOf(rows, name, civilDate(agreed));
	const draft = planVersions.create(casebook, { clientId, cref, number, content, hash: '', agreed, ...said, signatures: [] });
	const version = { ...draft, hash: await versionHash(draft) };
	const { auditSeq: seq, auditHead: hash } = casebook.head;
	const [profile] = await tableNamed<Profile>(PROFILE).all(casebook);
	const author = { name: profile?.name.trim() || m.plan_signer_me(), credential: profile?.credential.trim() ?? '' };
	const sealed = await sealVersion(casebook.identity, version, agreed, author, { seq, hash });
	const reviews = tableNamed<Review>(REVIEW);
	const led = rows.reviews
		.filter(({ id }) => content.reviewIds.includes(id))
		.map((one) => reviews.put({ ...one, planVersionId: version.id }));
	return commitForClient(
		casebook,
		{ id: clientId, cref },
		{
			action: 'planVersion.agree',
			changes: [planVersions.put({ ...version, sealed }), ...led],
			subject: version.id,
			detail: { number, hash: version.hash },
			dropDrafts
		}
	);
}

/**
 * Adds a signature under a version; its fingerprint stands in the audit too.
 * @throws what `Casebook.commit` throws
 */
export async function signVersion(
	casebook: Casebook,
	version: PlanVersion,
	given: Omit<PlanSignature, 'hash' | 'signed'>,
	dropDrafts: string[] = []
): Promise<Committed> {
	const one = { ...given, signed: casebook.now() };
	const hash = await signatureHash(version.hash, one);
	return casebook.commit({
		action: 'planVersion.sign',
		changes: [planVersions.put({ ...version, signatures: [...version.signatures, { ...one, hash }] })],
		subject: version.id,
		detail: { signature: hash, plan: version.hash },
		dropDrafts
	});
}

/**
 * Notes that a copy leaves the device, before it does.
 * @throws what `Casebook.commit` throws
 */
export function noteCopy(
	casebook: Casebook,
	version: PlanVersion,
	copy: { keptWhere: string; mayFind: string; named: boolean }
): Promise<Committed> {
	const copies = [...(version.copies ?? []), { at: casebook.now(), ...copy }];
	return casebook.commit({ action: 'planVersion.copy', changes: [planVersions.put({ ...version, copies })], subject: version.id });
}
