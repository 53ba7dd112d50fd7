import { defineInstrument, q } from './build';
import { OPENING } from './frequency';

/** Hunger Vital Sign, verbatim. Its result is a rule, not a number. */
export const hungerVitalSign = defineInstrument({
	id: 'hunger-vital-sign',
	population: 'households',
	recall: 'the past 12 months',
	direction: 'higher_is_worse',
	charted: false,
	introduction: `${OPENING} These two statements ask whether food has been short at home in the past 12 months, and how often that was true.`,
	form: {
		id: 'hunger-vital-sign',
		version: '1.0.0',
		title: 'Hunger Vital Sign (2-item food insecurity screen)',
		panel: { code: '88121-9' },
		copyright: '(c) 2010 Erin Hager, Anna Quigg and Children\'s HealthWatch; LOINC carries it "used with permission". No other licence text found: show the notice, keep it off by default until the user confirms their right to use it.',
		notice:
			"© 2010 Dr. Erin Hager and Dr. Anna Quigg and the Children's HealthWatch research team. Used with permission",
		instructions: [],
		options: [
		['Often true', 1, 'LA28397-0'],
		['Sometimes true', 1, 'LA6729-3'],
		['Never true', 0, 'LA28398-8'],
		["Don't know/refused", null, 'LA15775-2']
	],
		items: [
		[
			'q1',
			'Within the past 12 months we worried whether our food would run out before we got money to buy more',
			'88122-7'
		],
		[
			'q2',
			"Within the past 12 months the food we bought just didn't last and we didn't have money to get more",
			'88123-5'
		]
	]
	},
	englishOrigin: 'HL7/fhir-sdoh-clinicalcare SDOHCC-QuestionnaireHungerVitalSign.fsh; LHNCBC/lforms-fhir-app hunger-vital-signs.json',
	scoring: { method: 'screen', items: q(2), min: 0, max: 2, version: '1' },
	screen: {
		kind: 'any',
		items: q(2),
		positive: {
			id: 'at-risk',
			label: 'At risk of not having enough food',
			positive: true,
			next: [
				'Ask what would help with food this week.'
			]
		},
		negative: { id: 'no-risk', label: 'No risk found', positive: false, next: [] }
	},
	testedAges: {},
	loinc: { panel: '88121-9', total: '88124-3', note: 'Result codes: at risk LA19952-3, no risk LA19983-8.' },
	citation: 'Hager ER et al. Development and validity of a 2-item screen to identify families at risk for food insecurity. Pediatrics 2010;126:e26-e32',
	licence: {
		text: '© 2010 Erin Hager, Anna Quigg and Children’s HealthWatch; LOINC carries it “used with permission”. No other licence text was found.',
		evidence: { source: 'HL7/fhir-sdoh-clinicalcare FSH; LHNCBC fixtures (no copyright restriction stated)', verified: 'partial' }
	},
	confirm:
		'I have made sure that I may use the Hunger Vital Sign. Its owners are Children’s HealthWatch; no licence for software was found.',
	cautions: [
		'“Often true” or “Sometimes true” to either one means at risk. “Don’t know/refused” to both, or beside “Never true”, gives no result.',
		'A result is not charted: it says whether to help, not how much.'
	]
});
