import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runTool } from './run.mjs';

const inputs = [
	'messages',
	'package-lock.json',
	'package.json',
	'project.inlang/settings.json',
	'scripts/precache.js',
	'scripts/security-headers.js',
	'src',
	'static',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];
const settings = ['CASEKEEP_BASE', 'CASEKEEP_VERSION'];
const mark = join(root, '.casekeep/build.json');

/**
 * @param {string} path below the project's folder
 * @returns {string[]} the file itself, or all files below the folder, in a fixed order
 */
function filesOf(path) {
	if (path === 'src/lib/paraglide') return [];
	if (!statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory()) return [path];
	return readdirSync(join(root, path))
		.sort()
		.flatMap((name) => filesOf(`${path}/${name}`));
}

/** @returns {string} a hash of everything the build is made from */
function hashOfInputs() {
	const hash = createHash('sha256');
	for (const name of settings) hash.update(`${name}=${process.env[name] ?? ''}\n`);
	for (const path of inputs.flatMap(filesOf)) {
		hash.update(`${path}\n`);
		try {
			hash.update(readFileSync(join(root, path)));
		} catch {
			hash.update('missing');
		}
	}
	return hash.digest('hex');
}

/** @returns {number} when the built page was written, 0 when there is none */
const builtAt = () => statSync(join(root, 'build/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/**
 * Builds the site into `build/`, unless the build there was made from the very same files.
 * @returns {Promise<boolean>} false when building did not work; the builder has said why
 */
export async function build() {
	const hash = hashOfInputs();
	try {
		const last = JSON.parse(readFileSync(mark, 'utf8'));
		if (last.hash === hash && last.builtAt === builtAt()) {
			process.stdout.write('The build is up to date.\n');
			return true;
		}
	} catch {
		// No build of ours yet.
	}
	if ((await runTool('vite', ['build', '--logLevel', 'warn'], { minutes: 10 })) !== 0 || builtAt() === 0) return false;
	mkdirSync(join(root, '.casekeep'), { recursive: true });
	writeFileSync(mark, JSON.stringify({ hash, builtAt: builtAt() }));
	process.stdout.write('Built.\n');
	return true;
}
