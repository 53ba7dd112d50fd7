import { civilDate, type Stamp } from '$lib/clock';
import { canonicalOf } from '$lib/forms/response';
import type { QuestionnaireResponse } from '$lib/forms/types';
import type { Delivered } from '../interventions/intervention';
import type { ContactKind, Note, NoteBody, NoteFacts, NoteGoal, Signer } from './note';
import { copiedIn, namedIn } from './note-checks';
import { noteTemplate, noteTemplates, type NoteTemplate } from './note-templates';

/** What the editor holds: plain data, kept as a draft with every pause. */
export interface NoteForm extends Omit<NoteFacts, 'template'> {
	clientId: string;
	templateId: string;
	/** Text by section (linkId), of all templates: switching the shape of a note takes nothing away. */
	texts: Record<string, string>;
	/** When writing began. */
	written: Stamp;
	/** Name and credential, where they are asked for while signing. */
	signer: Signer;
}

/** Where a new note starts. */
export interface NoteStart {
	templateId: string;
	contact: ContactKind;
}

/** One section of a note to write or to read. */
export interface NoteSection {
	linkId: string;
	title: string;
	text: string;
}

/** Key of the draft of a note's text. */
export const noteDraftKey = (noteId: string): string => `note/${noteId}`;

/** A form with nothing but today in it. */
export function blankForm(clientId: string, now: Stamp, { templateId, contact }: NoteStart = START): NoteForm {
	return {
		clientId,
		templateId,
		date: civilDate(now),
		start: '',
		end: '',
		zone: now.zone,
		contact,
		place: '',
		present: '',
		goalIds: [],
		texts: {},
		written: now,
		signer: { name: '', credential: '' }
	};
}

/** How "New note" starts. */
export const START: NoteStart = { templateId: 'soap', contact: 'made' };

/** The form that shows a saved note. */
export function formOf(note: Note, body: NoteBody): NoteForm {
	const { clientId, template, date, start, end, zone, contact, place, present, goalIds, written } = note;
	const texts = Object.fromEntries(sectionsOf(body).map(({ linkId, text }) => [linkId, text]));
	const given = note.delivered ? { delivered: note.delivered } : {};
	const facts = { date, start, end, zone, contact, place, present, goalIds, written, ...given };
	return { clientId, templateId: template.id, ...facts, texts, signer: { name: '', credential: '' } };
}

/** The template of a form; the first one when its own is not shipped any more. */
export function templateOf(form: Pick<NoteForm, 'templateId'>): NoteTemplate {
	return noteTemplate(form.templateId) ?? (noteTemplates[0] as NoteTemplate);
}

const sectionsIn = ({ questionnaire }: NoteTemplate) =>
	(questionnaire.item ?? []).map(({ linkId, text }) => ({ linkId, title: text ?? linkId }));

/**
 * The sections that a form shows and a note will hold, in order: those of its template, then those of other templates
 * that were written in before the template was switched.
 */
export function shownSections(form: Pick<NoteForm, 'templateId' | 'texts'>): NoteSection[] {
	const own = sectionsIn(templateOf(form));
	const others = noteTemplates
		.flatMap(sectionsIn)
		.filter(({ linkId }) => own.every((section) => section.linkId !== linkId) && filled(form.texts[linkId]));
	const unique = others.filter((one, index) => others.findIndex(({ linkId }) => linkId === one.linkId) === index);
	return [...own, ...unique].map((section) => ({ ...section, text: form.texts[section.linkId] ?? '' }));
}

/** The sections of a saved note that have text. */
export function sectionsOf(body: Pick<NoteBody, 'response'>): NoteSection[] {
	return (body.response.item ?? []).map(({ linkId, text, answer }) => ({
		linkId,
		title: text ?? linkId,
		text: answer?.[0]?.valueString ?? ''
	}));
}

/**
 * The text of a form as a FHIR R4 QuestionnaireResponse. When sections of two templates are in it, it answers no
 * single questionnaire and names none; its items say for themselves what was asked.
 */
export function responseOf(form: NoteForm, status: 'in-progress' | 'completed', authored: Stamp): QuestionnaireResponse {
	const template = templateOf(form);
	const own = new Set(sectionsIn(template).map(({ linkId }) => linkId));
	const sections = shownSections(form).filter(({ text }) => filled(text));
	const canonical = sections.every(({ linkId }) => own.has(linkId)) ? canonicalOf(template.questionnaire) : undefined;
	return {
		resourceType: 'QuestionnaireResponse',
		...(canonical === undefined ? {} : { questionnaire: canonical }),
		status,
		authored: authored.at,
		// R4 knows no empty list.
		...(sections.length > 0 ? { item: sections.map(itemOf) } : {})
	};
}

const itemOf = ({ linkId, title, text }: NoteSection) => ({
	linkId,
	text: title,
	answer: [{ valueString: text.trimEnd() }]
});

/** What a form says of the contact, as the note keeps it. */
export function factsOf(form: NoteForm): NoteFacts {
	const { id, version, title } = templateOf(form);
	const { date, start, end, zone, contact, place, present, goalIds } = form;
	const template = { id, version, title };
	const given = deliveredOf(form);
	const delivered = given.length > 0 ? { delivered: given } : {};
	return { template, date, start, end, zone, contact, place, present: present.trim(), goalIds: [...goalIds], ...delivered };
}

/** What a form says was given; nothing, where nobody was met. */
function deliveredOf({ contact, delivered = [] }: Pick<NoteForm, 'contact' | 'delivered'>): Delivered[] {
	if (contact !== 'made') return [];
	return delivered.map(({ note, ...rest }) => ({ ...rest, note: note.trim() }));
}

/** The goals of a form with their words, as far as they are known; of several wordings the first one counts. */
export function goalsOf(form: Pick<NoteForm, 'goalIds'>, known: readonly NoteGoal[]): NoteGoal[] {
	return form.goalIds.flatMap((id) => {
		const goal = known.find((one) => one.id === id);
		return goal ? [{ id, words: goal.words }] : [];
	});
}

/**
 * What a new note takes over from the last one: its structure and the goals still worked on, never a word of its text.
 * @param last facts of the note to follow
 * @param active ids of the goals that can be linked
 */
export function asLastTime(
	form: NoteForm,
	{ template, place, present, goalIds }: Pick<NoteFacts, 'template' | 'place' | 'present' | 'goalIds'>,
	active: readonly string[]
): NoteForm {
	const templateId = noteTemplate(template.id) ? template.id : form.templateId;
	return { ...form, templateId, place, present, goalIds: goalIds.filter((id) => active.includes(id)) };
}

const filled = (text: string | undefined): boolean => (text ?? '').trim() !== '';

/** Whether there is any text. */
export function hasText(form: Pick<NoteForm, 'texts'>): boolean {
	return Object.values(form.texts).some(filled);
}

/** Whether anything was entered that would be missed: what a new form starts with does not count. */
export function hasContent(form: NoteForm): boolean {
	const { present, start, end, place, goalIds, contact, delivered = [] } = form;
	return delivered.length > 0 || hasText(form) || filled(present) || [start, end, place].some(filled) || goalIds.length > 0 || contact !== 'made';
}

/** Something worth a look before signing. None of it stands in the way. */
export type NotePoint =
	| { kind: 'empty'; titles: string[] }
	| { kind: 'no-goal' }
	/** Names of others by which they can be recognised. */
	| { kind: 'third'; names: string[] }
	/** A sentence that stands in an earlier note. */
	| { kind: 'copied'; words: string }
	| { kind: 'future' }
	| { kind: 'late' };

/**
 * What to point out before signing.
 * @param today civil date
 * @param late whether it would be signed as a late entry
 * @param goals how many goals could be linked
 * @param others names of others on the client's record
 * @param earlier texts of earlier notes
 */
export function pointsOf(
	form: NoteForm,
	{ today, late, goals, others = [], earlier = [] }: { today: string; late: boolean; goals: number; others?: readonly string[]; earlier?: readonly string[] }
): NotePoint[] {
	const points: NotePoint[] = [];
	const empty = shownSections(form).filter(({ text }) => !filled(text));
	// Nobody was met: a word is welcome, and nothing is missing without it.
	if (empty.length > 0 && form.contact === 'made') points.push({ kind: 'empty', titles: empty.map(({ title }) => title) });
	if (form.contact === 'made' && goals > 0 && form.goalIds.length === 0) points.push({ kind: 'no-goal' });
	const texts = Object.values(form.texts);
	const names = namedIn(texts, others);
	if (names.length > 0) points.push({ kind: 'third', names });
	const copied = copiedIn(texts, earlier);
	if (copied) points.push({ kind: 'copied', words: copied });
	if (form.date > today) points.push({ kind: 'future' });
	if (late) points.push({ kind: 'late' });
	return points;
}

/** Why a form cannot be signed at all: a note without a date, or without anything to read, would say nothing. */
export function signingNeeds(form: NoteForm): 'date' | 'text' | undefined {
	if (form.date === '') return 'date';
	return form.contact === 'made' && !hasText(form) ? 'text' : undefined;
}
