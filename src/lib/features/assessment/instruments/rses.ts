import { defineInstrument, q } from './build';
import { OPENING } from './frequency';

/** Rosenberg Self-Esteem Scale, verbatim, in the item order whose reversed items are 2, 5, 6, 8 and 9. */
export const rses = defineInstrument({
	id: 'rses',
	population: 'adolescents and adults',
	recall: 'general feelings about oneself',
	direction: 'higher_is_better',
	introduction: `${OPENING} These ten statements are about how you see yourself in general, and how far you agree with each.`,
	form: {
		id: 'rses',
		version: '1.0.0',
		title: 'Rosenberg Self-Esteem Scale',
		copyright: 'University of Maryland Sociology page: may be used without charge for educational and professional research purposes; attribute. Narrower than public domain: show this.',
		notice: 'Rosenberg M. Society and the adolescent self-image.',
		instructions: [
			'Below is a list of statements dealing with your general feelings about yourself. Please indicate how strongly you agree or disagree with each statement.'
		],
		options: [
		['Strongly agree', 3],
		['Agree', 2],
		['Disagree', 1],
		['Strongly disagree', 0]
	],
		items: [
		['q1', 'On the whole, I am satisfied with myself.'],
		['q2', 'At times I think I am no good at all.'],
		['q3', 'I feel that I have a number of good qualities.'],
		['q4', 'I am able to do things as well as most other people.'],
		['q5', 'I feel I do not have much to be proud of.'],
		['q6', 'I certainly feel useless at times.'],
		['q7', "I feel that I'm a person of worth, at least on an equal plane with others."],
		['q8', 'I wish I could have more respect for myself.'],
		['q9', 'All in all, I am inclined to feel that I am a failure.'],
		['q10', 'I take a positive attitude toward myself.']
	]
	},
	englishOrigin: 'nedayemehr.ir reproduction; canvas.ucsc.edu; psytoolkit',
	scoring: {
		method: 'sum',
		items: q(10),
		min: 0,
		max: 30,
		version: '1',
		reversed: { items: ['q2', 'q5', 'q6', 'q8', 'q9'], from: 3 }
	},
	testedAges: {},
	loinc: { note: 'No code was verified.' },
	citation: 'Rosenberg M. Society and the adolescent self-image. Princeton University Press, 1965',
	licence: {
		text: 'May be used without charge for educational and professional research, naming Rosenberg. Use in clinical software is not expressly covered.',
		evidence: { source: 'https://socy.umd.edu/quick-links/rosenberg-scale-faq-0', verified: 'secondary' }
	},
	cautions: [
		'There are no bands and no cut-off: its owner says that no points divide high from low self-esteem.',
		'The order of the statements differs between copies, and with it the numbers of the reversed ones (3, 5, 8, 9, 10 in the other order). Some copies count 1 to 4. Never mix order, key and counting.',
		'No total when an answer is missing. The source speaks of more than one; what to do with a single one it does not say.'
	]
});
