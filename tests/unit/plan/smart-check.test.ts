import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyGoal, type GoalFields } from '$lib/features/plan/goal';
import { checkGoal, type SmartCode, type SmartField } from '$lib/features/plan/smart-check';
import { hintText } from '$lib/features/plan/smart-text';

const TODAY = '2026-03-09';

function codes(fields: Partial<GoalFields>): string[] {
	return checkGoal({ ...emptyGoal(), ...fields }, TODAY).map(({ field, code }) => `${field}: ${code}`);
}
function codesAt(field: SmartField, fields: Partial<GoalFields>): SmartCode[] {
	return checkGoal({ ...emptyGoal(), ...fields }, TODAY).flatMap((hint) => (hint.field === field ? [hint.code] : []));
}

describe("the client's words", () => {
	test.each(['The client will attend sessions.', 'Client wants to sleep', 'She needs a place', '“They will comply”'])(
		'%s is told by somebody else',
		(words) => expect(codes({ words })).toEqual(['words: others-voice'])
	);
	test.each(['I want to sleep and get my mornings back.', 'My kids home.', 'Better.', 'They never listen to me at the office', 'No more shouting'])(
		'%s stands as it is',
		(words) => expect(codes({ words })).toEqual([])
	);
});

describe('specific', () => {
	test.each([
		['Feel better', 'vague'],
		['improve my sleep', 'vague'],
		['Work on relationships', 'vague'],
		['Stop drinking', 'only-stops'],
		['I want to quit smoking', 'only-stops'],
		["Don't shout at the children", 'only-stops'],
		['Comply with medication', 'service-verb'],
		['Utilize coping skills', 'service-verb'],
		['Attend weekly counseling', 'service-verb'],
		['My landlord will mend the heating', 'others-doing'],
		['Be completely calm at home', 'all-or-nothing']
	])('%s is worth a second look: %s', (specific, code) => expect(codesAt('specific', { specific })).toContain(code));

	test.each([
		'',
		'In bed by 23:00, up at 07:30, five nights a week',
		'Sleep better: through the night four nights a week',
		'Walk to the shop and back on my own',
		'Stop buying beer for home and drink tea with my sister instead',
		'Call the housing office and ask for the list',
		'Eat breakfast with my daughter'
	])('%s is left alone', (specific) => expect(codesAt('specific', { specific })).toEqual([]));

	test('the word that was found is said back as it was typed', () => {
		const [hint] = checkGoal({ ...emptyGoal(), specific: 'Feel Better' }, TODAY);
		expect(hint?.found).toBe('Better');
		expect(hint && hintText(hint)).toContain('“Better”');
	});
	test('a word inside another word is not that word', () => {
		expect(codesAt('specific', { specific: 'Get the betterment grant letter posted' })).toEqual([]);
		expect(codesAt('specific', { specific: 'Open the goodwill shop door myself' })).toEqual([]);
	});
});

describe('measurable', () => {
	test.each(['I will feel it', 'My mood', 'People will see'])('%s has nothing to count', (measurable) =>
		expect(codesAt('measurable', { measurable })).toEqual(['no-measure'])
	);
	test.each([
		'',
		'3 walks a week',
		'twice before summer',
		'most mornings',
		'every day I eat lunch',
		'The lease is signed',
		'yes or no: I have my own key'
	])('%s can be counted or seen', (measurable) => expect(codesAt('measurable', { measurable })).toEqual([]));
	test('a number in what is specific is enough', () => {
		expect(codesAt('measurable', { specific: 'Up at 7:30 on school days', measurable: 'I will tell you' })).toEqual([]);
	});
	test('never and always leave no room', () => {
		expect(codesAt('measurable', { measurable: 'I never wake up, 7 nights' })).toEqual(['all-or-nothing']);
	});
});

describe('achievable and relevant', () => {
	test('what somebody else must do is pointed out', () => {
		expect(codesAt('achievable', { achievable: 'If my sister will drive me there' })).toEqual(['others-doing']);
		expect(codesAt('achievable', { achievable: 'The court has to agree' })).toEqual(['others-doing']);
		expect(codesAt('achievable', { achievable: 'I can take the 14 bus' })).toEqual([]);
	});
	test("a service's reason without the client's own is pointed out", () => {
		expect(codesAt('relevant', { relevant: 'Required by probation' })).toEqual(['service-reason']);
		expect(codesAt('relevant', { relevant: 'Probation asks for it, and I want my kids back' })).toEqual([]);
		expect(codesAt('relevant', { relevant: 'So that mornings are ours again' })).toEqual([]);
	});
});

describe('by when', () => {
	test('words alone are not asked for a day', () => expect(codes({ words: 'I want my mornings back' })).toEqual([]));
	test('a goal that is worked out is', () => {
		expect(codesAt('time', { specific: 'Walk to school with Mia' })).toEqual(['no-date']);
	});
	test.each([{ targetDate: '2026-06-01' }, { measurable: '3 walks by the end of May' }, { achievable: 'within 6 weeks' }])(
		'a day or a time in words will do: %o',
		(fields) => expect(codesAt('time', { specific: 'Walk to school with Mia', ...fields })).toEqual([])
	);
	test('today is neither past nor far, yesterday is past, two years are far', () => {
		expect(codesAt('time', { targetDate: TODAY })).toEqual([]);
		expect(codesAt('time', { targetDate: '2026-03-08' })).toEqual(['past']);
		expect(codesAt('time', { targetDate: '2028-03-09' })).toEqual(['far']);
	});
});

describe('numbers', () => {
	test.each([
		[2, 7, []],
		[5, 5, ['same-number']],
		[6, 3, ['below-start']],
		[null, 3, []],
		[0, null, []]
	] as const)('from %s to %s', (start, targetRating, expected) =>
		expect(codesAt('scale', { start, targetRating })).toEqual([...expected])
	);
});

test('whatever is typed, there are at most two thoughts a field, each with words, and nothing throws', () => {
	const text = fc.oneof(
		fc.string({ unit: 'grapheme' }),
		fc
			.array(fc.constantFrom('stop', 'always', 'better', 'comply', 'my landlord will', '3', 'never', '“', "don't", '\n'))
			.map((parts) => parts.join(' '))
	);
	fc.assert(
		fc.property(text, text, text, text, text, (words, specific, measurable, achievable, relevant) => {
			const hints = checkGoal({ ...emptyGoal(), words, specific, measurable, achievable, relevant }, TODAY);
			for (const hint of hints) {
				expect(hints.filter(({ field }) => field === hint.field).length).toBeLessThanOrEqual(2);
				expect(hintText(hint)).not.toBe('');
				const typed = { words, specific, measurable, achievable, relevant, time: '', scale: '' }[hint.field];
				expect(typed).toContain(hint.found);
			}
		})
	);
});
