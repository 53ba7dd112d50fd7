import { defineInstrument, q } from './build';
import { OPENING } from './frequency';

const LICENCE = {
	text: 'K6 and K10 (c) Ronald C. Kessler. Free to use without formal permission; keep copyright notice and citation.',
	evidence: { source: 'rhavekost/clinical-toolkit permissions-and-scoring.md; PhenX Toolkit protocol 121301 "Availability: Available"; harvard.edu/ncs/k6_scales.php (not retrieved)', verified: 'secondary' }
} as const;
const NOTICE = 'K6 and K10 © Ronald C. Kessler. Kessler RC et al. Psychol Med 2002;32:959-976.';

/** K6, verbatim. Answers count 0 to 4, the lowest for "None of the time". */
export const k6 = defineInstrument({
	id: 'k6',
	population: 'adults',
	recall: 'the last 30 days',
	direction: 'higher_is_worse',
	introduction: `${OPENING} These six questions ask how often, over the last 30 days, you have felt nervous, hopeless, restless, very low, worthless, or that everything was an effort.`,
	form: {
		id: 'k6',
		version: '1.0.0',
		title: 'Kessler Psychological Distress Scale (K6)',
		panel: { code: '62746-3' },
		copyright: LICENCE.text,
		notice: NOTICE,
		instructions: ['During the past 30 days, about how often did you feel...'],
		options: [
		['None of the time', 0],
		['A little of the time', 1],
		['Some of the time', 2],
		['Most of the time', 3],
		['All of the time', 4]
	],
		items: [
		['q1', '...nervous?', '65189-3'],
		['q2', '...hopeless?', '65190-1'],
		['q3', '...restless or fidgety?', '65191-9'],
		['q4', '...so depressed that nothing could cheer you up?', '65192-7'],
		['q5', '...that everything was an effort?'],
		['q6', '...worthless?']
	]
	},
	englishOrigin: 'phenxtoolkit.org/protocols/view/121301; loinc.org/62746-3',
	scoring: { method: 'sum', items: q(6), min: 0, max: 24, version: '1' },
	bands: [
		{ from: 0, to: 4, label: 'low' },
		{ from: 5, to: 12, label: 'moderate distress' },
		{ from: 13, to: 24, label: 'serious psychological distress likely' }
	],
	cutoffs: [
		{
			value: 5,
			rule: '>=',
			meaning: 'moderate distress',
			ages: { from: 18 },
			evidence: { source: 'Prochaska et al. 2012', verified: 'unverified' }
		},
		{
			value: 13,
			rule: '>=',
			meaning: 'probable serious mental illness',
			ages: { from: 18 },
			evidence: { source: 'Kessler et al. 2003; IPUMS MEPS K6SUM', verified: 'source' }
		}
	],
	testedAges: { from: 18 },
	loinc: { panel: '62746-3', note: 'The code is that of the PhenX general distress screener, protocol 121301.' },
	citation: 'Kessler RC et al. Short screening scales to monitor population prevalences and trends in non-specific psychological distress. Psychol Med 2002;32:959-976; Kessler RC et al. Arch Gen Psychiatry 2003;60:184-189',
	licence: LICENCE,
	cautions: [
		'Answers in PhenX and LOINC files run from 1 for “All of the time” to 5 for “None of the time” (LL1257-6): the other way round. A total from such a file must be recoded.'
	],
	unverified: ['The cut-off of 5 is written from memory of Prochaska 2012.']
});

/** K10, verbatim. Answers count 1 to 5, so totals run from 10 to 50. */
export const k10 = defineInstrument({
	id: 'k10',
	population: 'adults',
	recall: 'the last 30 days',
	direction: 'higher_is_worse',
	introduction: `${OPENING} These ten questions ask how often, over the last 30 days, you have felt tired out, nervous, hopeless, restless, low or worthless.`,
	form: {
		id: 'k10',
		version: '1.0.0',
		title: 'Kessler Psychological Distress Scale (K10)',
		copyright: LICENCE.text,
		notice: NOTICE,
		instructions: ['During the past 30 days, about how often did you feel...'],
		options: [
		['None of the time', 1],
		['A little of the time', 2],
		['Some of the time', 3],
		['Most of the time', 4],
		['All of the time', 5]
	],
		items: [
		['q1', '...tired out for no good reason?'],
		['q2', '...nervous?'],
		['q3', '...so nervous that nothing could calm you down?'],
		['q4', '...hopeless?'],
		['q5', '...restless or fidgety?'],
		['q6', '...so restless you could not sit still?'],
		['q7', '...depressed?'],
		['q8', '...that everything was an effort?'],
		['q9', '...so sad that nothing could cheer you up?'],
		['q10', '...worthless?']
	]
	},
	englishOrigin: 'geelongmenscounsellingservices.com.au; eapassist.com.au; rhavekost/clinical-toolkit k10.md',
	scoring: { method: 'sum', items: q(10), min: 10, max: 50, version: '1' },
	bands: [
		{ from: 10, to: 19, label: 'likely to be well' },
		{ from: 20, to: 24, label: 'likely mild disorder' },
		{ from: 25, to: 29, label: 'likely moderate disorder' },
		{ from: 30, to: 50, label: 'likely severe disorder' }
	],
	cutoffs: [
		{
			value: 20,
			rule: '>=',
			meaning: 'further assessment',
			ages: { from: 18 },
			evidence: { source: 'Andrews & Slade 2001 bands, multiple Australian sources', verified: 'source' }
		}
	],
	testedAges: { from: 18 },
	loinc: { note: 'No code was verified.' },
	citation: 'Kessler RC et al. Psychol Med 2002;32:959-976; Andrews G, Slade T. Aust N Z J Public Health 2001;25:494-497',
	licence: LICENCE,
	cautions: [
		'The bands belong to answers that count 1 to 5 (10 to 50 in all). Copies that count 0 to 4 and keep these bands miss ten points.',
		'The Australian version asks about 4 weeks. One question is worded differently in circulating versions: “so depressed” in the K6, “so sad that nothing could cheer you up” here. Do not mix them.'
	]
});
