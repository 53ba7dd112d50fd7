import { fold } from '../clients/fold';
import type { CatalogueItem, EvidenceStatement } from './intervention';

/** What can be written of an entry of one's own. Only the name is needed. */
export interface EntryFields {
	name: string;
	plainName: string;
	/** One on each line. */
	problems: string;
	population: string;
	evidence: EvidenceStatement[];
	/** One on each line. */
	cautions: string;
	caseworkerRole: string;
	suggestedMeasures: string[];
}

/** A statement that nobody has written in. */
export function emptyStatement(): EvidenceStatement {
	return { body: '', statement: '', citation: '', status: 'own', checked: '', reviewBy: '' };
}

/** What of an entry can be edited; with nothing given, an empty form. */
export function entryFields(item?: CatalogueItem): EntryFields {
	return {
		name: item?.name ?? '',
		plainName: item?.plainName ?? '',
		problems: (item?.targetProblems ?? []).join('\n'),
		population: item?.population ?? '',
		evidence: structuredClone(item?.evidence ?? []),
		cautions: (item?.cautions ?? []).join('\n'),
		caseworkerRole: item?.caseworkerRole ?? '',
		suggestedMeasures: [...(item?.suggestedMeasures ?? [])]
	};
}

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);

/** The fields as an entry keeps them: lists without empty lines, and no statement that says nothing. */
export function entryFrom(fields: EntryFields): Omit<CatalogueItem, 'id' | 'own'> {
	const { problems, cautions, evidence, name, plainName, population, caseworkerRole, suggestedMeasures } = fields;
	return {
		name: name.trim(),
		plainName: plainName.trim(),
		targetProblems: lines(problems),
		population: population.trim(),
		evidence: evidence.filter(({ body, statement, citation }) => [body, statement, citation].some((text) => text.trim() !== '')),
		cautions: lines(cautions),
		caseworkerRole: caseworkerRole.trim(),
		suggestedMeasures
	};
}

/** Whether a statement is to be looked at again. @param today `YYYY-MM-DD` */
export function isPastReview({ reviewBy }: Pick<EvidenceStatement, 'reviewBy'>, today: string): boolean {
	return reviewBy !== '' && reviewBy < today;
}

/** Every problem that entries name, each once, in order of the alphabet. */
export function problemsOf(items: readonly CatalogueItem[]): string[] {
	return [...new Set(items.flatMap(({ targetProblems }) => targetProblems))].sort((a, b) => a.localeCompare(b));
}

/** Whether an entry is about a problem and has every word that was typed; capitals and accents do not count. */
export function entryMatches(item: CatalogueItem, query: string, problem: string): boolean {
	if (problem && !item.targetProblems.includes(problem)) return false;
	const told = fold([item.name, item.plainName, item.population, ...item.targetProblems].join(' '));
	return fold(query).split(/\s+/u).filter(Boolean).every((word) => told.includes(word));
}
