import { defineInstrument, q } from './build';
import { OPENING } from './frequency';
import { WHO5_NOTICE } from './who5-notice';
import { who5Ru, who5ZhHansCN } from './who5.wordings';

/** WHO-5, verbatim. The total is reported as the percentage score: the sum of the five, times four. */
export const who5 = defineInstrument({
	id: 'who-5',
	population: 'adults; adolescents and probably children from 9',
	recall: 'the last two weeks',
	direction: 'higher_is_better',
	introduction: `${OPENING} These five statements ask how much of the time, over the last two weeks, you have felt well: cheerful, calm, active, rested and interested in your days.`,
	form: {
		id: 'who-5',
		version: '1.0.0',
		title: 'WHO-5 Well-Being Index',
		copyright: 'Free of charge; source must be named. WHO re-issued it in 2024 under CC BY-NC-SA 3.0 IGO (from memory): keep verbatim, attribute WHO, non-commercial.',
		notice: WHO5_NOTICE,
		instructions: [
			'Please indicate for each of the five statements which is closest to how you have been feeling over the last two weeks.'
		],
		options: [
		['At no time', 0],
		['Some of the time', 1],
		['Less than half of the time', 2],
		['More than half of the time', 3],
		['Most of the time', 4],
		['All of the time', 5]
	],
		items: [
		['q1', 'I have felt cheerful and in good spirits'],
		['q2', 'I have felt calm and relaxed'],
		['q3', 'I have felt active and vigorous'],
		['q4', 'I woke up feeling fresh and rested'],
		['q5', 'My daily life has been filled with things that interest me']
	]
	},
	englishOrigin: 'https://smaat.eu/library/scales/who-5; https://mycctoolkit.com/who-5-list/; rhavekost/clinical-toolkit skills/wellbeing-screening/assets/who-5.md',
	wordings: [who5Ru, who5ZhHansCN],
	scoring: { method: 'sum', items: q(5), min: 0, max: 100, factor: 4, version: '1' },
	cutoffs: [
		{
			value: 50,
			rule: '<=',
			meaning: 'poor well-being: screen for depression (a sum of 12 or less before it is turned into a percentage)',
			ages: {},
			evidence: { source: 'Topp et al. 2015; INSPQ sheet; psytoolkit', verified: 'source' }
		},
		{
			value: 28,
			rule: '<=',
			meaning: 'likely depression: assess now',
			ages: {},
			evidence: { source: 'Topp 2015', verified: 'secondary' }
		}
	],
	change: {
		ruleOfThumb: 10,
		doubts: 'A rule of thumb from guidance texts; the figure was not found in the study that is named for it.',
		evidence: { source: 'WHO-5 guidance, Topp 2015', verified: 'secondary' }
	},
	testedAges: { from: 9 },
	loinc: { note: 'No LOINC panel was found.' },
	citation: 'Topp CW, Ostergaard SD, Sondergaard S, Bech P. The WHO-5 Well-Being Index: a systematic review of the literature. Psychother Psychosom 2015;84:167-176',
	licence: {
		text: 'Free of charge; the source must be named. WHO-UCN-MSD-MHE-2024.01, CC BY-NC-SA 3.0 IGO: keep it verbatim, name WHO, no commercial use; any deviation must be marked.',
		evidence: { source: 'INSPQ information sheet 14; the CC licence confirmed by two projects that quote it', verified: 'partial' }
	},
	cautions: [
		'Some copies say that a sum of 13 or less equals less than 50%. It is 12: 13 times 4 is 52.',
		'Higher is better here, unlike most other questionnaires.'
	],
	unverified: [
		'The English sentence that introduces the five statements is written from memory. Its meaning is confirmed, its wording has not been compared with WHO’s own sheet.'
	]
});
