// @ts-check
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';
import { placeBlocks } from './scripts/eslint/places.js';
import { casekeep } from './scripts/eslint/plugin.js';
import svelteConfig from './svelte.config.js';

const sources = ['src/**/*.{ts,js,svelte}'];
const untyped = ['scripts/**', '*.{js,ts}', '.ci/**', 'src/**/*.js', 'tests/**/*.{js,mjs}', 'tests/unit/scripts/**'];
const typedSvelte = ['**/*.svelte'];
// A checker anew for each of the components takes most of the lint's time: `npm test` leaves the rules that ask one to
// svelte-check there, `npm run lint` and `npm run proofs` apply every rule to every file.
const quick = process.env.CASEKEEP_LINT === 'quick' ? typedSvelte : [];

/**
 * Core rules worth having that the compiler does not already cover.
 * @type {import('eslint').Linter.RulesRecord}
 */
const coreRules = {
	eqeqeq: 'error',
	'no-alert': 'error',
	'no-constant-condition': 'error',
	'no-debugger': 'error',
	'no-duplicate-case': 'error',
	'no-else-return': 'error',
	'no-empty': 'error',
	'no-eval': 'error',
	'no-fallthrough': 'error',
	'no-implied-eval': 'error',
	'no-new-func': 'error',
	'no-param-reassign': 'error',
	'no-script-url': 'error',
	'no-sparse-arrays': 'error',
	'no-unsafe-finally': 'error',
	'no-useless-escape': 'error',
	'no-var': 'error',
	'object-shorthand': 'error',
	'prefer-const': 'error',
	'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }]
};

export default defineConfig(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'.casekeep/',
			'src/lib/paraglide/',
			'project.inlang/',
			'test-results/',
			'playwright-report/',
			'coverage/'
		]
	},
	{ linterOptions: { noInlineConfig: true } },
	ts.configs.strictTypeChecked,
	svelte.configs.recommended,
	{
		languageOptions: {
			globals: { window: 'readonly', self: 'readonly' },
			parserOptions: {
				projectService: {
					allowDefaultProject: ['src/service-worker.ts'],
					defaultProject: './scripts/tsconfig.worker.json'
				},
				tsconfigRootDir: import.meta.dirname,
				extraFileExtensions: ['.svelte']
			}
		},
		plugins: { casekeep },
		rules: {
			...coreRules,
			'casekeep/no-escape': 'error',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all', caughtErrorsIgnorePattern: '^_' }
			],
			'@typescript-eslint/no-confusing-void-expression': 'off',
			// Dear to work out (a third of the whole lint), and the compiler or no-unsafe-assignment says the same.
			'@typescript-eslint/no-unsafe-enum-assignment': 'off',
			'@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
			'@typescript-eslint/no-deprecated': 'off',
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			// A class that holds state, and one with a private constructor, are both good Svelte.
			'@typescript-eslint/no-extraneous-class': 'off',
			// What comes back from disk or a file is checked whatever its type promises.
			'@typescript-eslint/no-unnecessary-condition': 'off',
			'@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
			'@typescript-eslint/no-unused-expressions': ['error', { allowTernary: true, allowShortCircuit: true }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.js'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			'prefer-const': 'off',
			'svelte/prefer-const': ['error', { destructuring: 'all' }],
			'svelte/no-target-blank': 'error',
			'svelte/button-has-type': 'error',
			// Most sets and maps are plain working values; what a screen shows is `$state` by design.
			'svelte/prefer-svelte-reactivity': 'off',
			// There are no stores here: state is runes. The rule asks the compiler about every variable of every screen.
			'svelte/require-store-reactive-access': 'off',
			// Markup comments never switch a rule off.
			'svelte/comment-directive': 'off'
		}
	},
	{
		// What crosses a component's border is any to the plain compiler; svelte-check judges those types.
		files: typedSvelte,
		rules: {
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off'
		}
	},
	{
		files: sources,
		rules: {
			'casekeep/layers': 'error',
			'no-console': 'error'
		}
	},
	...placeBlocks(sources),
	{
		files: ['src/**/*.svelte'],
		ignores: ['src/lib/ui/**'],
		rules: {
			'svelte/no-restricted-html-elements': [
				'error',
				{
					elements: ['input', 'textarea', 'select'],
					message: 'Raw fields belong in src/lib/ui, which keeps what is typed out of the browser: use a field from there.'
				},
				{ elements: ['style', 'script', 'iframe', 'object', 'embed', 'base'], message: 'The content policy forbids it.' }
			]
		}
	},
	{
		// A ui link gets its address ready made from the screen that uses it.
		files: ['src/lib/ui/**'],
		rules: { 'svelte/no-navigation-without-resolve': 'off' }
	},
	{
		files: ['tests/**'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector:
						"MemberExpression[object.name=/^(test|it|describe|suite)$/][property.name=/^(skip|only|todo|fixme|fails|fail)$/]",
					message: 'No skipped, lone or postponed test: mend it, or remove it.'
				},
				{
					selector: "MemberExpression[property.name='waitForTimeout']",
					message: 'A test waits for a condition, never for time to pass.'
				}
			],
			'@typescript-eslint/no-non-null-assertion': 'off',
			// `expect(thing.method)` and spies take methods apart on purpose.
			'@typescript-eslint/unbound-method': 'off'
		}
	},
	{
		files: [...untyped, ...quick],
		...ts.configs.disableTypeChecked
	},
	// Without types it cannot see an address that was resolved a line before.
	...quick.map((pattern) => ({ files: [pattern], rules: { 'svelte/no-navigation-without-resolve': /** @type {const} */ ('off') } }))
);
