import type { Instrument } from '../instrument';
import { asq } from './asq';
import { audit, auditC } from './audit';
import { core10 } from './core10';
import { dast10 } from './dast10';
import { gad7 } from './gad7';
import { hungerVitalSign } from './hunger-vital-sign';
import { k10, k6 } from './kessler';
import { pcl5 } from './pcl5';
import { pcPtsd5 } from './pcptsd5';
import { phq15 } from './phq15';
import { phq9 } from './phq9';
import { psc17, psc17y } from './psc17';
import { rses } from './rses';
import { gad2, phq2, phq4 } from './short-phq';
import { ucla3 } from './ucla3';
import { who5 } from './who5';

/**
 * Every tool that is shipped, in the order it is offered. This is a lot of wording: the lock screen and Today name tools
 * by `entries.ts` and do not come here.
 */
export const instruments: readonly Instrument[] = [
	phq9,
	gad7,
	phq2,
	gad2,
	phq4,
	who5,
	core10,
	k6,
	k10,
	pcl5,
	pcPtsd5,
	asq,
	audit,
	auditC,
	dast10,
	phq15,
	ucla3,
	rses,
	hungerVitalSign,
	psc17,
	psc17y
];

/** The tool with this id (`phq-9`), or undefined. */
export function instrumentById(id: string): Instrument | undefined {
	return instruments.find((instrument) => instrument.id === id);
}

/** The tool whose form a response names (`url|version` or `url`), in whatever language, or undefined. */
export function instrumentOf(canonical: string | undefined): Instrument | undefined {
	const [url] = (canonical ?? '').split('|');
	return instruments.find(({ versions }) => versions.some(({ questionnaire }) => questionnaire.url === url));
}
