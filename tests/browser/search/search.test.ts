import { afterEach, beforeEach, expect, test } from 'vitest';
import { addClient } from '$lib/features/clients/caseload.table';
import { clients } from '$lib/features/clients/client.table';
import { goals } from '$lib/features/plan/goal.table';
import { emptyGoal } from '$lib/features/plan/goal';
import { NO_QUERY, Search, type SearchParts } from '$lib/features/search/search.svelte';
import workerUrl from '$lib/search.worker?worker&url';
import type { Goal } from '$lib/features/plan/goal';
import { trustedWorkerUrl } from '$lib/trusted';
import { disposeCasebook, testCasebook, type TestCasebook } from '../support/casebook';

let test_: TestCasebook;
let search: Search | undefined;
const made: Worker[] = [];
const make = () => {
	const worker = new Worker(trustedWorkerUrl(workerUrl), { type: 'module' });
	made.push(worker);
	return worker;
};
beforeEach(async () => {
	test_ = await testCasebook();
});
afterEach(async () => {
	search?.stop();
	made.length = 0;
	await disposeCasebook(test_);
});

function begin(parts: Partial<SearchParts> = {}): Search {
	search = new Search({ casebook: test_.casebook, fixed: () => Promise.resolve([]), make, ...parts });
	search.open();
	return search;
}
const titles = () => [...search!.results.named, ...search!.results.hits].map(({ title }) => title);
async function asks(text: string, expected: string[]): Promise<void> {
	search!.ask({ ...NO_QUERY, text });
	await expect.poll(() => search!.progress === 1 && !search!.stale && titles()).toEqual(expected);
}

async function client(first: string, last: string) {
	const { id } = await addClient(test_.casebook, { first, last });
	return (await clients.get(test_.casebook, id))!;
}
async function addGoals(owner: { id: string; cref: string }, ...words: string[]): Promise<Goal[]> {
	const { casebook } = test_;
	const all = words.map((each) =>
		goals.create(casebook, { cref: owner.cref, clientId: owner.id, measureId: '', history: [], ...emptyGoal(), words: each })
	);
	const done = await casebook.commit({ action: 'goal.add', changes: all.map((goal) => goals.put(goal)) });
	return done.records as Goal[];
}

test('a worker opens every row and finds it; what is saved, changed and taken back since is found as it is', async () => {
	const ruth = await client('Rūta', 'Maß');
	const [first] = await addGoals(ruth, 'Walk on the Straße again');
	begin();
	await asks('ruta mass', ['Rūta Maß']);
	await asks('STRASSE', ['Walk on the Straße again']);
	expect(search!.results.named[0]).toMatchObject({ kind: 'goal', clientName: 'Rūta Maß', path: `/clients/${ruth.id}/plan/${first!.id}` });
	expect(search!.kinds).toEqual(['client', 'care', 'goal']);

	// The question stays the same; what is found follows the casebook.
	await asks('kitchen', []);
	const [second] = await addGoals(ruth, 'A kitchen of my own');
	await expect.poll(titles).toEqual(['A kitchen of my own']);
	const changed = await test_.casebook.commit({ action: 'goal.change', changes: [goals.put({ ...second!, words: 'A garden' })] });
	await expect.poll(titles).toEqual([]);
	await test_.casebook.undo(changed);
	await expect.poll(titles).toEqual(['A kitchen of my own']);
	const now = (await goals.get(test_.casebook, second!.id))!;
	await test_.casebook.commit({ action: 'goal.erase', changes: [goals.erase(now)] });
	await expect.poll(titles).toEqual([]);
});

test('a damaged row hides only itself and is reported', async () => {
	const ruth = await client('Ruth', 'Adler');
	const [bad, good] = await addGoals(ruth, 'window one', 'window two');
	const store = test_.casebook.db.records(goals.name);
	const row = (await store.get(bad!.id))!;
	row.c[5]! ^= 1;
	await store.put(row);
	begin();
	await asks('window', [good!.words]);
	expect([...test_.casebook.damaged.values()]).toEqual([{ table: goals.name, id: bad!.id }]);
});

test('a worker that breaks off is replaced once and finds everything again; after that it says so, and can be started again', async () => {
	await addGoals(await client('Ruth', 'Adler'), 'window one');
	begin();
	await asks('window', ['window one']);
	made[0]!.dispatchEvent(new ErrorEvent('error', { cancelable: true }));
	expect(search!.progress).toBe(0);
	await expect.poll(() => search!.progress === 1 && made.length === 2 && titles()).toEqual(['window one']);
	begin({
		make: () => {
			const worker = make();
			queueMicrotask(() => worker.dispatchEvent(new ErrorEvent('error', { cancelable: true })));
			return worker;
		}
	});
	await expect.poll(() => search!.broken).toBe(true);
	expect(made).toHaveLength(4);
});

test('closed, it forgets what was asked, keeps what was read for a while, and then ends', async () => {
	await addGoals(await client('Ruth', 'Adler'), 'window one');
	const kept = 300;
	begin({ kept });
	await asks('window', ['window one']);
	search!.close();
	expect(search!.query).toEqual(NO_QUERY);
	expect(search!.results.hits).toEqual([]);
	search!.open();
	await asks('window', ['window one']);
	expect(made).toHaveLength(1);
	let ended = false;
	const terminate = made[0]!.terminate.bind(made[0]);
	made[0]!.terminate = () => {
		ended = true;
		terminate();
	};
	search!.close();
	await expect.poll(() => ended).toBe(true);
	expect(test_.casebook.committed.size).toBe(0);
});

test('a casebook that is locked while it is read ends the search without a word of it', async () => {
	await addGoals(await client('Ruth', 'Adler'), 'window one');
	test_.casebook.destroy();
	begin();
	search!.ask({ ...NO_QUERY, text: 'window' });
	await expect.poll(() => search!.broken).toBe(true);
	expect(titles()).toEqual([]);
});
