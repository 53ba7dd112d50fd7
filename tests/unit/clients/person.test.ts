import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageOn, ageRange, allNames, displayName, nameFor, otherNames, personNamed, type Audience } from '$lib/features/clients/person';

const born = (date: string, about = false) => ({ birth: { value: { date, about } } });

describe('the name shown', () => {
	test.each([
		['Denise', 'Marlow', '', 'Denise Marlow'],
		['Denise', 'Marlow', 'Dee', 'Dee Marlow'],
		['Denise', '', '', 'Denise'],
		['', 'Marlow', '', 'Marlow'],
		['', '', 'Dee', 'Dee'],
		['  Denise ', ' Marlow  ', '', 'Denise Marlow']
	])('of "%s" "%s" used "%s" is "%s"', (first, last, used, shown) => {
		expect(displayName(personNamed(first, last, used))).toBe(shown);
	});

	test('blank names are no names', () => {
		expect(personNamed('', '', 'Dee').names).toEqual([{ use: 'used', first: 'Dee', last: '' }]);
		expect(allNames(personNamed(' ', ' ', ' '))).toEqual([]);
	});
});

describe('what to say to whom', () => {
	const dee = {
		...personNamed('Denise', 'Marlow', 'Dee'),
		pronouns: 'they',
		audiences: [
			{ audience: 'family' as const, name: 'Denise', pronouns: 'she' },
			{ audience: 'voicemail' as const, name: 'D. from the library', pronouns: '' }
		]
	};

	test.each<[Audience, string, string]>([
		['client', 'Dee Marlow', 'they'],
		['family', 'Denise', 'she'],
		['voicemail', 'D. from the library', 'they']
	])('to %s', (audience, name, pronouns) => {
		expect(nameFor(dee, audience)).toEqual({ name, pronouns });
	});

	test('nothing is guessed before an audience for which nothing was agreed, when the name used is not on paper', () => {
		expect(nameFor(dee, 'agency')).toBeUndefined();
		const { names } = personNamed('Ilse', 'Brandt');
		expect(nameFor({ names, audiences: [], pronouns: 'she' }, 'agency')).toEqual({ name: 'Ilse Brandt', pronouns: 'she' });
	});

	test('every name can be looked for', () => {
		const names = [...dee.names, { use: 'previous' as const, first: 'Denise', last: 'Okafor' }];
		expect(allNames({ ...dee, names })).toEqual(['Dee', 'Denise Marlow', 'Denise Okafor', 'Denise', 'D. from the library']);
	});
});

test('other names are the ones that say something new', () => {
	const names = [...personNamed('Denise', 'Marlow', 'Dee').names, { use: 'previous' as const, first: '', last: 'Okafor' }];
	const audiences = [{ audience: 'family' as const, name: 'Denise', pronouns: '' }];
	expect(otherNames({ names, audiences })).toEqual(['Denise Marlow', 'Okafor']);
	expect(otherNames(personNamed('Denise', 'Marlow'))).toEqual([]);
});

describe('age', () => {
	test.each([
		['1990-06-15', '2026-06-14', 35, 35],
		['1990-06-15', '2026-06-15', 36, 36],
		['1990-06', '2026-05-31', 35, 35],
		['1990-06', '2026-06-01', 35, 36],
		['1990-06', '2026-06-29', 35, 36],
		['1990-06', '2026-06-30', 36, 36],
		['1990-02', '2026-02-28', 36, 36],
		['1992-02', '2026-02-28', 33, 34],
		['1990', '2026-01-01', 35, 36],
		['1990', '2026-12-31', 36, 36],
		['2000-02-29', '2025-02-28', 24, 24],
		['2000-02-29', '2025-03-01', 25, 25],
		['2000-02-29', '2024-02-29', 24, 24],
		['2026', '2026-03-09', 0, 0]
	])('born %s is on %s between %i and %i', (date, on, from, to) => {
		expect(ageRange(born(date), on)).toEqual({ from, to });
		expect(ageOn(born(date), on)).toBe(from);
	});

	test.each([{}, { birth: { none: 'unknown' as const } }, { birth: { none: 'declined' as const } }, born('2030')])(
		'is not guessed from %o',
		(person) => {
			expect(ageRange(person, '2026-03-09')).toBeUndefined();
			expect(ageOn(person, '2026-03-09')).toBeUndefined();
		}
	);

	test('of a partial date spans exactly the ages of the days it may stand for', () => {
		const day = fc.date({ min: new Date('1905-01-01'), max: new Date('2024-12-31'), noInvalidDate: true });
		const later = fc.integer({ min: 400, max: 40_000 });
		const civil = (date: Date) => date.toISOString().slice(0, 10);
		fc.assert(
			fc.property(day, later, fc.constantFrom(4, 7, 10), (birth, days, precision) => {
				const on = civil(new Date(birth.getTime() + days * 86_400_000));
				const partial = civil(birth).slice(0, precision);
				const ages: number[] = [];
				const start = new Date(`${(partial + '-01-01').slice(0, 10)}T00:00:00Z`);
				for (let at = start; civil(at).startsWith(partial); at = new Date(at.getTime() + 86_400_000)) {
					// An independent count: birthdays that have come round since.
					const [month, dayOfMonth] = [at.getUTCMonth(), at.getUTCDate()];
					let age = 0;
					while (civil(new Date(Date.UTC(at.getUTCFullYear() + age + 1, month, dayOfMonth))) <= on) age += 1;
					if (civil(at) <= on) ages.push(age);
				}
				expect(ageRange(born(partial), on)).toEqual({ from: Math.min(...ages), to: Math.max(...ages) });
			}),
			{ numRuns: 300 }
		);
	});
});
