import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { instruments } from '$lib/features/assessment/instruments/library';
import { catalogueOf, shippedItems } from '$lib/features/interventions/catalogue';
import { entryFields, entryFrom, entryMatches, isPastReview, problemsOf } from '$lib/features/interventions/catalogue-rules';
import { checkedText, statusText } from '$lib/features/interventions/catalogue-text';
import type { CatalogueEntry } from '$lib/features/interventions/intervention';

interface Evidence {
	interventions: {
		id: string;
		name: string;
		target_problems: string[];
		population: string;
		app_tier: string;
		evidence: { body: string; statement: string; citation: string; status: string }[];
		cautions: string[];
		caseworker_role: string;
		suggested_measures: string[];
	}[];
}
const text = readFileSync(new URL('../../fixtures/evidence/interventions.json', import.meta.url), 'utf8');
const evidence = (JSON.parse(text) as Evidence).interventions;

describe('the shipped catalogue', () => {
	it('is the one that was researched: 32 entries with 61 statements', () => {
		expect(createHash('sha256').update(text).digest('hex')).toBe('1bf94f9fd5f8b49323f7d343222822bf7795f169efb1c6b4e96d167c413e5bcb');
		expect(shippedItems).toHaveLength(32);
		expect(shippedItems.flatMap((item) => item.evidence)).toHaveLength(61);
		expect(shippedItems.map(({ id }) => id).toSorted()).toEqual(evidence.map(({ id }) => id).toSorted());
	});
	it.each(evidence.map((one) => [one.id, one] as const))('%s says what its source says, word for word', (id, source) => {
		const item = shippedItems.find((one) => one.id === id);
		expect(item?.evidence.map(({ body, statement, citation, status }) => ({ body, statement, citation, status }))).toEqual(
			source.evidence.map(({ body, statement, citation, status }) => ({ body, statement, citation, status }))
		);
		expect(item).toMatchObject({
			own: false,
			name: source.name,
			targetProblems: source.target_problems,
			population: source.population,
			cautions: source.cautions,
			caseworkerRole: source.caseworker_role,
			suggestedMeasures: source.suggested_measures
		});
		expect(item?.plainName).not.toBe('');
	});
	it('claims no day on which a statement was checked, for the source has none', () => {
		for (const { evidence: statements } of shippedItems)
			for (const statement of statements) {
				expect([statement.checked, statement.reviewBy]).toEqual(['', '']);
				expect(checkedText(statement)).toBe('Not dated.');
			}
	});
	it('never carries the tier that it is sorted by', () => {
		const tiers = evidence.map(({ app_tier: tier }) => tier).filter((tier) => tier.length > 12);
		for (const tier of tiers) expect(JSON.stringify(shippedItems)).not.toContain(tier);
		const tierOf = (id: string) => evidence.find((one) => one.id === id)?.app_tier ?? '';
		const strong = shippedItems.map(({ id }) => tierOf(id).startsWith('strong'));
		expect(strong.lastIndexOf(true)).toBeLessThan(strong.indexOf(false));
	});
	it('suggests only tools that are shipped, and the two scales of a goal', () => {
		const ids = new Set(shippedItems.flatMap((item) => item.suggestedMeasures));
		for (const id of ids) expect(id === 'gas' || id === 'gbo' || instruments.some((tool) => tool.id === id), id).toBe(true);
	});
	it('says plainly what is from memory', () => {
		expect(statusText('from memory')).toBe('From memory, not verified');
		expect(statusText('verified')).toBe('Seen in its source');
	});
});

describe('finding', () => {
	const found = (query: string, problem = '') => shippedItems.filter((item) => entryMatches(item, query, problem)).map(({ id }) => id);
	it('goes by name, by what it is to a client, by problem', () => {
		expect(found('interpersonal')).toEqual(['ipt']);
		expect(found('HOUSING first')).toEqual(['housing-first']);
		expect(found('', 'homelessness')).toEqual(expect.arrayContaining(['housing-first', 'cti', 'intensive-cm', 'homelessness-vouchers']));
		expect(found('vouchers', 'PTSD')).toEqual([]);
		expect(problemsOf(shippedItems).filter((one) => one === 'depression')).toHaveLength(1);
	});
});

describe('entries of one’s own', () => {
	const base = { cref: '', rev: 1, created: { at: '', zone: '' }, changed: { at: '', zone: '' }, author: '' };
	const own: CatalogueEntry = { ...base, id: 'mine', ...entryFrom({ ...entryFields(), name: ' Garden group ' }), retired: false };
	it('come first, and not when they are retired', () => {
		expect(catalogueOf([own])[0]).toMatchObject({ id: 'mine', own: true, name: 'Garden group' });
		expect(catalogueOf([{ ...own, retired: true }])).toHaveLength(32);
	});
	it('keep one problem on each line, and no statement that says nothing', () => {
		const fields = { ...entryFields(), name: 'A', problems: 'grief\n\n isolation ' };
		const empty = { body: ' ', statement: '', citation: '', status: 'own' as const, checked: '', reviewBy: '2026-01-01' };
		expect(entryFrom({ ...fields, evidence: [empty, { ...empty, body: 'Team' }] })).toMatchObject({
			targetProblems: ['grief', 'isolation'],
			evidence: [{ body: 'Team' }]
		});
	});
	it('start from a shipped one with everything it says', () => {
		const [cbt] = shippedItems.filter(({ id }) => id === 'cbt');
		expect(entryFrom(entryFields(cbt))).toEqual({
			name: cbt?.name,
			plainName: cbt?.plainName,
			targetProblems: cbt?.targetProblems,
			population: cbt?.population,
			evidence: cbt?.evidence,
			cautions: cbt?.cautions,
			caseworkerRole: cbt?.caseworkerRole,
			suggestedMeasures: cbt?.suggestedMeasures
		});
	});
	it('are past their review date from the day after it', () => {
		expect(isPastReview({ reviewBy: '2026-03-09' }, '2026-03-09')).toBe(false);
		expect(isPastReview({ reviewBy: '2026-03-09' }, '2026-03-10')).toBe(true);
		expect(isPastReview({ reviewBy: '' }, '2026-03-10')).toBe(false);
	});
});
