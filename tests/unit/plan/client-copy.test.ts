import { expect, test } from 'vitest';
import { copyGoals } from '$lib/features/plan/client-copy';
import { aGoal, aPlan, aStep } from './a-plan';

test('the client’s copy has their words, who does what, plain names, and nothing of the practitioner’s own', () => {
	const goal = aGoal('h', 'A home of my own.', {
		specific: 'PRACTITIONER specific',
		achievable: 'PRACTITIONER achievable',
		relevant: 'PRACTITIONER relevant',
		baseline: 'PRACTITIONER baseline',
		strengths: 'PRACTITIONER strengths',
		target: 'I have a key.',
		start: 2,
		targetRating: 7,
		needs: [{ id: 'n', words: 'PRACTITIONER need' }],
		objectives: [
			{ id: 'o', words: 'On the list', measurable: 'PRACTITIONER measure', measureId: '', due: '2026-06-01', state: 'open', steps: [aStep('1', 'Call', { support: 'you-do', due: '2026-04-01' }), aStep('2', 'Old', { state: 'done' })] },
			{ id: 'p', words: 'Gone', measurable: '', measureId: '', due: '', state: 'aside', steps: [] }
		],
		steps: [aStep('3', 'Write', { support: 'i-do', others: 'Mara' })],
		interventions: [
			{ id: 'i', name: 'Motivational interviewing', plainName: 'Talking it through', dose: '' },
			{ id: 'j', name: 'Budget', plainName: '', dose: '' }
		]
	});
	const copy = copyGoals(aPlan({ goals: [goal, aGoal('w', 'Work.', { state: 'set-aside' })] }));
	expect(copy).toEqual([
		{
			id: 'h',
			words: 'A home of my own.',
			target: 'I have a key.',
			numbers: 'I put it at 2 of 10 at the start. Good enough for me: 7.',
			by: '',
			parts: [
				{ id: 'o', words: 'On the list (by 1 June 2026)', steps: ['Call (I do it, by 1 April 2026)'] },
				{ id: '', words: '', steps: ['Write (my worker does it, Mara)'] }
			],
			tries: ['Talking it through', 'Budget']
		}
	]);
});
