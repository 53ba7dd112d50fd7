// `npm test`: installs, finds a Chromium, then types, unit, real-browser, lint, build and end-to-end, all of them even
// when one fails. The last line alone is the sum: `N passed, N failed`. On components the lint leaves out the rules that
// ask for types, unless `--full`.
//
//   npm test                       the sampled proofs, minutes
//   npm test -- --full             the long proofs too (`npm run proofs`): sets CASEKEEP_FULL=1
//   npm test -- --only unit,e2e    some stages, for work in progress
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { requireNode } from './lib/node-version.mjs';
import { build } from './lib/build.mjs';
import { findChromium, findHeadlessShell } from './lib/chromium.mjs';
import { countPlaywright, countVitest, readReport } from './lib/counts.mjs';
import { install } from './lib/install.mjs';
import { root, runTool } from './lib/run.mjs';

requireNode();

const { values: options } = parseArgs({ options: { full: { type: 'boolean' }, only: { type: 'string' } } });
const only = options.only?.split(',');
const minutes = options.full ? 240 : 18;
const reports = join(root, '.casekeep/reports');

/** @type {Record<string, string>} */
const env = options.full ? { CASEKEEP_FULL: '1' } : {};

/** @param {boolean} good @returns {import('./lib/counts.mjs').Count} a check counts as one test */
const check = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1 });

/**
 * @param {string} name
 * @param {string} [shard] which part of the files, `1/2`
 * @returns {Promise<import('./lib/counts.mjs').Count>}
 */
async function vitest(name, shard) {
	const report = join(reports, `${name}${shard ? `-${shard.replace('/', '-of-')}` : ''}.json`);
	const args = ['run', '--project', name, '--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`];
	const code = await runTool('vitest', shard ? [...args, `--shard=${shard}`] : args, { env, minutes });
	return countVitest(readReport(report), code);
}

/**
 * A browser works through its files one after the other, whatever it is allowed. Two browsers have half each.
 * @returns {Promise<import('./lib/counts.mjs').Count>}
 */
async function inTwoBrowsers() {
	const halves = await Promise.all([vitest('browser', '1/2'), vitest('browser', '2/2')]);
	const notes = halves.flatMap(({ note }) => note ?? []);
	return {
		passed: halves.reduce((sum, half) => sum + half.passed, 0),
		failed: halves.reduce((sum, half) => sum + half.failed, 0),
		...(notes.length > 0 ? { note: notes.join('; ') } : {})
	};
}

/**
 * The lint takes one core for a minute. It goes on beside the stages that leave one free, and tells what it found
 * when its own turn to report comes: before the build, which writes what the linter reads.
 */
function startLint() {
	/** @type {Buffer[]} */
	const said = [];
	const begun = Date.now();
	const ended = runTool('eslint', ['.', '--max-warnings', '0'], {
		env: options.full ? {} : { CASEKEEP_LINT: 'quick' },
		output: (chunk) => said.push(chunk)
	});
	return ended.then((code) => ({ code, said: Buffer.concat(said), seconds: Math.round((Date.now() - begun) / 1000) }));
}
/** @type {ReturnType<typeof startLint> | undefined} */
let linting;

/** @type {Record<string, { title: string, run: () => Promise<import('./lib/counts.mjs').Count> }>} */
const stages = {
	types: {
		title: 'Types',
		run: async () => {
			const pages = await runTool('svelteCheck', ['--tsconfig', './tsconfig.json', '--fail-on-warnings']);
			const worker = await runTool('tsc', ['-p', 'scripts/tsconfig.worker.json']);
			const around = await runTool('tsc', ['-p', 'scripts/tsconfig.json']);
			return check(pages === 0 && worker === 0 && around === 0);
		}
	},
	unit: { title: 'Unit tests', run: () => vitest('unit') },
	browser: { title: 'Tests in a real browser', run: inTwoBrowsers },
	lint: {
		title: 'Lint',
		run: async () => {
			const { code, said, seconds } = await (linting ??= startLint());
			process.stdout.write(said);
			return { ...check(code === 0), note: `took ${seconds} s, beside the stages above` };
		}
	},
	build: { title: 'Build', run: async () => check(await build()) },
	e2e: {
		title: 'End-to-end tests against the built site',
		run: async () => {
			const report = join(reports, 'e2e.json');
			const code = await runTool('playwright', ['test', '--project=e2e', '--reporter=list,json'], {
				env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
				minutes
			});
			return countPlaywright(readReport(report), code);
		}
	}
};

const unknown = (only ?? []).filter((name) => !(name in stages));
if (unknown.length > 0) {
	process.stderr.write(`No stage is called ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}\n`);
	process.exit(1);
}

if (!(await install())) process.exit(1);
const chromium = await findChromium();
if (!chromium) process.exit(1);
const shell = await findHeadlessShell();
env.CASEKEEP_CHROMIUM = chromium;
if (shell) env.CASEKEEP_HEADLESS_SHELL = shell;
process.stdout.write(`Chromium: ${chromium}\nHeadless shell: ${shell ?? 'none, Chromium in its place'}\n`);

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

// What the compiler and the linter read is partly generated. Should that go wrong, they say so. The messages of one
// language in one file: a file for each, as the build makes them for small chunks, would triple what has to be read.
const messages = ['--project', './project.inlang', '--outdir', './src/lib/paraglide', '--strategy', 'baseLocale'];
await runTool('paraglide', ['compile', ...messages, '--output-structure', 'locale-modules', '--silent']);
await runTool('svelteKit', ['sync']);

if (!only || only.includes('lint')) linting = startLint();

/** @type {string[]} */
const table = [];
const sum = { passed: 0, failed: 0 };
for (const [name, stage] of Object.entries(stages)) {
	if (only && !only.includes(name)) continue;
	process.stdout.write(`\n── ${stage.title} ${'─'.repeat(Math.max(0, 60 - stage.title.length))}\n\n`);
	const begun = Date.now();
	const { passed, failed, note } = await stage.run();
	sum.passed += passed;
	sum.failed += failed;
	const seconds = Math.round((Date.now() - begun) / 1000);
	table.push(
		`${name.padEnd(8)} ${String(passed).padStart(6)} passed ${String(failed).padStart(5)} failed ${String(seconds).padStart(6)} s${note ? `   ${note}` : ''}`
	);
}

process.stdout.write(`\n${table.join('\n')}\n`);
if (only) process.stdout.write(`Only ${only.join(', ')} ran: this is not the whole suite.\n`);
process.stdout.write(`${sum.passed} passed, ${sum.failed} failed\n`);
process.exit(sum.failed > 0 ? 1 : 0);
