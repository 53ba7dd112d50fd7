// Finds a Chromium for the tests, or gets one. Playwright drives any Chromium or Chrome of about the same age.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, runTool } from './run.mjs';

const variables = ['CASEKEEP_CHROMIUM', 'CHROME_PATH', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'];
const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

const shellNames = ['chromium-headless-shell', 'chrome-headless-shell'];

/**
 * @param {string[]} commands what the browser is called
 * @returns {string[]} where a command usually is on a machine with a PATH
 */
function onPath(commands) {
	const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
	return commands.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)));
}

/** @returns {string[]} where browsers usually are on this kind of machine */
function usualPlaces() {
	const { env, platform } = process;
	if (platform === 'darwin') {
		return ['', env.HOME ?? ''].flatMap((home) => [
			`${home}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
			`${home}/Applications/Chromium.app/Contents/MacOS/Chromium`
		]);
	}
	if (platform === 'win32') {
		return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
			folder ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Chromium/Application/chrome.exe')] : []
		);
	}
	return onPath(names);
}

/**
 * Whether a browser is there and starts: a stub without its package, or a download without the system's libraries,
 * does not.
 * @param {string} path
 */
function starts(path) {
	if (!existsSync(path)) return false;
	if (process.platform === 'win32') return true;
	return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
}

/** @returns {Promise<string>} where Playwright keeps its own Chromium, whether it is there or not */
async function playwrightsOwn() {
	const { chromium } = await import('playwright');
	return chromium.executablePath();
}

/** @returns {boolean} whether apt may be asked */
const mayUseApt = () => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/**
 * Finds a Chromium and, when there is none, installs one.
 * @returns {Promise<string | undefined>} its path, or undefined after telling what to do
 */
export async function findChromium() {
	for (const variable of variables) {
		const path = process.env[variable];
		if (!path) continue;
		if (starts(path)) return path;
		process.stderr.write(`${variable} names ${path}, which does not start; looking elsewhere.\n`);
	}
	const own = await playwrightsOwn();
	const found = [own, ...usualPlaces()].find(starts);
	if (found) return found;

	process.stdout.write('No Chromium on this machine: installing one through Playwright\n');
	await runTool('playwright', ['install', 'chromium'], { minutes: 10 });
	if (starts(own)) return own;
	if (mayUseApt()) {
		process.stdout.write('That did not give a browser that starts: installing Chromium through apt\n');
		const env = { DEBIAN_FRONTEND: 'noninteractive' };
		await run('apt-get', ['update'], { env, minutes: 5 });
		await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env, minutes: 10 });
		// With the system's libraries in place, Playwright's own may start too.
		const installed = [...usualPlaces(), own].find(starts);
		if (installed) return installed;
	}
	process.stderr.write(
		[
			'The tests need a Chromium and none could be found or installed. Do one of these, then run `npm test` again:',
			'  - install Chromium or Google Chrome the usual way for this system',
			'  - with the network there: npx playwright install --with-deps chromium',
			'  - name one that is elsewhere: CASEKEEP_CHROMIUM=/path/to/chromium npm test',
			''
		].join('\n')
	);
	return undefined;
}

/** @returns {Promise<string>} where Playwright keeps its own headless shell, or '' when it does not say */
async function playwrightsShell() {
	const { chromium } = await import('playwright');
	// Beside its Chromium and of the same revision: chromium-1234 has chromium_headless_shell-1234.
	const [, store, revision] = /^(.*)[\\/]chromium-(\d+)[\\/]/.exec(chromium.executablePath()) ?? [];
	if (!store) return '';
	const folder = join(store, `chromium_headless_shell-${revision}`);
	if (!existsSync(folder)) return '';
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	const file = files.find((path) => /[\\/](chrome-headless-shell|headless_shell)(\.exe)?$/.test(path));
	return file ? join(folder, file) : '';
}

/**
 * Finds the headless shell: the engine of Chromium without the browser around it. Tests that need no whole browser run in it
 * in three quarters of the time.
 * @returns {Promise<string | undefined>} its path, or undefined: Chromium does as well
 */
export async function findHeadlessShell() {
	const candidates = [process.env.CASEKEEP_HEADLESS_SHELL ?? '', await playwrightsShell(), ...onPath(shellNames)];
	const found = candidates.filter(Boolean).find(starts);
	if (found || !mayUseApt()) return found;
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	await run('apt-get', ['update', '-qq'], { env, minutes: 5 });
	await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell'], { env, minutes: 10 });
	return onPath(shellNames).find(starts);
}
