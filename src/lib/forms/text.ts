import { m } from '$lib/paraglide/messages.js';
import { readResponse, type ReadLine } from './read';
import type { Questionnaire, QuestionnaireResponse } from './types';
import { absentText, answerText } from './words';

/**
 * A filled-in form as plain text for notes, letters and exports: sections as lines of their own, then
 * `question: answer`, answers of several lines indented beneath their question, the client's own words in quotation
 * marks, reasons for having no answer in words. Unanswered questions are left out.
 */
export function responseText(questionnaire: Questionnaire, response: QuestionnaireResponse): string {
	return readResponse(questionnaire, response)
		.map((line, index) => (line.kind === 'heading' ? headingText(line, index) : answerLine(line)))
		.join('\n');
}

function headingText(line: ReadLine, index: number): string {
	return `${index > 0 && line.depth === 0 ? '\n' : ''}${indent(line.depth)}${line.label}`;
}

function answerLine(line: ReadLine): string {
	const label = line.prefix ? `${line.prefix} ${line.label}` : line.label;
	const answer = line.absent ? absentText(line.absent) : line.values.map((value) => spoken(line, answerText(value))).join(', ');
	const beneath = indent(line.depth + 1);
	// A question mark already closes the question; a colon after it reads like a slip.
	const lead = /[?:.]$/.test(label) ? label : `${label}:`;
	if (!answer.includes('\n')) return `${indent(line.depth)}${lead} ${answer}`.trimEnd();
	const lines = answer.split('\n').map((part) => (part ? beneath + part : ''));
	return [`${indent(line.depth)}${lead}`, ...lines].join('\n');
}

function spoken(line: ReadLine, text: string): string {
	return line.voice === 'client' ? m.forms_quoted({ text }) : text;
}

function indent(depth: number): string {
	return '  '.repeat(depth);
}
