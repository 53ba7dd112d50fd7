import type { Stamp } from '$lib/clock';
import { definitionsOf } from '$lib/forms/definition';
import { readResponse } from '$lib/forms/read';
import type { QuestionnaireResponse } from '$lib/forms/types';
import { answerText, missingText } from '$lib/forms/words';
import {
	currentAnswer,
	judgeSignal,
	withAnswer,
	type SafetyConcern,
	type SafetySignal
} from '$lib/features/safety/concern';
import type { AssessmentForm } from './assessment-form';
import { safetySoFar, scoreResponse } from './instrument';
import { intakeForm, intakeSafety } from './intake';

/**
 * Answers on a form that need a conversation now, whatever the rest of it says.
 * @param finished also counts safety questions nobody has answered
 */
export function safetySignals(
	form: Pick<AssessmentForm, 'questionnaire' | 'instrument'>,
	response: QuestionnaireResponse,
	finished: boolean
): SafetySignal[] {
	const { instrument, questionnaire } = form;
	const questions = definitionsOf(questionnaire);
	const question = (linkId: string) => questions.get(linkId)?.item.text ?? '';
	const answers = readResponse(questionnaire, response);
	const said = (linkId: string) =>
		(answers.find((line) => line.linkId === linkId)?.values ?? []).map(answerText).join(', ');
	if (instrument) {
		const concerns = finished ? scoreResponse(instrument, response).safety : safetySoFar(instrument, response);
		return concerns.map(({ linkId, rule, ...concern }) => ({
			linkId,
			kind: concern.kind,
			question: question(linkId),
			answer: concern.kind === 'answered' ? said(linkId) : missingText(concern.reason),
			guidance: `${rule.action}\n${rule.note}`
		}));
	}
	if (!isIntake(questionnaire)) return [];
	return intakeSafety(response).map((linkId) => ({
		linkId,
		kind: 'answered',
		question: question(linkId),
		answer: said(linkId),
		guidance: ''
	}));
}

/** The intake, or a form that was made from it: its safety questions ask for a conversation there too. */
function isIntake({ url, derivedFrom }: AssessmentForm['questionnaire']): boolean {
	return [url, ...(derivedFrom ?? [])].some((one) => one?.split('|')[0] === intakeForm.url);
}

/** What the answer to a safety question is now, in the form's words; for a concern that this form raised earlier. */
export function answerNow(
	form: Pick<AssessmentForm, 'questionnaire'>,
	response: QuestionnaireResponse,
	linkId: string
): string {
	const line = readResponse(form.questionnaire, response).find((one) => one.linkId === linkId);
	if (!line) return missingText('unanswered');
	return line.absent ? missingText(line.absent) : line.values.map(answerText).join(', ');
}

/**
 * What finishing a form means for safety: signals that are new, and concerns of this form whose answer is another one by
 * now. `escalated` are those among them that were left open before and have been answered since.
 */
export function finalConcerns(
	form: Pick<AssessmentForm, 'questionnaire' | 'instrument'>,
	response: QuestionnaireResponse,
	known: readonly SafetyConcern[],
	now: Stamp
): { signals: SafetySignal[]; changed: SafetyConcern[]; escalated: string[] } {
	const judged = safetySignals(form, response, true).map((signal) => ({ signal, verdict: judgeSignal(signal, known) }));
	const escalated = judged.flatMap(({ verdict }) => (verdict.do === 'escalate' ? [verdict.concern.id] : []));
	const changed = known
		.filter(({ state }) => state === 'open')
		.flatMap((concern) => {
			const answer = answerNow(form, response, concern.source.linkId);
			if (answer === currentAnswer(concern)) return [];
			const kind = escalated.includes(concern.id) ? 'answered' : concern.trigger.kind;
			return [withAnswer(concern, now, { ...concern.trigger, kind, answer })];
		});
	return {
		signals: judged.flatMap(({ signal, verdict }) => (verdict.do === 'raise' ? [signal] : [])),
		changed,
		escalated
	};
}
