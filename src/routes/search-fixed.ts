import type { SearchPiece } from '$lib/features/search/source';

/** What ships with the site and is found by its name: tools, and interventions of the catalogue. Loaded when a search begins. */
export async function fixedPieces(): Promise<SearchPiece[]> {
	const [{ assessmentForms }, { shippedItems }] = await Promise.all([
		import('$lib/features/assessment/assessment-form'),
		import('$lib/features/interventions/catalogue')
	]);
	const tools = assessmentForms.flatMap(({ id, title, shortTitle, instrument }): SearchPiece[] =>
		instrument
			? [
					{
						entry: `instrument/${id}`,
						head: { kind: 'instrument', title, names: [title, shortTitle], date: '', path: `/library/instruments/${id}` },
						texts: [instrument.construct]
					}
				]
			: []
	);
	const catalogue = shippedItems.map(
		({ id, name, plainName, targetProblems, population }): SearchPiece => ({
			entry: `catalogue/${id}`,
			head: {
				kind: 'catalogue',
				title: name,
				names: [name, plainName].filter(Boolean),
				date: '',
				path: `/library/interventions/${id}`
			},
			texts: [...targetProblems, population]
		})
	);
	return [...tools, ...catalogue];
}
