// Forms as they are built and minified: how long one takes to appear, and how long answering it takes at a time.
import { mount, unmount } from 'svelte';
import FormView from '$lib/forms/FormView.svelte';
import { emptyState } from '$lib/forms/state';
import type { Questionnaire } from '$lib/forms/types';
import { answerAll, longForm, openSections, untilQuestions } from '../../unit/forms/long-form';

const empty: Questionnaire = { resourceType: 'Questionnaire', status: 'active', item: [] };
const picture = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const view = (questionnaire: Questionnaire) => mount(FormView, { target: document.body, props: { questionnaire, state: emptyState } });

/** Milliseconds to the first picture and until every question is there. */
async function shown(questionnaire: Questionnaire, count: number) {
	const start = performance.now();
	const form = view(questionnaire);
	await picture();
	const first = performance.now() - start;
	await untilQuestions(count);
	const whole = performance.now() - start;
	await unmount(form);
	await picture();
	return { first, whole };
}

async function rendering(runs: number) {
	const form = { ...longForm(), item: longForm().item?.map(({ enableWhen: _enableWhen, ...item }) => item) ?? [] };
	const long: { first: number; whole: number }[] = [];
	const none: number[] = [];
	for (let run = 0; run <= runs; run++) {
		none.push((await shown(empty, 0)).first);
		long.push(await shown(form, 200));
	}
	return {
		first: median(long.slice(1).map(({ first }) => first)),
		whole: median(long.slice(1).map(({ whole }) => whole)),
		empty: median(none.slice(1)),
		n: runs
	};
}

async function show(): Promise<void> {
	view(longForm());
	await untilQuestions(80);
}

/** Some work between two marks that the trace can be cut at. */
async function marked(work: () => Promise<void>): Promise<void> {
	await picture();
	performance.mark('work:start');
	await work();
	await picture();
	performance.mark('work:end');
}

const opening = () => marked(() => openSections(true));
const closing = () => marked(() => openSections(false));
const answering = (round: number) => marked(() => answerAll(round));

Object.assign(globalThis, { formBench: { rendering, show, opening, closing, answering } });
