// @ts-check
// Which file may import what. A local rule because core `no-restricted-imports` does not see `import()` and cannot
// tell a feature's own files from another feature's. The layout it guards is described in docs/architecture.md.
import { posix } from 'node:path';

/**
 * @typedef {object} Importer a file of ours that imports something
 * @property {string} path path from the project's root, forward slashes
 * @property {'crypto' | 'storage' | 'vault' | 'ui' | 'forms' | 'measurement' | 'pwa' | 'feature' | 'route' | 'other'} area
 * @property {'model' | 'table' | 'demo' | 'state' | 'screen'} kind what the file name says it is
 * @property {string} feature name of the feature's folder, or ''
 */

/**
 * @typedef {object} Target what is imported
 * @property {string} name a package name with its sub-path, or '' for a file of ours
 * @property {Importer | undefined} file a file of ours, or undefined for a package
 * @property {boolean} typeOnly nothing of it remains at run time
 * @property {string[]} names imported names, '*' for a whole module
 */

/**
 * Reads a path's place in the layout.
 * @param {string} path path from the project's root, forward slashes
 * @returns {Importer}
 */
export function placeOf(path) {
	const area = /^src\/lib\/(crypto|storage|vault|ui|forms|measurement|pwa)\//.exec(path)?.[1];
	const feature = /^src\/lib\/features\/([^/]+)\//.exec(path)?.[1] ?? '';
	const name = path.replace(/\.(?:ts|js)$/, '');
	// `notes.svelte` in an import means notes.svelte.ts, `NoteList.svelte` the component: components have capitals.
	const kind = /\/[A-Z+][^/]*\.svelte$/.test(path)
		? 'screen'
		: /\.svelte$/.test(name)
			? 'state'
			: /\.table$/.test(name)
				? 'table'
				: /\.demo$/.test(name)
					? 'demo'
					: 'model';
	return {
		path,
		area: /** @type {Importer['area']} */ (
			area ?? (feature ? 'feature' : path.startsWith('src/routes/') ? 'route' : 'other')
		),
		kind,
		feature
	};
}

/**
 * Whether a package is one of the given ones, or a part of one.
 * @param {Target} target
 * @param {string[]} packages
 */
const isPackage = (target, ...packages) =>
	packages.some((name) => target.name === name || target.name.startsWith(`${name}/`));

/** @param {Target} target @param {Importer['area'][]} areas */
const isArea = (target, ...areas) => target.file !== undefined && areas.includes(target.file.area);

/** @param {Target} target */
const isSvelte = (target) =>
	isPackage(target, 'svelte', '$app', 'bits-ui', '@lucide/svelte', 'chart.js') ||
	(target.file !== undefined && (target.file.kind === 'screen' || target.file.kind === 'state'));

const toolAreas = /** @type {const} */ (['ui', 'forms', 'measurement', 'crypto', 'storage', 'vault', 'pwa']);

/**
 * The table of rules: the first one that applies speaks. Each message says where the code belongs.
 * @type {{ message: string, breaks: (from: Importer, to: Target) => boolean }[]}
 */
export const layerRules = [
	{
		message: 'Cryptography belongs in src/lib/crypto: call what is exported there, or add the function there.',
		breaks: (from, to) =>
			from.area !== 'crypto' &&
			isPackage(to, 'hash-wasm', 'age-encryption', 'node:crypto', '@noble/hashes', '@noble/ciphers', '@noble/curves')
	},
	{
		message: 'Dexie belongs in src/lib/storage: use a sealed table (`*.table.ts`), and src/lib/live.svelte.ts to watch it.',
		breaks: (from, to) =>
			from.area !== 'storage' && from.path !== 'src/lib/live.svelte.ts' && isPackage(to, 'dexie')
	},
	{
		message: "Import an icon by its own path, as in '@lucide/svelte/icons/lock': the whole set builds 16 times slower.",
		breaks: (_from, to) => to.name === '@lucide/svelte' || to.name === '@lucide/svelte/icons'
	},
	{
		message: 'The clock is passed in: take the time and the zone from src/lib/clock.ts, so that a year can be lived in a test.',
		breaks: (from, to) =>
			from.path !== 'src/lib/clock.ts' &&
			isPackage(to, '@internationalized/date') &&
			to.names.some((name) => ['now', 'today', 'getLocalTimeZone'].includes(name))
	},
	{
		message: 'Routes compose features and nothing in src/lib knows them: move what is shared into a feature or src/lib/ui.',
		breaks: (from, to) => from.area !== 'route' && isArea(to, 'route')
	},
	{
		message: 'ui, forms, measurement, crypto, storage, vault and pwa know no feature: pass it in as a value, or move this code into the feature.',
		breaks: (from, to) => toolAreas.includes(/** @type {any} */ (from.area)) && isArea(to, 'feature')
	},
	{
		message: "A feature imports only another feature's model (`x.ts`): bring features together in src/routes.",
		breaks: (from, to) =>
			from.area === 'feature' &&
			to.file?.area === 'feature' &&
			to.file.feature !== from.feature &&
			to.file.kind !== 'model'
	},
	{
		message: 'ui, forms and measurement store and seal nothing: keep that in a feature and pass values in.',
		breaks: (from, to) =>
			['ui', 'forms', 'measurement'].includes(from.area) && isArea(to, 'storage', 'crypto', 'vault')
	},
	{
		message: 'crypto is the lowest layer: it knows no storage, vault, form or screen. The caller passes in what it needs.',
		breaks: (from, to) =>
			from.area === 'crypto' && (isArea(to, 'storage', 'vault', 'ui', 'forms', 'measurement', 'pwa') || isSvelte(to))
	},
	{
		message: 'storage stays below the vault and the screens: what it needs from there is passed in.',
		breaks: (from, to) => from.area === 'storage' && (isArea(to, 'vault', 'ui', 'forms', 'pwa') || isSvelte(to))
	},
	{
		message: 'A model file holds types and rules only: storing belongs in `*.table.ts`.',
		breaks: (from, to) =>
			from.area === 'feature' &&
			from.kind === 'model' &&
			(to.file?.kind === 'table' || to.file?.kind === 'demo' || (isArea(to, 'storage', 'vault') && !to.typeOnly))
	},
	{
		message: 'A model file holds types and rules only: state belongs in `*.svelte.ts`, screens in `*.svelte`.',
		breaks: (from, to) =>
			(from.area === 'feature' || from.area === 'forms' || from.area === 'measurement') &&
			from.kind === 'model' &&
			(isSvelte(to) || isArea(to, 'ui'))
	},
	{
		message: 'A table file only stores: state belongs in `*.svelte.ts`, screens in `*.svelte`.',
		breaks: (from, to) => from.kind === 'table' && (isSvelte(to) || isArea(to, 'ui'))
	},
	{
		message: 'State knows no screen: let the component import the state.',
		breaks: (from, to) => from.kind === 'state' && to.file?.kind === 'screen'
	}
];

/**
 * Finds what an import specifier means.
 * @param {string} from path of the importing file
 * @param {string} specifier
 * @returns {Pick<Target, 'name' | 'file'>}
 */
export function targetOf(from, specifier) {
	const bare = specifier.replace(/\?.*$/, '');
	const path = bare.startsWith('.')
		? posix.join(posix.dirname(from), bare)
		: bare.startsWith('$lib/')
			? bare.replace('$lib', 'src/lib')
			: undefined;
	return path === undefined ? { name: bare, file: undefined } : { name: '', file: placeOf(path) };
}

/** @type {import('eslint').Rule.RuleModule} */
export const layers = {
	meta: { type: 'problem', docs: { description: 'guards the layers of src' }, schema: [] },
	create(context) {
		const root = context.cwd.replaceAll('\\', '/');
		const from = placeOf(posix.relative(root, context.filename.replaceAll('\\', '/')));

		/**
		 * @param {any} node
		 * @param {unknown} specifier
		 * @param {boolean} typeOnly
		 * @param {string[]} names
		 */
		function check(node, specifier, typeOnly, names) {
			if (typeof specifier !== 'string') return;
			const target = { ...targetOf(from.path, specifier), typeOnly, names };
			const broken = layerRules.find((rule) => rule.breaks(from, target));
			if (broken) context.report({ node, message: broken.message });
		}

		return {
			/** @param {any} node */
			ImportDeclaration(node) {
				const specifiers = /** @type {any[]} */ (node.specifiers);
				const typeOnly =
					node.importKind === 'type' ||
					(specifiers.length > 0 && specifiers.every((one) => one.importKind === 'type'));
				check(node, node.source.value, typeOnly, specifiers.map((one) => one.imported?.name ?? '*'));
			},
			/** @param {any} node */
			ExportNamedDeclaration(node) {
				if (node.source) check(node, node.source.value, node.exportKind === 'type', ['*']);
			},
			/** @param {any} node */
			ExportAllDeclaration(node) {
				check(node, node.source.value, node.exportKind === 'type', ['*']);
			},
			/** @param {any} node */
			ImportExpression(node) {
				check(node, node.source.value, false, ['*']);
			},
			/** @param {any} node */
			TSImportType(node) {
				check(node, node.source?.value ?? node.argument?.literal?.value, true, ['*']);
			}
		};
	}
};
