import { civilDate, type Stamp } from '$lib/clock';
import type { ClientSummary } from '$lib/features/clients/client-summary';
import type { RecordBase } from '$lib/storage/record';
import type { PlanKind } from './crisis-plan';

/** Table of safety concerns. */
export const SAFETY_CONCERN = 'safetyConcern';

/** What was written down about a concern. `answer`: the answer on the form is another one now. */
export type StepKind =
	| 'asked'
	| 'not-asked'
	| 'said'
	| 'present'
	| 'told'
	| 'place'
	| 'call-back'
	| 'means'
	| 'disposition'
	| 'agreed'
	| 'follow-up'
	| 'answer';

/** Where things stand once something was done. It says what happens, never how big the danger is. */
export const DISPOSITIONS = ['stays', 'company', 'emergency', 'called', 'handed-over', 'lost', 'other'] as const;

/** One of {@link DISPOSITIONS}. */
export type Disposition = (typeof DISPOSITIONS)[number];

/** One thing that was done or learned, with the moment it was written down. Steps are only ever added. */
export interface SafetyStep {
	at: Stamp;
	kind: StepKind;
	/** '' where the kind says it all. */
	text: string;
	/** Of a follow-up: the civil date it is due, `YYYY-MM-DD`. */
	date?: string;
	/** Of a disposition. */
	code?: Disposition;
	/** When it was done, where that was before it was written down: civil date, and `HH:MM` or ''. */
	happened?: { date: string; time: string };
}

/** What raised it: an answer that needs a conversation, a safety question without an answer, or what the practitioner noticed. */
export interface SafetyTrigger {
	kind: 'answered' | 'not-answered' | 'noticed';
	/** The question as it was asked; '' where nothing was asked. */
	question: string;
	/** The answer, or the reason for having none, in the form's words; of what was noticed: what was seen or heard. */
	answer: string;
}

/** Whose safety it is about, where it was noticed outside a form. */
export const DANGERS = ['self', 'others', 'hurt', 'child', 'other'] as const;

/** One of {@link DANGERS}. */
export type Danger = (typeof DANGERS)[number];

/** Why a concern was closed. None of them says how big a danger is. */
export const RESOLVE_REASONS = ['talked', 'handed-over', 'safety-plan', 'slip', 'other'] as const;

/** One of {@link RESOLVE_REASONS}. */
export type ResolveReason = (typeof RESOLVE_REASONS)[number];

/**
 * Something about a client's or another person's safety that stays in sight until it is closed with a reason. It holds
 * what was done about it; it never says how big the danger is.
 */
export interface SafetyConcern extends RecordBase {
	clientId: string;
	/** The form it came from; all '' where it came from none. */
	source: {
		responseId: string;
		linkId: string;
		formTitle: string;
		/** Which of the form's answers, where it can raise several: neutral, for it stands on lists. */
		about?: string;
	};
	/** When it came up. */
	raised: Stamp;
	trigger: SafetyTrigger;
	/** Of what was noticed: whose safety it is about. */
	about?: Danger[];
	/** What the source of the tool asks to be done; '' where there is none. */
	guidance: string;
	/** What the tool's protocol wants written down before it is closed. */
	beforeClosing?: readonly ('told' | 'place')[];
	/** Oldest first. */
	steps: SafetyStep[];
	state: 'open' | 'resolved';
	/** The newest closing; stays when it is opened again. */
	resolved?: { at: Stamp; reason: ResolveReason; note: string };
}

/** The kind of plan that a concern asks for first: a child's safety, violence by somebody else, or a crisis of one's own. */
export function planKindFor({ about = [], source }: Pick<SafetyConcern, 'about' | 'source'>): PlanKind {
	if (about.includes('child')) return 'child';
	return about.includes('hurt') || source.linkId === 'safety.hurt' ? 'violence' : 'crisis';
}

/** What a form says when one of its answers needs a conversation. */
export interface SafetySignal extends SafetyTrigger {
	linkId: string;
	guidance: string;
	/** See {@link SafetyConcern.beforeClosing}. */
	beforeClosing?: SafetyConcern['beforeClosing'];
	/** See {@link SafetyConcern.source}. */
	about?: string;
}

/** The content of a new concern. */
export function concernFrom(
	signal: SafetySignal,
	facts: { clientId: string; responseId: string; formTitle: string; now: Stamp }
): Omit<SafetyConcern, keyof RecordBase> {
	const { linkId, guidance, kind, question, answer, about, beforeClosing } = signal;
	return {
		clientId: facts.clientId,
		source: { responseId: facts.responseId, linkId, formTitle: facts.formTitle, ...(about ? { about } : {}) },
		raised: facts.now,
		trigger: { kind, question, answer },
		guidance,
		...(beforeClosing ? { beforeClosing } : {}),
		steps: [],
		state: 'open'
	};
}

/** What the practitioner types to open a concern by hand; plain data, kept as a draft. */
export interface NoticedFields {
	about: Danger[];
	what: string;
}

/** Nothing typed yet. */
export const NOT_NOTICED: NoticedFields = { about: [], what: '' };

/** The content of a concern that came from no form. */
export function noticedConcern(
	{ about, what }: NoticedFields,
	facts: { clientId: string; now: Stamp }
): Omit<SafetyConcern, keyof RecordBase> {
	return {
		clientId: facts.clientId,
		source: { responseId: '', linkId: '', formTitle: '' },
		raised: facts.now,
		trigger: { kind: 'noticed', question: '', answer: what.trim() },
		about: DANGERS.filter((one) => about.includes(one)),
		guidance: '',
		steps: [],
		state: 'open'
	};
}

/** What a complete record of a danger holds and this one lacks. For a gentle word before closing; it stops nothing. */
export function notWrittenDown({ steps }: Pick<SafetyConcern, 'steps'>): ('told' | 'place' | 'disposition')[] {
	return (['told', 'place', 'disposition'] as const).filter((kind) => !steps.some((step) => step.kind === kind));
}

/**
 * What has to be written down before this concern can be closed: only where the question was answered, and the tool's protocol
 * asks for it. It stands in the way of closing, never of acting.
 */
export function toWriteFirst({
	beforeClosing = [],
	trigger,
	steps
}: Pick<SafetyConcern, 'beforeClosing' | 'trigger' | 'steps'>): ('told' | 'place')[] {
	if (trigger.kind !== 'answered') return [];
	return beforeClosing.filter((kind) => !steps.some((step) => step.kind === kind));
}

/**
 * What a signal means beside the concerns that this form has raised already.
 * @returns `raise` a new one, `escalate` the open one (what was left open has now been answered), or nothing to do.
 * A concern closed as a slip does not stand in the way of a new one.
 */
export function judgeSignal(
	signal: SafetySignal,
	concerns: readonly SafetyConcern[]
): { do: 'raise' } | { do: 'escalate'; concern: SafetyConcern } | { do: 'nothing' } {
	const known = concerns
		.filter((one) => one.source.linkId === signal.linkId && !isSlip(one))
		.sort((a, b) => (a.raised.at < b.raised.at ? 1 : -1))[0];
	if (!known) return { do: 'raise' };
	if (known.trigger.kind === 'answered' || signal.kind === 'not-answered') return { do: 'nothing' };
	return known.state === 'open' ? { do: 'escalate', concern: known } : { do: 'raise' };
}

function isSlip(concern: SafetyConcern): boolean {
	return concern.state === 'resolved' && concern.resolved?.reason === 'slip';
}

/** The concern once its question has another answer; the one before stays on it as a step. */
export function withAnswer(concern: SafetyConcern, now: Stamp, trigger: SafetyTrigger): SafetyConcern {
	const step: SafetyStep = { at: now, kind: 'answer', text: trigger.answer };
	return { ...concern, trigger: { ...concern.trigger, kind: trigger.kind }, steps: [...concern.steps, step] };
}

/** The answer as it stands now: the one it was raised with, or the newest that replaced it. */
export function currentAnswer({ trigger, steps }: Pick<SafetyConcern, 'trigger' | 'steps'>): string {
	return steps.findLast(({ kind }) => kind === 'answer')?.text ?? trigger.answer;
}

/** When the newest follow-up is due, `YYYY-MM-DD`, or undefined when none was agreed. */
export function followUpOf({ steps }: Pick<SafetyConcern, 'steps'>): string | undefined {
	return steps.findLast(({ kind }) => kind === 'follow-up')?.date;
}

/** What the practitioner types while working on a concern; plain data, kept as a draft. */
export interface StepFields {
	asked: '' | 'asked' | 'not-asked';
	notAskedWhy: string;
	said: string;
	present: string;
	told: string;
	place: string;
	callBack: string;
	means: string;
	agreed: string;
	disposition: Disposition | '';
	dispositionText: string;
	/** `YYYY-MM-DD` or ''. */
	followUp: string;
	/** When it was done, if not now: `YYYY-MM-DD` or '', `HH:MM` or ''. */
	happenedOn: string;
	happenedAt: string;
}

/** Nothing typed yet. */
export const NO_STEPS: StepFields = {
	asked: '',
	notAskedWhy: '',
	said: '',
	present: '',
	told: '',
	place: '',
	callBack: '',
	means: '',
	agreed: '',
	disposition: '',
	dispositionText: '',
	followUp: '',
	happenedOn: '',
	happenedAt: ''
};

const TEXTS = [
	['said', 'said'],
	['present', 'present'],
	['place', 'place'],
	['call-back', 'callBack'],
	['means', 'means'],
	['told', 'told'],
	['agreed', 'agreed']
] as const satisfies readonly (readonly [StepKind, keyof StepFields])[];

/** The steps that the filled fields make, all of the same moment, in the order they are shown. */
export function stepsFrom(fields: StepFields, at: Stamp): SafetyStep[] {
	const texts = TEXTS.flatMap(([kind, field]): SafetyStep[] => {
		const text = fields[field].trim();
		return text ? [{ at, kind, text }] : [];
	});
	const asked: SafetyStep[] = fields.asked
		? [{ at, kind: fields.asked, text: fields.asked === 'not-asked' ? fields.notAskedWhy.trim() : '' }]
		: [];
	const stands: SafetyStep[] = fields.disposition
		? [{ at, kind: 'disposition', code: fields.disposition, text: fields.dispositionText.trim() }]
		: [];
	const followUp: SafetyStep[] = fields.followUp ? [{ at, kind: 'follow-up', text: '', date: fields.followUp }] : [];
	const steps = [...asked, ...texts, ...stands, ...followUp];
	const { happenedOn: date, happenedAt: time } = fields;
	return date || time ? steps.map((step) => ({ ...step, happened: { date: date || civilDate(at), time } })) : steps;
}

/** The concerns of a client: open ones first, within each the newest first. */
export function concernsInOrder(concerns: readonly SafetyConcern[]): SafetyConcern[] {
	const rank = ({ state }: SafetyConcern) => (state === 'open' ? 0 : 1);
	return [...concerns].sort((a, b) => rank(a) - rank(b) || (a.raised.at < b.raised.at ? 1 : -1));
}

/** The client's summary with this concern in it: pinned while it is open, gone once it is closed. */
export function summaryWith<T extends Pick<ClientSummary, 'safetyOpen'>>(
	summary: T,
	concern: SafetyConcern,
	text: string
): T {
	const others = summary.safetyOpen.filter(({ concernId }) => concernId !== concern.id);
	if (concern.state === 'resolved') return { ...summary, safetyOpen: others };
	const followUp = followUpOf(concern);
	const entry = {
		concernId: concern.id,
		since: civilDate(concern.raised),
		text,
		...(followUp ? { followUp } : {})
	};
	return { ...summary, safetyOpen: [...others, entry] };
}
