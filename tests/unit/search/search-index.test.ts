import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SearchKind } from '$lib/features/search/kinds';
import { SearchIndex, type SearchHit, type SearchQuery } from '$lib/features/search/search-index';
import { searchable, spokenTexts, type Searchable } from '$lib/features/search/source';
import { searchables } from '$lib/searchables';
import type { RecordBase } from '$lib/storage/record';
import { declaredTables } from '$lib/storage/sealed-table';
import '$lib/tables';
import { times } from '../../browser/support/full';

const NOBODY = 'nobody';
const stamp = { at: '2026-03-09T09:00:00.000Z', zone: 'Europe/Dublin' };
const base = (id: string, cref = NOBODY) => ({ id, cref, rev: 1, created: stamp, changed: stamp, author: '' });

interface Thing extends RecordBase {
	kind: SearchKind;
	text: string;
	date: string;
	title?: string;
	names?: string[];
	apart?: boolean;
}
interface Owner extends RecordBase {
	personId: string;
	name: string;
}
const sources: Searchable[] = [
	searchable<Owner>('owner', () => [], { owner: ({ id, personId }) => ({ clientId: id, personId }) }),
	searchable<Owner>('who', ({ id, name }) => [{ entry: `who/${id}`, head: { kind: 'person', title: name, names: [name], date: '', path: '/clients/:client' } }], {
		called: ({ name }) => name
	}),
	searchable<Thing>('thing', ({ id, kind, text, date, title = '', names, apart = false }) => [
		{ entry: `thing/${id}`, head: { kind, title, date, path: `/clients/:client/x/${id}`, apart, ...(names ? { names } : {}) }, texts: spokenTexts(text) }
	]),
	searchable<Thing>('more', ({ title = '', text }) => [{ entry: `thing/${title}`, texts: [text] }])
];
const thing = (id: string, text: string, date = '2026-01-01', rest: Partial<Thing> = {}): Thing => ({
	...base(id),
	kind: 'note',
	text,
	date,
	...rest
});
const ANY: SearchQuery = { text: '', kind: '', clientId: '', from: '', to: '' };

function indexOf(...things: Thing[]): SearchIndex {
	const index = new SearchIndex(sources, NOBODY);
	for (const one of things) index.take('thing', one);
	return index;
}
function all(index: SearchIndex, query: Partial<SearchQuery>): SearchHit[] {
	const run = index.search({ ...ANY, ...query });
	const hits = [...run.named];
	while (!run.done) hits.push(...run.next(3, Infinity));
	return [...hits, ...run.similar];
}
const ids = (index: SearchIndex, query: Partial<SearchQuery>) => all(index, query).map(({ id }) => id.replace('thing/', ''));

/** Folding by other means: the browser's own collation, word by word at every place. Slow, and nothing of ours. */
const collator = new Intl.Collator('en', { usage: 'search', sensitivity: 'base' });
function naive(text: string, word: string): boolean {
	const letters = [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);
	for (let from = 0; from < letters.length; from++)
		for (let to = from + 1; to <= Math.min(letters.length, from + word.length + 2); to++)
			if (collator.compare(letters.slice(from, to).join(''), word) === 0) return true;
	return false;
}

test('finds exactly what a scan by the collation of the browser finds, the newest first', () => {
	const letter = fc.constantFrom('a', 'B', 'é', 'e', 'ö', 'O', ' ', 'n', 'ñ');
	const text = fc.string({ unit: letter, minLength: 1, maxLength: 14 });
	const word = fc.string({ unit: fc.constantFrom('a', 'b', 'e', 'o', 'n', 'É'), minLength: 1, maxLength: 3 });
	const day = fc.constantFrom('2026-01-01', '2026-02-03', '2025-12-31', '2024', '');
	fc.assert(
		fc.property(fc.array(fc.tuple(text, day), { maxLength: 25 }), fc.array(word, { minLength: 1, maxLength: 2 }), (texts, words) => {
			const things = texts.map(([each, date], at) => thing(`t${String(at).padStart(2, '0')}`, each, date));
			const expected = things
				.filter((one) => words.every((each) => naive(one.text, each)))
				.sort((a, b) => (a.date === b.date ? (a.id < b.id ? 1 : -1) : a.date < b.date ? 1 : -1))
				.map(({ id }) => id);
			expect(ids(indexOf(...things), { text: words.join(' ') })).toEqual(expected);
		}),
		{ numRuns: times(200, 3000) }
	);
});

test('every word must be there, in whatever text of it, and parts of words count', () => {
	const index = indexOf(thing('a', 'She slept at her sister’s'), thing('b', 'Schwester und Straße'));
	index.take('more', thing('m', 'Rent is paid', '', { title: 'a' }));
	expect(ids(index, { text: 'slept rent' })).toEqual(['a']);
	expect(ids(index, { text: 'ISTER’s' })).toEqual(['a']);
	expect(ids(index, { text: 'strass wester' })).toEqual(['b']);
	expect(ids(index, { text: 'slept strasse' })).toEqual([]);
	expect(ids(index, { text: '?' })).toEqual([]);
	expect(ids(index, {})).toEqual([]);
	const [hit] = all(index, { text: 'rent' });
	expect(hit?.excerpts).toEqual([{ text: 'Rent is paid', marks: [{ start: 0, end: 4 }], cutStart: false, cutEnd: false }]);
});

test('filters by kind, client and days; a kind that is kept apart is found only by name of its kind', () => {
	const index = indexOf(
		thing('a', 'word', '2026-01-01'),
		thing('b', 'word', '2026-01-31', { kind: 'goal' }),
		thing('c', 'word', '2026', { kind: 'story', cref: 'one' }),
		thing('d', 'word', '', { kind: 'need' }),
		thing('e', 'word', '2026-01-15', { kind: 'reflection', apart: true })
	);
	index.take('owner', { ...base('client1', 'one'), personId: 'p', name: '' } as Owner);
	expect(ids(index, { text: 'word' })).toEqual(['b', 'a', 'c', 'd']);
	expect(ids(index, { text: 'word', kind: 'goal' })).toEqual(['b']);
	expect(ids(index, { text: 'word', kind: 'reflection' })).toEqual(['e']);
	expect(ids(index, { text: 'word', clientId: 'client1' })).toEqual(['c']);
	expect(ids(index, { text: 'word', from: '2026-01-02' })).toEqual(['b', 'c']);
	expect(ids(index, { text: 'word', from: '2026-01-01', to: '2026-01-01' })).toEqual(['a', 'c']);
	expect(ids(index, { kind: 'goal' })).toEqual(['b']);
	expect(index.kinds()).toEqual(['note', 'story', 'goal', 'need', 'reflection']);
});

test('names are found first and once, and with a slip after everything else', () => {
	const index = indexOf(thing('a', 'Ámara was here'), thing('g', '', '2020-01-01', { kind: 'goal', title: 'Sleep through', names: ['Sleep through'] }));
	index.take('who', { ...base('p1', 'one'), name: 'Amara Okafor', personId: '' } as Owner);
	expect(ids(index, { text: 'amara' })).toEqual(['a']);
	index.take('owner', { ...base('c1', 'one'), personId: 'p1', name: '' } as Owner);
	expect(all(index, { text: 'amara' }).map(({ id, kind, path }) => [id, kind, path])).toEqual([
		['who/p1', 'client', '/clients/c1'],
		['thing/a', 'note', '/clients//x/a']
	]);
	expect(ids(index, { text: 'Amrara Okafro' })).toEqual(['who/p1']);
	expect(ids(index, { text: 'slepe' })).toEqual(['g']);
	index.take('thing', thing('b', 'a slepeless night'));
	expect(ids(index, { text: 'slepe' })).toEqual(['b', 'g']);
});

test('what is changed, removed, erased or of a client who was removed is found no more', () => {
	const index = indexOf(thing('a', 'first words', '2026-01-01', { cref: 'one' }));
	const owner = { ...base('c1', 'one'), personId: 'p1', name: '' } as Owner;
	expect(ids(index, { text: 'words' })).toEqual([]);
	index.take('owner', owner);
	expect(ids(index, { text: 'words' })).toEqual(['a']);
	index.take('thing', thing('a', 'other letters', '2026-01-01', { cref: 'one' }));
	expect(ids(index, { text: 'first' })).toEqual([]);
	expect(ids(index, { text: 'letters' })).toEqual(['a']);
	index.take('owner', { ...owner, removed: stamp });
	expect(ids(index, { text: 'letters' })).toEqual([]);
	index.take('owner', owner);
	index.drop('thing', 'a');
	expect(ids(index, { text: 'letters' })).toEqual([]);
	expect(index.size).toBe(0);
});

test('every word of a query is shown and marked where there is room', () => {
	const far = `Rent at the beginning. ${'x '.repeat(600)} and then the landlord.`;
	const [hit] = all(indexOf(thing('a', far)), { text: 'landlord rent' });
	const marked = hit?.excerpts.flatMap(({ text, marks }) => marks.map(({ start, end }) => text.slice(start, end)));
	expect(marked?.sort()).toEqual(['Rent', 'landlord']);
});

test('every declared searchable is of a table there is, and every table with words of somebody is searchable', () => {
	const tables = declaredTables().map(({ name }) => name);
	const covered = searchables.map(({ table }) => table);
	for (const table of covered) expect(tables).toContain(table);
	// What has no words of its own, or is no record of the casework. A new table goes into a searchable.ts, or here.
	const without = [
		'alertRules', 'alertSnooze', 'backupLog', 'clientSummary', 'formAddition', 'instrumentUse', 'passkey', 'phase', 'profile',
		'safeToTalk', 'schedule', 'signature', 'sitting', 'turnTicket'
	];
	expect(tables.filter((name) => !covered.includes(name)).sort()).toEqual(without);
});
