import type { Instrument } from '../instrument';
import { gad7 } from './gad7';
import { phq9 } from './phq9';

/** Every tool that is shipped, in the order it is offered. */
export const instruments: readonly Instrument[] = [phq9, gad7];

/** The tool with this id (`phq-9`), or undefined. */
export function instrumentById(id: string): Instrument | undefined {
	return instruments.find((instrument) => instrument.id === id);
}

/** The tool whose form a response names (`url|version` or `url`), or undefined. */
export function instrumentOf(canonical: string | undefined): Instrument | undefined {
	const [url] = (canonical ?? '').split('|');
	return instruments.find(({ questionnaire }) => questionnaire.url === url);
}
