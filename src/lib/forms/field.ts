import type { Row } from './state';
import type { AnswerValue, QuestionnaireItem } from './types';

/** What every field for one answer takes. */
export interface AnswerFieldProps {
	item: QuestionnaireItem;
	/** The field's name: the question, numbered from the second answer on. */
	label: string;
	hint?: string | undefined;
	error?: string | undefined;
	required: boolean;
	disabled: boolean;
	row: Row;
	/** The answer, unless a reason for having none stands in its place. */
	value: AnswerValue | undefined;
	/** Takes over an answer, what was typed and is none yet, or neither. */
	set: (content: { value?: AnswerValue; typed?: string }) => void;
}
