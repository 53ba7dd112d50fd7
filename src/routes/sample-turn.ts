import { formById } from '$lib/features/assessment/assessment-form';
import type { Circumstances } from '$lib/features/assessment/circumstances';
import { responses } from '$lib/features/assessment/response.table';
import { markRead } from '$lib/features/assessment/responses.svelte';
import type { Client } from '$lib/features/clients/client';
import { partsOf, type OfferedForm } from '$lib/features/clients-turn/choices';
import { handOver } from '$lib/features/clients-turn/hand-over.svelte';
import type { PartAnswers, ScaleAnswer, TurnPart } from '$lib/features/clients-turn/turn';
import { TurnPage } from '$lib/features/clients-turn/turn-page.svelte';
import type { TurnStep } from '$lib/features/sample/turn-steps';
import { PROMPTS } from '$lib/features/story/prompts';
import { promptText } from '$lib/features/story/story-text';
import { optionValue } from '$lib/forms/definition';
import type { FormState } from '$lib/forms/state';
import type { Questionnaire } from '$lib/forms/types';
import { uuid } from '$lib/crypto/random';
import type { Casebook } from '$lib/storage/casebook';
import { collectTurn } from './collect-turn';

/** A flat form with these options chosen. @param chosen place of each question's option, from 0 */
function answered(questionnaire: Questionnaire, chosen: readonly number[]): FormState {
	const asked = (questionnaire.item ?? []).filter(({ answerOption }) => answerOption);
	const nodes = asked.flatMap(({ linkId, answerOption = [] }, i) => {
		const option = answerOption[chosen[i] ?? -1];
		return option ? [[linkId, { rows: [{ value: optionValue(option) }] }] as const] : [];
	});
	return { nodes: Object.fromEntries(nodes) };
}

function answersTo(part: TurnPart, step: TurnStep, formsLeft: { chosen: readonly number[] }[]): PartAnswers {
	switch (part.kind) {
		case 'form':
			return { state: answered(part.questionnaire, formsLeft.shift()?.chosen ?? []) };
		case 'story':
			return { state: { nodes: { story: { rows: [{ value: { valueString: step.story?.text ?? '' } }] } } } };
		case 'check-in': {
			const given = part.scales.map(({ key }, i): [string, ScaleAnswer] => {
				const value = step.checkIn?.[i] ?? null;
				return [key, value === null ? { declined: true } : { value }];
			});
			return { scales: Object.fromEntries(given) };
		}
		case 'signature': {
			const { name = '', strokes = [] } = step.sign ?? {};
			return { signature: { name, width: 600, height: 200, strokes: strokes.map((stroke) => [...stroke]) } };
		}
		default:
			return {};
	}
}

/**
 * Plays a client's turn as it goes with real people: handed over, answered on a page that holds only what was chosen,
 * taken in, and read.
 */
export async function playTurn(casebook: Casebook, client: Client, step: TurnStep, circumstances: Circumstances): Promise<void> {
	const forms = (step.forms ?? []).map(({ form: id }): OfferedForm => {
		const form = formById(id);
		if (!form) throw new Error(`There is no form "${id}".`);
		return { form, recordId: uuid(casebook.random) };
	});
	const { story, sign, checkIn } = step;
	const prompt = PROMPTS.find(({ key }) => promptText(key) === story?.asked)?.key ?? '';
	const choice = {
		forms,
		goals: [],
		checkIn: checkIn !== undefined,
		...(story ? { story: { topic: story.topic, prompt, text: story.asked } } : {}),
		confirm: [],
		readBack: '',
		pictureId: '',
		sign: sign?.statement ?? '',
		circumstances
	};
	const parts = partsOf(choice, () => uuid(casebook.random));
	const handed = await handOver(casebook, { client, parts, oneByOne: true, stays: false });
	const page = await TurnPage.open(handed, casebook.clock);
	if (!page) throw new Error('The turn did not open.');
	const left = [...(step.forms ?? [])];
	await page.keep(parts.map(({ part }) => ({ partId: part.id, answers: answersTo(part, step, left) })), true);
	page.end();
	await collectTurn(casebook);
	for (const { recordId } of forms) {
		const record = await responses.get(casebook, recordId);
		if (record) await markRead(casebook, record);
	}
}
