import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

// WCAG 2.2, 1.4.3 and 1.4.11, computed from the tokens themselves; formula from the definition of relative luminance.

type Colours = Map<string, string>;
const css = readFileSync(new URL('../../../src/app.css', import.meta.url), 'utf8');

/** Text of the rule that starts with the given selector. */
function ruleOf(selector: string): string {
	const from = css.indexOf(`${selector} {`);
	if (from < 0) throw new Error(`No rule ${selector}`);
	return css.slice(from, css.indexOf('}', from));
}

/** Colour tokens of a rule; index 0 by day, 1 by night. */
function coloursOf(rule: string, index: 1 | 2): Colours {
	const found = rule.matchAll(/--([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g);
	return new Map([...found].map((match) => [match[1] ?? '', match[index + 1] ?? '']));
}

function luminance(hex: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
		const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
	const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (high + 0.05) / (low + 0.05);
}

const base = ruleOf('\n:root');
const high = ruleOf("\n:root[data-theme='contrast']");
const highByMedia = ruleOf('	:root:not([data-theme])');

const themes: Record<string, Colours> = {
	light: coloursOf(base, 1),
	dark: coloursOf(base, 2),
	'contrast by day': new Map([...coloursOf(base, 1), ...coloursOf(high, 1)]),
	'contrast by night': new Map([...coloursOf(base, 2), ...coloursOf(high, 2)])
};

const sheets = ['paper', 'surface', 'sunken'];
const bands = ['b1', 'b2', 'b3', 'b4'];
/** Text colour -> what it is written on. */
const texts: Record<string, string[]> = {
	ink: [...sheets, ...bands, 'accent-soft', 'warn-soft', 'risk-soft', 'ok-soft', 'words-soft'],
	muted: [...sheets, 'accent-soft'],
	accent: ['paper', 'surface', 'accent-soft'],
	risk: ['paper', 'surface', 'risk-soft'],
	warn: ['surface', 'warn-soft'],
	ok: ['surface', 'ok-soft'],
	words: ['paper', 'surface', 'words-soft'],
	'accent-ink': ['accent'],
	'risk-ink': ['risk'],
	'words-ink': ['words'],
	paper: ['ink'],
	surface: ['ink']
};
/** Shapes that carry meaning -> what they lie on: frames of fields, lines of charts, the focus ring, the progress bar. */
const shapes: Record<string, string[]> = {
	edge: ['paper', 'surface'],
	accent: [...sheets, 'accent-soft', 'warn-soft', 'risk-soft', 'words-soft'],
	risk: ['surface'],
	words: ['paper', 'words-soft', ...bands],
	muted: bands,
	s1: ['surface', ...bands],
	s2: ['surface', ...bands],
	s3: ['surface', ...bands],
	s4: ['surface', ...bands]
};

function pairsBelow(colours: Colours, pairs: Record<string, string[]>, least: number): string[] {
	return Object.entries(pairs).flatMap(([front, backs]) =>
		backs.flatMap((back) => {
			const [a, b] = [colours.get(front), colours.get(back)];
			if (!a || !b) return [`${front} or ${back} is missing`];
			const ratio = contrast(a, b);
			return ratio < least ? [`${front} on ${back}: ${ratio.toFixed(2)}`] : [];
		})
	);
}

describe('contrast of the tokens', () => {
	test('the formula gives the published extremes', () => {
		expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
		expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
	});

	test.each(Object.keys(themes))('%s: text reaches 4.5 to 1, shapes 3 to 1', (name) => {
		const colours = themes[name] ?? new Map<string, string>();
		expect(pairsBelow(colours, texts, 4.5)).toEqual([]);
		expect(pairsBelow(colours, shapes, 3)).toEqual([]);
	});

	test.each(['contrast by day', 'contrast by night'])('%s: text reaches 7 to 1', (name) => {
		expect(pairsBelow(themes[name] ?? new Map<string, string>(), texts, 7)).toEqual([]);
	});

	test('the high-contrast set is the same by choice and by system setting', () => {
		const lines = (rule: string): string[] => (rule.match(/--[^;]+;/g) ?? []).map((line) => line.trim());
		expect(lines(high).length).toBeGreaterThan(20);
		expect(lines(highByMedia)).toEqual(lines(high));
	});
});
