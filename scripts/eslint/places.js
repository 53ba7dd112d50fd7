// @ts-check
// What may be written in one place only. Core rules know no exceptions per entry and the last matching block wins,
// so the blocks for eslint.config.js are made from these two tables.

/**
 * @typedef {object} Ban
 * @property {string} selector for `no-restricted-syntax`, or the name of a global for `no-restricted-globals`
 * @property {string} message where the code belongs
 * @property {string[]} only the globs where it may stand
 */

const cryptoOnly = ['src/lib/crypto/**'];
const clockOnly = ['src/lib/clock.ts'];
// peek.ts only reads, by the browser's own interface, before Dexie is loaded.
// drop-box.ts writes sealed answers while the casebook is locked, in one transaction without a single await.
const commitOnly = ['commit', 'restore', 'peek', 'drop-box'].map((name) => `src/lib/storage/${name}.ts`);
const workerOnly = ['src/service-worker.ts'];
const beaconOnly = ['src/lib/vault/beacon.ts'];
const trustedOnly = ['src/lib/trusted.ts'];

const cryptoMessage = 'Cryptography and randomness belong in src/lib/crypto: call what is exported there, or take the random source passed in.';
const clockMessage = 'The clock is passed in: take the time from src/lib/clock.ts, so that a year can be lived in a test.';
const egressMessage = 'Nothing leaves the device: only src/service-worker.ts fetches, and only files of this site.';
const beaconMessage = 'Nothing is kept outside the sealed casebook: only src/lib/vault/beacon.ts may leave its mark there.';
const trustedMessage = 'Trusted Types policies are made in src/lib/trusted.ts alone: add the address you need there.';

/** @type {Ban[]} */
export const bannedGlobals = [
	{ selector: 'crypto', message: cryptoMessage, only: cryptoOnly },
	{ selector: 'fetch', message: egressMessage, only: workerOnly },
	{ selector: 'XMLHttpRequest', message: egressMessage, only: [] },
	{ selector: 'WebSocket', message: egressMessage, only: [] },
	{ selector: 'EventSource', message: egressMessage, only: [] },
	{ selector: 'WebTransport', message: egressMessage, only: [] },
	{ selector: 'localStorage', message: beaconMessage, only: beaconOnly },
	{ selector: 'sessionStorage', message: beaconMessage, only: [] },
	{ selector: 'trustedTypes', message: trustedMessage, only: trustedOnly }
];

/** @type {Ban[]} */
export const bannedSyntax = [
	{
		selector: "MemberExpression[object.name='Math'][property.name='random']",
		message: cryptoMessage,
		only: []
	},
	{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clockMessage, only: clockOnly },
	{ selector: "CallExpression[callee.name='Date']", message: clockMessage, only: clockOnly },
	{
		selector: "MemberExpression[object.name='Date'][property.name='now']",
		message: clockMessage,
		only: clockOnly
	},
	{
		selector: "MemberExpression[object.object.name='Temporal'][object.property.name='Now']",
		message: clockMessage,
		only: clockOnly
	},
	{
		selector: "CallExpression[callee.type='MemberExpression'][callee.property.name='transaction']",
		message:
			'Transactions belong in src/lib/storage/commit.ts and restore.ts: awaiting anything but Dexie inside one loses half the work in Firefox and Safari. Hand the change to commit().',
		only: commitOnly
	},
	{ selector: "MemberExpression[property.name='sendBeacon']", message: egressMessage, only: [] },
	{
		selector: 'ExportAllDeclaration, ExportNamedDeclaration[source]',
		message: 'No barrels: import from the file that holds it.',
		only: []
	},
	{
		selector:
			"CallExpression[callee.property.name=/^createElement(NS)?$/] > Literal[value=/^(input|textarea|select|style|script|iframe)$/]",
		message: 'Fields come from src/lib/ui, and the content policy allows no script, style element or frame.',
		only: []
	},
	{
		selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]",
		message: 'No markup from text: write a component, or set textContent.',
		only: []
	}
];

/**
 * Turns the tables into blocks for eslint.config.js: first the rule for all files, then one block for each place
 * with an exception. The places must not overlap.
 * @param {string[]} files the globs that the rules cover
 * @returns {import('eslint').Linter.Config[]}
 */
export function placeBlocks(files) {
	const places = [...new Set([...bannedGlobals, ...bannedSyntax].flatMap((ban) => ban.only))];
	/** @param {string} place @returns {import('eslint').Linter.RulesRecord} */
	const rulesAt = (place) => ({
		'no-restricted-globals': [
			'error',
			{
				globals: bannedGlobals
					.filter((ban) => !ban.only.includes(place))
					.map(({ selector, message }) => ({ name: selector, message })),
				checkGlobalObject: true,
				globalObjects: ['self', 'window']
			}
		],
		'no-restricted-syntax': [
			'error',
			...bannedSyntax
				.filter((ban) => !ban.only.includes(place))
				.map(({ selector, message }) => ({ selector, message }))
		]
	});
	return [
		{ name: 'casekeep/places', files, rules: rulesAt('') },
		...places.map((place) => ({ name: `casekeep/places at ${place}`, files: [place], rules: rulesAt(place) }))
	];
}
