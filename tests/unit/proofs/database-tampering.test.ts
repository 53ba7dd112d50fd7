import { expect, test } from 'vitest';
import { readDatabase, type Dump } from '../../fixtures/readers/database-reader.mjs';
import { canonical, dump, expected, RECOVERY, sha256 } from './frozen';

/*
 * Proof 5, the other way round: what docs/format.md asks a reader to check is enough to notice a database that was
 * changed. Drafts are not counted by any seal: a missing one cannot be noticed.
 */

type Row = Record<string, unknown>;

const rowsOf = (stores: Dump, store: string): Row[] => stores[store] ?? [];
const rowOf = (stores: Dump, store: string, index = 0): Row => rowsOf(stores, store)[index] ?? {};

/** Changes a copy of the frozen database and expects the reader to say a certain thing about it. */
function refused(name: string, problem: RegExp, change: (stores: Dump) => unknown): void {
	const stores = dump();
	change(stores);
	expect.soft(() => readDatabase(stores, RECOVERY), name).toThrow(problem);
}

test('a changed byte or field of any row is noticed', { timeout: 30_000 }, () => {
	const frozen = dump();
	for (const store of Object.keys(frozen).filter((name) => name !== 'header'))
		for (const [index, row] of rowsOf(frozen, store).entries()) {
			const name = `${store} ${index}`;
			const set = (field: string, value: unknown) => (stores: Dump) => (rowOf(stores, store, index)[field] = value);
			const sealed = Buffer.from((row['c'] as { $b64: string }).$b64, 'base64');
			for (const at of [0, 7, sealed.length >> 1, sealed.length - 17, sealed.length - 1]) {
				const flipped = Buffer.from(sealed);
				flipped[at] = (flipped[at] ?? 0) ^ 0x80;
				refused(`${name}, byte ${at}`, /authenticate/, set('c', { $b64: flipped.toString('base64') }));
			}
			for (const field of ['id', 'cref']) refused(`${name}, ${field}`, /authenticate/, set(field, crypto.randomUUID()));
			for (const field of ['rev', 'g']) refused(`${name}, ${field}`, /authenticate/, set(field, 99));
			refused(`${name}, n`, /authenticate/, set('n', { $b64: 'AAAAAAAAAAAAAAAA' }));
			refused(`${name}, short n`, /other fields/, set('n', { $b64: 'AAAA' }));
			refused(`${name}, one more field`, /other fields/, set('client', 'a name in the clear'));
		}
});

test('rows that are missing, doubled, moved or swapped are noticed', () => {
	for (const store of ['person', 'client', 'episode', 'measure', 'rating', 'note', 'noteBody'])
		refused(`a row of ${store} less`, /7 records where 8/, (stores) => rowsOf(stores, store).pop());
	refused('a store less', /6 records where 8/, (stores) => delete stores['person']);
	refused('a doubled row', /set of records/, (stores) => rowsOf(stores, 'person').push(rowOf(stores, 'person')));
	refused('a moved row', /authenticate/, (stores) => rowsOf(stores, 'client').push(rowOf(stores, 'person')));
	refused('a renamed store', /authenticate/, (stores) => (stores['people'] = rowsOf(stores, 'person')));
	refused('swapped contents', /authenticate/, (stores) => {
		const [a = {}, b = {}] = rowsOf(stores, 'person');
		[a['c'], a['n'], b['c'], b['n']] = [b['c'], b['n'], a['c'], a['n']];
	});
	for (let at = 0; at < expected.audit.length; at++)
		refused(`audit row ${at} less`, /breaks the chain|at the end/, (stores) => rowsOf(stores, 'audit').splice(at, 1));
	refused('no head', /not the one row of head/, (stores) => rowsOf(stores, 'head').pop());
	refused('no identity', /not the one row of identity/, (stores) => rowsOf(stores, 'identity').pop());
});

test('a header that was changed in both copies is noticed; one damaged copy does no harm', () => {
	for (const field of Object.keys(rowOf(dump(), 'header')).filter((key) => key !== 'copy')) {
		const spoil = (copy: Row) => {
			const value = copy[field];
			copy[field] = typeof value === 'number' ? value + 1 : typeof value === 'string' ? `${value}x` : [];
		};
		refused(field, /both copies/, (stores) => rowsOf(stores, 'header').forEach(spoil));
		const stores = dump();
		spoil(rowOf(stores, 'header'));
		expect(readDatabase(stores, RECOVERY).head).toEqual(expected.head);
	}
});

test('a header that was changed together with its checksum is noticed', { timeout: 30_000 }, () => {
	const kdf = expected.header['kdf'] as Row;
	const slots = expected.header['slots'] as Row[];
	const cases: [RegExp, Row][] = [
		[/header was altered/, { seq: 2 }],
		[/header was altered/, { gen: 2 }],
		[/header was altered/, { v: 2 }],
		[/header was altered/, { kdf: { ...kdf, ms: 1 } }],
		[/header was altered/, { slots: slots.slice(1) }],
		[/newer reader/, { minReader: 2 }],
		[/newer reader/, { suite: 2 }],
		[/wrong passphrase/, { vaultId: crypto.randomUUID() }],
		[/authenticate/, { slots: slots.map((slot) => ({ ...slot, n: 'AAAAAAAAAAAAAAAA' })) }],
		...[{ m: 19455 }, { t: 1 }, { m: 524289 }, { t: 11 }, { p: 5 }].map(
			(part): [RegExp, Row] => [/too weak or too costly/, { kdf: { ...kdf, ...part } }]
		)
	];
	for (const [problem, changed] of cases)
		refused(JSON.stringify(changed), problem, (stores) => {
			stores['header'] = rowsOf(stores, 'header').map((original) => {
				const { copy, sum: _sum, ...rest } = { ...original, ...changed };
				return { copy, ...rest, sum: sha256(canonical(rest)).toString('hex') };
			});
		});
});
