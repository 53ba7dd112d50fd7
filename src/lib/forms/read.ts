import { definitionsOf, isQuestion, optionOf, optionValue } from './definition';
import { absentReasonOf, isHidden, voiceOf, type AbsentReason } from './extensions';
import { valueOfAnswer } from './response';
import type { AnswerValue, Questionnaire, QuestionnaireItem, QuestionnaireResponse, ResponseItem } from './types';
import { answerText } from './words';

/** One line of a filled-in form, ready to be read. */
export interface ReadLine {
	readonly kind: 'heading' | 'answer';
	readonly linkId: string;
	/** How deep it lies, from 0. */
	readonly depth: number;
	readonly prefix?: string;
	readonly label: string;
	readonly values: readonly AnswerValue[];
	readonly absent?: AbsentReason;
	/** Whose words the answers are. */
	readonly voice?: 'client';
	/** True when the form, as it is now, has no such line. */
	readonly unknown?: boolean;
}

/**
 * A response as lines in the order they were answered. Wording comes from the response itself, as that is what was
 * asked; the form only fills in what is missing. Answers to lines the form lacks are there too. Sections without
 * answers are left out, and so are hidden lines.
 */
export function readResponse(questionnaire: Questionnaire, response: QuestionnaireResponse): ReadLine[] {
	const definitions = definitionsOf(questionnaire);
	const read = (items: readonly ResponseItem[] | undefined, depth: number): ReadLine[] =>
		(items ?? []).flatMap((answered) => {
			const item = definitions.get(answered.linkId)?.item;
			if (item && isHidden(item)) return [];
			const line = lineFor(item, answered, depth);
			const below = [...read(answered.item, depth + 1), ...beneath(item, answered, depth + 1)];
			const isEmpty = line.values.length === 0 && !line.absent;
			if (isEmpty && below.length === 0) return [];
			return [line, ...below];
		});
	/** Where several answers were given, what lies beneath each comes under that answer's own words. */
	const beneath = (item: QuestionnaireItem | undefined, answered: ResponseItem, depth: number): ReadLine[] => {
		const answers = answered.answer ?? [];
		return answers.flatMap((answer) => {
			const value = answers.length > 1 ? valueOfAnswer(answer) : undefined;
			const lines = read(answer.item, value ? depth + 1 : depth);
			if (!value || lines.length === 0) return lines;
			return [{ kind: 'heading' as const, linkId: answered.linkId, depth, label: answerText(worded(item, value)), values: [] }, ...lines];
		});
	};
	return read(response.item, 0);
}

function lineFor(item: QuestionnaireItem | undefined, answered: ResponseItem, depth: number): ReadLine {
	const values = (answered.answer ?? []).flatMap((answer) => {
		const value = valueOfAnswer(answer);
		return value ? [worded(item, value)] : [];
	});
	const absent = absentReasonOf(answered);
	const voice = voiceOf(answered) ?? (item && voiceOf(item));
	const isHeading = item ? !isQuestion(item) : values.length === 0 && !absent;
	return {
		kind: isHeading ? 'heading' : 'answer',
		linkId: answered.linkId,
		depth,
		label: answered.text ?? item?.text ?? answered.linkId,
		values,
		...(item?.prefix === undefined ? {} : { prefix: item.prefix }),
		...(absent ? { absent } : {}),
		...(voice ? { voice } : {}),
		...(item ? {} : { unknown: true })
	};
}

/** An answer given as a bare code gets the wording the form has for it. */
function worded(item: QuestionnaireItem | undefined, value: AnswerValue): AnswerValue {
	if (!item || !('valueCoding' in value) || value.valueCoding.display !== undefined) return value;
	const option = optionOf(item, value);
	return option ? optionValue(option) : value;
}
