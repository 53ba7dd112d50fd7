import * as v from 'valibot';
import { isPartialDate } from './partial-date';
import type { ProblemCode } from './problem';
import { ITEM_TYPES, type AnswerOption, type AnswerValue, type Questionnaire, type QuestionnaireItem } from './types';

/** Messages of these schemas are problem codes, so that words stay in one place. */
const code = (name: ProblemCode) => name;
const wrong = code('missing-or-wrong');

const text = v.string(wrong);
const name = v.pipe(v.string(wrong), v.minLength(1, wrong));
const yesNo = v.boolean(wrong);
const decimal = v.pipe(v.number(wrong), v.finite(wrong));
const integer = v.pipe(v.number(wrong), v.safeInteger(wrong));
const date = v.pipe(v.string(wrong), v.check(isPartialDate, code('not-a-date')));

const baseCoding = { system: v.exactOptional(text), version: v.exactOptional(text), code: v.exactOptional(text) };
const plainCoding = v.looseObject({ ...baseCoding, display: v.exactOptional(text) }, wrong);

const extension = v.looseObject(
	{
		url: name,
		valueBoolean: v.exactOptional(yesNo),
		valueCode: v.exactOptional(text),
		valueCoding: v.exactOptional(plainCoding),
		valueDate: v.exactOptional(text),
		valueDecimal: v.exactOptional(decimal),
		valueInteger: v.exactOptional(integer),
		valueString: v.exactOptional(text)
	},
	wrong
);
const element = { extension: v.exactOptional(v.array(extension, wrong)) };
const coding = v.looseObject({ ...element, ...baseCoding, display: v.exactOptional(text) }, wrong);

const optionValues = [
	v.looseObject({ ...element, valueCoding: coding, initialSelected: v.exactOptional(yesNo) }),
	v.looseObject({ ...element, valueString: name, initialSelected: v.exactOptional(yesNo) }),
	v.looseObject({ ...element, valueInteger: integer, initialSelected: v.exactOptional(yesNo) }),
	v.looseObject({ ...element, valueDate: date, initialSelected: v.exactOptional(yesNo) })
] as const;

const answerOption: v.GenericSchema<AnswerOption> = v.union(optionValues, code('unsupported-value'));

const answerValue: v.GenericSchema<AnswerValue> = v.union(
	[
		v.looseObject({ valueBoolean: yesNo }),
		v.looseObject({ valueDecimal: decimal }),
		v.looseObject({ valueInteger: integer }),
		v.looseObject({ valueDate: date }),
		v.looseObject({ valueString: text }),
		v.looseObject({ valueCoding: coding })
	],
	code('unsupported-value')
);

const enableWhen = v.looseObject(
	{
		...element,
		question: name,
		operator: v.picklist(['exists', '=', '!=', '>', '<', '>=', '<='], wrong),
		answerBoolean: v.exactOptional(yesNo),
		answerDecimal: v.exactOptional(decimal),
		answerInteger: v.exactOptional(integer),
		answerDate: v.exactOptional(date),
		answerString: v.exactOptional(text),
		answerCoding: v.exactOptional(coding)
	},
	wrong
);

const item: v.GenericSchema<QuestionnaireItem> = v.looseObject(
	{
		...element,
		linkId: name,
		definition: v.exactOptional(text),
		code: v.exactOptional(v.array(coding, wrong)),
		prefix: v.exactOptional(text),
		text: v.exactOptional(text),
		type: v.picklist(ITEM_TYPES, code('unsupported-type')),
		enableWhen: v.exactOptional(v.array(enableWhen, wrong)),
		enableBehavior: v.exactOptional(v.picklist(['all', 'any'], wrong)),
		required: v.exactOptional(yesNo),
		repeats: v.exactOptional(yesNo),
		readOnly: v.exactOptional(yesNo),
		maxLength: v.exactOptional(v.pipe(integer, v.minValue(1, wrong))),
		answerOption: v.exactOptional(v.array(answerOption, wrong)),
		initial: v.exactOptional(v.array(answerValue, wrong)),
		item: v.exactOptional(
			v.array(
				v.lazy(() => item),
				wrong
			)
		)
	},
	wrong
);

/** Shape of an R4 Questionnaire; elements it does not name are kept as they are. */
export const questionnaireSchema: v.GenericSchema<Questionnaire> = v.looseObject(
	{
		...element,
		resourceType: v.literal('Questionnaire', code('not-a-questionnaire')),
		id: v.exactOptional(text),
		url: v.exactOptional(text),
		version: v.exactOptional(text),
		name: v.exactOptional(text),
		title: v.exactOptional(text),
		derivedFrom: v.exactOptional(v.array(text, wrong)),
		status: v.picklist(['draft', 'active', 'retired', 'unknown'], wrong),
		date: v.exactOptional(text),
		publisher: v.exactOptional(text),
		description: v.exactOptional(text),
		purpose: v.exactOptional(text),
		copyright: v.exactOptional(text),
		language: v.exactOptional(text),
		code: v.exactOptional(v.array(coding, wrong)),
		item: v.exactOptional(v.array(item, wrong))
	},
	code('not-an-object')
);
