import type { RecordBase } from '$lib/storage/record';
import { DOMAINS, type Domain } from './domain';
import type { Voice } from './voice';

/** Table of strengths. */
export const STRENGTH = 'strength';

/** What can be written of a strength. */
export interface StrengthFields {
	/** The part of life it shows in; '' when it belongs to all of them. */
	domain: Domain | '';
	words: string;
	/** Whose words they are. */
	voice: Voice;
	/** Who, where it is somebody else. */
	who: string;
}

/** Something that helps and can be built on. */
export interface Strength extends RecordBase, StrengthFields {
	clientId: string;
	/** The picture it came up in, where there is one. */
	assessmentId?: string;
	/** `YYYY-MM-DD` */
	date: string;
	/** How it was written before, oldest first. */
	earlier: (StrengthFields & { until: string })[];
}

/** Strengths by part of life, in the order of the parts; within one the client's words first, then the oldest. */
export function inventory<T extends Pick<Strength, 'domain' | 'voice' | 'created'>>(
	list: readonly T[]
): { domain: Domain | ''; strengths: T[] }[] {
	const order = (one: T) => (one.voice === 'client' ? '0' : '1') + one.created.at;
	return [...DOMAINS, '' as const]
		.map((domain) => ({
			domain,
			strengths: list.filter((one) => one.domain === domain).sort((a, b) => (order(a) < order(b) ? -1 : 1))
		}))
		.filter(({ strengths }) => strengths.length > 0);
}
