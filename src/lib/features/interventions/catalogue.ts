import file from './catalogue.json';
import type { CatalogueEntry, CatalogueItem, EvidenceStatement } from './intervention';
import { plainNames } from './plain-names';

/** The shipped catalogue as the research has it; the file is taken over word for word. */
interface ShippedEntry {
	id: string;
	name: string;
	target_problems: string[];
	population: string;
	/** For sorting alone: the author's own summary, no grade of anybody's. */
	app_tier: string;
	evidence: { body: string; statement: string; citation: string; status: string }[];
	cautions: string[];
	caseworker_role: string;
	suggested_measures: string[];
}

const STATUSES: readonly EvidenceStatement['status'][] = ['verified', 'partly verified', 'from memory', 'own'];

/** The file gives no day on which a statement was checked, so none is said. What is not known to be verified counts as from memory. */
function statementOf({ body, statement, citation, status }: ShippedEntry['evidence'][number]): EvidenceStatement {
	const known = STATUSES.find((one) => one === status) ?? 'from memory';
	return { body, statement, citation, status: known, checked: '', reviewBy: '' };
}

/** Where an entry stands in the list: by the first word of its tier, so "strong (alcohol)" is strong. */
function rank(tier: string): number {
	const order = [/^strong/, /^moderate-strong/, /^moderate/, /^promising/];
	const at = order.findIndex((one) => one.test(tier));
	return at < 0 ? order.length : at;
}

/** Every shipped entry, those with more behind them first, then by name. */
export const shippedItems: readonly CatalogueItem[] = (file.interventions as ShippedEntry[])
	.toSorted((a, b) => rank(a.app_tier) - rank(b.app_tier) || a.name.localeCompare(b.name))
	.map((entry) => ({
		id: entry.id,
		own: false,
		name: entry.name,
		plainName: plainNames[entry.id] ?? '',
		targetProblems: entry.target_problems,
		population: entry.population,
		evidence: entry.evidence.map(statementOf),
		cautions: entry.cautions,
		caseworkerRole: entry.caseworker_role,
		suggestedMeasures: entry.suggested_measures
	}));

/** An entry of one's own as the catalogue shows it. */
export function itemOf(entry: CatalogueEntry): CatalogueItem {
	const { id, name, plainName, targetProblems, population, evidence, cautions, caseworkerRole, suggestedMeasures } = entry;
	return { id, own: true, name, plainName, targetProblems, population, evidence, cautions, caseworkerRole, suggestedMeasures };
}

/** The whole catalogue: one's own entries first, then the shipped ones. @param retired whether retired ones are in it */
export function catalogueOf(own: readonly CatalogueEntry[], { retired = false } = {}): CatalogueItem[] {
	const mine = own.filter((entry) => !entry.removed && (retired || !entry.retired));
	return [...mine.toSorted((a, b) => a.name.localeCompare(b.name)).map(itemOf), ...shippedItems];
}
