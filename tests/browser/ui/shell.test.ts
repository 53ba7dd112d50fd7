import '../../../src/app.css';
import House from '@lucide/svelte/icons/house';
import { page, userEvent } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Shell from '../../../src/lib/ui/Shell.svelte';
import { button, words } from './snippets';

const places = ['Today', 'Clients', 'Calendar', 'Library', 'Practice', 'Settings'];
const items = (count: number) =>
	places.slice(0, count).map((label) => ({ label, icon: House, href: `#/${label}`, current: label === 'Clients' }));

async function show(width: number, height: number, count: number, onlock = vi.fn()) {
	await page.viewport(width, height);
	await render(Shell, { items: items(count), onlock, extra: button('Search'), children: words('The screen') });
	return { nav: page.getByRole('navigation', { name: 'Main', exact: true }), onlock };
}

/** Links and buttons of the bar at the foot that can be seen. */
function inTheBar(height: number): string[] {
	return [...document.querySelectorAll('nav a, nav button')]
		.filter((element) => element.checkVisibility() && element.getBoundingClientRect().top > height - 120)
		.map((element) => element.textContent.trim());
}

test('wide: a rail with every place, Search and Lock', async () => {
	const { nav, onlock } = await show(1180, 820, 6);
	for (const name of places) await expect.element(nav.getByRole('link', { name, exact: true })).toBeVisible();
	await expect.element(nav.getByRole('link', { name: 'Clients' })).toHaveAttribute('aria-current', 'page');
	await expect.element(nav.getByRole('button', { name: 'Search' })).toBeVisible();
	await expect.element(nav.getByRole('button', { name: 'More' })).not.toBeInTheDocument();
	await userEvent.click(nav.getByRole('button', { name: 'Lock', exact: true }));
	expect(onlock).toHaveBeenCalledOnce();
	await expect.element(page.getByRole('main')).toHaveTextContent('The screen');
});

test.each([4, 5])('narrow with %i places: all of them and Lock', async (count) => {
	await show(390, 844, count);
	expect(inTheBar(844)).toEqual([...places.slice(0, count), 'Lock']);
});

test('narrow with six places: six things, the rest behind More', async () => {
	const { nav } = await show(390, 844, 6);
	expect(inTheBar(844)).toEqual(['Today', 'Clients', 'Calendar', 'Library', 'More', 'Lock']);
	await expect.element(nav.getByRole('button', { name: 'Search' })).toBeVisible();
	await userEvent.click(nav.getByRole('button', { name: 'More' }));
	await expect.element(nav.getByRole('link', { name: 'Settings', exact: true })).toBeVisible();
	await expect.element(nav.getByRole('button', { name: 'Less' })).toHaveAttribute('aria-expanded', 'true');
});

test.each([
	[390, 844],
	[820, 1180]
])('targets are at least 44 px and nothing overflows at %i x %i', async (width, height) => {
	const { nav } = await show(width, height, 6);
	for (const target of nav.element().querySelectorAll('a, button.rail-item')) {
		if (!target.checkVisibility()) continue;
		const box = target.getBoundingClientRect();
		expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
	}
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});

test('narrow: the bar goes from edge to edge, however wide what stands at the top right is', async () => {
	await page.viewport(390, 844);
	const extra = button('A button with a rather long name');
	await render(Shell, { items: items(4), onlock: vi.fn(), extra, children: words('The screen') });
	const lock = document.querySelector('.lock')!.getBoundingClientRect();
	expect(lock.right).toBe(document.documentElement.clientWidth);
	expect(document.querySelector('.list')!.getBoundingClientRect().right).toBe(lock.left);
});

test('the first Tab offers to skip to the content', async () => {
	await show(820, 1180, 4);
	await userEvent.tab();
	await expect.element(page.getByRole('link', { name: 'Skip to the content' })).toHaveFocus();
	await userEvent.keyboard('{Enter}');
	await expect.element(page.getByRole('main')).toHaveFocus();
	expect(location.hash).toBe('');
});
