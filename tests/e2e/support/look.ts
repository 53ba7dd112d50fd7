import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { times } from './full';
import { expect } from './test';

/** Every address of the product, as its folders under src/routes say. */
export const routes = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
	.map((file) => file.replaceAll('\\', '/').split('/'))
	.filter((parts) => parts.at(-1) === '+page.svelte')
	.map((parts) => `/${parts.slice(0, -1).join('/')}`)
	.sort();
/** The routes that were looked at so far. */
export const visited = new Set<string>();

/** The route that an address belongs to; of several that fit, the one that says most of it word for word. */
function routeOf(address: string): string | undefined {
	const path = new URL(address).hash.slice(1).split('?')[0] || '/';
	// A parameter in two brackets may be left out, with the stroke before it.
	const pattern = (route: string) => route.replaceAll(/\/\[\[[^\]]+\]\]/g, '(?:/[^/]+)?').replaceAll(/\[(?!\^)[^\]]+\]/g, '[^/]+');
	const fits = (route: string) => new RegExp(`^${pattern(route)}$`).test(path);
	const literal = (route: string) => route.split('/').filter((part) => part !== '' && !part.startsWith('[')).length;
	return routes.filter(fits).sort((a, b) => literal(b) - literal(a))[0];
}

/** The rules that a theme can change; all others see the same page in light and in dark. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Routes whose colours were looked at in the dark. */
const inTheDark = new Set<string>();

/**
 * Looks at the screen as it stands, in light and in dark, and counts its route as visited. A sampled run takes the dark of
 * each route once, the whole one (`npm run proofs`) of every screen.
 */
export async function look(page: Page, what: string): Promise<void> {
	const known = routeOf(page.url()) ?? '';
	const again = inTheDark.has(known) && times(1, 0) === 1;
	if ((await page.getByRole('navigation', { name: 'Main' }).count()) > 0) inTheDark.add(known);
	for (const colorScheme of again ? (['light'] as const) : (['light', 'dark'] as const)) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		// Colours are looked at when they have come to rest.
		await page.evaluate(async () => {
			for (let frame = 0; frame < 2; frame++) await new Promise((next) => requestAnimationFrame(next));
			const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
			await Promise.allSettled(ending.map((one) => one.finished));
		});
		const found = await new AxeBuilder({ page })
			// In the page itself: another page would hide this one, and what is out of sight is veiled.
			.setLegacyMode(true)
			.options({
				// Of what passed the rule's name is enough: working out a selector for each element takes longest.
				resultTypes: ['violations'],
				...(colorScheme === 'light'
					? { runOnly: { type: 'tag', values: TAGS }, rules: { 'target-size': { enabled: true } } }
					: { runOnly: { type: 'rule', values: COLOURS } })
			})
			.analyze();
		const told = found.violations.map(
			({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `    ${html}\n    ${failureSummary}`).join('\n')}`
		);
		expect.soft(told, `${what}, ${colorScheme}`).toEqual([]);
		// The rules did run here: a page that nothing was found on because nothing was looked at is no proof.
		expect(found.passes.map(({ id }) => id), what).toContain('color-contrast');
	}
	await page.emulateMedia({ colorScheme: 'light' });
	const route = routeOf(page.url());
	if (route && (await page.getByRole('navigation', { name: 'Main' }).count()) > 0) visited.add(route);
	if (route === '/settings/restore') visited.add(route);
}
