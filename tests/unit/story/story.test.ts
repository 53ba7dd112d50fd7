import { describe, expect, test } from 'vitest';
import {
	confirmationOf,
	correct,
	disagree,
	entriesOf,
	newEntry,
	readBack,
	STORY_TOPICS,
	wordsNow,
	type How,
	type StoryEntry
} from '$lib/features/story/story-entry';
import { PROMPTS, promptsOf } from '$lib/features/story/prompts';
import { otherViewText, promptText, topicWords } from '$lib/features/story/story-text';

const hand = (day: string) => ({ when: { at: `2026-03-${day}T10:00:00.000Z`, zone: 'UTC' }, recordedBy: 'Ruth Sample, LCSW' });
function told(text: string, how: How = 'taken-down'): StoryEntry {
	const { when } = hand('09');
	const base = { id: 's1', cref: 'c', rev: 1, created: when, changed: when, author: '' };
	return { ...newEntry('client', { topic: 'account', prompt: '', askedAlone: '', text, how }, hand('09')), ...base };
}

describe('whose words they are', () => {
	test('what the client typed needs no read-back, what was taken down does', () => {
		expect(confirmationOf(told('I came here in winter.', 'typed'))).toBe('theirs');
		expect(confirmationOf(told('I came here in winter.'))).toBe('unread');
	});
	test('read back and right', () => {
		const entry = readBack(told('I came here in winter.'), 'yes', '', hand('10'));
		expect(confirmationOf(entry)).toBe('confirmed');
		expect(wordsNow(entry).text).toBe('I came here in winter.');
		expect(entry.versions).toHaveLength(1);
	});
	test('not quite: what is not right is kept, and it waits for a correction', () => {
		const entry = readBack(told('I came here in winter.'), 'not-quite', 'It was spring', hand('10'));
		expect(confirmationOf(entry)).toBe('not-quite');
		const mended = correct(entry, { text: 'I came here in spring.', how: 'taken-down', by: 'client', reason: '' }, hand('10'));
		expect(confirmationOf(mended)).toBe('unread');
		expect(mended.versions[0]?.readBack).toMatchObject({ answer: 'not-quite', words: 'It was spring' });
	});
	test('in my words: they become the wording that holds, and the earlier one stays', () => {
		const entry = readBack(told('I came here in winter.'), 'own-words', 'I was brought here. In snow.', hand('10'));
		expect(wordsNow(entry).text).toBe('I was brought here. In snow.');
		expect(confirmationOf(entry)).toBe('confirmed');
		expect(entry.versions.map(({ text }) => text)).toEqual(['I came here in winter.', 'I was brought here. In snow.']);
	});
	test('a correction by the practitioner of typed words has to be read back', () => {
		const entry = correct(told('I liev here.', 'typed'), { text: 'I live here.', how: 'typed', by: 'practitioner', reason: 'Typing' }, hand('10'));
		expect(confirmationOf(entry)).toBe('unread');
	});
});

test('corrections keep every earlier wording with who and when, in order, and nothing is written over', () => {
	let entry = told('one');
	const first = structuredClone(entry.versions[0]);
	for (const [day, text] of [['10', 'two'], ['11', 'three']] as const)
		entry = correct(entry, { text, how: 'taken-down', by: 'client', reason: ` because ${text} ` }, hand(day));
	expect(entry.versions[0]).toEqual(first);
	expect(entry.versions.map(({ text, when, recordedBy }) => [text, when.at.slice(8, 10), recordedBy])).toEqual([
		['one', '09', 'Ruth Sample, LCSW'],
		['two', '10', 'Ruth Sample, LCSW'],
		['three', '11', 'Ruth Sample, LCSW']
	]);
	expect(wordsNow(entry)).toMatchObject({ text: 'three', reason: 'because three' });
	expect(correct(entry, { text: ' three ', how: 'typed', by: 'client', reason: 'x' }, hand('12'))).toBe(entry);
});

test('a disagreement stands beside the words and takes nothing away', () => {
	const entry = told('I never missed a rent.');
	const once = disagree(entry, { voice: 'other', who: 'Landlord', text: ' Two months in 2024 ' }, hand('10'));
	const twice = disagree(once, { voice: 'practitioner', who: '', text: 'The letters show one month' }, hand('11'));
	expect(wordsNow(twice).text).toBe('I never missed a rent.');
	expect(twice.otherViews.map((view) => otherViewText(view, 'Dee'))).toEqual([
		'Landlord sees it differently',
		'Ruth Sample, LCSW sees it differently'
	]);
	expect(twice.otherViews[0]?.text).toBe('Two months in 2024');
	expect(correct(twice, { text: 'I missed one rent.', how: 'taken-down', by: 'client', reason: '' }, hand('12')).otherViews).toEqual(twice.otherViews);
});

test('entries stand by subject, the oldest first', () => {
	const at = (id: string, day: string) => ({ ...told(id), id, created: hand(day).when });
	expect(entriesOf([at('b', '11'), at('a', '10'), { ...at('c', '09'), topic: 'hopes' }], 'account').map(({ id }) => id)).toEqual(['a', 'b']);
});

test('every subject has words and questions to talk from, each worded once; identity asks first who else can hear', () => {
	for (const topic of STORY_TOPICS) {
		expect(promptsOf(topic).length).toBeGreaterThanOrEqual(2);
		expect(topicWords(topic).about.length).toBeGreaterThan(10);
	}
	const words = PROMPTS.map(({ key }) => promptText(key));
	expect(words.every((text) => text.endsWith('?') || text.endsWith('.'))).toBe(true);
	expect(new Set(words).size).toBe(PROMPTS.length);
	expect(promptsOf('identity').every(({ alone }) => alone)).toBe(true);
	expect(promptText('gone')).toBe('');
});
