import { civilDate } from '$lib/clock';
import { uuid } from '$lib/crypto/random';
import { ConflictError } from '$lib/errors';
import { lastEncounterOf, type FormResponse } from '$lib/features/assessment/response';
import { RESPONSE } from '$lib/features/assessment/response-table-name';
import { CLIENT_SUMMARY, emptySummary, withContact, type ClientSummary } from '$lib/features/clients/client-summary';
import { authorLine, DEFAULT_PROFILE, PROFILE, type Profile } from '$lib/features/settings/profile';
import type { Casebook } from '$lib/storage/casebook';
import type { Change, CommitRequest, Committed } from '$lib/storage/commit';
import { tableNamed } from '$lib/storage/sealed-table';
import { isLateEntry } from './late-entry';
import { assertAmendable, assertEditable, isContactMade, lastContactOf, type Note, type NoteBody, type NoteGoal, type Signer } from './note';
import { amendmentContent, errorContent, noteContent } from './note-content';
import { blankForm, factsOf, goalsOf, noteDraftKey, responseOf, type NoteForm, type NoteStart } from './note-form';
import { signed, signingNow } from './note-signature';
import { noteBodies, notes } from './note.table';

/** The client whose note it is: what a commit needs of them. */
export interface NoteClient {
	id: string;
	cref: string;
}

/** A note with its text, as it is on disk. */
export interface SavedNote {
	note: Note;
	body: NoteBody;
	/** The commit that wrote it, for undo. */
	done: Committed;
}

/** What is written when a form is saved or signed. */
export interface NoteEntry {
	client: NoteClient;
	noteId: string;
	/** What is on disk; undefined when it was never saved. Its revisions make sure that nobody else's change is lost. */
	saved?: Pick<SavedNote, 'note' | 'body'> | undefined;
	form: NoteForm;
	/** Goals whose words are known. */
	goals?: readonly NoteGoal[];
}

/** Who stands under a note when no name was given. */
export const NAMELESS: Signer = { name: 'Practitioner', credential: '' };

/** The practitioner's profile; the defaults when it was never saved. */
export async function profileOf(casebook: Casebook): Promise<Profile> {
	const table = tableNamed<Profile>(PROFILE);
	return (await table.all(casebook))[0] ?? table.create(casebook, DEFAULT_PROFILE);
}

/**
 * Commits a change with the client's summary. Other parts of the casebook write the summary too; when one of them was
 * faster, it is read again, so that this never costs the practitioner their save.
 */
async function commitWithSummary(
	casebook: Casebook,
	client: NoteClient,
	change: (summary: ClientSummary) => ClientSummary,
	request: CommitRequest
): Promise<Committed> {
	const table = tableNamed<ClientSummary>(CLIENT_SUMMARY);
	for (let attempt = 1; ; attempt++) {
		const found = (await table.ofClient(casebook, client.cref))[0];
		const summary = found ?? table.create(casebook, { ...emptySummary(client.id), cref: client.cref });
		const changes: Change[] = [...(request.changes ?? []), table.put(change(summary))];
		try {
			return await casebook.commit({ ...request, changes });
		} catch (error) {
			if (!(error instanceof ConflictError) || error.table !== CLIENT_SUMMARY || attempt === 3) throw error;
		}
	}
}

const without = (summary: ClientSummary, noteId: string) => summary.unsigned.filter((one) => one.noteId !== noteId);

function records(casebook: Casebook, entry: NoteEntry, status: 'in-progress' | 'completed'): { note: Note; body: NoteBody } {
	const { client, noteId, saved, form } = entry;
	if (saved) assertEditable(saved.note);
	const { cref } = client;
	const goals = goalsOf(form, [...(entry.goals ?? []), ...(saved?.body.goals ?? [])]);
	const text = { response: responseOf(form, status, casebook.now()), goals };
	const body = saved
		? { ...saved.body, ...text }
		: noteBodies.create(casebook, { cref, noteId, amendments: [], ...text });
	const facts = factsOf(form);
	const fresh = { id: noteId, cref, clientId: client.id, bodyId: body.id, written: form.written };
	const note = saved
		? { ...withoutDelivered(saved.note), ...facts }
		: notes.create(casebook, { ...facts, ...fresh, state: 'draft', lateEntry: false, amendments: 0 });
	return { note, body };
}

/** What a form no longer says was given must not stay from the version before. */
function withoutDelivered({ delivered: _before, ...note }: Note): Note {
	return note;
}

function savedBy(done: Committed): SavedNote {
	return { note: done.records[0] as Note, body: done.records[1] as NoteBody, done };
}

/**
 * Saves a note that is not signed yet, lists it as unsigned, and drops its draft row.
 * @throws NoteClosedError when it was signed, and what `Casebook.commit` throws; nothing was written then
 */
export async function saveDraftNote(casebook: Casebook, entry: NoteEntry): Promise<SavedNote> {
	const { note, body } = records(casebook, entry, 'in-progress');
	const { date, template } = note;
	const day = date || civilDate(note.written);
	const line = { noteId: note.id, date: day, title: template.title, ...(note.contact === 'made' ? { made: true } : {}) };
	const done = await commitWithSummary(
		casebook,
		entry.client,
		(summary) => ({ ...summary, unsigned: [...without(summary, note.id), line] }),
		{
			action: entry.saved ? 'note.change' : 'note.add',
			subject: note.id,
			changes: [notes.put(note), noteBodies.put(body)],
			dropDrafts: [noteDraftKey(note.id)]
		}
	);
	return savedBy(done);
}

/** Saves a new note with only its kind and how the contact went, such as "did not attend". */
export function startNote(casebook: Casebook, client: NoteClient, start: NoteStart): Promise<SavedNote> {
	const form = blankForm(client.id, casebook.now(), start);
	return saveDraftNote(casebook, { client, noteId: uuid(casebook.random), form });
}

/** Who signs now: the profile's name, else what was typed while signing, else nobody by name. */
function signerOf(profile: Profile, typed: Signer): Signer {
	const name = profile.name.trim() || typed.name.trim();
	const credential = profile.credential.trim() || typed.credential.trim();
	return { name: name || NAMELESS.name, credential };
}

/**
 * Signs a note: its text, facts and author are fixed under one Ed25519 signature; the draft row goes, the list of
 * unsigned notes and the last contact follow, and a name given while signing is kept for all notes. One commit.
 * @throws NoteClosedError when it was signed already, and what `Casebook.commit` throws; nothing was written then
 */
export async function signNote(casebook: Casebook, entry: NoteEntry): Promise<SavedNote> {
	const { client, form } = entry;
	const { note: draft, body } = records(casebook, entry, 'completed');
	const profile = await profileOf(casebook);
	const named = profile.name.trim() === '' && form.signer.name.trim() !== '';
	const author = signerOf(profile, form.signer);
	const known: Profile = named ? { ...profile, ...author } : profile;
	const now = casebook.now();
	const { auditSeq: seq, auditHead: hash } = casebook.head;
	const signing = signingNow(casebook.identity, now, author, { seq, hash });
	const lateEntry = isLateEntry(draft, casebook.clock.now(), profile.lateEntryHours);
	const final: Note = { ...draft, state: 'signed', lateEntry };
	const note: Note = { ...final, signed: await signed(casebook.identity, signing, noteContent(final, body, signing)) };
	const before = casebook.author;
	if (named) casebook.author = authorLine(known);
	const counts = note.contact === 'made' && note.date <= civilDate(now);
	try {
		const done = await commitWithSummary(
			casebook,
			client,
			(summary) => {
				const next = { ...summary, unsigned: without(summary, note.id) };
				return counts ? withContact(next, note.date) : next;
			},
			{
				action: 'note.sign',
				subject: note.id,
				changes: [notes.put(note), noteBodies.put(body), ...(named ? [tableNamed<Profile>(PROFILE).put(known)] : [])],
				dropDrafts: [noteDraftKey(note.id)]
			}
		);
		return savedBy(done);
	} catch (error) {
		casebook.author = before;
		throw error;
	}
}

/** Signing something after the fact: the author is the profile's. */
async function signingFor(casebook: Casebook) {
	const author = signerOf(await profileOf(casebook), NAMELESS);
	const { auditSeq: seq, auditHead: hash } = casebook.head;
	return signingNow(casebook.identity, casebook.now(), author, { seq, hash });
}

/**
 * Adds a signed amendment; the original stays word for word.
 * @param dropDraft key of the draft that held the amendment
 * @throws NoteClosedError unless the note is signed, and what `Casebook.commit` throws
 */
export async function amendNote(
	casebook: Casebook,
	{ note, body }: Pick<SavedNote, 'note' | 'body'>,
	{ text, reason }: { text: string; reason: string },
	dropDraft: string
): Promise<SavedNote> {
	assertAmendable(note);
	const amendment = { ...(await signingFor(casebook)), text: text.trim(), reason: reason.trim() };
	const previous = body.amendments.at(-1)?.signature ?? note.signed?.signature ?? '';
	const number = body.amendments.length + 1;
	const added = await signed(casebook.identity, amendment, amendmentContent(note.id, number, previous, amendment));
	const done = await casebook.commit({
		action: 'note.amend',
		subject: note.id,
		changes: [notes.put({ ...note, amendments: number }), noteBodies.put({ ...body, amendments: [...body.amendments, added] })],
		dropDrafts: [dropDraft]
	});
	return savedBy(done);
}

/**
 * Marks a signed note as entered in error: it stays on record with its text and does not count any more.
 * @throws NoteClosedError unless the note is signed, and what `Casebook.commit` throws
 */
export async function markEnteredInError(
	casebook: Casebook,
	client: NoteClient,
	{ note, body }: Pick<SavedNote, 'note' | 'body'>,
	reason: string,
	dropDraft: string
): Promise<SavedNote> {
	assertAmendable(note);
	const mark = { ...(await signingFor(casebook)), reason: reason.trim() };
	const content = errorContent(note.id, note.signed?.signature ?? '', mark);
	const enteredInError = await signed(casebook.identity, mark, content);
	const others = (await notes.ofClient(casebook, client.cref)).filter((other) => other.id !== note.id);
	const today = civilDate(casebook.now());
	const answered = lastEncounterOf(await tableNamed<FormResponse>(RESPONSE).ofClient(casebook, client.cref), today);
	const contact = [lastContactOf(others, today), answered].filter((date) => date !== undefined).sort().at(-1);
	const done = await commitWithSummary(
		casebook,
		client,
		(summary) => {
			const { lastContact, ...rest } = summary;
			if (!isContactMade(note) || lastContact !== note.date) return summary;
			return contact === undefined ? rest : { ...rest, lastContact: contact };
		},
		{
			action: 'note.entered-in-error',
			subject: note.id,
			changes: [notes.put({ ...note, state: 'entered-in-error', enteredInError })],
			dropDrafts: [dropDraft]
		}
	);
	return { note: done.records[0] as Note, body, done };
}

/**
 * Removes a note that was never signed; `Casebook.undo` brings it back.
 * @throws NoteClosedError when it was signed, and what `Casebook.commit` throws
 */
export async function removeDraftNote(
	casebook: Casebook,
	client: NoteClient,
	{ note, body }: Pick<SavedNote, 'note' | 'body'>
): Promise<Committed> {
	assertEditable(note);
	return commitWithSummary(
		casebook,
		client,
		(summary) => ({ ...summary, unsigned: without(summary, note.id) }),
		{
			action: 'note.remove',
			subject: note.id,
			changes: [notes.remove(casebook, note), noteBodies.remove(casebook, body)],
			dropDrafts: [noteDraftKey(note.id)]
		}
	);
}
