// @ts-check
// Tells the service worker what the finished build consists of. `$service-worker` cannot: it leaves out the page itself
// and knows no content, so that a page changed under an unchanged version number would stay behind, pointing at files
// that are gone.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files that belong to the host, to the browser's installer, or to the worker itself. */
const left = [/^service-worker\.js$/, /^_headers$/, /^_app\/version\.json$/, /^screenshots\//, /\.map$/, /(^|\/)\./];

/** The text that the worker's source leaves for the list. */
const place = 'self.__WB_MANIFEST';

/**
 * @typedef {object} Entry
 * @property {string} url relative to the worker
 * @property {string | null} revision hash of the content, null where the name itself has one
 * @property {string} integrity for the browser to check what it was given
 */

/**
 * @param {string} folder
 * @param {string} [below]
 * @returns {string[]} paths of all files, in a fixed order
 */
function filesOf(folder, below = '') {
	return readdirSync(join(folder, below))
		.sort()
		.flatMap((name) => {
			const path = below ? `${below}/${name}` : name;
			return statSync(join(folder, path)).isDirectory() ? filesOf(folder, path) : [path];
		});
}

/**
 * Lists the files of a finished build that must be on the device.
 * @param {string} folder the build
 * @returns {Entry[]}
 */
export function precacheEntries(folder) {
	return filesOf(folder)
		.filter((path) => !left.some((pattern) => pattern.test(path)))
		.map((path) => {
			const content = readFileSync(join(folder, path));
			const named = path.startsWith('_app/immutable/');
			return {
				url: path === 'index.html' ? './' : path,
				revision: named ? null : createHash('sha256').update(content).digest('hex').slice(0, 16),
				integrity: `sha256-${createHash('sha256').update(content).digest('base64')}`
			};
		});
}

/**
 * Fills the list into the built service worker.
 * @param {string} folder the build
 * @throws when the worker does not leave exactly one place for it
 */
export function writePrecache(folder) {
	const path = join(folder, 'service-worker.js');
	const parts = readFileSync(path, 'utf8').split(place);
	if (parts.length !== 2) throw new Error(`${path} must hold ${place} once; it holds it ${parts.length - 1} times.`);
	writeFileSync(path, parts.join(JSON.stringify(precacheEntries(folder))));
}
