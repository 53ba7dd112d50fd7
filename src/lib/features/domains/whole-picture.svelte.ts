import { civilDate } from '$lib/clock';
import type { Casebook } from '$lib/storage/casebook';
import type { Committed } from '$lib/storage/commit';
import { liveOfClient } from '$lib/live-records.svelte';
import { nextAssessment, newestFirst, tidy, type Assessment, type AssessmentFields } from './assessment';
import { assessments } from './assessment.table';
import { isOpen } from './need';
import { needs } from './need.table';
import { emptyReadBack, type ReadBack } from './read-back';
import { strengths } from './strength.table';
import type { Said } from './voice';

/** Whose picture it is. */
export interface Owner {
	clientId: string;
	cref: string;
}

/** Pictures, needs and strengths of one client, kept current. Create it while a component is set up. */
export class WholePicture {
	readonly #assessments;
	readonly #needs;
	readonly #strengths;

	constructor(casebook: Casebook, cref: () => string) {
		this.#assessments = liveOfClient(casebook, assessments, cref);
		this.#needs = liveOfClient(casebook, needs, cref);
		this.#strengths = liveOfClient(casebook, strengths, cref);
	}
	/** Whether everything is read. */
	get ready(): boolean {
		return Boolean(this.#assessments.current && this.#needs.current && this.#strengths.current);
	}
	/** Why it could not be read. */
	get error(): unknown {
		return this.#assessments.error ?? this.#needs.error ?? this.#strengths.error;
	}
	/** Newest first. */
	get pictures(): Assessment[] {
		return newestFirst(this.#assessments.current ?? []);
	}
	get needs() {
		return this.#needs.current ?? [];
	}
	get strengths() {
		return this.#strengths.current ?? [];
	}
	/** The picture before another one; one that was entered in error is passed over. */
	before(picture: Assessment): Assessment | undefined {
		const found = this.pictures.find(({ id }) => id === picture.previousId);
		return found?.inError ? this.before(found) : found;
	}
}

/** Ids, the oldest first; of those written at one moment by their words, so that the order never depends on chance. */
function inOrder(list: readonly { id: string; words: string; created: { at: string } }[]): string[] {
	const key = ({ created, words }: (typeof list)[number]) => `${created.at} ${words}`;
	return [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ id }) => id);
}

/** Key of the draft of a picture that is being taken. */
export function pictureDraft(assessmentId: string): string {
	return `assessment/${assessmentId}`;
}

/**
 * Begins a picture. It takes over which needs are open and which strengths are known, and nothing that was written.
 * @returns its id
 * @throws what `Casebook.commit` throws
 */
export async function beginPicture(casebook: Casebook, { clientId, cref }: Owner): Promise<string> {
	const [known, all, helps] = await Promise.all([
		assessments.ofClient(casebook, cref),
		needs.ofClient(casebook, cref),
		strengths.ofClient(casebook, cref)
	]);
	const carried = {
		date: civilDate(casebook.now()),
		needIds: inOrder(all.filter(isOpen)),
		strengthIds: inOrder(helps)
	};
	const record = assessments.create(casebook, { ...nextAssessment(clientId, known, carried), cref });
	await casebook.commit({ action: 'assessment.start', changes: [assessments.put(record)], subject: record.id });
	return record.id;
}

/** The picture as it is on disk now: other things hang on it while it is being filled in. */
async function current(casebook: Casebook, picture: Assessment): Promise<Assessment> {
	return (await assessments.get(casebook, picture.id)) ?? picture;
}

/**
 * Puts what is written into the record, and leaves the picture open.
 * @throws what `Casebook.commit` throws
 */
export async function keepPicture(casebook: Casebook, picture: Assessment, fields: AssessmentFields): Promise<Assessment> {
	const next: Assessment = { ...(await current(casebook, picture)), ...tidy(fields) };
	const done = await casebook.commit({ action: 'assessment.keep', changes: [assessments.put(next)], subject: next.id });
	return done.records[0] as Assessment;
}

/**
 * Keeps a read-back with the picture; the fields are emptied for the next one.
 * @throws what `Casebook.commit` throws
 */
export async function keepReadBack(
	casebook: Casebook,
	picture: Assessment,
	fields: AssessmentFields,
	readBack: ReadBack
): Promise<void> {
	const now = await current(casebook, picture);
	const emptied = { ...fields, readBack: emptyReadBack(civilDate(casebook.now())) };
	const next: Assessment = { ...now, ...tidy(emptied), readBacks: [...now.readBacks, readBack] };
	await casebook.commit({ action: 'assessment.read-back', changes: [assessments.put(next)], subject: next.id });
}

/**
 * Finishes a picture. What is written in it stays as it is from now on.
 * @throws what `Casebook.commit` throws
 */
export async function finishPicture(
	casebook: Casebook,
	picture: Assessment,
	fields: AssessmentFields
): Promise<Committed> {
	const now = await current(casebook, picture);
	const next: Assessment = { ...now, ...tidy(fields), state: 'finished', finished: casebook.now() };
	return casebook.commit({
		action: 'assessment.finish',
		changes: [assessments.put(next)],
		subject: next.id,
		dropDrafts: [pictureDraft(next.id)]
	});
}

/**
 * Adds something to a finished picture.
 * @throws what `Casebook.commit` throws
 */
export async function addToPicture(
	casebook: Casebook,
	picture: Assessment,
	{ text, voice, who }: Pick<Said, 'text' | 'voice' | 'who'>
): Promise<Committed> {
	const addition = { text: text.trim(), voice, who, when: casebook.now(), author: casebook.author };
	const next: Assessment = { ...picture, additions: [...picture.additions, addition] };
	return casebook.commit({ action: 'assessment.addition', changes: [assessments.put(next)], subject: next.id });
}

/** Draft of the reason why a picture should not count. */
export function inErrorDraft(assessmentId: string): string {
	return `assessment/in-error/${assessmentId}`;
}

/**
 * Marks a finished picture as entered in error: it stays to be read, and nothing is carried forward from it.
 * `Casebook.undo` takes the mark back.
 * @throws what `Casebook.commit` throws
 */
export async function markPictureInError(
	casebook: Casebook,
	picture: Assessment,
	reason: string,
	dropDrafts: string[] = []
): Promise<Committed> {
	const inError = { at: casebook.now(), reason: reason.trim(), author: casebook.author };
	const next: Assessment = { ...(await current(casebook, picture)), inError };
	return casebook.commit({ action: 'assessment.in-error', changes: [assessments.put(next)], subject: next.id, dropDrafts });
}

/**
 * Takes a picture that was begun away; `Casebook.undo` brings it back.
 * @throws what `Casebook.commit` throws
 */
export async function discardPicture(casebook: Casebook, picture: Assessment): Promise<Committed> {
	const now = await current(casebook, picture);
	return casebook.commit({
		action: 'assessment.discard',
		changes: [assessments.remove(casebook, now)],
		subject: now.id,
		dropDrafts: [pictureDraft(now.id)]
	});
}
