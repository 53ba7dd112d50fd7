// `npm start`: installs, builds and serves the casebook on this machine.
import { requireNode } from './lib/node-version.mjs';
import { build } from './lib/build.mjs';
import { install } from './lib/install.mjs';

/** @returns {number} the port asked for by `--port`, by PORT, or the usual one */
function wantedPort() {
	const at = process.argv.findIndex((word) => word === '--port' || word.startsWith('--port='));
	const word = process.argv[at];
	const asked = at < 0 || word === undefined ? process.env.PORT : word.includes('=') ? word.split('=')[1] : process.argv[at + 1];
	const port = Number(asked ?? 4173);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	process.stderr.write(`A port is a whole number from 1 to 65535; '${asked}' is not. Example: npm start -- --port 8080\n`);
	process.exit(1);
}

requireNode();
const port = wantedPort();
if (!(await install())) process.exit(1);
if (!(await build())) {
	process.stderr.write('The site could not be built; the reason is above.\n');
	process.exit(1);
}
const { serve } = await import('./serve.mjs');
const { url, close } = await serve({ port });
const other = Number(new URL(url).port) === port ? '' : ` (port ${port} is taken by another program)`;
process.stdout.write(`\n  Casekeep is ready: ${url}${other}\n  Stop it with Ctrl+C.\n\n`);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
	process.once(signal, () => {
		process.exitCode = 0;
		// A browser may keep its connection open; the page it shows works without us.
		setTimeout(() => process.exit(0), 500).unref();
		void close().then(() => process.exit(0));
	});
}
