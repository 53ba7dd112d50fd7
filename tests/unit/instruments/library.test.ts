import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formById, shippedForm } from '$lib/features/assessment/assessment-form';
import { circumstancesFor, validityNotes } from '$lib/features/assessment/circumstances';
import { formFor, formLanguages, formsIn } from '$lib/features/assessment/form-versions';
import { isOffered } from '$lib/features/assessment/instrument-use';
import { entryOf, instrumentEntries } from '$lib/features/assessment/instruments/entries';
import { instrumentOf, instruments } from '$lib/features/assessment/instruments/library';
import { notShipped } from '$lib/features/assessment/instruments/not-shipped';
import { matches } from '$lib/features/assessment/library-search';
import { evidenceText, howMissing, howToRead } from '$lib/features/assessment/reference-text';
import { isSameMeasure, measureFor } from '$lib/features/assessment/scored';
import type { Measure } from '$lib/features/measures/measure';
import { instrumentFacts } from '$lib/features/progress/measure-facts';
import { canonicalOf } from '$lib/forms/response';
import { adults, pair, plainLanguage, youth } from './evidence';

const assessmentForms = instruments.map(({ id }) => formById(id)!);

describe('what is not shipped', () => {
	it('is absent under any of its names, and each says why and what to use instead', () => {
		const wanted = [...adults.do_not_ship, ...youth.do_not_ship].map(({ id }) => id.split(' / ')[0]!);
		const told = notShipped.map(({ id }) => id);
		expect(new Set(told).size).toBe(told.length);
		expect([...new Set(wanted)].filter((id) => !told.includes(id))).toEqual([]);
		for (const { id, why } of notShipped) {
			expect(instruments.map((one) => one.id)).not.toContain(id);
			expect(why.length, id).toBeGreaterThan(15);
		}
		expect(notShipped.filter(({ instead }) => instead).length).toBeGreaterThan(18);
	});
	it('is found by the name people know', () => {
		const found = (query: string) => notShipped.filter((one) => matches(one, query)).map(({ id }) => id);
		expect([found('epds'), found('C SSRS'), found('edinburgh postnatal'), found('phq9m')]).toEqual([['epds'], ['c-ssrs'], ['epds'], ['phq-a']]);
	});
});

describe('what is told of a tool', () => {
	it('says of everything that is from memory that it is', () => {
		// Of these the research files say "from memory" in a note, a cut-off or a trap.
		const flagged = ['phq-2', 'gad-2', 'phq-4', 'phq-15', 'who-5', 'k6', 'audit', 'ucla-3', 'asq'];
		for (const id of flagged) expect(pair(id).instrument.unverified.length, id).toBeGreaterThan(0);
		for (const { evidence, instrument } of flagged.map(pair))
			for (const { value, source } of evidence.cutoffs)
				if (source?.includes('from memory'))
					expect(instrument.cutoffs.find((one) => one.value === value)?.evidence.verified, instrument.id).toBe('unverified');
		expect(evidenceText({ source: 'A', verified: 'partial' })).toBe('Source, known in part: A.');
	});
	it('can be read in words for each', () => {
		for (const instrument of instruments) {
			expect(howToRead(instrument)).not.toMatch(/undefined|NaN/);
			expect(howMissing(instrument).length).toBeGreaterThan(20);
			expect(instrument.introduction.length).toBeGreaterThan(60);
		}
	});
	it('introduces the five in the words that were written for them', () => {
		for (const [id, name] of [['phq-9', 'PHQ-9'], ['gad-7', 'GAD-7'], ['who-5', 'WHO-5'], ['audit', 'AUDIT'], ['pcl-5', 'PCL-5']] as const) {
			const sentence = new RegExp(`\\*\\*${name}\\*\\*: "(.+)"`).exec(plainLanguage)?.[1];
			expect(sentence).toBeDefined();
			expect(pair(id).instrument.introduction).toContain(sentence);
		}
		expect(pair('phq-9').instrument.introduction).toContain('I will ask you more about it today.');
		expect(pair('gad-7').instrument.introduction).toContain('There are no right or wrong answers');
	});
	it('has one light line for each, in the order they are offered', () => {
		expect(instrumentEntries.map(([id]) => id)).toEqual(instruments.map(({ id }) => id));
		expect(entryOf('k6')).toMatchObject({ id: 'k6', shortTitle: 'K6' });
		expect(instruments.every(({ purposes }) => purposes.length > 0)).toBe(true);
	});
	it('is found by purpose, by name without hyphens, and by what it asks about', () => {
		const found = (query: string) => instruments.filter((one) => matches(one, query)).map(({ id }) => id);
		expect(found('phq 9')).toContain('phq-9');
		expect(found('phq9')).toEqual(['phq-9']);
		expect(found('lonely')).toEqual([]);
		expect(found('loneliness')).toEqual(['ucla-3']);
		expect(found('trauma')).toEqual(expect.arrayContaining(['pcl-5', 'pc-ptsd-5']));
	});
});

describe('what has to be confirmed', () => {
	it('is not offered before, and is after; a changed statement asks again', () => {
		const { instrument } = pair('hunger-vital-sign');
		const use = { instrumentId: instrument.id, statement: instrument.confirm! };
		expect(isOffered(instrument, [])).toBe(false);
		expect(isOffered(instrument, [use])).toBe(true);
		expect(isOffered(instrument, [{ ...use, statement: 'something else' }])).toBe(false);
		expect(isOffered(pair('phq-9').instrument, [])).toBe(true);
		expect(instruments.filter(({ confirm }) => confirm).map(({ id }) => id)).toEqual(['hunger-vital-sign', 'psc-17-y']);
	});
});

describe('language versions', () => {
	it('start in the client’s language where there is one, whole or not at all', () => {
		const phq = formById('phq-9')!;
		const of = (...spoken: string[]) => formFor(phq, spoken).language;
		expect([of('Spanish'), of('es-CO'), of('es'), of('French', 'Spanish'), of('Tigrinya'), of('German', 'ru'), of()]).toEqual([
			'es-US',
			'es-CO',
			'es-US',
			'fr-FR',
			'en',
			'ru',
			'en'
		]);
		expect(formFor(formById('core-10')!, ['Spanish']).language).toBe('en');
		expect(formsIn(phq, 'es').map(({ language }) => language)).toEqual(['es-US', 'es-CO']);
		expect(formsIn(formById('core-10')!, 'es')).toEqual([]);
		expect(formLanguages(assessmentForms, ['Russian']).preferred).toBe('ru');
		expect(formLanguages(assessmentForms, ['Amharic'])).toEqual({ languages: ['en', 'es', 'fr', 'ru', 'pt', 'zh'], preferred: 'en' });
	});
	it('are found again by what an answer names, and belong to their tool', () => {
		for (const instrument of instruments)
			for (const { questionnaire } of instrument.versions) {
				expect(shippedForm(canonicalOf(questionnaire)!)?.questionnaire).toBe(questionnaire);
				expect(instrumentOf(canonicalOf(questionnaire))).toBe(instrument);
			}
	});
	it('are followed apart: another version is another measure', () => {
		const { instrument } = pair('phq-9');
		const english = measureFor(instrument, 'c') as Measure;
		const spanish = measureFor(instrument, 'c', 'es-US') as Measure;
		expect(spanish.name).toBe('PHQ-9, Spanish (United States)');
		expect(isSameMeasure(english, measureFor(instrument, 'c', 'en'))).toBe(true);
		expect(isSameMeasure(english, spanish)).toBe(false);
		expect(isSameMeasure(spanish, measureFor(instrument, 'c', 'es-US'))).toBe(true);
		expect(isSameMeasure(spanish, measureFor(instrument, 'c', 'es-CO'))).toBe(false);
	});
	it('say that cut-offs come from English studies, and that a language asked on the spot was not tested', () => {
		const { instrument } = pair('phq-9');
		const start = circumstancesFor(instrument, 'es-US', undefined, false);
		expect(start.language).toBe('es');
		expect(validityNotes(instrument, start, 40, 'es-US').map(({ kind }) => kind)).toEqual(['translated']);
		expect(validityNotes(instrument, start, 40, 'en').map(({ kind }) => kind)).toEqual(['language']);
	});
});

describe('who answers', () => {
	it('is a caregiver for a caregiver’s report, and said when it was not', () => {
		const { instrument } = pair('psc-17');
		const start = circumstancesFor(instrument, 'en', undefined, false);
		expect(start.respondent.kind).toBe('caregiver');
		expect(validityNotes(instrument, start, 9)).toEqual([]);
		expect(validityNotes(instrument, start, undefined)).toEqual([{ kind: 'age-unknown' }]);
		expect(validityNotes(instrument, { ...start, respondent: { kind: 'client', who: '' } }, 9)).toEqual([{ kind: 'not-caregiver' }]);
		expect(validityNotes(instrument, start, 20)).toEqual([{ kind: 'age-outside', age: 20, from: 4, to: 17 }]);
		expect(validityNotes(pair('phq-9').instrument, start, 40).map(({ kind }) => kind)).toEqual(['proxy']);
	});
	it('is the client asked aloud for an interview', () => {
		for (const id of ['asq', 'audit'])
			expect(circumstancesFor(pair(id).instrument, 'en', undefined, false).respondent.kind).toBe('asked-aloud');
	});
});

describe('progress', () => {
	it('gets the bands, the first cut-off and the change of every tool that is charted', () => {
		for (const instrument of instruments.filter(({ charted }) => charted)) {
			const facts = instrumentFacts(instrument, 30);
			expect(facts.bands.length).toBe(instrument.bands.length);
			expect(facts.reliableChange).toBe(instrument.change?.reliableChange);
		}
		const cutoff = (id: string) => instrumentFacts(pair(id).instrument, 30);
		expect(cutoff('who-5').cutoff).toBe(50);
		expect(cutoff('pcl-5')).toMatchObject({ cutoff: 31, reliableChange: 15 });
		expect(cutoff('audit-c').cutoff).toBeUndefined();
		expect(cutoff('audit-c').furtherCutoffs).toEqual([3, 4]);
	});
});

it('the wording stays out of what opens first: no record table and nothing on Today leads to it', () => {
	const text = (path: string) => readFileSync(new URL(`../../../src/lib/features/${path}`, import.meta.url), 'utf8');
	const leads = (source: string) => /^import (?!type).*(instruments\/library|assessment-form|\.\/response')/m.test(source);
	expect(leads(text('assessment/response.table.ts'))).toBe(false);
	expect(leads(text('assessment/instrument-use.table.ts'))).toBe(false);
});
