import * as v from 'valibot';
import { isDateTime, isTime } from './date-time';
import { isPartialDate } from './partial-date';
import type { ProblemCode } from './problem';
import {
	ITEM_TYPES,
	type AnswerOption,
	type AnswerValue,
	type Contained,
	type EnableWhen,
	type Extension,
	type Questionnaire,
	type QuestionnaireItem
} from './types';

/** Messages of these schemas are problem codes, so that words stay in one place. */
const code = (name: ProblemCode) => name;
const wrong = code('missing-or-wrong');

export const text = v.string(wrong);
export const name = v.pipe(v.string(wrong), v.minLength(1, wrong));
const yesNo = v.boolean(wrong);
const decimal = v.pipe(v.number(wrong), v.finite(wrong));
const integer = v.pipe(v.number(wrong), v.safeInteger(wrong));
const date = v.pipe(v.string(wrong), v.check(isPartialDate, code('not-a-date')));
const dateTime = v.pipe(v.string(wrong), v.check(isDateTime, code('not-a-date')));
const time = v.pipe(v.string(wrong), v.check(isTime, code('not-a-date')));

const baseCoding = { system: v.exactOptional(text), version: v.exactOptional(text), code: v.exactOptional(text) };
const plainCoding = v.looseObject({ ...baseCoding, display: v.exactOptional(text) }, wrong);

const baseQuantity = {
	value: v.exactOptional(decimal),
	comparator: v.exactOptional(text),
	unit: v.exactOptional(text),
	system: v.exactOptional(text),
	code: v.exactOptional(text)
};

const extension: v.GenericSchema<Extension> = v.looseObject(
	{
		url: name,
		extension: v.exactOptional(
			v.array(
				v.lazy(() => extension),
				wrong
			)
		),
		valueBoolean: v.exactOptional(yesNo),
		valueCode: v.exactOptional(text),
		valueCoding: v.exactOptional(plainCoding),
		valueCodeableConcept: v.exactOptional(
			v.looseObject({ coding: v.exactOptional(v.array(plainCoding, wrong)), text: v.exactOptional(text) }, wrong)
		),
		valueDate: v.exactOptional(text),
		valueDateTime: v.exactOptional(text),
		valueDecimal: v.exactOptional(decimal),
		valueExpression: v.exactOptional(
			v.looseObject(
				{ language: v.exactOptional(text), expression: v.exactOptional(text), name: v.exactOptional(text) },
				wrong
			)
		),
		valueInteger: v.exactOptional(integer),
		valueMarkdown: v.exactOptional(text),
		valueQuantity: v.exactOptional(v.looseObject(baseQuantity, wrong)),
		valueString: v.exactOptional(text),
		valueTime: v.exactOptional(text)
	},
	wrong
);
export const element = { extension: v.exactOptional(v.array(extension, wrong)) };
const beside = v.exactOptional(v.looseObject(element, wrong));
const coding = v.looseObject({ ...element, ...baseCoding, display: v.exactOptional(text), _display: beside }, wrong);
const quantity = v.looseObject({ ...element, ...baseQuantity }, wrong);
const attachment = v.looseObject(
	{
		...element,
		contentType: v.exactOptional(text),
		data: v.exactOptional(text),
		url: v.exactOptional(text),
		size: v.exactOptional(integer),
		title: v.exactOptional(text)
	},
	wrong
);
export const reference = v.looseObject({ ...element, reference: v.exactOptional(text), display: v.exactOptional(text) }, wrong);

/** Each value an answer may have, by its field. */
export const ANSWER_VALUES = {
	valueBoolean: yesNo,
	valueDecimal: decimal,
	valueInteger: integer,
	valueDate: date,
	valueDateTime: dateTime,
	valueTime: time,
	valueString: text,
	valueUri: text,
	valueCoding: coding,
	valueQuantity: quantity,
	valueAttachment: attachment,
	valueReference: reference
};

const ofOption = { ...element, initialSelected: v.exactOptional(yesNo) };
const answerOption: v.GenericSchema<AnswerOption> = v.union(
	[
		v.looseObject({ ...ofOption, valueCoding: coding }),
		v.looseObject({ ...ofOption, valueString: name, _valueString: beside }),
		v.looseObject({ ...ofOption, valueInteger: integer }),
		v.looseObject({ ...ofOption, valueDate: date }),
		v.looseObject({ ...ofOption, valueTime: time }),
		v.looseObject({ ...ofOption, valueReference: reference })
	],
	code('unsupported-value')
);

const answerValue: v.GenericSchema<AnswerValue> = v.union(
	[
		v.looseObject({ valueBoolean: yesNo }),
		v.looseObject({ valueDecimal: decimal }),
		v.looseObject({ valueInteger: integer }),
		v.looseObject({ valueDate: date }),
		v.looseObject({ valueDateTime: dateTime }),
		v.looseObject({ valueTime: time }),
		v.looseObject({ valueString: text }),
		v.looseObject({ valueUri: text }),
		v.looseObject({ valueCoding: coding }),
		v.looseObject({ valueQuantity: quantity }),
		v.looseObject({ valueAttachment: attachment }),
		v.looseObject({ valueReference: reference })
	],
	code('unsupported-value')
);

const enableWhen: v.GenericSchema<EnableWhen> = v.looseObject(
	{
		...element,
		question: name,
		operator: v.picklist(['exists', '=', '!=', '>', '<', '>=', '<='], wrong),
		answerBoolean: v.exactOptional(yesNo),
		answerDecimal: v.exactOptional(decimal),
		answerInteger: v.exactOptional(integer),
		answerDate: v.exactOptional(date),
		answerDateTime: v.exactOptional(dateTime),
		answerTime: v.exactOptional(time),
		answerString: v.exactOptional(text),
		answerCoding: v.exactOptional(coding),
		answerQuantity: v.exactOptional(quantity),
		answerReference: v.exactOptional(reference)
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
		_prefix: beside,
		text: v.exactOptional(text),
		_text: beside,
		type: v.picklist(ITEM_TYPES, code('unsupported-type')),
		enableWhen: v.exactOptional(v.array(enableWhen, wrong)),
		enableBehavior: v.exactOptional(v.picklist(['all', 'any'], wrong)),
		required: v.exactOptional(yesNo),
		repeats: v.exactOptional(yesNo),
		readOnly: v.exactOptional(yesNo),
		maxLength: v.exactOptional(v.pipe(integer, v.minValue(1, wrong))),
		answerValueSet: v.exactOptional(text),
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

const contained: v.GenericSchema<Contained> = v.looseObject({ resourceType: name }, wrong);

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
		_title: beside,
		derivedFrom: v.exactOptional(v.array(text, wrong)),
		status: v.picklist(['draft', 'active', 'retired', 'unknown'], wrong),
		date: v.exactOptional(text),
		publisher: v.exactOptional(text),
		description: v.exactOptional(text),
		purpose: v.exactOptional(text),
		copyright: v.exactOptional(text),
		language: v.exactOptional(text),
		code: v.exactOptional(v.array(coding, wrong)),
		contained: v.exactOptional(v.array(contained, wrong)),
		item: v.exactOptional(v.array(item, wrong))
	},
	code('not-an-object')
);
