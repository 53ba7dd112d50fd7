import { defineInstrument, q, type Wording } from './build';
import { OPENING } from './frequency';

/** The same questions with the lowest option as it is used in the United Kingdom. */
const british: Wording = {
	language: 'en-GB',
	title: 'UCLA Three-Item Loneliness Scale',
	instructions: [],
	options: ['Hardly ever or never', 'Some of the time', 'Often'],
	items: [
		'How often do you feel that you lack companionship?',
		'How often do you feel left out?',
		'How often do you feel isolated from others?'
	],
	origin: 'UK option labels as quoted from the Office for National Statistics by the Campaign to End Loneliness',
	notes: ['Stay with one of the two English versions for one person: totals are compared within one only.']
};

/** UCLA-3, verbatim. */
export const ucla3 = defineInstrument({
	id: 'ucla-3',
	population: 'adults',
	recall: 'how it is now',
	direction: 'higher_is_worse',
	introduction: `${OPENING} These three questions ask how often you miss company, feel left out or feel cut off from others.`,
	form: {
		id: 'ucla-3',
		version: '1.0.0',
		title: 'UCLA Three-Item Loneliness Scale',
		panel: { code: '106418-7' },
		copyright: 'No licence text located; included in LOINC, PhenX and UK ONS guidance. Attribute Hughes et al. 2004; confirm before commercial use.',
		instructions: [],
		options: [
		['Hardly ever', 1],
		['Some of the time', 2],
		['Often', 3]
	],
		items: [
		['q1', 'How often do you feel that you lack companionship?'],
		['q2', 'How often do you feel left out?'],
		['q3', 'How often do you feel isolated from others?', '66867-3']
	]
	},
	englishOrigin: 'loinc.org/66867-3; edmoloney.me quoting UK guidance; LOINC 106418-7 description (options and scoring)',
	wordings: [british],
	scoring: { method: 'sum', items: q(3), min: 3, max: 9, version: '1' },
	cutoffs: [
		{
			value: 6,
			rule: '>=',
			meaning: 'lonely (commonly used)',
			ages: { from: 18 },
			evidence: { source: 'Steptoe et al. 2013 PNAS 110:5797', verified: 'unverified' }
		}
	],
	testedAges: { from: 18 },
	loinc: { panel: '106418-7', answerList: 'LL6899-0' },
	citation: 'Hughes ME, Waite LJ, Hawkley LC, Cacioppo JT. A short scale for measuring loneliness in large surveys. Res Aging 2004;26:655-672',
	licence: { text: 'No licence text located; included in LOINC, PhenX and UK ONS guidance. Attribute Hughes et al. 2004; confirm before commercial use.', evidence: { source: 'loinc.org 106418-7, 66867-3', verified: 'partial' } },
	cautions: ['The lowest option is “Hardly ever” here and “Hardly ever or never” in the UK version. Never mix the two in one series.'],
	unverified: ['The cut-off of 6 is written from memory of Steptoe 2013.']
});
