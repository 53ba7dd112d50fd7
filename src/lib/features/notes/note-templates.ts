import { longText, ownForm } from '$lib/forms/compose';
import type { Questionnaire } from '$lib/forms/types';

/** A shape for progress notes: a form whose questions are the note's sections. */
export interface NoteTemplate {
	readonly id: string;
	/** Changes with the sections; kept with every note, so that an old note keeps its shape. */
	readonly version: string;
	readonly title: string;
	/** When to use it, in one sentence. */
	readonly description: string;
	readonly questionnaire: Questionnaire;
}

function template(facts: Omit<NoteTemplate, 'questionnaire'>, sections: readonly [id: string, text: string][]): NoteTemplate {
	const { id, version, title, description } = facts;
	const url = `urn:casekeep:note:${id}`;
	const items = sections.map(([linkId, text]) => longText(linkId, text));
	return { ...facts, questionnaire: ownForm({ url, version, title, description, noAnswer: false }, items) };
}

/** Every note template that is shipped, in the order it is offered. */
export const noteTemplates: readonly NoteTemplate[] = [
	template(
		{
			id: 'soap',
			version: '1.0.0',
			title: 'SOAP',
			description: 'What they said, what you saw, what you make of it, and what comes next.'
		},
		[
			['subjective', 'Subjective'],
			['objective', 'Objective'],
			['assessment', 'Assessment'],
			['plan', 'Plan']
		]
	),
	template(
		{ id: 'quick', version: '1.0.0', title: 'Quick note', description: 'One field, for what must not be forgotten.' },
		[['note', 'Note']]
	)
];

/** The template with this id, in this version when one is named; undefined when it is not shipped. */
export function noteTemplate(id: string, version?: string): NoteTemplate | undefined {
	return noteTemplates.find((one) => one.id === id && (version === undefined || one.version === version));
}
