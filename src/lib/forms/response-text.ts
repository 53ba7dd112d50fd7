import type { QuestionnaireResponse, ResponseItem } from './types';

/** What was answered in words, or by an option that has words, in the order of the form; without the questions. */
export function answeredTexts(response: Pick<QuestionnaireResponse, 'item'>): string[] {
	const texts: string[] = [];
	const walk = (items: readonly ResponseItem[] = []): void => {
		for (const { answer = [], item } of items) {
			for (const value of answer) {
				if ('valueString' in value) texts.push(value.valueString);
				else if ('valueCoding' in value) texts.push(value.valueCoding.display ?? '');
				walk(value.item);
			}
			walk(item);
		}
	};
	walk(response.item);
	return texts.filter((text) => text.trim() !== '');
}
