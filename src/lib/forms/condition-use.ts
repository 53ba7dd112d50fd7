import { definitionsOf, optionValue } from './definition';
import { wantedValue } from './enable';
import type { AnswerValue, EnableWhen, Questionnaire, QuestionnaireItem } from './types';
import { sameValue } from './values';

/** The kinds of answer each type of question can have, as {@link sameValue} compares them; options come on top. */
const ANSWERED_BY: Readonly<Record<QuestionnaireItem['type'], readonly string[]>> = {
	group: [],
	display: [],
	boolean: ['valueBoolean'],
	decimal: ['valueDecimal', 'valueInteger'],
	integer: ['valueDecimal', 'valueInteger'],
	date: ['valueDate', 'valueDateTime'],
	dateTime: ['valueDate', 'valueDateTime'],
	time: ['valueTime'],
	string: ['valueString'],
	text: ['valueString'],
	url: ['valueUri'],
	choice: [],
	'open-choice': ['valueString'],
	attachment: ['valueAttachment'],
	reference: ['valueReference'],
	quantity: ['valueQuantity']
};

/**
 * Whether the answers to its question can make a condition true and false: by kind, and, where only options can be
 * chosen, by the options. `never` and `always` hold whatever is answered.
 */
export function conditionUse(questionnaire: Questionnaire, condition: EnableWhen): 'fits' | 'never' | 'always' {
	const item = definitionsOf(questionnaire).get(condition.question)?.item;
	const wanted = wantedValue(condition);
	if (!item || !wanted) return 'fits';
	if (condition.operator === 'exists') {
		if (item.type !== 'group' && item.type !== 'display') return 'fits';
		return condition.answerBoolean ? 'never' : 'always';
	}
	if (canBe(item, wanted)) return 'fits';
	return condition.operator === '!=' ? 'always' : 'never';
}

function canBe(item: QuestionnaireItem, wanted: AnswerValue): boolean {
	const kinds = ANSWERED_BY[item.type];
	if (Object.keys(wanted).some((key) => kinds.includes(key))) return true;
	const options = item.answerOption ?? [];
	// Options that are not in the file may be anything.
	if (options.length === 0) return item.type === 'choice' || item.type === 'open-choice';
	return options.some((option) => sameValue(optionValue(option), wanted));
}
