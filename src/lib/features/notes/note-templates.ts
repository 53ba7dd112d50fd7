import { longText, ownForm } from '$lib/forms/compose';
import { m } from '$lib/paraglide/messages.js';
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

function template(facts: Omit<NoteTemplate, 'questionnaire'>, sections: readonly (readonly [id: string, text: string])[]): NoteTemplate {
	const { id, version, title, description } = facts;
	const url = `urn:casekeep:note:${id}`;
	const items = sections.map(([linkId, text]) => longText(linkId, text));
	return { ...facts, questionnaire: ownForm({ url, version, title, description, noAnswer: false }, items) };
}

const ASSESSMENT = ['assessment', 'Assessment'] as const;
const INTERVENTION = ['intervention', 'Intervention'] as const;
const RESPONSE = ['response', 'Response'] as const;
const PLAN = ['plan', 'Plan'] as const;

/**
 * Every note template that is shipped, in the order it is offered. A section that several have is the same one: what was
 * written in it stays where it is when the shape of a note is changed.
 */
export const noteTemplates: readonly NoteTemplate[] = [
	template(
		{
			id: 'soap',
			version: '1.0.0',
			title: 'SOAP',
			description: 'What they said, what you saw, what you make of it, and what comes next.'
		},
		[['subjective', 'Subjective'], ['objective', 'Objective'], ASSESSMENT, PLAN]
	),
	template(
		{
			id: 'dap',
			version: '1.0.0',
			title: 'DAP',
			description: 'What was said and seen in one, what you make of it, and what comes next.'
		},
		[['data', 'Data'], ASSESSMENT, PLAN]
	),
	template(
		{
			id: 'birp',
			version: '1.0.0',
			title: 'BIRP',
			description: 'What they did and said, what you did, how they answered it, and what comes next.'
		},
		[['behavior', 'Behavior'], INTERVENTION, RESPONSE, PLAN]
	),
	template(
		{
			id: 'girp',
			version: '1.0.0',
			title: 'GIRP',
			description: 'Which goals it was about, what you did, how they answered it, and what comes next.'
		},
		[['goals', 'Goals'], INTERVENTION, RESPONSE, PLAN]
	),
	template(
		{ id: 'narrative', version: '1.0.0', title: 'Narrative', description: 'The contact told in order, in one text.' },
		[['narrative', 'Narrative']]
	),
	template(
		{
			id: 'contact',
			version: '1.0.0',
			title: 'Contact',
			description: 'A call, a message or a word in passing: what it was about, and what follows from it.'
		},
		[['contact', 'What it was about'], ['followUp', 'What follows']]
	),
	template(
		{ id: 'quick', version: '1.0.0', title: 'Quick note', description: 'One field, for what must not be forgotten.' },
		[['note', 'Note']]
	),
	template(
		{
			id: 'supervision',
			version: '1.0.0',
			title: 'For supervision',
			description: 'What happened, your own part and thinking, and what you want to ask. It belongs to the record like any note.'
		},
		[
			['happened', 'What happened'],
			['thinking', 'What I did and thought'],
			['questions', 'What I want to ask'],
			['agreed', 'What we agreed']
		]
	)
];

/** What belongs into a section, in one sentence; '' where its name says all. */
const HINTS: Readonly<Record<string, () => string>> = {
	subjective: m.notes_hint_subjective,
	objective: m.notes_hint_objective,
	data: m.notes_hint_data,
	assessment: m.notes_hint_assessment,
	plan: m.notes_hint_plan,
	behavior: m.notes_hint_behavior,
	intervention: m.notes_hint_intervention,
	response: m.notes_hint_response,
	goals: m.notes_hint_goals,
	agreed: m.notes_hint_agreed
};

/** What belongs into a section; '' where its name says all. */
export function sectionHint(linkId: string): string {
	return HINTS[linkId]?.() ?? '';
}

/** The template with this id, in this version when one is named; undefined when it is not shipped. */
export function noteTemplate(id: string, version?: string): NoteTemplate | undefined {
	return noteTemplates.find((one) => one.id === id && (version === undefined || one.version === version));
}
