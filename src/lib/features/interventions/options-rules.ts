import type { CatalogueItem, Option, OptionsTalk } from './intervention';

/** The id of leaving things as they are, which is always among the choices. */
export const NOTHING = 'nothing';

/** What is typed before and while options are looked at together. */
export type TalkFields = Pick<OptionsTalk, 'options' | 'chosen' | 'words'>;

/** A choice without anything in it yet. @param item the entry it comes from; without one it is of one's own */
export function optionFrom(key: string, item?: Pick<CatalogueItem, 'id' | 'name' | 'plainName'>): Option {
	return { key, catalogueId: item?.id ?? '', name: item ? item.plainName || item.name : '', asks: '', benefit: '', doubts: '' };
}

/** A conversation that has not begun: nothing is chosen, and the one choice there always is. @param nothing what it is called */
export function emptyTalk(nothing: string): TalkFields {
	return { options: [{ ...optionFrom(NOTHING), catalogueId: NOTHING, name: nothing }], chosen: [], words: '' };
}

/** Whether a choice says anything. */
export function hasName({ name }: Pick<Option, 'name'>): boolean {
	return name.trim() !== '';
}

/**
 * Takes a choice or gives it back. Leaving things as they are and trying something exclude each other.
 * @returns the keys that are chosen then
 */
export function toggled(chosen: readonly string[], key: string): string[] {
	if (chosen.includes(key)) return chosen.filter((one) => one !== key);
	return key === NOTHING ? [NOTHING] : [...chosen.filter((one) => one !== NOTHING), key];
}

/** What of a conversation is to be tried: chosen, and not leaving things as they are. */
export function toTry({ options, chosen }: Pick<OptionsTalk, 'options' | 'chosen'>): Option[] {
	return options.filter(({ key }) => key !== NOTHING && chosen.includes(key));
}
