import type { Purpose } from '../instrument';

/**
 * One line for each tool that is shipped, in the order they are offered. It weighs little, so that lists can name them;
 * everything else about them is in `library.ts`.
 */
export const instrumentEntries = [
	['phq-9', 'Patient Health Questionnaire-9 (PHQ-9)', 'PHQ-9', 'depressive symptoms', ['mood']],
	['gad-7', 'Generalized Anxiety Disorder 7-item (GAD-7)', 'GAD-7', 'anxiety symptoms', ['anxiety']],
	['phq-2', 'Patient Health Questionnaire-2 (PHQ-2)', 'PHQ-2', 'depression screen', ['mood']],
	['gad-2', 'GAD-2', 'GAD-2', 'anxiety screen', ['anxiety']],
	['phq-4', 'PHQ-4', 'PHQ-4', 'anxiety and depression ultra-brief', ['mood', 'anxiety']],
	['who-5', 'WHO-5 Well-Being Index', 'WHO-5', 'subjective well-being', ['wellbeing', 'mood']],
	['core-10', 'CORE-10', 'CORE-10', 'general psychological distress', ['distress']],
	['k6', 'Kessler Psychological Distress Scale (K6)', 'K6', 'non-specific psychological distress', ['distress']],
	['k10', 'Kessler Psychological Distress Scale (K10)', 'K10', 'non-specific psychological distress', ['distress']],
	['pcl-5', 'PTSD Checklist for DSM-5 (PCL-5)', 'PCL-5', 'PTSD symptoms', ['trauma']],
	['pc-ptsd-5', 'Primary Care PTSD Screen for DSM-5 (PC-PTSD-5)', 'PC-PTSD-5', 'PTSD screen', ['trauma']],
	['asq', 'Ask Suicide-Screening Questions (ASQ)', 'ASQ', 'suicide risk screen', ['suicide', 'children']],
	[
		'audit',
		'Alcohol Use Disorders Identification Test (AUDIT), interview version',
		'AUDIT',
		'hazardous/harmful drinking',
		['alcohol-drugs']
	],
	['audit-c', 'AUDIT-C', 'AUDIT-C', 'hazardous drinking screen', ['alcohol-drugs']],
	['dast-10', 'Drug Abuse Screening Test (DAST-10)', 'DAST-10', 'drug use problems', ['alcohol-drugs']],
	['phq-15', 'PHQ-15 somatic symptoms', 'PHQ-15', 'somatic symptom burden', ['body']],
	['ucla-3', 'UCLA Three-Item Loneliness Scale', 'UCLA-3', 'loneliness', ['daily-life']],
	['rses', 'Rosenberg Self-Esteem Scale', 'RSES', 'global self-esteem', ['wellbeing']],
	['hunger-vital-sign', 'Hunger Vital Sign (2-item food insecurity screen)', 'Hunger Vital Sign', 'food insecurity', ['daily-life']],
	[
		'psc-17',
		'Pediatric Symptom Checklist-17, parent/caregiver report (PSC-17)',
		'PSC-17',
		'psychosocial problems (internalizing, attention, externalizing)',
		['children']
	],
	['psc-17-y', 'Pediatric Symptom Checklist-17, youth self-report (PSC-17-Y)', 'PSC-17-Y', 'psychosocial problems', ['children']]
] as const satisfies readonly (readonly [string, string, string, string, readonly Purpose[]])[];

/** The id of a tool that is shipped. */
export type InstrumentId = (typeof instrumentEntries)[number][0];

/** What a list says of a tool. */
export interface InstrumentEntry {
	readonly id: string;
	readonly title: string;
	readonly shortTitle: string;
	/** What it asks about, in plain words. */
	readonly construct: string;
	readonly purposes: readonly Purpose[];
}

/** A tool's line; every id has one. */
export function entryOf(id: InstrumentId): InstrumentEntry {
	const [, title, shortTitle, construct, purposes] = instrumentEntries.find(([one]) => one === id) ?? instrumentEntries[0];
	return { id, title, shortTitle, construct, purposes };
}
