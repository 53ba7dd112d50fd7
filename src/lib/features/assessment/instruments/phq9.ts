import { ASK_ABOUT_SUICIDE } from './ask-about-suicide';
import { defineInstrument, type ItemRow, type OptionRow } from './build';
import { FREQUENCY, OPENING, PHQ_LICENCE } from './frequency';
import { phq9EsCO, phq9EsUS, phq9FrFR, phq9Ru } from './phq9.wordings';

const title = 'Patient Health Questionnaire-9 (PHQ-9)';

const items: readonly ItemRow[] = [
	['44250-9', 'Little interest or pleasure in doing things', '44250-9'],
	['44255-8', 'Feeling down, depressed, or hopeless', '44255-8'],
	['44259-0', 'Trouble falling or staying asleep, or sleeping too much', '44259-0'],
	['44254-1', 'Feeling tired or having little energy', '44254-1'],
	['44251-7', 'Poor appetite or overeating', '44251-7'],
	['44258-2', 'Feeling bad about yourself — or that you are a failure or have let yourself or your family down', '44258-2'],
	['44252-5', 'Trouble concentrating on things, such as reading the newspaper or watching television', '44252-5'],
	['44253-3', 'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual', '44253-3'],
	['44260-8', 'Thoughts that you would be better off dead or of hurting yourself in some way', '44260-8']
];

/** What was said about difficulty is kept and not counted. */
const DIFFICULTY: readonly OptionRow[] = [
	['Not difficult at all', 0, 'LA6572-7'],
	['Somewhat difficult', 1, 'LA6573-5'],
	['Very difficult', 2, 'LA6575-0'],
	['Extremely difficult', 3, 'LA6574-3']
];

/** PHQ-9, verbatim. Wording checked against CamCOPS phq9.xml and the LOINC form in LHNCBC/lforms-fhir-app. */
export const phq9 = defineInstrument({
	id: 'phq-9',
	population: 'adults; ages 13 to 17 with a cut-off of their own',
	recall: 'the last 2 weeks',
	direction: 'higher_is_worse',
	introduction: `${OPENING} These nine questions ask how often, over the last two weeks, you have been bothered by things like low mood, little interest, or changes in sleep, energy, appetite and concentration; one of them asks about thoughts of death or of hurting yourself. If you tell me you have had thoughts of hurting yourself, I will ask you more about it today.`,
	form: {
		id: 'phq-9',
		version: '1.0.0',
		title,
		panel: { code: '44249-1', display: 'PHQ-9 quick depression assessment panel' },
		copyright: PHQ_LICENCE.text,
		instructions: ['Over the last 2 weeks, how often have you been bothered by any of the following problems?'],
		options: FREQUENCY,
		items: [
			...items,
			[
				'69722-7',
				'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?',
				'69722-7'
			]
		],
		rules: { '69722-7': { options: DIFFICULTY } }
	},
	englishOrigin: 'CamCOPS phq9.xml and LHNCBC/lforms-fhir-app phq9.json, word for word',
	wordings: [phq9EsUS, phq9EsCO, phq9FrFR, phq9Ru],
	scoring: { method: 'sum', items: items.map(([linkId]) => linkId), min: 0, max: 27, version: '1' },
	bands: [
		{ from: 0, to: 4, label: 'minimal' },
		{ from: 5, to: 9, label: 'mild' },
		{ from: 10, to: 14, label: 'moderate' },
		{ from: 15, to: 19, label: 'moderately severe' },
		{ from: 20, to: 27, label: 'severe' }
	],
	cutoffs: [
		{
			value: 10,
			rule: '>=',
			meaning: 'screen positive for major depression',
			ages: { from: 18 },
			evidence: {
				source: 'Kroenke et al. 2001; Kroenke et al. 2010 (sensitivity 77-88%, specificity 88-94% quoted in CamCOPS docs)',
				verified: 'secondary'
			}
		},
		{
			value: 16,
			rule: '>=',
			meaning: '“more severe depression” in NICE NG222',
			ages: { from: 18 },
			evidence: { source: 'https://www.nice.org.uk/guidance/ng222/chapter/Recommendations', verified: 'source' }
		},
		{
			value: 11,
			rule: '>=',
			meaning: 'screen positive for major depression, ages 13 to 17',
			ages: { from: 13, to: 17 },
			evidence: {
				source:
					'Richardson et al. 2010 (sensitivity 89.5%, specificity 77.5%), https://pmc.ncbi.nlm.nih.gov/articles/PMC3217785',
				verified: 'source'
			}
		}
	],
	change: {
		reliableChange: 6,
		recoveryBelow: 10,
		doubts: 'Both numbers are known from texts quoting the manual, not from the manual itself.',
		evidence: {
			source:
				'IAPT / NHS Talking Therapies manual as quoted in cbtwatch.com; Gyani et al. 2013 Behav Res Ther 51:597-606',
			verified: 'secondary'
		}
	},
	safety: [
		{
			linkId: '44260-8',
			atLeast: 1,
			whenMissing: 'always',
			action: ASK_ABOUT_SUICIDE,
			note: 'This item is a reason to ask, not a level of risk; many who tick it are not in danger.'
		}
	],
	testedAges: { from: 18 },
	loinc: { panel: '44249-1', total: '44261-6', answerList: 'LL358-3' },
	citation:
		'Kroenke K, Spitzer RL, Williams JBW. The PHQ-9: validity of a brief depression severity measure. J Gen Intern Med 2001;16:606-613',
	licence: PHQ_LICENCE,
	cautions: [
		'No total when any of the nine is missing: the rule for estimating one was not found in a source.',
		'Ages 13 to 17: cut-off 11, not 10. The PHQ-9M is a tool of its own, under copyright, and is not this one.'
	]
});
