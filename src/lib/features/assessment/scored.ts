import { m } from '$lib/paraglide/messages.js';
import { definitionsOf } from '$lib/forms/definition';
import type { Questionnaire } from '$lib/forms/types';
import { missingText } from '$lib/forms/words';
import { scoringOf, type OwnScore } from '$lib/features/library/own-score';
import type { Measure, Rating } from '$lib/features/measures/measure';
import type { RecordBase } from '$lib/storage/record';
import { languageName } from './circumstances';
import type { Instrument, Score } from './instrument';
import type { FormResponse, ResponseScore } from './response';

/** Name and version of the scoring of an instrument, as ratings keep it. */
export function scorerOf(instrument: Instrument): string {
	return `${instrument.id}/${instrument.scoring.version}`;
}

/** What is kept of a score beside the answers themselves. */
export function responseScore(instrument: Instrument, score: Score): ResponseScore {
	const { outcome } = score;
	return {
		instrumentId: instrument.id,
		scorer: scorerOf(instrument),
		total: score.total,
		min: score.min,
		max: score.max,
		...(score.raw === undefined ? {} : { raw: score.raw }),
		...(score.band ? { band: score.band.label } : {}),
		...(score.prorated ? { prorated: true } : {}),
		...(score.blanks > 0 ? { blanks: score.blanks } : {}),
		...(score.scales.length > 0 ? { scales: [...score.scales] } : {}),
		...(instrument.screen ? { screen: true } : {}),
		...(outcome ? { outcome: { id: outcome.id, label: outcome.label, positive: outcome.positive } } : {}),
		...(score.total === null && !outcome ? { reason: whyNone(instrument, score) } : {})
	};
}

/** Why there is neither a total nor a result, in words. */
function whyNone(instrument: Instrument, score: Score): string {
	const { screen } = instrument;
	if (screen?.kind === 'asq') {
		const yes = score.safety.some(({ linkId, kind }) => linkId === screen.items[0] && kind === 'answered');
		const missing = score.missing.filter(({ linkId }) => (linkId === screen.now) === yes);
		return yes ? m.instruments_asq_now_missing() : missingSentence(instrument, { missing });
	}
	return missingSentence(instrument, score);
}

/** Which counted questions have no answer, by the number they carry on the form: "Question 4 not answered". */
export function missingSentence(instrument: Instrument, score: Pick<Score, 'missing'>): string {
	const numbers = score.missing.map(({ linkId }) => questionNumber(instrument, linkId));
	const [first] = score.missing;
	if (first && score.missing.length === 1 && first.reason !== 'unanswered')
		return m.assessment_missing_because({ number: numbers[0] ?? '', reason: missingText(first.reason) });
	if (numbers.length === 1) return m.assessment_missing_one({ number: numbers[0] ?? '' });
	const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(numbers);
	return m.assessment_missing_many({ numbers: list });
}

/** The number of a question as printed before it, without its full stop; its place on the form where it has none. */
export function questionNumber(instrument: Instrument, linkId: string): string {
	const definition = definitionsOf(instrument.questionnaire).get(linkId);
	return definition?.item.prefix?.replace(/\.$/, '') ?? String(definition?.order ?? '');
}

/**
 * The measure that follows an instrument's totals over time. Another language version is another measure: totals of two
 * versions are not compared.
 * @param version language of the wording, `en` without one
 */
export function measureFor(instrument: Instrument, clientId: string, version = 'en'): Omit<Measure, keyof RecordBase> {
	const other = version !== 'en';
	return {
		clientId,
		kind: 'instrument',
		name: other ? m.instruments_measure_name({ name: instrument.shortTitle, language: languageName(version) }) : instrument.shortTitle,
		about: instrument.construct.charAt(0).toUpperCase() + instrument.construct.slice(1),
		source: { kind: 'instrument', instrumentId: instrument.id, ...(other ? { version } : {}) },
		min: instrument.scoring.min,
		max: instrument.scoring.max,
		direction: instrument.direction === 'higher_is_worse' ? 'higher-is-worse' : 'higher-is-better',
		unit: ''
	};
}

/** What is kept of the score of a form of the practitioner's own. */
export function ownResponseScore(record: Pick<FormResponse, 'formId' | 'questionnaire'>, score: OwnScore): ResponseScore {
	const { total, missing, min, max, band } = score;
	return {
		instrumentId: record.formId,
		scorer: `own/${record.questionnaire}`,
		total,
		min,
		max,
		...(band ? { band } : {}),
		...(total === null ? { reason: ownMissingSentence(missing) } : {})
	};
}

function ownMissingSentence(missing: readonly string[]): string {
	const [first = ''] = missing;
	return missing.length === 1
		? m.library_missing_one({ question: first })
		: m.library_missing_many({ count: missing.length });
}

/** The measure that follows an own form's totals over time. */
export function ownMeasureFor(record: FormResponse, questionnaire: Questionnaire): Omit<Measure, keyof RecordBase> {
	const scoring = scoringOf(questionnaire);
	return {
		clientId: record.clientId,
		kind: 'own',
		name: record.shortTitle,
		about: scoring?.name ?? '',
		source: { kind: 'instrument', instrumentId: record.formId },
		min: record.score?.min ?? 0,
		max: record.score?.max ?? 0,
		direction: scoring?.direction ?? 'higher-is-worse',
		unit: ''
	};
}

/** Whether totals may stand in one chart: the same tool, and for an own form the same range. */
export function isSameMeasure(known: Measure, wanted: Omit<Measure, keyof RecordBase>): boolean {
	if (known.source.kind !== 'instrument' || wanted.source.kind !== 'instrument') return false;
	if (known.source.instrumentId !== wanted.source.instrumentId) return false;
	if ((known.source.version ?? 'en') !== (wanted.source.version ?? 'en')) return false;
	return wanted.kind === 'instrument' || (known.min === wanted.min && known.max === wanted.max);
}

/** The rating that a finished instrument makes. It has no value where there is no total, and says why. */
export function ratingFor(record: FormResponse, score: ResponseScore, measureId: string): Omit<Rating, keyof RecordBase> {
	return {
		measureId,
		date: record.date,
		recorded: record.finished ?? record.started,
		value: score.total,
		...(score.reason ? { reason: score.reason } : {}),
		by: ['other', 'caregiver'].includes(record.circumstances.respondent.kind) ? 'other' : 'client',
		source: { kind: 'response', responseId: record.id, scorer: score.scorer },
		words: ''
	};
}

/** A score on one line: "12 of 27, moderate", or why there is none. */
export function scoreLine(score: ResponseScore): string {
	if (score.outcome) return score.outcome.label;
	if (score.total === null) return noneText(score);
	const of = m.assessment_total_of({ total: score.total, max: score.max });
	const line = score.band ? m.assessment_total_band({ of, band: score.band }) : of;
	return score.prorated ? m.instruments_line_prorated({ line }) : line;
}

/** That there is no total, or no result, and why. */
export function noneText({ reason = '', screen }: Pick<ResponseScore, 'reason' | 'screen'>): string {
	return screen ? m.instruments_no_result({ reason }) : m.assessment_no_total({ reason });
}
