import { personNamed } from '$lib/features/clients/person';
import { persons } from '$lib/features/clients/person.table';
import type { Casebook } from '$lib/storage/casebook';

/** Saves people in one commit. @returns their ids in order */
export async function addPeople(casebook: Casebook, count: number, name = 'Person'): Promise<string[]> {
	const made = Array.from({ length: count }, (_, i) => persons.create(casebook, personNamed(`${name} ${i}`, 'Lund')));
	await casebook.commit({ action: 'person.add', changes: made.map((person) => persons.put(person)) });
	return made.map(({ id }) => id);
}

/** Saves a change to one person. */
export async function changePerson(casebook: Casebook, id: string, pronouns: string): Promise<void> {
	const person = await persons.get(casebook, id);
	if (!person) throw new Error('no such person');
	await casebook.commit({ action: 'person.change', changes: [persons.put({ ...person, pronouns })] });
}
