import { displayCategoryOf, EXTENSION, extensionOf, hasControl, isHidden } from './extensions';
import { isChoice } from './choices';
import { sliderOf, unitOf } from './limits';
import type { QuestionnaireItem } from './types';

/** Controls of a text that belongs to the question it lies in, and is shown with its field. */
const BESIDE_CONTROLS = ['help', 'flyover', 'prompt', 'unit', 'lower', 'upper', 'legal'] as const;

/** True for a text that belongs to the question it lies in. One that comes and goes is a line of its own. */
export function isBeside(item: QuestionnaireItem): boolean {
	if (item.enableWhen?.length || extensionOf(item, EXTENSION.enableWhenExpression)) return false;
	return item.type === 'display' && (hasControl(item, ...BESIDE_CONTROLS) || displayCategoryOf(item) !== undefined);
}

/** What stands with a question's field, from the texts in it and its extensions. */
export interface Beside {
	/** Help, instructions, the way it is to be written: in plain sight, and read out with the field. */
	readonly hint?: string;
	/** Wording inside an empty field. */
	readonly placeholder?: string;
	/** What the ends of a scale mean. */
	readonly lower?: string;
	readonly upper?: string;
	/** The unit that is meant, in words. */
	readonly unit?: string;
}

/** The texts that the field of a question has a place of their own for; elsewhere they stand with the hint. */
function namedIn(item: QuestionnaireItem): string[] {
	if (isChoice(item) || item.type === 'choice') return [];
	const slid = sliderOf(item) !== undefined;
	const typed = ['string', 'text', 'url', 'reference', 'open-choice', 'integer', 'decimal', 'quantity'].includes(item.type);
	const measured = ['integer', 'decimal', 'quantity'].includes(item.type);
	return [...(typed && !slid ? ['prompt'] : []), ...(measured ? ['unit'] : []), ...(slid ? ['lower', 'upper'] : [])];
}

const made = new WeakMap<QuestionnaireItem, Beside>();

/** See {@link Beside}. Made once per line. */
export function besideOf(item: QuestionnaireItem): Beside {
	const before = made.get(item);
	if (before) return before;
	const texts = item.item?.filter((child) => isBeside(child) && !isHidden(child) && child.text !== undefined) ?? [];
	const named = namedIn(item);
	const saying = (control: string) => (named.includes(control) ? texts.find((child) => hasControl(child, control))?.text : undefined);
	const lines = texts.filter((child) => !hasControl(child, ...named)).map(({ text }) => text ?? '');
	const format = extensionOf(item, EXTENSION.entryFormat)?.valueString;
	const coded = unitOf(item);
	const unit = saying('unit') ?? coded?.display ?? coded?.code;
	const hint = [...lines, ...(item.type === 'quantity' || !format ? [] : [format])].join(' ');
	const [placeholder, lower, upper] = [saying('prompt'), saying('lower'), saying('upper')];
	const beside: Beside = {
		...(hint ? { hint } : {}),
		...(placeholder === undefined ? {} : { placeholder }),
		...(lower === undefined ? {} : { lower }),
		...(upper === undefined ? {} : { upper }),
		...(unit === undefined ? {} : { unit })
	};
	made.set(item, beside);
	return beside;
}
