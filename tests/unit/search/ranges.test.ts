import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '$lib/features/clients/fold';
import { excerptOf, foldWithOrigins, markRanges, queryWords } from '$lib/features/search/ranges';
import { times } from '../../browser/support/full';

const cut = (text: string, words: string[]) => markRanges(text, words).map(({ start, end }) => text.slice(start, end));

describe('folding', () => {
	test.each([
		['Straße', 'strasse'],
		['STRASSE', 'strasse'],
		['ẞ', 'ss'],
		['ﬁnden', 'finden'],
		['Œuvre', 'oeuvre'],
		['Łódź', 'lodz'],
		['Ｗｉｄｅ', 'wide'],
		['İstanbul', 'istanbul'],
		['ΟΔΟΣ', 'οδοσ'],
		['οδός', 'οδοσ'],
		['Nguyễn', 'nguyen'],
		['re\u00adport', 'report'],
		['한국어'.normalize('NFD'), '한국어'],
		['مُحَمَّد', 'محمد']
	])('%s is compared as %s', (text, plain) => {
		expect(fold(text)).toBe(plain);
	});

	test('a text folded piece by piece is the folded text, whatever is in it', () => {
		const letters = fc.constantFrom(...Array.from('aZ ßﬁœŁİıΣς\u0301\u00ad한ㄱ가각'), '\u1100', '\u1161', '\u11a8', 'ﾡ', '😀', '\ud800', '™', '\u0345');
		const any = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: letters }), fc.string({ unit: 'grapheme' }));
		fc.assert(
			fc.property(any, (text) => {
				expect(foldWithOrigins(text).folded).toBe(fold(text));
			}),
			{ numRuns: times(1500, 20_000) }
		);
	});
});

describe('what is marked', () => {
	test.each([
		['Die Straße war leer', ['strasse'], ['Straße']],
		['Die Strasse war leer', ['straße'].map(fold), ['Strasse']],
		['proﬁt', ['fit'], ['ﬁt']],
		['an ﬁ', ['i'], ['ﬁ']],
		['CAFÉ, café, cafe\u0301', ['cafe'], ['CAFÉ', 'café', 'cafe\u0301']],
		['sleepless sleep', ['sleep', 'less'], ['sleepless', 'sleep']],
		['😀 Ruß 😀', ['russ'], ['Ruß']],
		['nothing here', ['x'], []]
	])('in %s', (text, words, marked) => {
		expect(cut(text, words)).toEqual(marked);
	});

	test('always covers what folds to a word, is in order and never overlaps', () => {
		const unit = fc.constantFrom('a', 'b', 's', 'f', 'i', 'ß', 'ﬁ', 'ä', 'é', 'e\u0301', 'Σ', '한', ' ', '😀', 'ı', 'Æ');
		fc.assert(
			fc.property(fc.array(unit, { maxLength: 60 }), fc.nat(), fc.nat(), (units, a, b) => {
				const text = units.join('');
				const all = fold(text);
				const from = all.length ? a % all.length : 0;
				const word = all.slice(from, from + 1 + (b % 4));
				fc.pre(word.length > 0 && queryWords(word).join('') === word);
				const ranges = markRanges(text, [word]);
				expect(ranges.length).toBeGreaterThan(0);
				for (const [at, { start, end }] of ranges.entries()) {
					expect(fold(text.slice(start, end))).toContain(word);
					expect(start).toBeGreaterThan(ranges[at - 1]?.end ?? -1);
				}
			}),
			{ numRuns: times(1500, 20_000) }
		);
	});

	test('an excerpt shows its mark, whole, between words, and no half of a letter', () => {
		const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', ' ', '😀', 'ß', '\n'), maxLength: 900 });
		fc.assert(
			fc.property(text, text, (before, after) => {
				const whole = `${before}Xylo${after}`;
				const excerpt = excerptOf(whole, markRanges(whole, ['xylo']));
				expect(excerpt.marks.map(({ start, end }) => excerpt.text.slice(start, end))).toEqual(['Xylo']);
				expect(whole).toContain(excerpt.text);
				expect(excerpt.text.length).toBeLessThan(300);
				expect(excerpt.text.isWellFormed()).toBe(true);
				expect(excerpt.cutStart || excerpt.cutEnd).toBe(excerpt.text !== whole.trim());
			}),
			{ numRuns: times(300, 5000) }
		);
	});

	test('a query is taken apart at spaces and signs, each word once', () => {
		expect(queryWords('  Schlaf-los,  schlaf ')).toEqual(['schlaf', 'los']);
		expect(queryWords("O’Brien's")).toEqual(['o', 'brien', 's']);
		expect(queryWords('?!')).toEqual([]);
	});
});
