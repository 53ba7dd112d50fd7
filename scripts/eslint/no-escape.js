// @ts-check
// Comments that switch a check off, or put work off, in script and in markup alike.

/** @type {{ pattern: RegExp, message: string }[]} */
const escapes = [
	{ pattern: /eslint-(?:disable|enable)/, message: 'No eslint-disable: mend the code, or change the rule for everyone in eslint.config.js.' },
	{ pattern: /@ts-(?:ignore|nocheck|expect-error)/, message: 'No @ts-ignore: give the compiler the type it is missing.' },
	{ pattern: /svelte-ignore\s+a11y/, message: 'No ignored accessibility warning: use a control from src/lib/ui, or mend it there.' },
	{ pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/, message: 'No work left in a comment: do it now, or write an issue.' }
];

/** @type {import('eslint').Rule.RuleModule} */
export const noEscape = {
	meta: { type: 'problem', docs: { description: 'no comment switches a check off' }, schema: [] },
	create(context) {
		/** @param {any} node @param {string} text */
		function check(node, text) {
			for (const { pattern, message } of escapes) {
				if (pattern.test(text)) context.report({ loc: node.loc, message });
			}
		}
		return {
			Program() {
				for (const comment of context.sourceCode.getAllComments()) check(comment, comment.value);
			},
			/** @param {any} node */
			SvelteHTMLComment(node) {
				check(node, node.value);
			}
		};
	}
};
