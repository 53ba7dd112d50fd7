import { describe, expect, it } from 'vitest';
import { instruments } from '$lib/features/assessment/instruments/library';
import { ordinalOf } from '$lib/forms/extensions';
import { questionPages } from '$lib/forms/pages';
import { parseQuestionnaire } from '$lib/forms/parse';
import { emptyState } from '$lib/forms/state';
import type { Questionnaire, QuestionnaireItem } from '$lib/forms/types';
import { checks, optionsOf, pair, published, questionsOf, translations, type EvidenceItem, type EvidenceOption } from './evidence';

const tokens = (text: string | null | undefined) => (text ?? '').split(/\s+/u).filter(Boolean);
const optionRows = (item: QuestionnaireItem | undefined) =>
	item?.answerOption?.map((option) => ({
		label: 'valueCoding' in option ? option.valueCoding.display : '',
		value: ordinalOf(option) ?? null,
		loinc: 'valueCoding' in option && option.valueCoding.system === 'http://loinc.org' ? option.valueCoding.code : undefined
	}));
const wanted = (options: readonly EvidenceOption[]) => options.map(({ label, value, loinc }) => ({ label, value, loinc }));
const labels = (item: QuestionnaireItem | undefined) => optionRows(item)?.map(({ label, value }) => [label, value]);
const texts = ({ item }: Questionnaire) => (item ?? []).filter(({ type }) => type === 'display').map(({ text }) => text);

/** All published lines of a form in the order they are asked. */
const lines = (evidence: (typeof published)[number]): EvidenceItem[] => [
	...(evidence.gate ? [evidence.gate] : []),
	...evidence.items,
	...(evidence.conditional ?? []).map((line) => ({ text: '', ...line })),
	...(evidence.supplementary ?? [])
];

it('ships every tool that may be shipped, and no other', () => {
	expect(instruments.map(({ id }) => id).sort()).toEqual(published.map(({ id }) => id).sort());
	expect(instruments).toHaveLength(21);
});

describe.each(published.map((one) => [one.id] as const))('%s', (id) => {
	const { evidence, instrument } = pair(id);
	const questions = questionsOf(instrument.questionnaire);

	it('asks the published items token for token, in their order, with their codes', () => {
		const source = lines(evidence);
		expect(questions.map(({ text }) => tokens(text))).toEqual(source.map(({ text }) => tokens(text)));
		expect(questions.map(({ text }) => text)).toEqual(source.map(({ text }) => text));
		expect(questions.map(({ code }) => code?.[0]?.code)).toEqual(source.map(({ loinc }) => loinc));
	});

	it('offers the published answers, each with its number', () => {
		for (const [at, line] of lines(evidence).entries()) {
			if (line.id === 'q4a') continue;
			expect(optionRows(questions[at]), line.id).toEqual(wanted(optionsOf(evidence, line)));
		}
	});

	it('says the published instruction first', () => {
		const [first] = texts(instrument.questionnaire);
		if (id === 'pcl-5') return;
		if (evidence.instructions) expect(first).toBe(evidence.instructions);
		else expect(instrument.questionnaire.item?.[0]?.type).not.toBe('display');
	});

	it('is a form the parser takes without a remark, and requires nothing', () => {
		for (const { questionnaire } of instrument.versions) {
			expect(parseQuestionnaire(JSON.parse(JSON.stringify(questionnaire))).problems).toEqual([]);
			expect(questionnaire.item?.filter(({ required }) => required)).toEqual([]);
		}
	});

	it('carries its codes only where they were verified, its citation and its licence', () => {
		const { panel, total, answer_list: answers } = evidence.loinc;
		expect(instrument.loinc.panel).toBe(panel ?? undefined);
		expect(instrument.loinc.total).toBe(total ?? undefined);
		expect(instrument.loinc.answerList).toBe(answers ?? undefined);
		expect(instrument.questionnaire.code?.[0]?.code).toBe(panel ?? undefined);
		if (evidence.citation !== 'as psc-17') expect(instrument.citation).toBe(evidence.citation);
		expect(instrument.licence.text).not.toBe('');
		expect([instrument.title, instrument.construct]).toEqual([evidence.title, evidence.construct]);
	});
});

describe('wordings in other languages', () => {
	const shipped = translations.filter(({ ship }) => ship === 'ship');

	it('are those that may be shipped, and the UK label of the UCLA-3', () => {
		const all = instruments.flatMap(({ id, versions }) => versions.slice(1).map(({ language }) => `${id} ${language}`));
		expect(all.sort()).toEqual([...shipped.map(({ instrument, lang }) => `${instrument} ${lang}`), 'ucla-3 en-GB'].sort());
	});

	it.each(shipped.map((one) => [`${one.instrument} ${one.lang}`, one] as const))('%s token for token', (_, source) => {
		const { evidence, instrument } = pair(source.instrument);
		const version = instrument.versions.find(({ language }) => language === source.lang);
		const form = version!.questionnaire;
		const questions = questionsOf(form);
		const now = source.conditional?.find(({ id }) => id === 'q5');
		const expected = [...source.items, ...(now ? [now] : []), ...(source.supplementary ?? [])];
		expect(questions.map(({ text }) => tokens(text))).toEqual(expected.map(({ text }) => tokens(text)));
		expect(form.language).toBe(source.lang);
		expect(form.title).toBe(source.title);
		for (const [at, line] of expected.entries())
			expect(labels(questions[at])).toEqual(
				(('options' in line ? line.options : undefined) ?? source.options ?? []).map(({ label, value }) => [label, value])
			);
		const first = source.instructions ?? source.recall_header;
		if (first) expect(texts(form)[0]).toBe(first);
		if (now?.lead) expect(texts(form)).toContain(now.lead);
		// The same structure: linkIds, codes and numbers are those of the English form.
		const english = new Map(questionsOf(instrument.questionnaire).map((item) => [item.linkId, item]));
		for (const item of questions) {
			const twin = english.get(item.linkId);
			expect(item.code).toEqual(twin?.code);
			expect(item.enableWhen).toEqual(twin?.enableWhen);
			expect(optionRows(item)?.map(({ value, loinc }) => [value, loinc])).toEqual(
				optionRows(twin)?.map(({ value, loinc }) => [value, loinc])
			);
		}
		expect(evidence.items.length).toBe(source.items.length);
	});

	it('have an address of their own, and never a line of another language', () => {
		const urls = instruments.flatMap(({ versions }) => versions.map(({ questionnaire }) => questionnaire.url));
		expect(new Set(urls).size).toBe(urls.length);
		const [french] = instruments[0]!.versions.filter(({ language }) => language === 'fr-FR');
		expect(questionsOf(french!.questionnaire)).toHaveLength(9);
	});
});

it('PCL-5: the whole instruction, with the words of the fillable form on a screen', () => {
	const quote = checks.checks.find(({ id }) => id === 'pcl-5-instruction')!.quote;
	const [first, stem] = texts(pair('pcl-5').instrument.questionnaire);
	expect(first).toBe(quote.replace('circle one of the numbers to the right to indicate', 'select one of the options to indicate'));
	expect(pair('pcl-5').evidence.instructions).toContain(stem);
});

describe('one question at a time', () => {
	/** The words that a question needs before it, as printed above the items of the source. */
	const stems = published.flatMap(({ id, instructions }) => (instructions ? [[id, instructions] as const] : []));

	it.each(stems)('%s keeps what its questions go on from on every page, and has none for a notice alone', (id, instructions) => {
		const { questionnaire } = pair(id).instrument;
		const pages = questionPages(questionnaire, emptyState);
		expect(pages.every(({ kind }) => kind === 'question')).toBe(true);
		// The tail of the instruction is what stands right before the first item on paper.
		const tail = tokens(id === 'pcl-5' ? 'In the past month, how much were you bothered by:' : instructions).slice(-4).join(' ');
		for (const { texts, item } of pages) expect(texts.map(({ item: { text } }) => text).join(' '), item.linkId).toContain(tail);
	});

	it('leaves no fragment of a sentence without its beginning, in any language', () => {
		let fragments = 0;
		for (const { versions } of instruments)
			for (const { questionnaire } of versions)
				for (const { item, texts } of questionPages(questionnaire, emptyState)) {
					if (!/^(\.\.\.|…|\p{Ll})/u.test(item.text ?? '')) continue;
					fragments += 1;
					expect(texts.length, `${questionnaire.url} ${item.linkId}`).toBeGreaterThan(0);
				}
		expect(fragments).toBeGreaterThanOrEqual(16);
	});

	it('shows the notice of rights on the last page', () => {
		for (const { id, questionnaire } of instruments) {
			const notice = questionnaire.item?.find(({ linkId }) => linkId === 'notice');
			if (!notice) continue;
			expect(questionPages(questionnaire, emptyState).at(-1)?.notices.map(({ item }) => item.text), id).toEqual([notice.text]);
		}
	});
});
