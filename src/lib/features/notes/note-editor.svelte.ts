import { saveErrorMessage } from '$lib/features/save-error';
import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import type { StoredDraft } from '$lib/storage/drafts';
import { Autosave, keptDraft } from '$lib/vault/autosave.svelte';
import { vault } from '$lib/vault/vault.svelte';
import type { Note, NoteBody, NoteGoal } from './note';
import { asLastTime, blankForm, formOf, hasContent, noteDraftKey, signingNeeds, START, type NoteForm } from './note-form';
import { removeDraftNote, saveDraftNote, signNote, type NoteClient, type SavedNote } from './note-saving.svelte';
import { noteBodies, notes } from './note.table';

/** Pause after the first words until the note itself is saved, so that lists know of it, in ms. */
const FIRST_SAVE = 900;

/** What is on disk under a note's id. */
export interface OpenedNote {
	note?: Note | undefined;
	body?: NoteBody | undefined;
	/** What was typed and not saved. */
	draft?: StoredDraft<NoteForm> | undefined;
}

/** Reads a note with its text and what was typed last. @throws LockedError, DamagedError */
export async function openNote(casebook: Casebook, noteId: string): Promise<OpenedNote> {
	const draft = await keptDraft<NoteForm>(casebook, noteDraftKey(noteId));
	const note = await notes.get(casebook, noteId);
	return { note, draft, body: note && (await noteBodies.get(casebook, note.bodyId)) };
}

/** One note while it is written. Create it while a component is set up: it ends with the component and saves then. */
export class NoteEditor {
	form: NoteForm = $state(blankForm('', { at: '1970-01-01T00:00:00.000Z', zone: 'UTC' }));
	/** What is on disk. */
	saved = $state.raw<Pick<SavedNote, 'note' | 'body'>>();
	/** The other of two versions, when the note was saved elsewhere after this was typed. Until one is kept, both stay. */
	other = $state.raw<NoteForm>();
	busy = $state(false);
	/** What to say when saving did not work. */
	error = $state('');
	/** What is missing, after signing was tried. */
	needs = $state<'date' | 'text'>();
	/** Text was found that had been typed and not saved. */
	readonly restored: boolean;
	readonly autosave: Autosave<NoteForm>;
	#onDisk = '';
	#seen = '';
	#first: ReturnType<typeof setTimeout> | undefined;
	#queue: Promise<unknown> = Promise.resolve();
	#closed = false;

	/**
	 * @param goals goals whose words are known; read when something is saved
	 * @param usual id of the template that a new note begins with
	 */
	constructor(
		private readonly casebook: Casebook,
		private readonly client: NoteClient,
		private readonly noteId: string,
		{ note, body, draft }: OpenedNote,
		private readonly goals: () => readonly NoteGoal[],
		usual: string = START.templateId
	) {
		if (note && body) this.saved = { note, body };
		const disk = note && body ? formOf(note, body) : undefined;
		this.form = draft?.value ?? disk ?? blankForm(client.id, casebook.now(), { ...START, templateId: usual });
		this.#onDisk = disk ? JSON.stringify(disk) : '';
		this.#seen = JSON.stringify(this.form);
		this.restored = draft !== undefined && !(disk && sameText(draft.value, disk));
		if (this.restored && disk && draft && draft.base < (note?.rev ?? 0)) this.other = disk;
		this.autosave = new Autosave(
			casebook,
			noteDraftKey(noteId),
			() => this.form,
			() => (this.other ? (draft?.base ?? 0) : (this.saved?.note.rev ?? 0))
		);
		$effect(() => this.#changed(JSON.stringify(this.form)));
		$effect(() => () => void this.close());
		// While a save is under way no draft is written; what was typed meanwhile is kept before a lock all the same.
		$effect(() => vault.beforeLock(() => this.#then(() => this.autosave.flush())));
	}

	#changed(now: string): void {
		if (now === this.#seen || this.#closed) return;
		this.#seen = now;
		this.needs = undefined;
		if (!this.saved && !hasContent(this.form) && this.autosave.status === 'idle') return;
		this.autosave.touch();
		if (this.saved) return;
		clearTimeout(this.#first);
		this.#first = setTimeout(() => void this.save(), FIRST_SAVE);
	}

	/** One thing at a time: a save that is under way ends before the next step. */
	#then<T>(work: () => Promise<T>): Promise<T> {
		const run = this.#queue.then(work);
		this.#queue = run.catch(() => undefined);
		return run;
	}

	/** Runs a commit. What was typed is on disk as a draft before and, when the commit does not go through, after it. */
	async #commit<T>(work: (form: NoteForm) => Promise<T>): Promise<T | undefined> {
		await this.autosave.flush();
		await this.autosave.finish();
		try {
			const result = await work($state.snapshot(this.form));
			this.error = '';
			return result;
		} catch (error) {
			this.error = saveErrorMessage(error);
			if (!this.#closed) this.autosave.resume();
			return undefined;
		}
	}

	#entry(form: NoteForm) {
		return { client: this.client, noteId: this.noteId, saved: this.saved, form, goals: this.goals() };
	}

	/** Saves the note as it is, not signed. @returns whether it is on disk */
	save(): Promise<boolean> {
		clearTimeout(this.#first);
		return this.#then(async () => {
			const result = await this.#commit(async (form) => {
				this.saved = await saveDraftNote(this.casebook, this.#entry(form));
				this.#onDisk = JSON.stringify(form);
				return true;
			});
			// Drafts go on for what is typed from here.
			if (result && !this.#closed) this.autosave.resume();
			return result ?? false;
		});
	}

	/** Signs it. @returns the signed note, or undefined when something is missing or it could not be saved */
	async sign(): Promise<SavedNote | undefined> {
		this.needs = signingNeeds(this.form);
		if (this.needs || this.busy) return undefined;
		this.busy = true;
		clearTimeout(this.#first);
		const result = await this.#then(() => this.#commit((form) => signNote(this.casebook, this.#entry(form))));
		this.busy = false;
		if (result) this.#closed = true;
		return result;
	}

	/** Deletes the note; it is saved first, so that undoing brings every word back. @returns the commit to undo */
	async remove(): Promise<Committed | undefined> {
		if (!(await this.save()) || !this.saved) return undefined;
		const { note, body } = this.saved;
		const done = await this.#then(() =>
			this.#commit(() => removeDraftNote(this.casebook, this.client, { note, body }))
		);
		if (done) this.#closed = true;
		return done;
	}

	/** Takes over how the last note was made, never what it says. @param last the note to follow */
	follow(last: Note): void {
		this.form = asLastTime($state.snapshot(this.form), last, this.goals().map(({ id }) => id));
	}

	/** Shows the other version; the one shown until now stays at hand. */
	swap(): void {
		const shown = $state.snapshot(this.form);
		if (this.other) this.form = this.other;
		this.other = shown;
	}

	/** The version on the screen is the one to go on with. */
	keep(): void {
		this.other = undefined;
		this.autosave.touch();
	}

	/** The screen is left: what is there is saved, and what is empty leaves no trace. */
	async close(): Promise<void> {
		if (this.#closed) return;
		clearTimeout(this.#first);
		await this.#then(async () => {
			if (this.#closed) return;
			this.#closed = true;
			const shown = JSON.stringify(this.form);
			if (shown === this.#onDisk || (!this.saved && !hasContent(this.form))) await this.autosave.discard();
			else if (this.other) await this.autosave.flush();
			else await this.#leave();
		}).catch(() => undefined);
	}

	async #leave(): Promise<void> {
		const { name, credential } = this.form.signer;
		const done = await this.#commit(async (form) => {
			this.saved = await saveDraftNote(this.casebook, this.#entry(form));
			return true;
		});
		if (done && name + credential === '') return;
		// A name typed for a later signature has no place in the note, so the draft goes on holding it.
		this.autosave.resume();
		await this.autosave.flush();
	}
}

/** Whether two forms would make the same note. */
function sameText(a: NoteForm, b: NoteForm): boolean {
	const plain = ({ texts, signer: _, ...facts }: NoteForm) =>
		JSON.stringify([Object.entries(facts).sort(), Object.entries(texts).filter(([, text]) => text.trim()).sort()]);
	return plain(a) === plain(b);
}
