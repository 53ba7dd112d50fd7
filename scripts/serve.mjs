// Serves a built site from this machine with the full header table, through Vite's own preview server, but without
// the plugins of vite.config.ts: what is served is the very folder that a host would get.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from './lib/run.mjs';

/**
 * Starts serving.
 * @param {{ folder?: string, port?: number, strictPort?: boolean, base?: string }} [options] `folder` the built site;
 *   `port` the first one tried, and with `strictPort` the only one; `base` the path it was built for
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} where it is, and how to stop it
 * @throws when there is no built site, or no port
 */
export async function serve({ folder = 'build', port = 4173, strictPort = false, base = process.env.CASEKEEP_BASE } = {}) {
	const site = resolve(root, folder);
	if (!existsSync(join(site, 'index.html'))) throw new Error(`There is no built site in ${site}: run \`npm run build\`.`);
	const { preview } = await import('vite');
	const { securityHeaders } = await import('./security-headers.js');
	const server = await preview({
		configFile: false,
		envDir: false,
		root,
		base: base ? `${base}/` : '/',
		appType: 'mpa',
		logLevel: 'error',
		build: { outDir: site },
		preview: { host: 'localhost', port, strictPort, cors: false },
		plugins: [securityHeaders(site)]
	});
	const url = server.resolvedUrls?.local[0];
	if (!url) throw new Error('The server has no address.');
	return { url, close: () => server.close() };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const { values } = parseArgs({ options: { folder: { type: 'string' }, port: { type: 'string' } } });
	process.exitCode = 0;
	const { url } = await serve({
		...(values.folder ? { folder: values.folder } : {}),
		...(values.port ? { port: Number(values.port), strictPort: true } : {})
	});
	process.stdout.write(`${url}\n`);
	process.once('SIGINT', () => process.exit(0));
}
