import { civilDate } from '$lib/clock';
import { shippedForm, type AssessmentForm } from '$lib/features/assessment/assessment-form';
import type { Circumstances } from '$lib/features/assessment/circumstances';
import { scoreLine } from '$lib/features/assessment/scored';
import { draftKey } from '$lib/features/assessment/response';
import { responses } from '$lib/features/assessment/response.table';
import { finishChanges, keepChanges, newResponse } from '$lib/features/assessment/responses.svelte';
import { clients } from '$lib/features/clients/client.table';
import { emptySummary, type ClientSummary } from '$lib/features/clients/client-summary';
import { clientSummaries } from '$lib/features/clients/client-summary.table';
import { displayName } from '$lib/features/clients/person';
import { persons } from '$lib/features/clients/person.table';
import { checkInNames, readBackOf, storyTextOf } from '$lib/features/clients-turn/parts';
import { isSigned, NO_SIGNATURE, signedHash } from '$lib/features/clients-turn/signature';
import { signatures } from '$lib/features/clients-turn/signature.table';
import type { ScaleAnswer, Submission, TurnPart, TurnTarget, TurnTicket } from '$lib/features/clients-turn/turn';
import { turnTickets } from '$lib/features/clients-turn/turn-ticket.table';
import type { Collected, CollectedPart } from '$lib/features/clients-turn/collected';
import { judgeBox, type Judged, type Refusal } from '$lib/features/clients-turn/verify';
import { measures, ratings } from '$lib/features/measures/measure.table';
import { checkInMeasure, checkInMeasureKey } from '$lib/features/measures/check-in';
import { ratingsOf, valuedOf } from '$lib/features/measures/series';
import { droppedFrom } from '$lib/features/review/alerts';
import { rulesOf } from '$lib/features/review/review';
import { alertRules } from '$lib/features/review/review.table';
import { summaryAfter } from '$lib/features/schedule/due';
import { assessments } from '$lib/features/domains/assessment.table';
import { readBackText } from '$lib/features/domains/domain-text';
import { newEntry, readBack, wordsNow } from '$lib/features/story/story-entry';
import { storyEntries } from '$lib/features/story/story-entry.table';
import { overConflicts } from '$lib/features/safety/retry';
import { createFormState, toResponse } from '$lib/forms/response';
import type { FormState } from '$lib/forms/state';
import { inLanguage, rewordState } from '$lib/forms/translate';
import { validate, type FieldError } from '$lib/forms/validate';
import { m } from '$lib/paraglide/messages.js';
import type { Casebook } from '$lib/storage/casebook';
import { keepDraft } from '$lib/storage/drafts';
import type { Change } from '$lib/storage/commit';
import { rowsFor } from '$lib/storage/sealed-table';

/** Typed, and no answer yet. */
const UNREADABLE: readonly FieldError['code'][] = ['not-a-number', 'not-a-whole-number', 'not-a-date', 'not-a-time'];

type FormTarget = Extract<TurnTarget, { recordId: string }>;

/** What one client's pieces become, piece by piece, over one summary. */
class Intake {
	readonly changes: Change[] = [];
	readonly parts: CollectedPart[] = [];
	/** Drafts of forms that are finished now: what the client went on from is in their answers. */
	readonly drafts: string[] = [];
	/** Drafts of forms to be gone on with: a record has answers alone, not what was typed and is none yet. */
	readonly unfinished: { key: string; value: { state: FormState; circumstances: Circumstances; date: string }; base: number }[] = [];
	readonly concerns: Collected['clients'][number]['concerns'] = [];
	/** Fingerprints of what was signed, for the audit. */
	readonly hashes: string[] = [];
	summary!: ClientSummary;
	name = '';

	constructor(
		private readonly casebook: Casebook,
		private readonly ticket: TurnTicket
	) {}

	private get client() {
		return { id: this.ticket.clientId, cref: this.ticket.cref };
	}

	async start(): Promise<void> {
		const { cref, clientId } = this.ticket;
		const [summary] = await clientSummaries.ofClient(this.casebook, cref);
		this.summary = summary ?? clientSummaries.create(this.casebook, { ...emptySummary(clientId), cref });
		const person = await this.#person();
		this.name = person ? displayName(person) : '';
	}

	async #person() {
		const client = await clients.get(this.casebook, this.ticket.clientId);
		return client && persons.get(this.casebook, client.personId);
	}

	async take(part: TurnPart, target: TurnTarget, submission: Submission): Promise<void> {
		if ('questionnaire' in part && 'recordId' in target) {
			if (!(await this.#readBack(part.title, target, submission))) await this.#form(part, target, submission);
		}
		else if (target.kind === 'story') this.#story(part.title, target, submission);
		else if (part.kind === 'rating' && target.kind === 'rating')
			this.#rating(part.title, target.measureId, submission.answers.scales?.['goal'], submission);
		else if (part.kind === 'check-in') await this.#checkIn(part, submission);
		else if (part.kind === 'signature') await this.#signature(part, submission);
	}

	async #form(
		part: Extract<TurnPart, { questionnaire: unknown }>,
		target: FormTarget,
		{ answers, at, done }: Submission
	): Promise<void> {
		const { casebook } = this;
		const { questionnaire } = part;
		const { formId: id, title, shortTitle, canonical, own } = target;
		const shipped = own ? undefined : shippedForm(canonical);
		const form: AssessmentForm = shipped ?? { id, title, shortTitle, questionnaire, canonical, own };
		const known = await responses.get(casebook, target.recordId);
		const fresh = newResponse(casebook, this.client, form, target.circumstances, target.recordId);
		const current = known && !known.removed ? known : fresh;
		// What was not touched is answered as it was handed over.
		const typed = answers.state ?? part.state ?? createFormState(questionnaire);
		const whole = done && !validate(questionnaire, typed).some(({ code }) => UNREADABLE.includes(code));
		// The wording that was answered last is what the record keeps, of every answer.
		const asked = inLanguage(questionnaire, answers.language);
		const state = rewordState(asked, typed);
		const language = asked.language ? { language: asked.language } : {};
		const response = toResponse(asked, state, { status: whole ? 'completed' : 'in-progress', ...language });
		const circumstances = answers.language
			? { ...target.circumstances, language: answers.language }
			: target.circumstances;
		const given = { response, circumstances, date: civilDate(at) };
		const person = await this.#person();
		const came = whole
			? await finishChanges(casebook, current, form, given, person, this.summary)
			: await keepChanges(casebook, current, form, given, this.summary);
		const key = draftKey(target.recordId);
		if (whole) this.drafts.push(key);
		else this.unfinished.push({ key, value: { state, circumstances, date: given.date }, base: known ? known.rev + 1 : 1 });
		this.summary = came.summary;
		this.changes.push(...came.changes);
		this.concerns.push(...came.raised.map(({ id, trigger }) => ({ id, question: trigger.question, answer: trigger.answer })));
		const score = came.record.score ? scoreLine(came.record.score) : '';
		this.parts.push({ kind: 'form', title: target.title, detail: score, done: whole, responseId: target.recordId });
	}

	#story(title: string, target: Extract<TurnTarget, { kind: 'story' }>, { answers, at }: Submission): void {
		const text = storyTextOf(answers.state);
		if (!text) return;
		const { clientId, cref } = this.ticket;
		const { topic, prompt, asked, askedAlone } = target;
		const hand = { when: at, recordedBy: this.name };
		const words = { topic, prompt, ...(prompt ? {} : { asked }), askedAlone, text, how: 'typed' as const };
		const fields = newEntry(clientId, words, hand);
		this.changes.push(storyEntries.put(storyEntries.create(this.casebook, { ...fields, cref })));
		this.parts.push({ kind: 'story', title, detail: asked, words: text, done: true });
	}

	/**
	 * An answer to a read-back becomes a part of what was read back.
	 * @returns false when it stays a form by itself: nothing was answered yet, it belongs nowhere else, or what it belonged
	 * to is finished, gone or worded otherwise by now
	 */
	async #readBack(title: string, { goes }: FormTarget, { answers, at }: Submission): Promise<boolean> {
		const said = readBackOf(answers.state);
		if (!goes || !said) return false;
		const part = { kind: 'read-back' as const, title, detail: readBackText(said.answer), words: said.words, done: true };
		if (goes.to === 'picture') {
			const picture = await assessments.get(this.casebook, goes.assessmentId);
			if (!picture || picture.removed || picture.state !== 'in-progress') return false;
			const one = { understood: goes.understood, ...said, date: civilDate(at) };
			this.changes.push(assessments.put({ ...picture, readBacks: [...picture.readBacks, one] }));
			this.parts.push({ ...part, assessmentId: picture.id });
			return true;
		}
		const entry = await storyEntries.get(this.casebook, goes.entryId);
		if (!entry || entry.removed || wordsNow(entry).text !== goes.text) return false;
		this.changes.push(storyEntries.put(readBack(entry, said.answer, said.words, { when: at, recordedBy: this.name })));
		this.parts.push({ ...part, kind: 'story' });
		return true;
	}

	#rating(
		title: string,
		measureId: string,
		answer: ScaleAnswer | undefined,
		{ at }: Submission
	): number | undefined {
		if (!answer) return undefined;
		const value = 'value' in answer ? answer.value : null;
		const rating = ratings.create(this.casebook, {
			cref: this.ticket.cref,
			measureId,
			date: civilDate(at),
			recorded: at,
			value,
			...(value === null ? { reason: m.forms_absent_declined() } : {}),
			by: 'client',
			source: { kind: 'direct' },
			words: ''
		});
		this.changes.push(ratings.put(rating));
		const detail = value === null ? m.forms_absent_declined() : m.turn_of_ten({ value });
		this.parts.push({ kind: 'rating', title, detail, done: true });
		return value ?? undefined;
	}

	async #checkIn(part: Extract<TurnPart, { scales: unknown }>, submission: Submission): Promise<void> {
		const { casebook, ticket } = this;
		const names = checkInNames();
		const known = await measures.ofClient(casebook, ticket.cref);
		const old = await ratings.ofClient(casebook, ticket.cref);
		const { on, amount } = rulesOf((await alertRules.all(casebook))[0])['check-in-drop'];
		for (const { key, label } of part.scales) {
			const answer = submission.answers.scales?.[key];
			if (!answer) continue;
			let measure = known.find((one) => one.key === checkInMeasureKey(key));
			if (!measure) {
				const fields = checkInMeasure(ticket.clientId, key, names[key] ?? key, label);
				measure = measures.create(casebook, { ...fields, cref: ticket.cref });
				this.changes.push(measures.put(measure));
			}
			const { id } = measure;
			const value = this.#rating(names[key] ?? label, id, answer, submission);
			// One rule with the alerts, so that both say the same.
			const before = droppedFrom(valuedOf(ratingsOf(id, old)).at(-1)?.value, value, amount);
			const last = this.parts.at(-1);
			if (on && last && value !== undefined && before !== undefined) last.dropped = { before, now: value };
		}
	}

	async #signature(part: Extract<TurnPart, { kind: 'signature' }>, { answers, at, done }: Submission): Promise<void> {
		const { signature = NO_SIGNATURE, declined } = answers;
		const refused = declined === true && !isSigned(signature);
		if (!refused && !isSigned(signature)) {
			// They read it and neither signed nor said no: that is worth knowing, and nothing to keep.
			this.parts.push({ kind: 'signature', title: part.title, detail: m.turn_sign_none(), done });
			return;
		}
		const { ticket } = this;
		const content = { ...signature, statement: part.text, signed: at, ...(refused ? { declined: true as const } : {}) };
		const hash = answers.hash ?? (await signedHash(content));
		const record = signatures.create(this.casebook, { ...content, hash, cref: ticket.cref, clientId: ticket.clientId, ticketId: ticket.id });
		this.changes.push(signatures.put(record));
		this.hashes.push(hash);
		const detail = refused ? m.turn_sign_declined() : signature.name.trim() || m.turn_sign_drawn();
		this.parts.push({ kind: 'signature', title: part.title, detail, done: true, signatureId: record.id });
	}
}

function reasons(refused: readonly Refusal[]): string {
	const counts = new Map<string, number>();
	for (const { reason } of refused) counts.set(reason, (counts.get(reason) ?? 0) + 1);
	return [...counts].map(([reason, count]) => `${reason} ${count}`).join(', ');
}

async function intakes(casebook: Casebook, judged: Judged): Promise<Map<string, { ticket: TurnTicket; intake: Intake }>> {
	const found = new Map<string, { ticket: TurnTicket; intake: Intake }>();
	for (const { ticket, submission } of judged.accepted) {
		let one = found.get(ticket.id);
		if (!one) {
			one = { ticket, intake: new Intake(casebook, ticket) };
			await one.intake.start();
			found.set(ticket.id, one);
		}
		const handed = ticket.parts.find(({ part }) => part.id === submission.part);
		if (handed) await one.intake.take(handed.part, handed.target, submission);
	}
	return found;
}

/**
 * Takes what lies in the drop box: what a handed turn wrote becomes ordinary records, what did not is refused and named in
 * the audit. One commit does all of it, spends the ticket and empties the box.
 * @returns what came in; undefined when the box is empty
 * @throws see `Casebook.commit`; then everything still lies in the box
 */
export function collectTurn(casebook: Casebook): Promise<Collected | undefined> {
	return overConflicts(async () => {
		const rows = await casebook.read(() => casebook.db.dropBox.toArray());
		if (rows.length === 0) return undefined;
		const tickets = await turnTickets.all(casebook);
		const judged = await judgeBox(rows, casebook.identity.ageIdentity, tickets);
		const found = await intakes(casebook, judged);
		const changes: Change[] = [];
		const clientsIn: Collected['clients'] = [];
		for (const { ticket, intake } of found.values()) {
			const ofClient = rowsFor(casebook, ticket.cref);
			const summary = await summaryAfter(intake.summary, intake.changes, ofClient);
			changes.push(...intake.changes, clientSummaries.put(summary));
			clientsIn.push({ clientId: ticket.clientId, name: intake.name, parts: intake.parts, concerns: intake.concerns });
		}
		// Before the commit that empties the box; one that does not go through is tried again, and they with it.
		for (const { intake } of found.values())
			for (const { key, value, base } of intake.unfinished) await keepDraft(casebook, key, value, base);
		const now = casebook.now();
		for (const ticket of tickets.filter(({ state }) => state === 'open')) {
			const state = found.has(ticket.id) ? 'collected' : 'unused';
			changes.push(turnTickets.put({ ...ticket, state, collected: now }));
		}
		const [first] = found.keys();
		const hashes = [...found.values()].flatMap(({ intake }) => intake.hashes);
		await casebook.commit({
			action: found.size > 0 ? 'turn.collect' : 'turn.refuse',
			changes,
			...(first ? { subject: first } : {}),
			detail: {
				parts: judged.accepted.length,
				...(hashes.length > 0 ? { signed: hashes.join(' ') } : {}),
				...(judged.refused.length > 0 ? { refused: judged.refused.length, why: reasons(judged.refused) } : {})
			},
			dropDrafts: [...found.values()].flatMap(({ intake }) => intake.drafts),
			emptiesBox: rows
		});
		return { clients: clientsIn, refused: judged.refused };
	});
}
