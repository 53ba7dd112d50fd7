import type { SensitiveTopic } from '$lib/features/safety/safe-to-talk';
import type { Coding, Questionnaire, QuestionnaireItem } from '$lib/forms/types';

const LOINC = /^https?:\/\/loinc\.org\/?$/;
/** Address of a LOINC panel's form. */
const PANEL = /^https?:\/\/loinc\.org\/q\/([0-9-]+)/;
/** Code systems of the SPiER project's FHIR copy of the ASQ, for which no LOINC codes exist. */
const SPIER = 'http://thespierproject.org/fhir/CodeSystem/asq-';
/** Address of a shipped tool, and system of its own answer codes: `urn:casekeep:instrument:<id>`, with `:<language>`. */
const SHIPPED = /^urn:casekeep:(?:instrument:([a-z0-9-]+)|(intake))(?:[:|]|$)/;

/** A question of a shipped tool: the tool's id and the line's linkId in it. */
export interface ShippedQuestion {
	readonly tool: string;
	readonly linkId: string;
}

/** What a code says about a form or a line that carries it. */
export interface CodedMeaning {
	/** What it touches that needs a safe place first. */
	readonly topics: readonly SensitiveTopic[];
	/** Asked by the practitioner, or concluded by them; never to be put into a client's hands. */
	readonly aloud?: true;
	/** The shipped tool's question that it is; the tool's safety rules hold for its answer. */
	readonly question?: ShippedQuestion;
}

const suicide: CodedMeaning = { topics: ['suicide'] };
const substances: CodedMeaning = { topics: ['substances'] };
const violence: CodedMeaning = { topics: ['violence'] };
const asq = (linkId: string): CodedMeaning => ({ topics: ['suicide'], aloud: true, question: { tool: 'asq', linkId } });

/** Whole tools, by the id they are shipped under. */
const TOOLS: Readonly<Record<string, CodedMeaning>> = {
	'phq-9': suicide,
	asq: { topics: ['suicide'], aloud: true },
	'core-10': suicide,
	audit: substances,
	'audit-c': substances,
	'dast-10': substances,
	'pcl-5': violence,
	'pc-ptsd-5': violence,
	// Holds the practitioner's own reading, and asks by itself whether it is safe to talk.
	intake: { topics: [], aloud: true }
};

/** Panels, totals and single questions, by LOINC code: those that published forms carry and that were checked. */
const CODES: Readonly<Record<string, CodedMeaning>> = {
	// PHQ-9 and its ninth question.
	'44249-1': suicide,
	'44261-6': suicide,
	'44260-8': { ...suicide, question: { tool: 'phq-9', linkId: '44260-8' } },
	// Suicide risk level: what the one who asked concludes, in C-SSRS and in copies of the ASQ.
	'93374-7': { ...suicide, aloud: true },
	// C-SSRS, screener and full. Earlier copies of the ASQ carry the screener's code.
	'93373-9': { ...suicide, aloud: true },
	'93245-9': suicide,
	'93246-7': suicide,
	'93247-5': suicide,
	'93248-3': suicide,
	'93249-1': suicide,
	'93250-9': suicide,
	'93267-3': suicide,
	'93269-9': suicide,
	// EPDS, whose tenth question is about self-harm.
	'71354-5': suicide,
	'99046-5': suicide,
	// AUDIT, AUDIT-C and their questions.
	'72110-0': substances,
	'75624-7': substances,
	'72109-2': substances,
	'75626-2': substances,
	'68518-0': substances,
	'68519-8': substances,
	'68520-6': substances,
	// DAST-10.
	'82666-9': substances,
	'82667-7': substances,
	// PCL-5.
	'101697-1': violence,
	'101698-9': violence,
	// PC-PTSD-5 and its questions.
	'102010-6': violence,
	'102017-1': violence,
	'102012-2': violence,
	'102013-0': violence,
	'102014-8': violence,
	'102015-5': violence,
	'102016-3': violence,
	// AHC HRSN, whose part on safety is HITS.
	'96777-8': violence
};

/** Questions of the SPiER copy of the ASQ. */
const SPIER_ITEMS: Readonly<Record<string, CodedMeaning>> = {
	'wished-dead': asq('q1'),
	'family-better-off-dead': asq('q2'),
	'thoughts-killing-self': asq('q3'),
	'ever-attempted': asq('q4'),
	'acute-ideation-now': asq('q5')
};

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
	Object.hasOwn(table, key) ? table[key] : undefined;

/** What a code says; undefined for one that says nothing about safety. Wording never counts; without a system it is LOINC's. */
export function codedMeaning({ system, code }: Pick<Coding, 'system' | 'code'>): CodedMeaning | undefined {
	if (system === undefined || LOINC.test(system)) return own(CODES, code ?? '');
	if (system === `${SPIER}item`) return own(SPIER_ITEMS, code ?? '') ?? own(TOOLS, 'asq');
	if (system?.startsWith(SPIER)) return own(TOOLS, 'asq');
	return undefined;
}

/** What is known of a shipped tool, by its id; undefined where nothing about it needs care. */
export function toolMeaning(id: string): CodedMeaning | undefined {
	return own(TOOLS, id);
}

function lines(items: readonly QuestionnaireItem[] | undefined): QuestionnaireItem[] {
	return (items ?? []).flatMap((item) => [item, ...lines(item.item)]);
}

const optionsOf = ({ answerOption }: QuestionnaireItem): Coding[] =>
	(answerOption ?? []).flatMap((option) => ('valueCoding' in option && option.valueCoding ? [option.valueCoding] : []));

/**
 * Ids of the shipped forms that a form is, or was made from: by its address, by what it says it is derived from, and by
 * the answer codes that only that tool has. `intake` for the intake.
 */
export function shippedOrigins(questionnaire: Questionnaire): string[] {
	const { url, derivedFrom, item } = questionnaire;
	const systems = lines(item).flatMap(optionsOf).map(({ system }) => system);
	const ids = [url, ...(derivedFrom ?? []), ...systems].flatMap((one) => {
		const [, tool, intake] = SHIPPED.exec(one ?? '') ?? [];
		return tool ?? intake ?? [];
	});
	return [...new Set(ids)];
}

/** What a line says by its own codes, and by those of its options. */
export function lineMeanings(item: QuestionnaireItem): CodedMeaning[] {
	return [...(item.code ?? []), ...optionsOf(item)].flatMap((coding) => codedMeaning(coding) ?? []);
}

/** What a form says as a whole: by what it is or was made from, and by its own codes; its lines are not looked at. */
export function formMeanings(questionnaire: Questionnaire): CodedMeaning[] {
	const { url, derivedFrom, code } = questionnaire;
	const panels = [url, ...(derivedFrom ?? [])].flatMap((one) => PANEL.exec(one ?? '')?.[1] ?? []);
	return [
		...shippedOrigins(questionnaire).flatMap((id) => toolMeaning(id) ?? []),
		...[...(code ?? []), ...panels.map((panel): Coding => ({ code: panel }))].flatMap((coding) => codedMeaning(coding) ?? [])
	];
}

/** Whether something in a form is for the practitioner to ask or to conclude, so that it is never handed over. */
export function forPractitionerOnly(questionnaire: Questionnaire): boolean {
	const meanings = [...formMeanings(questionnaire), ...lines(questionnaire.item).flatMap(lineMeanings)];
	return meanings.some(({ aloud }) => aloud);
}

/**
 * The question of a shipped tool that a line is, whatever form it stands in: by its code, or by its linkId in a form that
 * was made from that tool. Its answer asks for the conversation that the tool's rule asks for.
 */
export function shippedQuestion(questionnaire: Questionnaire, item: QuestionnaireItem): ShippedQuestion | undefined {
	const coded = (item.code ?? []).flatMap((coding) => codedMeaning(coding)?.question ?? []);
	if (coded[0]) return coded[0];
	// A copy keeps the tool's linkIds, and the answers that are the tool's own tell it from another one in the same form.
	const [answered] = optionsOf(item).flatMap(({ system }) => SHIPPED.exec(system ?? '')?.[1] ?? []);
	const tools = shippedOrigins(questionnaire).filter((id) => id !== 'intake');
	const tool = answered ?? (tools.length === 1 ? tools[0] : undefined);
	return tool ? { tool, linkId: item.linkId } : undefined;
}
