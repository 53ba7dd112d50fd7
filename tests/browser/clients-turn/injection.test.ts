import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import CollectScreen from '$lib/features/clients-turn/CollectScreen.svelte';
import { readBackForm, storyForm } from '$lib/features/clients-turn/parts';
import { strokePath } from '$lib/features/clients-turn/signature';
import SignatureCard from '$lib/features/clients-turn/SignatureCard.svelte';
import TurnForm from '$lib/features/clients-turn/TurnForm.svelte';
import TurnScales from '$lib/features/clients-turn/TurnScales.svelte';
import TurnSignature from '$lib/features/clients-turn/TurnSignature.svelte';
import { times } from '../support/full';

/*
 * Proof 33: whatever stands in a form, in an answer or in a name is shown as text. Here without the content policy, which
 * would stop most of it a second time.
 */

const run = 'globalThis.injected=(globalThis.injected||0)+1';
const tags = ['img', 'svg', 'iframe', 'video', 'body', 'details', 'input', 'a', 'object', 'marquee'];
const handlers = ['onerror', 'onload', 'onfocus', 'ontoggle', 'onclick', 'onmouseover', 'onanimationstart', 'onbegin'];
const frames: ((inner: string) => string)[] = [
	(x) => x,
	(x) => `">${x}`,
	(x) => `'>${x}`,
	(x) => `</textarea>${x}`,
	(x) => `</script>${x}`,
	(x) => `<!--${x}-->`,
	(x) => `{@html \`${x}\`}`,
	(x) => x.replaceAll('<', '\u003c').toUpperCase().replace(run.toUpperCase(), run),
	(x) => `<svg><foreignObject>${x}</foreignObject></svg>`,
	(x) => `<math><mtext></form><form>${x}`
];
const others = [
	`<script>${run}</script>`,
	`javascript:${run}`,
	`data:text/html,<script>${run}</script>`,
	`<a href="javascript:${run}">x</a>`,
	`\${${run}}`,
	`{{constructor.constructor('${run}')()}}`,
	`<style>@import 'x'</style>`,
	`<template><img src=x onerror=${run}></template>`
];

/** 1,200 texts that would run if anything took them for markup. */
function payloads(): string[] {
	const made: string[] = [];
	for (const frame of frames)
		for (const tag of tags) for (const handler of handlers) made.push(frame(`<${tag} src=x autofocus open ${handler}=${run}>`));
	for (let i = 0; made.length < 1200; i++) made.push(frames[i % frames.length]!(others[i % others.length]! + ' '.repeat(i % 7)));
	return made;
}

afterEach(() => {
	document.body.innerHTML = '';
});

const nothing = () => undefined;
const base = { id: 'a', cref: 'a', rev: 1, created: { at: '2026-01-02T03:04:05Z', zone: 'UTC' }, changed: { at: '2026-01-02T03:04:05Z', zone: 'UTC' }, author: '' };
const signed = { ...base, clientId: 'a', ticketId: 'a', signed: base.created, width: 10, height: 10, strokes: [[1, 2, 3, 4]] };
const FOREIGN = 'iframe, object, script:not([src]):not([type]), marquee, video, img, math, a[href^="javascript"], template';

test('proof 33: payloads as titles, prompts, statements, scales, answers and names: none runs', async () => {
	const all = payloads();
	expect(all).toHaveLength(1200);
	const step = Math.max(1, Math.floor(all.length / times(24, 1200)));
	let tried = 0;
	for (let at = 0; at < all.length; at += step) {
		const text = all[at]!;
		tried += 1;
		const foot = { last: true, onback: nothing, onnext: nothing, onchange: nothing, fromBehind: false };
		const state = { nodes: { story: { rows: [{ value: { valueString: text } }] } } };
		const screens = [
			await render(TurnForm, { ...foot, oneByOne: false, part: { id: 'a', kind: 'story', title: text, questionnaire: storyForm(text) }, answers: { state } }),
			await render(TurnForm, { ...foot, oneByOne: true, part: { id: 'b', kind: 'read-back', title: text, questionnaire: readBackForm(text, text, true) }, answers: {} }),
			await render(TurnScales, { ...foot, oneByOne: true, part: { id: 'c', kind: 'rating', title: text, text, scales: [{ key: text, label: text, low: text, high: text }] }, answers: {} }),
			await render(TurnSignature, { ...foot, part: { id: 'd', kind: 'signature', title: text, text }, answers: { signature: { name: text, width: 10, height: 10, strokes: [] } } }),
			await render(SignatureCard, { name: text, signature: { ...signed, statement: text, name: text } }),
			await render(CollectScreen, {
				waiting: 1,
				collect: () => Promise.resolve({ clients: [{ clientId: text, name: text, parts: [{ kind: 'story', title: text, detail: text, words: text, done: true }], concerns: [{ id: text, question: text, answer: text }] }], refused: [] }),
				problem: () => text,
				clientHref: () => '#',
				responseHref: () => '#',
				storyHref: () => '#',
				pictureHref: () => '#',
				signaturesHref: () => '#',
				progressHref: () => '#',
				concernHref: () => '#',
				home: '#'
			})
		];
		const last = screens.at(-1)!;
		await last.getByRole('button', { name: 'Nobody else can see: open them' }).click();
		await expect.element(last.getByRole('link', { name: /^To / })).toBeInTheDocument();
		for (const { container } of screens) {
			const before = container.querySelectorAll('canvas, button, input, textarea, a, article').length;
			expect(before).toBeGreaterThan(0);
			expect([...container.querySelectorAll(FOREIGN)].map(({ outerHTML }) => outerHTML)).toEqual([]);
			expect([...container.querySelectorAll('*')].flatMap((one) => one.getAttributeNames()).filter((name) => name.startsWith('on'))).toEqual([]);
		}
		for (const screen of screens) await screen.unmount();
	}
	expect(tried).toBeGreaterThanOrEqual(times(24, 1200));
	await new Promise((settled) => setTimeout(settled, 50));
	expect((globalThis as { injected?: number }).injected).toBeUndefined();
	expect(strokePath([['"><script>' as unknown as number, 2, 3, 4]])).not.toContain('<');
}, 900_000);
