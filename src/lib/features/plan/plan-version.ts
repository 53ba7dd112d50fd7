import canonicalize from 'canonicalize';
import type { Stamp } from '$lib/clock';
import { hex, utf8 } from '$lib/crypto/bytes';
import { signatureHolds, type Identity } from '$lib/crypto/identity';
import { sha256 } from '$lib/crypto/keyring';
import type { AuditEntry } from '$lib/storage/audit';
import type { Signing, Signer } from '../notes/note';
import { signed, signingNow } from '../notes/note-signature';
import { PLAN_VERSION, type PlanSignature, type PlanVersion } from './care-plan';

function canonical(value: object): string {
	// JSON first: what has no place in JSON, such as undefined, is not on disk either.
	return canonicalize(JSON.parse(JSON.stringify(value))) ?? '';
}

/** What a version's fingerprint is made over. */
type Frozen = Pick<PlanVersion, 'id' | 'clientId' | 'number' | 'content' | 'agreed' | 'agreement' | 'agreementWords' | 'reason'>;

/**
 * Fingerprint of a version: SHA-256 over the RFC 8785 canonical JSON of the plan's whole content, its number, the moment,
 * what the client answered, and why there is a new version.
 * @returns 64 hex digits
 */
export async function versionHash({ id, clientId, number, content, agreed, agreement, agreementWords, reason }: Frozen): Promise<string> {
	const format = 'casekeep/plan-version/1';
	return hex(await sha256(utf8(canonical({ format, id, clientId, number, content, agreed, agreement, agreementWords, reason }))));
}

/** What the casebook's Ed25519 signature under a version is made over. */
function sealContent({ id, number, hash }: Pick<PlanVersion, 'id' | 'number' | 'hash'>, signing: Omit<Signing, 'signature'>): string {
	const { when, author, audit, verifyKey } = signing;
	return canonical({ format: 'casekeep/plan-seal/1', id, number, hash, signing: { when, author, audit, verifyKey } });
}

/** Puts the casebook's own signature over a version's fingerprint. @param audit the newest audit entry */
export async function sealVersion(
	identity: Identity,
	version: Pick<PlanVersion, 'id' | 'number' | 'hash'>,
	when: Stamp,
	author: Signer,
	audit: Signing['audit']
): Promise<Signing> {
	const signing = signingNow(identity, when, author, audit);
	return signed(identity, signing, sealContent(version, signing));
}

/**
 * Fingerprint of one signature under a version: SHA-256 over the version's fingerprint and the signature as one JSON array.
 * @returns 64 hex digits
 */
export async function signatureHash(versionHash: string, one: Omit<PlanSignature, 'hash'>): Promise<string> {
	const { who, signer, signed: when, declined, words, name, width, height, strokes } = one;
	const content = ['casekeep-plan-signature-1', versionHash, who, signer, when.at, when.zone, declined ?? false, words, name, width, height, strokes];
	return hex(await sha256(utf8(JSON.stringify(content))));
}

/** What the audit says about a version: its fingerprint, and those of its signatures. */
export interface Recorded {
	hash: string;
	signatures: string[];
	/** Which it was, and when. */
	number: number;
	when: Stamp;
	/** Ids of all rows that were written when it was agreed. */
	rows: string[];
}

/** The change that an entry made to one version: what it takes back is the revision before. */
function revisionIn({ changes }: AuditEntry, id: string | undefined): number | undefined {
	return changes.find(([table, row]) => table === PLAN_VERSION && row === id)?.[2];
}

/**
 * What audit entries say about versions of plans, by their ids. What was taken back by a later one does not count: an undo
 * writes the version's very next revision.
 * @param entries oldest first
 */
export function recordedIn(entries: readonly AuditEntry[]): Map<string, Recorded> {
	const undone = new Set(
		entries
			.filter(({ detail }) => detail?.undoes !== undefined)
			.flatMap(({ changes }) => changes.filter(([table]) => table === PLAN_VERSION).map(([, id, rev]) => `${id}/${rev - 1}`))
	);
	const found = new Map<string, Recorded>();
	for (const entry of entries) {
		const { action, subject, detail, when, changes } = entry;
		const rev = revisionIn(entry, subject);
		if (!subject || rev === undefined || undone.has(`${subject}/${rev}`)) continue;
		if (action === 'planVersion.agree')
			found.set(subject, {
				hash: String(detail?.hash),
				signatures: [],
				number: Number(detail?.number),
				when,
				rows: changes.map(([, id]) => id)
			});
		if (action === 'planVersion.sign') found.get(subject)?.signatures.push(String(detail?.signature));
	}
	return found;
}

/** What checking a version found; the first thing that is wrong. */
export type VersionVerdict =
	| 'unchanged'
	/** The plan is not what was agreed. */
	| 'altered'
	/** A signature is not as it was given, was taken away or put there. */
	| 'signature-altered'
	/** It fits together, but the audit knows nothing of it or something else. */
	| 'not-recorded'
	/** It is another client's. */
	| 'other-client'
	/** It holds, but under a key that is not this casebook's. */
	| 'other-key';

/**
 * Checks a version against its fingerprint, the casebook's signature over it, and what the audit says.
 * @param ownKey this casebook's public key
 * @param clientId in whose record it stands
 */
export async function checkVersion(
	version: PlanVersion,
	ownKey: string,
	recorded: Pick<Recorded, 'hash' | 'signatures'> | undefined,
	clientId: string
): Promise<VersionVerdict> {
	const { hash, sealed, signatures } = version;
	if ((await versionHash(version)) !== hash) return 'altered';
	if (!sealed || !(await signatureHolds(sealed.verifyKey, sealed.signature, utf8(sealContent(version, sealed))))) return 'altered';
	if (!recorded || recorded.hash !== hash) return 'not-recorded';
	for (const one of signatures) if ((await signatureHash(hash, one)) !== one.hash) return 'signature-altered';
	const there = signatures.map((one) => one.hash).sort();
	if (JSON.stringify(there) !== JSON.stringify([...recorded.signatures].sort())) return 'signature-altered';
	// Which record a row lies in is not part of what was agreed; whose plan it is, is.
	if (version.clientId !== clientId) return 'other-client';
	return sealed.verifyKey === ownKey ? 'unchanged' : 'other-key';
}

/** The newest first. */
export function newestVersion<T extends Pick<PlanVersion, 'number'>>(list: readonly T[]): T[] {
	return [...list].sort((a, b) => b.number - a.number);
}
