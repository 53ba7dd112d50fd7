// A chart of 1,000 values: how long it takes to draw beside chart.js alone, and a page to move it on.
import { Chart, LineController, LineElement, LinearScale, PointElement } from 'chart.js';
import { mount } from 'svelte';
import { drawOn } from '$lib/ui/chart/draw';
import { readPalette } from '$lib/ui/chart/palette';
import PanChart from './PanChart.svelte';
import { manyValues } from './values';

Chart.register(LineController, LineElement, LinearScale, PointElement);

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function canvasIn(width: number, height: number): HTMLCanvasElement {
	const host = document.createElement('div');
	Object.assign(host.style, { position: 'relative', width: `${width}px`, height: `${height}px` });
	const canvas = document.createElement('canvas');
	host.append(canvas);
	document.body.append(host);
	return canvas;
}

/** Milliseconds to draw the same points with everything that belongs to them, and bare; in turns, the first of each left out. */
function drawing(runs: number) {
	const { drawing: all, points } = manyValues();
	const palette = readPalette(document.body);
	const bare = points.map(({ x, y }) => ({ x: Date.parse(x), y }));
	const ours: number[] = [];
	const alone: number[] = [];
	for (let run = 0; run <= runs; run++) {
		const first = canvasIn(760, 400);
		let start = performance.now();
		const drawn = drawOn(first, all, palette);
		ours.push(performance.now() - start);
		drawn.destroy();
		first.parentElement?.remove();
		const second = canvasIn(760, 400);
		start = performance.now();
		const chart = new Chart(second, {
			type: 'line',
			data: { datasets: [{ data: bare, borderWidth: 1.5, pointRadius: 1.5 }] },
			options: { animation: false, maintainAspectRatio: false, normalized: true, parsing: false, scales: { x: { type: 'linear' }, y: { type: 'linear' } } }
		});
		alone.push(performance.now() - start);
		chart.destroy();
		second.parentElement?.remove();
	}
	return { value: median(ours.slice(1)), reference: median(alone.slice(1)), n: runs };
}

const show = () => void mount(PanChart, { target: document.body });

Object.assign(globalThis, { chartBench: { drawing, show } });
