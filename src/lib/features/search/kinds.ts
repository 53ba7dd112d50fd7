/** Everything that can be found, by what it is to the practitioner, in the order in which kinds are offered. */
export const SEARCH_KINDS = [
	'client',
	'person',
	'care',
	'note',
	'story',
	'life-event',
	'goal',
	'objective',
	'plan',
	'intervention',
	'review',
	'need',
	'strength',
	'picture',
	'answers',
	'concern',
	'crisis-plan',
	'authority',
	'outreach',
	'measure',
	'remark',
	'instrument',
	'form',
	'catalogue',
	'reading',
	'reflection'
] as const;

/** One of {@link SEARCH_KINDS}. */
export type SearchKind = (typeof SEARCH_KINDS)[number];
