import { GOAL, stateOf, type Goal } from '$lib/features/plan/goal';
import { Live } from '$lib/live.svelte';
import type { Casebook } from '$lib/storage/casebook';
import { allDrafts, type StoredDraft } from '$lib/storage/drafts';
import { liveOfClient, type LiveRecords } from '$lib/live-records.svelte';
import { tableNamed } from '$lib/storage/sealed-table';
import { byNewest, type Note, type NoteBody, type NoteGoal } from './note';
import { sectionsOf, shownSections, type NoteForm } from './note-form';
import { plain } from './note-words';
import type { NoteClient } from './note-saving.svelte';
import { isStatementOf, type StatementDraft } from './statement';
import { checkNote, type Verdict } from './note-signature';
import { noteBodies, notes } from './note.table';

/** A note with its text. */
export interface NoteEntryShown {
	note: Note;
	body: NoteBody;
}

/** Something begun that is not signed yet. */
export interface Unfinished {
	noteId: string;
	kind: 'draft' | 'amendment' | 'entered-in-error' | 'after';
	/** Facts of the contact, for the line. */
	facts: Pick<NoteForm, 'date' | 'start' | 'end'>;
	/** The first words. */
	preview: string;
}

/** What is looked for among a client's notes. */
export interface NoteFilter {
	text: string;
	/** A template's id, a contact kind, or '' for all. */
	kind: string;
	goalId: string;
	errors: boolean;
}

/** All notes of a client, kept current. Create it while a component is set up. */
export class ClientNotes {
	readonly #notes: LiveRecords<Note>;
	readonly #bodies: LiveRecords<NoteBody>;
	readonly #drafts: Live<number, StoredDraft[]>;
	readonly #goals: LiveRecords<Goal>;
	/** Every note that can be read, newest contact first. */
	readonly all: NoteEntryShown[] = $derived.by(() => {
		const bodies = new Map((this.#bodies.current ?? []).map((body) => [body.id, body]));
		return [...(this.#notes.current ?? [])].sort(byNewest).flatMap((note) => {
			const body = bodies.get(note.bodyId);
			return body ? [{ note, body }] : [];
		});
	});
	/** What checking the signatures found, by note. */
	verdicts = $state.raw<ReadonlyMap<string, Verdict>>(new Map());

	constructor(casebook: Casebook, client: NoteClient) {
		const cref = () => client.cref;
		this.#notes = liveOfClient(casebook, notes, cref);
		this.#bodies = liveOfClient(casebook, noteBodies, cref);
		this.#goals = liveOfClient(casebook, tableNamed<Goal>(GOAL), cref);
		this.#drafts = new Live(
			() => casebook.db.draft.count(),
			async () => (await allDrafts(casebook)).filter((draft) => belongsTo(draft, client.id))
		);
		$effect(() => {
			const key = casebook.identity.verifyKey;
			const signed = this.all.filter(({ note }) => note.state !== 'draft');
			let gone = false;
			void Promise.all(
				signed.map(async ({ note, body }) => [note.id, await checkNote(note, body, key)] as const)
			).then((found) => {
				if (!gone) this.verdicts = new Map(found);
			});
			return () => (gone = true);
		});
	}

	/** Whether everything was read once. */
	get ready(): boolean {
		return [this.#notes, this.#bodies, this.#drafts].every(({ current }) => current !== undefined);
	}

	/** What waits to be finished, the newest contact first. */
	get unfinished(): Unfinished[] {
		const known = new Map(this.all.map((entry) => [entry.note.id, entry]));
		const drafts = this.#drafts.current ?? [];
		const found = new Map<string, Unfinished>();
		for (const { note, body } of known.values())
			if (note.state === 'draft') found.set(note.id, lineOf(note.id, 'draft', note, sectionsOf(body)));
		for (const { key, value } of drafts) {
			const [, noteId = ''] = key.split('/');
			const note = known.get(noteId)?.note;
			if (isStatementOf(key, value)) {
				const text = [value.text, value.reason].find((words) => words.trim());
				if (note && text) found.set(key, { noteId, kind: value.kind, facts: note, preview: start(text) });
			} else {
				const form = value as NoteForm;
				const kind = note && note.state !== 'draft' ? 'after' : 'draft';
				found.set(noteId, lineOf(noteId, kind, form, shownSections(form)));
			}
		}
		return [...found.values()].sort((a, b) => (a.facts.date < b.facts.date ? 1 : -1));
	}

	/** Goals that notes name, with their words. */
	get linkedGoals(): NoteGoal[] {
		const linked = new Map(this.all.flatMap(({ body }) => body.goals.map((goal) => [goal.id, goal])));
		return [...linked.values()];
	}

	/** Goals that can be linked now: the active ones. */
	get activeGoals(): NoteGoal[] {
		return (this.#goals.current ?? []).filter((goal) => stateOf(goal) === 'active').map(({ id, words }) => ({ id, words }));
	}

	/** The signed notes that fit. */
	fitting({ text, kind, goalId, errors }: NoteFilter): NoteEntryShown[] {
		const words = plain(text).split(/\s+/).filter(Boolean);
		return this.all.filter(({ note, body }) => {
			if (note.state === 'draft' || (note.state === 'entered-in-error' && !errors)) return false;
			if (kind && note.template.id !== kind && note.contact !== kind) return false;
			if (goalId && !note.goalIds.includes(goalId)) return false;
			const haystack = words.length ? plain(textOf(note, body)) : '';
			return words.every((word) => haystack.includes(word));
		});
	}
}

function belongsTo({ key, value }: StoredDraft, clientId: string): boolean {
	return /^note(-amendment|-entered-in-error)?\//.test(key) && (value as NoteForm | StatementDraft).clientId === clientId;
}

const start = (text: string) => (text.length > 90 ? `${text.slice(0, 90).trimEnd()}…` : text);

function lineOf(
	noteId: string,
	kind: Unfinished['kind'],
	{ date, start: from, end }: Unfinished['facts'],
	sections: readonly { text: string }[]
): Unfinished {
	const text = sections.map((section) => section.text.trim()).find(Boolean) ?? '';
	return { noteId, kind, facts: { date, start: from, end }, preview: start(text.replace(/\s+/g, ' ')) };
}

/** Every word of a note, for finding it. */
function textOf(note: Note, body: NoteBody): string {
	const sections = sectionsOf(body).map(({ text }) => text);
	const added = body.amendments.flatMap(({ text, reason }) => [text, reason]);
	return [note.template.title, note.present, ...sections, ...body.goals.map(({ words }) => words), ...added].join('\n');
}
