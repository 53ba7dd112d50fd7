import '../../../src/app.css';
import { page, userEvent } from 'vitest/browser';
import { mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ChartInFrame from './ChartInFrame.svelte';
import LineChart from '../../../src/lib/ui/chart/LineChart.svelte';

const summary = 'Fell from 19 to 9 in 16 weeks.';
const chartProps = {
	series: [
		{
			label: 'PHQ-9',
			points: [
				{ x: '2026-10-01', y: 17 },
				{ x: '2026-11-01', y: 19 },
				{ x: '2026-12-01', y: null },
				{ x: '2027-01-01', y: 9 }
			]
		}
	],
	bands: [
		{ from: 0, to: 9, label: 'mild', tone: 1 as const },
		{ from: 10, to: 27, label: 'more', tone: 3 as const }
	],
	lines: [{ y: 10, label: 'cut-off 10' }],
	phases: [
		{ x: '2026-09-01', label: 'Baseline' },
		{ x: '2026-11-10', label: 'Behavioural activation' }
	],
	marks: [{ x: '2026-12-05', label: 'soup' }],
	min: 0,
	max: 27
};
const table = { caption: 'PHQ-9 totals', columns: ['Date', 'Total'], rows: [['1 October 2026', '17'], ['1 January 2027', '9']] };

/** Different colours on the canvas, as `r,g,b` of opaque pixels. */
function colours(canvas: HTMLCanvasElement): Map<string, number> {
	const context = canvas.getContext('2d');
	const data = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
	const found = new Map<string, number>();
	for (let at = 0; at < data.length; at += 4) {
		if (data[at + 3] !== 255) continue;
		const key = `${data[at]},${data[at + 1]},${data[at + 2]}`;
		found.set(key, (found.get(key) ?? 0) + 1);
	}
	return found;
}

async function drawn(): Promise<HTMLCanvasElement> {
	await expect.poll(() => document.querySelector('canvas')?.dataset.drawn).toBe('true');
	const canvas = document.querySelector('canvas');
	if (!canvas) throw new Error('no canvas');
	return canvas;
}

afterEach(() => {
	document.documentElement.removeAttribute('data-theme');
});

test('line, bands and words are on the canvas, in the colours of the tokens', async () => {
	await page.viewport(820, 1180);
	document.documentElement.setAttribute('data-theme', 'light');
	await render(LineChart, { ...chartProps, label: summary });
	const found = colours(await drawn());
	expect(found.get('29,106,102'), 'the line, --s1').toBeGreaterThan(200);
	expect(found.get('238,245,238'), 'band 1, --b1').toBeGreaterThan(5_000);
	expect(found.get('250,238,222'), 'band 3, --b3').toBeGreaterThan(5_000);
	expect(found.get('106,64,119'), "the client's words, --words").toBeGreaterThan(50);
});

test('a change of theme is painted at once', async () => {
	document.documentElement.setAttribute('data-theme', 'light');
	await render(LineChart, { ...chartProps, label: summary });
	const canvas = await drawn();
	document.documentElement.setAttribute('data-theme', 'dark');
	await expect.poll(() => colours(canvas).get('34,50,42') ?? 0).toBeGreaterThan(5_000);
	expect(colours(canvas).get('238,245,238')).toBeUndefined();
});

test('paper gets the colours of paper, and the screen its own again', async () => {
	document.documentElement.setAttribute('data-theme', 'dark');
	await render(LineChart, { ...chartProps, label: summary });
	const canvas = await drawn();
	dispatchEvent(new Event('beforeprint'));
	expect(colours(canvas).get('238,245,238')).toBeGreaterThan(5_000);
	expect(document.documentElement.getAttribute('data-theme')).toBe('dark');
	dispatchEvent(new Event('afterprint'));
	await expect.poll(() => colours(canvas).get('34,50,42') ?? 0).toBeGreaterThan(5_000);
});

test('it follows the width of its place', async () => {
	await page.viewport(820, 1180);
	await render(LineChart, { ...chartProps, label: summary });
	const canvas = await drawn();
	await page.viewport(390, 844);
	await expect.poll(() => canvas.getBoundingClientRect().width).toBeLessThanOrEqual(390);
	await expect.element(page.getByRole('list', { name: 'Bands in this chart' })).toBeVisible();
	await expect.element(page.getByText('10–27')).toBeVisible();
});

test('it lets go when it is taken away, also before it was drawn', async () => {
	const target = document.createElement('div');
	document.body.append(target);
	const early = mount(LineChart, { target, props: { ...chartProps, label: summary } });
	await unmount(early);
	const screen = await render(LineChart, { ...chartProps, label: summary });
	await drawn();
	await screen.unmount();
	expect(document.querySelector('canvas')).toBeNull();
	target.remove();
});

test('several lines have a legend in words', async () => {
	const [first] = chartProps.series;
	const series = ['Mornings back', 'Call the landlord'].map((label) => ({ label, points: first?.points ?? [] }));
	await render(LineChart, { ...chartProps, series, label: summary });
	const legend = page.getByRole('list', { name: 'Lines in this chart' });
	await expect.element(legend).toHaveTextContent('Mornings back');
	await expect.element(legend).toHaveTextContent('Call the landlord');
});

test('the frame says what the picture shows, and has the same as a table', async () => {
	await render(ChartInFrame, { frame: { title: 'Low mood', subtitle: 'PHQ-9', summary, table }, line: chartProps });
	await expect.element(page.getByRole('heading', { name: 'Low mood', exact: true })).toBeVisible();
	await expect.element(page.getByText(summary)).toBeVisible();
	await drawn();
	await expect.element(page.getByRole('img', { name: summary, exact: true })).toBeVisible();
	await userEvent.click(page.getByRole('radio', { name: 'Table', exact: true }));
	await expect.element(page.getByRole('table', { name: 'PHQ-9 totals' })).toBeVisible();
	await expect.element(page.getByRole('rowheader', { name: '1 January 2027' })).toBeVisible();
	await expect.element(page.getByRole('columnheader', { name: 'Total' })).toBeVisible();
	await expect.element(page.getByText(summary)).toBeVisible();
	await expect.element(page.getByRole('img')).not.toBeInTheDocument();
});
