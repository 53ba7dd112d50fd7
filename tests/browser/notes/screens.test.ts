import '../../../src/app.css';
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import NoteList from '$lib/features/notes/NoteList.svelte';
import NoteScreen from '$lib/features/notes/NoteScreen.svelte';
import { noteDraftKey, type NoteForm } from '$lib/features/notes/note-form';
import { saveDraftNote, signNote, type NoteClient } from '$lib/features/notes/note-saving.svelte';
import { noteBodies, notes } from '$lib/features/notes/note.table';
import { emptyGoal } from '$lib/features/plan/goal';
import { goals } from '$lib/features/plan/goal.table';
import type { Casebook } from '$lib/storage/casebook';
import { openCasebook } from '$lib/storage/casebook-file';
import { tableNamed } from '$lib/storage/sealed-table';
import { DEFAULT_PROFILE, PROFILE, type Profile } from '$lib/features/settings/profile';
import { findDraft, keepDraft } from '$lib/storage/drafts';
import { vault } from '$lib/vault/vault.svelte';
import { disposeCasebook, PASSPHRASE, testCasebook, type TestCasebook } from '../support/casebook';
import { addClient, filled, newId, summaryOf } from './support';

let box: TestCasebook;
let client: NoteClient;
beforeEach(async () => {
	box = await testCasebook();
	client = await addClient(box.casebook);
});
afterEach(() => disposeCasebook(box));

const show = (noteId: string, casebook: Casebook = box.casebook, onleave = vi.fn()) =>
	render(NoteScreen, { casebook, client, name: 'Ilse Lund', noteId, profileHref: '#/profile', notesHref: '#/notes', onleave });

test('what is typed is sealed on disk within two seconds, and a fresh casebook shows it after a kill', async () => {
	const noteId = newId();
	const killed = await show(noteId);
	const field = killed.getByRole('textbox', { name: 'Subjective', exact: true });
	await expect.element(field).toHaveFocus();
	await userEvent.keyboard('She slept through.');
	const last = performance.now();

	const fresh = await openCasebook(box.name, { passphrase: PASSPHRASE }, box);
	const kept = () => findDraft<NoteForm>(fresh, noteDraftKey(noteId));
	const saved = async () => (await noteBodies.ofClient(fresh, client.cref))[0]?.response.item?.[0]?.answer;
	await vi.waitFor(
		async () => {
			const found = (await kept())?.value.texts.subjective ?? (await saved())?.[0]?.valueString;
			expect(found).toBe('She slept through.');
		},
		{ timeout: 2000, interval: 20 }
	);
	expect(performance.now() - last).toBeLessThan(2000);

	// The keys vanish with the page: nothing that runs afterwards can save anything.
	box.casebook.destroy();
	await killed.unmount();
	const again = await show(noteId, fresh);
	await expect.element(again.getByRole('textbox', { name: 'Subjective', exact: true })).toHaveValue('She slept through.');
	await again.unmount();
	fresh.destroy();
});

test('what is typed while the note is being saved is on disk too before a lock goes on', async () => {
	const noteId = newId();
	const screen = await show(noteId);
	await expect.element(screen.getByRole('textbox', { name: 'Subjective', exact: true })).toHaveFocus();
	let release = () => {};
	const held = box.casebook.exclusive(() => new Promise<void>((resolve) => (release = resolve)));
	const commit = vi.spyOn(box.casebook, 'commit');
	await userEvent.keyboard('The first half');
	await vi.waitFor(() => expect(commit).toHaveBeenCalled(), { timeout: 3000 });
	await userEvent.keyboard(' and the second.');
	const flushed = vault.flush();
	release();
	await Promise.all([held, flushed]);
	const draft = await findDraft<NoteForm>(box.casebook, noteDraftKey(noteId));
	expect(draft?.value.texts.subjective).toBe('The first half and the second.');
	commit.mockRestore();
	await screen.unmount();
});

test('the first words make the note known to lists, and nothing typed leaves no trace', async () => {
	const silent = await show(newId());
	await expect.element(silent.getByRole('textbox', { name: 'Plan', exact: true })).toBeVisible();
	await silent.unmount();
	expect(await notes.ofClient(box.casebook, client.cref)).toEqual([]);

	const noteId = newId();
	const screen = await show(noteId);
	await screen.getByRole('textbox', { name: 'Plan', exact: true }).fill('Meet in a week.');
	await vi.waitFor(async () => {
		expect((await summaryOf(box.casebook, client)).unsigned).toEqual([{ noteId, date: '2026-03-09', title: 'SOAP', made: true }]);
	});
});

test('leaving saves what was typed a moment before', async () => {
	const noteId = newId();
	const screen = await show(noteId);
	await screen.getByRole('textbox', { name: 'Objective', exact: true }).fill('Rested.');
	await screen.unmount();
	await vi.waitFor(async () => {
		const [body] = await noteBodies.ofClient(box.casebook, client.cref);
		expect(body?.response.item).toMatchObject([{ linkId: 'objective', answer: [{ valueString: 'Rested.' }] }]);
		expect(await findDraft(box.casebook, noteDraftKey(noteId))).toBeUndefined();
	});
});

test('switching the kind keeps what was typed', async () => {
	const screen = await show(newId());
	await screen.getByRole('textbox', { name: 'Assessment', exact: true }).fill('Better.');
	const kind = screen.getByRole('combobox', { name: 'Kind of note' });
	await userEvent.selectOptions(kind, 'Quick note');
	await screen.getByRole('textbox', { name: 'Note', exact: true }).fill('Called back.');
	await userEvent.selectOptions(kind, 'SOAP');
	await expect.element(screen.getByRole('textbox', { name: 'Assessment', exact: true })).toHaveValue('Better.');
	await expect.element(screen.getByRole('textbox', { name: 'Note', exact: true })).toHaveValue('Called back.');
});

test('a section that two kinds share stays where it is', async () => {
	const screen = await show(newId());
	await screen.getByRole('textbox', { name: 'Plan', exact: true }).fill('Meet in a week.');
	await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Kind of note' }), 'BIRP');
	await expect.element(screen.getByRole('textbox', { name: 'Plan', exact: true })).toHaveValue('Meet in a week.');
	const shown = screen.getByRole('textbox').elements().map((one) => one.getAttribute('aria-labelledby') ?? one.id);
	expect(new Set(shown).size).toBe(shown.length);
	for (const title of ['Behavior', 'Intervention', 'Response'])
		await expect.element(screen.getByRole('textbox', { name: title, exact: true })).toBeVisible();
});

test('as last time: kind, place, who was there; and not a word of the text. What is written again is pointed out', async () => {
	const words = 'She slept through the night and the landlord has not called again since Monday.';
	const before = filled(box.casebook, client, { templateId: 'dap', texts: { data: words } });
	await signNote(box.casebook, { client, noteId: newId(), form: before });
	const screen = await show(newId());
	await screen.getByRole('button', { name: 'As last time' }).click();
	await expect.element(screen.getByRole('combobox', { name: 'Kind of note' })).toHaveValue('dap');
	await expect.element(screen.getByRole('textbox', { name: 'Who was present' })).toHaveValue('Ilse and her sister');
	for (const box of screen.getByRole('textbox').elements()) expect((box as HTMLTextAreaElement).value).not.toContain('landlord');
	await screen.getByRole('textbox', { name: 'Data', exact: true }).fill(`Nothing new. ${words}`);
	await expect.element(screen.getByText(/stands word for word in an earlier note/)).toBeVisible();
	expect(screen.getByRole('button', { name: 'As last time' }).elements()).toHaveLength(0);
});

test('a new note begins as the practitioner usually writes', async () => {
	const profile = tableNamed<Profile>(PROFILE);
	await box.casebook.commit({ action: 'profile.change', changes: [profile.put(profile.create(box.casebook, { ...DEFAULT_PROFILE, noteTemplate: 'girp' }))] });
	const screen = await show(newId());
	await expect.element(screen.getByRole('textbox', { name: 'Goals', exact: true })).toBeVisible();
	await expect.element(screen.getByRole('combobox', { name: 'Kind of note' })).toHaveValue('girp');
});

test('one press signs; then the note is read, checked and amended, and no field is left', async () => {
	const noteId = newId();
	const screen = await show(noteId);
	await screen.getByRole('textbox', { name: 'Subjective', exact: true }).fill('She slept through.');
	await screen.getByRole('textbox', { name: 'Your name' }).fill('Ana Ruiz');
	await expect.element(screen.getByText('Still empty: Objective, Assessment and Plan.')).toBeVisible();
	await screen.getByRole('button', { name: 'Sign note', exact: true }).click();
	await expect.element(screen.getByText(/Signed by Ana Ruiz on .*; unchanged since/)).toBeVisible();
	expect(screen.container.querySelectorAll('textarea, input')).toHaveLength(0);

	await screen.getByRole('button', { name: 'Amend', exact: true }).click();
	await userEvent.keyboard('It was her aunt.');
	await screen.getByRole('button', { name: 'Sign and add' }).click();
	await expect.element(screen.getByRole('textbox', { name: 'Reason' })).toHaveFocus();
	await userEvent.keyboard('Misheard');
	await screen.getByRole('button', { name: 'Sign and add' }).click();
	await expect.element(screen.getByText('It was her aunt.')).toBeVisible();
	await expect.element(screen.getByText(/^Ana Ruiz, .* Reason: Misheard$/)).toBeVisible();
	await expect.element(screen.getByText('She slept through.')).toBeVisible();
	await expect.element(screen.getByText(/; unchanged since/)).toBeVisible();
	await expect.element(screen.getByRole('button', { name: 'Amend', exact: true })).toHaveFocus();
});

test('a note about a goal is saved, signed and read with the goal once', async () => {
	const { casebook } = box;
	const noteId = newId();
	const goal = goals.create(casebook, {
		...emptyGoal(),
		cref: client.cref,
		clientId: client.id,
		measureId: newId(),
		words: 'I want to sleep',
		history: []
	});
	await casebook.commit({ action: 'goal.add', changes: [goals.put(goal)] });
	const screen = await show(noteId);
	await screen.getByRole('textbox', { name: 'Plan', exact: true }).fill('Sleep diary.');
	await expect.element(screen.getByText('No goal is linked.')).toBeVisible();
	await screen.getByRole('checkbox', { name: 'I want to sleep' }).click();
	await vi.waitFor(async () => {
		expect(await noteBodies.ofClient(casebook, client.cref)).toMatchObject([{ goals: [{ words: 'I want to sleep' }] }]);
	});
	await screen.getByRole('button', { name: 'Sign note', exact: true }).click();
	await expect.element(screen.getByText(/; unchanged since/)).toBeVisible();
	expect(screen.getByText('I want to sleep').elements()).toHaveLength(1);
	expect((await notes.get(casebook, noteId))?.goalIds).toEqual([goal.id]);
});

test('a note whose text was altered on disk says so when it is opened', async () => {
	const { casebook } = box;
	const { note, body } = await signNote(casebook, { client, noteId: newId(), form: filled(casebook, client) });
	const response = structuredClone(body.response);
	Object.assign(response.item![0]!.answer![0]!, { valueString: 'She did not sleep.' });
	await casebook.commit({ action: 'test', changes: [noteBodies.put({ ...body, response })] });
	const screen = await show(note.id);
	await expect.element(screen.getByText(/^This note does not match its signature/)).toBeVisible();
});

test('of two versions both stay until one is chosen', async () => {
	const { casebook } = box;
	const noteId = newId();
	const mine = filled(casebook, client, { texts: { subjective: 'Typed here.' } });
	const first = await saveDraftNote(casebook, { client, noteId, form: mine });
	const elsewhere = { ...mine, texts: { subjective: 'Saved elsewhere.' } };
	await saveDraftNote(casebook, { client, noteId, form: elsewhere, saved: first });
	await keepDraft(casebook, noteDraftKey(noteId), mine, first.note.rev);

	const screen = await show(noteId);
	const field = screen.getByRole('textbox', { name: 'Subjective', exact: true });
	await expect.element(field).toHaveValue('Typed here.');
	await field.fill('Typed here, and more.');
	await screen.getByRole('button', { name: 'Show the other version' }).click();
	await expect.element(field).toHaveValue('Saved elsewhere.');
	await screen.getByRole('button', { name: 'Show the other version' }).click();
	await expect.element(field).toHaveValue('Typed here, and more.');
	await screen.unmount();
	expect((await noteBodies.ofClient(casebook, client.cref))[0]?.response.item?.[0]?.answer?.[0]?.valueString).toBe(
		'Saved elsewhere.'
	);
	const again = await show(noteId);
	await expect.element(again.getByRole('button', { name: 'Keep this version' })).toBeVisible();
	await again.getByRole('button', { name: 'Keep this version' }).click();
	await again.getByRole('button', { name: 'Sign note', exact: true }).click();
	await expect.element(again.getByText('Typed here, and more.')).toBeVisible();
	await expect.element(again.getByText(/; unchanged since/)).toBeVisible();
});

test('text that was typed into a note after it was signed elsewhere is shown and can become an amendment', async () => {
	const { casebook } = box;
	const noteId = newId();
	const form = filled(casebook, client);
	await signNote(casebook, { client, noteId, form });
	await keepDraft(casebook, noteDraftKey(noteId), { ...form, texts: { subjective: 'One more thing.' } }, 0);
	const screen = await show(noteId);
	await screen.getByRole('button', { name: 'Put it into an amendment' }).click();
	await expect.element(screen.getByRole('textbox', { name: 'What to add or correct' })).toHaveValue(
		'Subjective: One more thing.'
	);
	await screen.getByRole('textbox', { name: 'Reason' }).fill('Typed late');
	await screen.getByRole('button', { name: 'Sign and add' }).click();
	await vi.waitFor(async () => {
		expect((await notes.get(casebook, noteId))?.amendments).toBe(1);
		expect(await findDraft(casebook, noteDraftKey(noteId))).toBeUndefined();
	});
});

test('an amendment that was begun is there again', async () => {
	const { casebook } = box;
	const { note } = await signNote(casebook, { client, noteId: newId(), form: filled(casebook, client) });
	const screen = await show(note.id);
	await screen.getByRole('button', { name: 'Amend', exact: true }).click();
	await userEvent.keyboard('It was her aunt.');
	await screen.unmount();
	const list = await render(NoteList, {
		casebook,
		client,
		name: 'Ilse Lund',
		hrefOf: (id: string) => `#/${id}`,
		onopen: vi.fn()
	});
	await expect.element(list.getByText('Amendment, not signed yet. It was her aunt.')).toBeVisible();
	await list.unmount();
	const again = await show(note.id);
	await expect.element(again.getByRole('textbox', { name: 'What to add or correct' })).toHaveValue('It was her aunt.');
});

test('the page of all notes: newest first, whole text, found by words, kind and goal, errors hidden', async () => {
	const { casebook } = box;
	const sign = (change: Partial<NoteForm>) =>
		signNote(casebook, { client, noteId: newId(), form: filled(casebook, client, change) });
	const linked = [{ id: 'g1', words: 'I want to sleep' }];
	await sign({ date: '2026-03-02', texts: { subjective: 'Żaneta didn’t call.' } });
	await signNote(casebook, {
		client,
		noteId: newId(),
		goals: linked,
		form: filled(casebook, client, { date: '2026-03-08', goalIds: ['g1'], texts: { plan: 'Sleep diary.' } })
	});
	await sign({ date: '2026-03-05', templateId: 'quick', contact: 'did-not-attend', texts: {} });
	const onopen = vi.fn();
	const list = await render(NoteList, { casebook, client, name: 'Ilse Lund', hrefOf: (id: string) => `#/${id}`, onopen });
	const headings = () => [...list.container.querySelectorAll('article h3')].map((each) => each.textContent.slice(0, 20));
	await expect.poll(headings).toHaveLength(3);
	const all = headings();
	expect(all.map((text) => /[852]/.exec(text)?.[0])).toEqual(['8', '5', '2']);
	await expect.element(list.getByText('Sleep diary.')).toBeVisible();

	await list.getByRole('searchbox').fill("zaneta didn't");
	await expect.poll(headings).toEqual([all[2]]);
	await list.getByRole('searchbox').fill('');
	await list.getByRole('combobox', { name: 'Show' }).selectOptions('Did not attend');
	await expect.poll(headings).toEqual([all[1]]);
	await list.getByRole('combobox', { name: 'Show' }).selectOptions('All notes');
	await list.getByRole('combobox', { name: 'Goal' }).selectOptions('I want to sleep');
	await expect.poll(headings).toEqual([all[0]]);
	await list.getByRole('button', { name: 'New note', exact: true }).click();
	expect(onopen).toHaveBeenCalledOnce();
});

test('did not attend: two presses from the list to a signed note', async () => {
	const { casebook } = box;
	const onopen = vi.fn<(id: string) => void>();
	const list = await render(NoteList, { casebook, client, name: 'Ilse Lund', hrefOf: (id: string) => `#/${id}`, onopen });
	await list.getByRole('button', { name: 'Did not attend' }).click();
	await vi.waitFor(() => expect(onopen).toHaveBeenCalledOnce());
	await list.unmount();
	const screen = await show(onopen.mock.calls[0]![0]);
	await screen.getByRole('button', { name: 'Sign note', exact: true }).click();
	await expect.element(screen.getByText(/; unchanged since/)).toBeVisible();
	await expect.element(screen.getByText('Did not attend')).toBeVisible();
});

test('signing without a name is said before and after, and stays one press', async () => {
	const screen = await show(newId());
	const warning = screen.getByText('You have not given your name: it will read “Signed by Practitioner”.');
	await expect.element(warning).toBeVisible();
	await screen.getByRole('textbox', { name: 'Your name' }).fill('Nora Lind');
	await expect.element(warning).not.toBeInTheDocument();
	await screen.getByRole('textbox', { name: 'Your name' }).fill('');
	await screen.getByRole('textbox', { name: 'Subjective', exact: true }).fill('She slept through.');
	await userEvent.click(screen.getByRole('button', { name: 'Sign note' }));
	await expect.element(screen.getByText('Signed without a name')).toBeVisible();
	await expect.element(screen.getByRole('link', { name: 'Add your name' })).toHaveAttribute('href', '#/profile');
});
