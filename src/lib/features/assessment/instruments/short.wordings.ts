import type { Wording } from './build';
import { gad7EsCO, gad7FrFR, gad7PtBR, gad7Ru } from './gad7.wordings';
import { phq9EsCO, phq9EsUS, phq9FrFR, phq9Ru } from './phq9.wordings';

/** The first two lines of a longer form, under the title of the short one. */
function firstTwo(parent: Wording, title: string): Wording {
	const { itemOptions: _more, ...rest } = parent;
	return { ...rest, title, items: parent.items.slice(0, 2), notes: [] };
}

/** GAD-2 and PHQ-2 one after the other, under the instruction of the PHQ-9. */
function both(gad: Wording, phq: Wording): Wording {
	return { ...firstTwo(phq, 'PHQ-4'), items: [...gad.items.slice(0, 2), ...phq.items.slice(0, 2)] };
}

/** PHQ-2: the first two of the PHQ-9 of the same language. */
export const phq2Wordings = [phq9EsUS, phq9EsCO, phq9FrFR, phq9Ru].map((parent) => firstTwo(parent, 'PHQ-2'));

/** GAD-2: the first two of the GAD-7 of the same language. */
export const gad2Wordings = [gad7EsCO, gad7FrFR, gad7PtBR, gad7Ru].map((parent) => firstTwo(parent, 'GAD-2'));

/** PHQ-4: both, where the two are of the same language and region. */
export const phq4Wordings = [both(gad7EsCO, phq9EsCO), both(gad7FrFR, phq9FrFR), both(gad7Ru, phq9Ru)];
