/** What a person calls the things in a file; several record types can be one thing to them. */
export type ContentsGroup =
	| 'clients'
	| 'persons'
	| 'episodes'
	| 'forms'
	| 'pictures'
	| 'needs'
	| 'strengths'
	| 'story'
	| 'notes'
	| 'goals'
	| 'ratings'
	| 'schedules'
	| 'safety'
	| 'crisisPlans'
	| 'authority'
	| 'signatures'
	| 'ownForms'
	| 'backups'
	| 'other';

/** Record types that are counted, by what they are called. Bodies and summaries belong to what is counted already. */
const groups: Record<string, ContentsGroup | undefined> = {
	client: 'clients',
	person: 'persons',
	episode: 'episodes',
	response: 'forms',
	assessment: 'pictures',
	need: 'needs',
	strength: 'strengths',
	storyEntry: 'story',
	lifeEvent: 'story',
	note: 'notes',
	goal: 'goals',
	rating: 'ratings',
	schedule: 'schedules',
	concern: 'safety',
	safetyConcern: 'safety',
	crisisPlan: 'crisisPlans',
	authority: 'authority',
	signature: 'signatures',
	template: 'ownForms',
	backupLog: 'backups'
};

const order: readonly ContentsGroup[] = [
	'clients',
	'persons',
	'episodes',
	'forms',
	'pictures',
	'needs',
	'strengths',
	'story',
	'notes',
	'goals',
	'ratings',
	'schedules',
	'safety',
	'crisisPlans',
	'authority',
	'signatures',
	'ownForms',
	'backups',
	'other'
];

/**
 * Sums records by what a person calls them, in a fixed order, without what there is none of.
 * @param counts records by table
 */
export function contentsOf(counts: Readonly<Record<string, number>>): { group: ContentsGroup; count: number }[] {
	return order
		.map((group) => {
			const tables = Object.entries(counts).filter(([table]) => (groups[table] ?? 'other') === group);
			return { group, count: tables.reduce((sum, [, count]) => sum + count, 0) };
		})
		.filter(({ count }) => count > 0);
}
