import type { SafetySignal } from '$lib/features/safety/concern';
import { definitionsOf, optionOf, optionValue } from '$lib/forms/definition';
import { ordinalOf } from '$lib/forms/extensions';
import { readResponse } from '$lib/forms/read';
import type { ItemScore } from '$lib/forms/score';
import type { AnswerValue, Questionnaire, QuestionnaireItem, QuestionnaireResponse } from '$lib/forms/types';
import { answerText, missingText } from '$lib/forms/words';
import { m } from '$lib/paraglide/messages.js';
import { concernsByScores, type Instrument } from './instrument';
import { instrumentById } from './instruments/library';
import { shippedQuestion } from './safety-codes';

/** "Yes" and "No" of SNOMED CT, as published copies of the ASQ answer. */
const YES_NO: Readonly<Record<string, number>> = { '373066001': 1, '373067005': 0 };

const plain = (text: string) => text.trim().toLowerCase();

/**
 * What an answer counts for in the tool that its question belongs to: by the form's own weights, else by the tool's answer of
 * the same code or the same words.
 * @returns undefined for an answer that the tool does not know
 */
function counted(item: QuestionnaireItem, value: AnswerValue, tool: Instrument, linkId: string): number | undefined {
	if ('valueBoolean' in value) return Number(value.valueBoolean);
	if ('valueInteger' in value) return value.valueInteger;
	if ('valueDecimal' in value) return value.valueDecimal;
	const option = optionOf(item, value);
	const weight = option && ordinalOf(option);
	if (weight !== undefined) return weight;
	const code = 'valueCoding' in value ? value.valueCoding.code : undefined;
	const words = plain(answerText(value));
	const known = definitionsOf(tool.questionnaire).get(linkId)?.item.answerOption?.find((one) => {
		const theirs = optionValue(one);
		const sameCode = 'valueCoding' in theirs && code !== undefined && theirs.valueCoding.code === code;
		return sameCode || plain(answerText(theirs)) === words;
	});
	return (known && ordinalOf(known)) ?? YES_NO[code ?? ''];
}

/**
 * What answers of a form that is not shipped ask for, where its codes say that a question is one of a shipped tool's. The
 * tool's own rule holds. An answer that the tool does not know asks for a conversation as well: nobody can say that it does not.
 * @param finished also counts questions that nobody has answered
 */
export function codedSignals(questionnaire: Questionnaire, response: QuestionnaireResponse, finished: boolean): SafetySignal[] {
	const read = new Map(readResponse(questionnaire, response).map((line) => [line.linkId, line]));
	const tools = new Map<string, Map<string, QuestionnaireItem>>();
	for (const { item } of definitionsOf(questionnaire).values()) {
		const question = shippedQuestion(questionnaire, item);
		if (!question) continue;
		const items = tools.get(question.tool) ?? new Map<string, QuestionnaireItem>();
		tools.set(question.tool, items.set(question.linkId, item));
	}
	return [...tools].flatMap(([id, items]) => {
		const tool = instrumentById(id);
		if (!tool) return [];
		const scores = new Map<string, ItemScore>();
		for (const [linkId, item] of items) {
			const line = read.get(item.linkId);
			const [value] = line?.values ?? [];
			scores.set(
				linkId,
				value === undefined
					? { state: 'missing', reason: line?.absent ?? 'unanswered' }
					: { state: 'answered', value: counted(item, value, tool, linkId) ?? Number.POSITIVE_INFINITY }
			);
		}
		return concernsByScores(tool, scores, finished).flatMap(({ linkId, rule, items: raising, ...concern }) => {
			const item = items.get(raising[0] ?? linkId);
			if (!item) return [];
			const words = (read.get(item.linkId)?.values ?? []).map(answerText).join(', ');
			return {
				linkId: item.linkId,
				kind: concern.kind,
				question: item.text ?? '',
				answer: concern.kind === 'answered' ? words : missingText(concern.reason),
				guidance: `${rule.action}\n${rule.note}`,
				...(rule.beforeClosing ? { beforeClosing: rule.beforeClosing } : {}),
				...(tool.safety.length > 1 ? { about: m.assessment_safety_about_question({ number: raising[0] ?? linkId }) } : {})
			};
		});
	});
}
