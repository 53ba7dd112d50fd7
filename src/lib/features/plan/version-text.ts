import { m } from '$lib/paraglide/messages.js';
import { momentInWords } from '../settings/when';
import type { PlanSignature, PlanVersion } from './care-plan';
import { agreementFact } from './goal-text';
import type { VersionVerdict } from './plan-version';

/** A version in one line: its number, when it was agreed, and what the client answered. */
export function versionLine(version: Pick<PlanVersion, 'number' | 'agreed' | 'agreement'>): string {
	const { number, agreed } = version;
	return [m.plan_version_of({ number, when: momentInWords(agreed) }), agreementFact(version)].filter(Boolean).join(' · ');
}

/** What checking a version found, as a sentence. */
export function verdictText(verdict: VersionVerdict): string {
	return {
		unchanged: m.plan_verdict_unchanged,
		altered: m.plan_verdict_altered,
		'signature-altered': m.plan_verdict_signature,
		'not-recorded': m.plan_verdict_not_recorded,
		'other-client': m.plan_verdict_other_client,
		'other-key': m.plan_verdict_other_key
	}[verdict]();
}

/** Who somebody is who signs. */
export function signerText(who: PlanSignature['who']): string {
	return { client: m.plan_signer_client, practitioner: m.plan_signer_me, representative: m.plan_signer_representative, other: m.plan_signer_other }[
		who
	]();
}
