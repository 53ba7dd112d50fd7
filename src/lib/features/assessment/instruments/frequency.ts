import type { OptionRow } from './build';

/** LOINC answer list LL358-3, shared by PHQ-9 and GAD-7. The lowest is "Not at all", never "Not at all sure". */
export const FREQUENCY: readonly OptionRow[] = [
	['Not at all', 0, 'LA6568-5'],
	['Several days', 1, 'LA6569-3'],
	['More than half the days', 2, 'LA6570-1'],
	['Nearly every day', 3, 'LA6571-9']
];

/** Attribution printed with both tools. */
export const PHQ_LICENCE = {
	text: 'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
	evidence: {
		source:
			'Copyright text inside the LOINC FHIR Questionnaire 44249-1; phqscreeners.com statements quoted in CamCOPS docs/source/tasks/phq9.rst',
		verified: 'source'
	}
} as const;

/** Said first before any tool; own words, not part of it. */
export const OPENING =
	'There are no right or wrong answers, you can skip any question, and the result is a starting point for us to talk, not a diagnosis.';
