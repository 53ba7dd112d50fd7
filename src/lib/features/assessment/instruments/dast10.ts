import { defineInstrument, q } from './build';
import { OPENING } from './frequency';

/** DAST-10, verbatim; question 3 counts the other way round. */
export const dast10 = defineInstrument({
	id: 'dast-10',
	population: 'adults',
	recall: 'the past 12 months',
	direction: 'higher_is_worse',
	introduction: `${OPENING} These ten questions ask about drugs other than alcohol over the past 12 months, and whether using them has caused difficulties.`,
	form: {
		id: 'dast-10',
		version: '1.0.0',
		title: 'Drug Abuse Screening Test (DAST-10)',
		panel: { code: '82666-9' },
		copyright: '(c) 1982 Harvey A. Skinner PhD and the Centre for Addiction and Mental Health, Toronto. May be reproduced for non-commercial use (clinical, research, training) crediting the author.',
		notice: '© 1982 Harvey A. Skinner PhD and the Centre for Addiction and Mental Health, Toronto.',
		instructions: [
			'The following questions concern information about your possible involvement with drugs not including alcoholic beverages during the past 12 months.'
		],
		options: [
		['No', 0],
		['Yes', 1]
	],
		items: [
		['q1', 'Have you used drugs other than those required for medical reasons?'],
		['q2', 'Do you abuse more than one drug at a time?'],
		['q3', 'Are you always able to stop using drugs when you want to?'],
		['q4', 'Have you had "blackouts" or "flashbacks" as a result of drug use?'],
		['q5', 'Do you ever feel bad or guilty about your drug use?'],
		['q6', 'Does your spouse (or parents) ever complain about your involvement with drugs?'],
		['q7', 'Have you neglected your family because of your use of drugs?'],
		['q8', 'Have you engaged in illegal activities in order to obtain drugs?'],
		['q9', 'Have you ever experienced withdrawal symptoms (felt sick) when you stopped taking drugs?'],
		[
			'q10',
			'Have you had medical problems as a result of your drug use (e.g., memory loss, hepatitis, convulsions, bleeding, etc.)?'
		]
	]
	},
	englishOrigin: 'rhavekost/clinical-toolkit dast-10.md, word for word',
	scoring: {
		method: 'sum',
		items: q(10),
		min: 0,
		max: 10,
		version: '1',
		reversed: { items: ['q3'], from: 1 }
	},
	bands: [
		{ from: 0, to: 0, label: 'no problems reported' },
		{ from: 1, to: 2, label: 'low level' },
		{ from: 3, to: 5, label: 'moderate level' },
		{ from: 6, to: 8, label: 'substantial level' },
		{ from: 9, to: 10, label: 'severe level' }
	],
	cutoffs: [
		{
			value: 3,
			rule: '>=',
			meaning: 'further assessment',
			ages: { from: 18 },
			evidence: { source: 'Skinner bands, two texts quoting them', verified: 'secondary' }
		}
	],
	testedAges: { from: 18 },
	loinc: { panel: '82666-9', total: '82667-7' },
	citation: 'Skinner HA. The Drug Abuse Screening Test. Addict Behav 1982;7:363-371',
	licence: { text: '(c) 1982 Harvey A. Skinner PhD and the Centre for Addiction and Mental Health, Toronto. May be reproduced for non-commercial use (clinical, research, training) crediting the author.', evidence: { source: 'CamCOPS docs dast.rst', verified: 'source' } },
	cautions: [
		'Question 3 counts when the answer is No. A variant (SBIRT Oregon) turns the question round and the scoring with it: never mix its wording with this scoring, or its bands with these.',
		'Somebody who uses nothing answers question 3 with Yes, which counts 0.',
		'No total when an answer is missing. The source speaks of more than one; what to do with a single one it does not say.'
	]
});
