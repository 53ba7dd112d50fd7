import { workOut, type WorkedOut } from './expressions';
import type { FormState } from './state';
import type { Questionnaire } from './types';

/** What the page sends: the form once, then each state to work out. */
export interface ExpressionJob {
	questionnaire?: Questionnaire;
	state?: FormState;
}

/** What comes back: once that the engine is loaded, then for each state what came of it. */
export type ExpressionAnswer = { readonly ready: true } | WorkedOut | { readonly error: string };

let form: Questionnaire | undefined;

// The engine writes what it stumbles over to the console, where nothing of a record belongs.
const silent = () => undefined;
Object.assign(globalThis.console, { log: silent, info: silent, warn: silent, error: silent, debug: silent });

addEventListener('message', ({ data }: MessageEvent<ExpressionJob>) => {
	form = data.questionnaire ?? form;
	if (!form || !data.state) return;
	let answer: ExpressionAnswer;
	try {
		answer = workOut(form, data.state);
	} catch (error) {
		answer = { error: String(error) };
	}
	postMessage(answer);
});

postMessage({ ready: true } satisfies ExpressionAnswer);
