import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ui = new URL('../../../src/lib/ui/', import.meta.url);
const files = readdirSync(ui, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(svelte|ts)$/.test(name));
const sourceOf = (name: string): string => readFileSync(new URL(name, ui), 'utf8');

test('the chart library is reached through one dynamic import only', () => {
	const reaching = files.filter((name) => /^import (?!type).*'(chart\.js|chartjs-plugin-annotation)'/m.test(sourceOf(name).replaceAll(/import \{[^}]*\} from 'chart\.js'/g, "import x from 'chart.js'")));
	expect(reaching).toEqual(['chart/draw.ts']);
	const drawing = files.filter((name) => /^\s*import (?!type).*'\.\/draw'/m.test(sourceOf(name)));
	expect(drawing).toEqual([]);
	expect(sourceOf('chart/LineChart.svelte')).toContain("import('./draw')");
});

test('icons come by their own path, and nothing here puts markup or style elements into the page', () => {
	for (const name of files) {
		const source = sourceOf(name);
		expect(source, name).not.toMatch(/from '@lucide\/svelte'/);
		expect(source, name).not.toMatch(/innerHTML|insertAdjacentHTML|\{@html|createElement\('(style|script)'\)/);
	}
});
