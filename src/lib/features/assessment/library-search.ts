import { m } from '$lib/paraglide/messages.js';
import { fold } from '$lib/features/clients/fold';
import { PURPOSES, type Purpose } from './instrument';

const WORDS: Record<Purpose, () => string> = {
	mood: m.instruments_purpose_mood,
	anxiety: m.instruments_purpose_anxiety,
	distress: m.instruments_purpose_distress,
	wellbeing: m.instruments_purpose_wellbeing,
	trauma: m.instruments_purpose_trauma,
	suicide: m.instruments_purpose_suicide,
	'alcohol-drugs': m.instruments_purpose_alcohol_drugs,
	body: m.instruments_purpose_body,
	'daily-life': m.instruments_purpose_daily_life,
	children: m.instruments_purpose_children
};

/** What a tool is for, in words. */
export function purposeText(purpose: Purpose): string {
	return WORDS[purpose]();
}

/** The purposes to choose from. */
export function purposeOptions(): { value: Purpose; label: string }[] {
	return PURPOSES.map((value) => ({ value, label: purposeText(value) }));
}

/** Whether every word that was typed is in a tool's name or in what it is about; capitals, accents and hyphens do not count. */
export function matches(
	tool: {
		readonly title: string;
		readonly shortTitle: string;
		readonly construct?: string;
		readonly purposes?: readonly Purpose[];
	},
	query: string
): boolean {
	const told = [tool.title, tool.shortTitle, tool.construct ?? '', ...(tool.purposes ?? []).map(purposeText)].join(' ');
	const text = fold(told);
	const plain = (word: string) => word.replaceAll(/[^\p{L}\p{N}]/gu, '');
	const close = text.split(/\s+/u).map(plain).join(' ');
	return fold(query)
		.split(/\s+/u)
		.filter(Boolean)
		.every((word) => text.includes(word) || close.includes(plain(word)));
}
