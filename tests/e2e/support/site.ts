import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { precacheEntries } from '../../../scripts/precache.js';

/** @returns a port that nobody uses just now */
function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.on('error', reject);
		probe.listen(0, 'localhost', () => {
			const address = probe.address();
			probe.close(() => {
				if (address !== null && typeof address === 'object') resolve(address.port);
				else reject(new Error('no port'));
			});
		});
	});
}

/** A copy of the built site with a server process of its own. */
export class Site {
	#server: ChildProcess | undefined;

	private constructor(
		/** The folder that is served. */
		readonly folder: string,
		readonly port: number
	) {}

	/** Where it is, with the closing slash. */
	get url(): string {
		return `http://localhost:${this.port}/`;
	}

	/** Copies the build; the server is not started yet. */
	static async copy(): Promise<Site> {
		const folder = mkdtempSync(join(tmpdir(), 'casekeep-site-'));
		cpSync('build', folder, { recursive: true });
		return new Site(folder, await freePort());
	}

	/** Starts the server process and waits until it answers. */
	async start(): Promise<void> {
		if (this.#server) return;
		const server = spawn(
			process.execPath,
			['scripts/serve.mjs', '--folder', this.folder, '--port', String(this.port)],
			{ stdio: ['ignore', 'pipe', 'inherit'] }
		);
		this.#server = server;
		await new Promise<void>((resolve, reject) => {
			server.stdout.on('data', (text: Buffer) => {
				if (text.includes('http://')) resolve();
			});
			server.on('exit', (code) => {
				reject(new Error(`The server ended with ${String(code)}.`));
			});
		});
	}

	/** Kills the server process and waits until it is gone: from here on nothing answers. */
	async stop(): Promise<void> {
		const server = this.#server;
		this.#server = undefined;
		if (!server || server.exitCode !== null || server.signalCode !== null) return;
		const gone = new Promise((resolve) => server.once('exit', resolve));
		server.kill('SIGKILL');
		await gone;
	}

	/** Removes the copy. */
	remove(): void {
		rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
	}

	/**
	 * Turns the copy into a newer version: another page, one file more under a name with its hash, one file fewer, and a
	 * service worker that lists them.
	 * @param name what the newer version calls itself in `<meta name="casekeep-version">`
	 * @param options `honest: false` lists hashes that the files do not have, as on a host where an upload broke off
	 */
	publish(name: string, { honest = true } = {}): void {
		const worker = join(this.folder, 'service-worker.js');
		const page = join(this.folder, 'index.html');
		const before = JSON.stringify(precacheEntries(this.folder));
		const mark = `<meta name="casekeep-version" content="${name}" />`;
		const html = readFileSync(page, 'utf8').replace(/<meta name="casekeep-version"[^>]*>/, '');
		writeFileSync(page, html.replace('<title>', `${mark}<title>`));
		const text = `export const version = ${JSON.stringify(name)};\n`;
		const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
		writeFileSync(join(this.folder, `_app/immutable/chunks/version.${hash}.js`), text);
		const parts = readFileSync(worker, 'utf8').split(before);
		if (parts.length !== 2) throw new Error('The service worker does not list the files of its build.');
		writeFileSync(worker, parts.join(JSON.stringify(precacheEntries(this.folder))));
		if (!honest) writeFileSync(page, html.replace('<title>', `${mark}<!-- half of it --><title>`));
	}
}
