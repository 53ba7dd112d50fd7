/** The parts of a life that a whole picture looks at, in the order in which they are offered. */
export const DOMAINS = [
	'housing',
	'income',
	'food',
	'safety',
	'body',
	'mind',
	'substances',
	'relationships',
	'work',
	'legal',
	'transport',
	'culture',
	'community',
	'daily',
	'digital'
] as const;

/** One part of a life. `body` and `mind` are physical and mental health, `work` is education and work. */
export type Domain = (typeof DOMAINS)[number];

/** What lies behind: told as far as the client wants to, in any order. */
export const BACKGROUNDS = [
	'family',
	'development',
	'losses',
	'trauma',
	'migration',
	'military',
	'placements',
	'medication',
	'services'
] as const;

/** One subject of the background. */
export type Background = (typeof BACKGROUNDS)[number];

/** One page of a whole picture. */
export type Topic = Domain | Background;

/**
 * Subjects that may touch on violence, suicide, substances or identity: who else can hear is asked before them
 * (product.md, P1).
 */
const ALONE_FIRST: readonly Topic[] = ['safety', 'mind', 'substances', 'relationships', 'culture', 'family', 'trauma'];

/** Whether "Alone, safe to talk?" comes before this subject. */
export function asksAlone(topic: Topic): boolean {
	return ALONE_FIRST.includes(topic);
}

/** Whether a subject is a part of life with its own scale, and not background. */
export function isDomain(topic: string): topic is Domain {
	return (DOMAINS as readonly string[]).includes(topic);
}
