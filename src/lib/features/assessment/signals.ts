import type { Stamp } from '$lib/clock';
import { m } from '$lib/paraglide/messages.js';
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
import { codedSignals } from './coded-signals';
import { safetySoFar, scoreResponse, TOTAL } from './instrument';
import { INTAKE_SAFETY, intakeForm, intakeSafety } from './intake';
import { intakeGuidance } from './intake-safety';
import { questionNumber } from './scored';

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
		const score = finished ? scoreResponse(instrument, response) : undefined;
		const concerns = score?.safety ?? safetySoFar(instrument, response);
		return concerns.map(({ linkId, rule, items, ...concern }) => {
			const [first = linkId, ...others] = items;
			const words = concern.kind === 'answered' ? said(first) : missingText(concern.reason);
			const numbers = others.map((other) => questionNumber(instrument, other));
			const total = score?.total ?? 0;
			return {
				linkId,
				kind: concern.kind,
				question: linkId === TOTAL ? m.instruments_total_question() : question(first),
				answer:
					linkId === TOTAL
						? m.assessment_total_of({ total, max: instrument.scoring.max })
						: numbers.length > 0
							? m.instruments_and_questions({ words, numbers: new Intl.ListFormat('en').format(numbers) })
							: words,
				guidance: `${rule.action}\n${rule.note}`,
				...(rule.beforeClosing ? { beforeClosing: rule.beforeClosing } : {}),
				// Where several answers of one tool can raise a concern, each says which it is.
				...(instrument.safety.length > 1 && linkId !== TOTAL && !rule.also
					? { about: m.assessment_safety_about_question({ number: questionNumber(instrument, linkId) }) }
					: {})
			};
		});
	}
	const coded = codedSignals(questionnaire, response, finished);
	if (!isIntake(questionnaire)) return coded;
	const own = intakeSafety(response).map((linkId) => ({
		linkId,
		kind: 'answered' as const,
		question: question(linkId),
		answer: said(linkId),
		guidance: intakeGuidance(linkId),
		about: m.assessment_safety_about_intake({ number: INTAKE_SAFETY.indexOf(linkId) + 1 })
	}));
	return [...own, ...coded];
}

/** The intake, or a form that was made from it: its safety questions ask for a conversation there too. */
function isIntake({ url, derivedFrom }: AssessmentForm['questionnaire']): boolean {
	return [url, ...(derivedFrom ?? [])].some((one) => one?.split('|')[0] === intakeForm.url);
}

/** What the answer to a safety question is now, in the form's words; for a concern that this form raised earlier. */
export function answerNow(
	form: Pick<AssessmentForm, 'questionnaire' | 'instrument'>,
	response: QuestionnaireResponse,
	linkId: string
): string {
	// A rule on the total, or on several questions, is known by more than one line.
	const rule = form.instrument?.safety.find((one) => one.linkId === linkId && (one.also || linkId === TOTAL));
	if (rule) {
		const signal = safetySignals(form, response, true).find((one) => one.linkId === linkId);
		if (signal) return signal.answer;
		if (linkId === TOTAL && form.instrument) {
			const { total, max } = scoreResponse(form.instrument, response);
			return total === null ? missingText('unanswered') : m.assessment_total_of({ total, max });
		}
	}
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
