// `npm run bench`: builds, runs tests/bench/*.bench.ts against the built site through Playwright (project `bench`, one
// after the other), and prints what they measured: a table, and JSON on stdout and in .casekeep/bench.json.
//
// A bench file is a Playwright test that calls `record(result)` of tests/bench/support.ts once per figure:
//   { name, unit, value, n, reference?: { name, value }, aim? }
// `value` is the median of `n` runs, `reference` the same work without us in the same run. `aim` is the most that the
// value may be, or, with a reference, the most that value / reference may be; missing an aim fails nothing, it is shown.
// The results travel as lines of JSON in .casekeep/bench/*.jsonl.
//
//   npm run bench -- commits       only the files or titles that match
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireNode } from './lib/node-version.mjs';
import { build } from './lib/build.mjs';
import { findChromium } from './lib/chromium.mjs';
import { install } from './lib/install.mjs';
import { root, runTool } from './lib/run.mjs';

/**
 * @typedef {{ name: string, unit: string, value: number, n: number, aim?: number,
 *   reference?: { name: string, value: number }, ratio?: number, met?: boolean }} Result
 */

requireNode();
if (!(await install())) process.exit(1);
const chromium = await findChromium();
if (!chromium || !(await build())) process.exit(1);

const folder = join(root, '.casekeep/bench');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const code = await runTool('playwright', ['test', '--project=bench', '--workers=1', '--reporter=list', ...process.argv.slice(2)], {
	env: { CASEKEEP_CHROMIUM: chromium, CASEKEEP_BENCH: folder },
	minutes: 60
});

/** @type {Result[]} */
const results = readdirSync(folder)
	.filter((name) => name.endsWith('.jsonl'))
	.flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
	.filter(Boolean)
	.map((line) => JSON.parse(line));
for (const result of results) {
	const { value, reference, aim } = result;
	if (reference && reference.value > 0) result.ratio = value / reference.value;
	if (aim !== undefined) result.met = (result.ratio ?? value) <= aim;
}

const json = JSON.stringify({ node: process.version, chromium, results }, null, '\t');
writeFileSync(join(root, '.casekeep/bench.json'), `${json}\n`);

/** @param {number} value @param {string} unit */
const figure = (value, unit) =>
	unit === 'bytes' ? `${(value / 1000).toFixed(1)} kB` : `${value.toPrecision(4).replace(/\.?0+$/, '')} ${unit}`;
const rows = [
	['figure', 'median', 'reference', 'ratio', 'aim', 'n'],
	...results.map(({ name, unit, value, reference, ratio, aim, met, n }) => [
		name,
		figure(value, unit),
		reference ? `${reference.name}: ${figure(reference.value, unit)}` : '',
		ratio === undefined ? '' : `${ratio.toFixed(2)}x`,
		aim === undefined ? '' : `${ratio === undefined ? figure(aim, unit) : `${aim}x`} ${met ? 'met' : 'MISSED'}`,
		String(n)
	])
];
const widths = (rows[0] ?? []).map((_title, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
process.stdout.write(`\n${json}\n\n`);
for (const row of rows) {
	process.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()}\n`);
}
if (results.length === 0) process.stderr.write('Nothing was measured.\n');
process.exit(code !== 0 || results.length === 0 ? 1 : 0);
