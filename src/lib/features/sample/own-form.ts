import { EXTENSION } from '$lib/forms/extensions';
import type { Questionnaire } from '$lib/forms/types';
import { withScoring } from '../library/own-score';

const scored = (...wording: string[]) =>
	wording.map((display, value) => ({
		extension: [{ url: EXTENSION.ordinal, valueDecimal: value }],
		valueCoding: { system: 'urn:casekeep:own-answer', code: `s${value}`, display }
	}));

/** A form as an invented practitioner built it: a condition, a score, words of their own. */
export const sampleForm: Questionnaire = withScoring(
	{
		resourceType: 'Questionnaire',
		status: 'draft',
		language: 'en',
		title: 'How is the flat?',
		description: 'For people who have moved. Asked after two weeks, then monthly.',
		item: [
			{
				linkId: 'flat',
				type: 'group',
				text: 'Where you live now',
				item: [
					{ linkId: 'warm', type: 'choice', text: 'Is it warm enough?', answerOption: scored('Never', 'Sometimes', 'Always') },
					{ linkId: 'quiet', type: 'choice', text: 'Can you sleep there?', answerOption: scored('Hardly', 'Some nights', 'Most nights') },
					{ linkId: 'repair', type: 'boolean', text: 'Is something broken that the landlord knows of?' },
					{
						linkId: 'repair-what',
						type: 'text',
						text: 'What is broken, and since when?',
						enableWhen: [{ question: 'repair', operator: '=', answerBoolean: true }]
					}
				]
			},
			{
				linkId: 'words',
				type: 'text',
				text: 'What would make it feel like yours?',
				extension: [{ url: EXTENSION.voice, valueCode: 'client' }]
			}
		]
	},
	{
		name: 'How far the flat is a home',
		direction: 'higher-is-better',
		bands: [
			{ from: 0, to: 1, label: 'something has to change' },
			{ from: 2, to: 3, label: 'getting there' },
			{ from: 4, to: 4, label: 'home' }
		]
	}
);
