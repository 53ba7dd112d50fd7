import { trustedWorkerUrl } from '../trusted';
import type { ExpressionProblem, ExpressionProblemCode } from './expression-lines';
import type { WorkedOut } from './expressions';
import type { ExpressionAnswer, ExpressionJob } from './expressions.worker';
import workerUrl from './expressions.worker?worker&url';
import type { FormState } from './state';
import type { Questionnaire } from './types';

/** Longest a form's expressions may take for one state, in milliseconds: far more than any needs on a slow, busy tablet. */
const TIME_LIMIT = 10_000;
/** Longest the engine may take to load, in milliseconds. */
const LOAD_LIMIT = 60_000;

function newWorker(): Worker {
	return new Worker(trustedWorkerUrl(workerUrl), { type: 'module' });
}

/**
 * Works out a form's expressions in a worker of its own, so that no expression can hold up the screen, whatever it says:
 * one that does not end is ended. The worker and the engine in it are loaded with the first state, and go with `close`.
 * A worker that does not start or breaks off is replaced once; `problems` tells that apart from taking too long.
 */
export class Calculator {
	/** What could not be worked out, as of the last results. */
	problems = $state.raw<readonly ExpressionProblem[]>([]);

	private worker: Worker | undefined;
	private timer: ReturnType<typeof setTimeout> | undefined;
	private loaded = false;
	private asked: FormState | undefined;
	private next: FormState | undefined;
	private waiting: (() => void)[] = [];
	private stopped = false;
	/** A worker broke off, and the one in its place has given no results yet. */
	private replaced = false;

	/**
	 * @param apply takes over the results for a state, unless that is no longer the one on the screen
	 * @param limit longest the expressions may take for one state, in milliseconds
	 * @param make starts a worker that speaks as expressions.worker.ts does
	 */
	constructor(
		private readonly questionnaire: Questionnaire,
		private readonly apply: (asked: FormState, result: FormState) => void,
		private readonly limit = TIME_LIMIT,
		private readonly make: () => Worker = newWorker
	) {}

	/** Works out this state, after the one that is being worked out. A newer one takes the place of one that waits. */
	ask(state: FormState): void {
		if (this.stopped) return;
		if (this.asked) this.next = state;
		else this.send(state);
	}

	/** Resolves when nothing is being worked out. */
	settled(): Promise<void> {
		if (!this.asked || this.stopped) return Promise.resolve();
		return new Promise((resolve) => this.waiting.push(resolve));
	}

	/** Ends the worker; what it knows goes with it. */
	close(): void {
		clearTimeout(this.timer);
		this.worker?.terminate();
		this.worker = undefined;
		this.asked = undefined;
		this.stopped = true;
		this.rest();
	}

	private send(state: FormState): void {
		this.asked = state;
		try {
			this.worker ??= this.start();
		} catch {
			return this.broken();
		}
		this.wait();
		const job: ExpressionJob = { state: $state.snapshot(state) };
		this.worker.postMessage(job);
	}

	private wait(): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => this.fail(this.loaded ? 'too-slow' : 'stopped'), this.loaded ? this.limit : LOAD_LIMIT);
	}

	private start(): Worker {
		const worker = this.make();
		// What a worker that was replaced still has to say is about nothing any more.
		worker.addEventListener('message', ({ data }: MessageEvent<ExpressionAnswer>) => {
			if (worker === this.worker) this.take(data);
		});
		worker.addEventListener('error', (event) => {
			// What a form stumbles over stays out of the console.
			event.preventDefault();
			if (worker === this.worker) this.broken();
		});
		const job: ExpressionJob = { questionnaire: $state.snapshot(this.questionnaire) };
		worker.postMessage(job);
		return worker;
	}

	private take(answer: ExpressionAnswer): void {
		if ('ready' in answer) {
			this.loaded = true;
			this.wait();
			return;
		}
		clearTimeout(this.timer);
		const asked = this.asked;
		if (!asked) return;
		if ('error' in answer) return this.broken();
		this.replaced = false;
		this.asked = undefined;
		this.use(asked, answer);
		const next = this.next;
		this.next = undefined;
		if (next && next !== asked) this.send(next);
		else this.rest();
	}

	/** The worker did not start or broke off: another one takes its place and goes on with the newest state, once. */
	private broken(): void {
		const state = this.next ?? this.asked;
		if (this.replaced || !state) return this.fail('stopped');
		this.replaced = true;
		this.worker?.terminate();
		this.worker = undefined;
		this.loaded = false;
		this.next = undefined;
		this.send(state);
	}

	private use(asked: FormState, { state, problems }: WorkedOut): void {
		if (this.next && this.next !== asked) return;
		this.problems = problems;
		if (JSON.stringify(state) !== JSON.stringify(asked)) this.apply(asked, state);
	}

	/** Nothing is worked out from here on; the answers stay as they are, and the form says so. */
	private fail(code: ExpressionProblemCode): void {
		this.close();
		this.problems = [{ linkId: '', code }];
	}

	private rest(): void {
		for (const resolve of this.waiting) resolve();
		this.waiting = [];
	}
}
