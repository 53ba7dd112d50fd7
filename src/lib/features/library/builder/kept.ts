import { EXTENSION } from '$lib/forms/extensions';
import type { QuestionnaireItem } from '$lib/forms/types';
import { SENSITIVE_EXTENSION } from '$lib/features/assessment/sensitive';
import { COUNTS_EXTENSION } from '../own-score';
import { kindOf } from './kinds';

/** Elements that have a field of their own in the builder, or mean nothing to a reader. */
const EDITED = ['linkId', 'type', 'text', 'item', 'required', 'repeats', 'enableWhen', 'enableBehavior', 'answerOption', 'id'];
/** Extensions that have a field of their own. */
const EDITED_EXTENSIONS: readonly string[] = [EXTENSION.minValue, EXTENSION.maxValue, EXTENSION.voice, COUNTS_EXTENSION, SENSITIVE_EXTENSION];

/** What a line carries that the builder has no field for, by its FHIR name, each once. It stays on the form untouched. */
export function keptElements(item: QuestionnaireItem): string[] {
	const elements = Object.keys(item).filter((key) => !EDITED.includes(key) && key !== 'extension');
	const extensions = (item.extension ?? [])
		.filter(({ url }) => !EDITED_EXTENSIONS.includes(url) && !(kindOf(item) === 'slider' && /itemControl|sliderStepValue/.test(url)))
		.map(({ url }) => url.split('/').at(-1) ?? url);
	return [...new Set([...elements, ...extensions])];
}
