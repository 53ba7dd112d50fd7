import type { Stamp } from '$lib/clock';
import { m } from '$lib/paraglide/messages.js';
import type { Measure, Rating } from '$lib/features/measures/measure';
import type { RecordBase } from '$lib/storage/record';

/** What is typed when only the total of a questionnaire is kept, because it was taken on paper. Plain data, kept as a draft. */
export interface PaperFields {
	/** The questionnaire's name, as it is to stand on the chart. */
	name: string;
	/** `YYYY-MM-DD` or ''. */
	date: string;
	total: string;
	/** Lowest and highest total that there can be. */
	min: string;
	max: string;
	direction: Measure['direction'] | '';
	/** Name of the band, as the scoring sheet has it; '' without one. */
	band: string;
	by: 'client' | 'other';
}

/** Nothing typed yet. @param date today, `YYYY-MM-DD` */
export function emptyPaper(date: string): PaperFields {
	return { name: '', date, total: '', min: '0', max: '', direction: '', band: '', by: 'client' };
}

/** What is to be put right, by field. */
export type PaperErrors = Partial<Record<keyof PaperFields, string>>;

/** A number as people write it, with a comma too; undefined when it is none. */
export function numberFrom(text: string): number | undefined {
	const plain = text.trim().replace(',', '.').replace('−', '-');
	return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/**
 * What is missing or cannot be.
 * @param today latest day there can be, `YYYY-MM-DD`
 */
export function paperErrors(fields: PaperFields, today: string): PaperErrors {
	const [total, min, max] = [numberFrom(fields.total), numberFrom(fields.min), numberFrom(fields.max)];
	const errors: PaperErrors = {};
	if (!fields.name.trim()) errors.name = m.instruments_paper_needs_name();
	if (!fields.date) errors.date = m.instruments_paper_needs_date();
	else if (fields.date > today) errors.date = m.instruments_paper_date_ahead();
	if (min === undefined) errors.min = m.instruments_paper_needs_number();
	if (max === undefined) errors.max = m.instruments_paper_needs_highest();
	else if (min !== undefined && max <= min) errors.max = m.instruments_paper_range();
	if (total === undefined) errors.total = m.instruments_paper_needs_number();
	else if (!errors.min && !errors.max && min !== undefined && max !== undefined && (total < min || total > max))
		errors.total = m.instruments_paper_outside({ min, max });
	if (!fields.direction) errors.direction = m.instruments_paper_needs_direction();
	return errors;
}

/** The measure that follows a paper questionnaire's totals. Call it only without errors. */
export function paperMeasure(fields: PaperFields, clientId: string): Omit<Measure, keyof RecordBase> {
	return {
		clientId,
		kind: 'instrument',
		name: fields.name.trim(),
		about: '',
		source: { kind: 'paper' },
		min: numberFrom(fields.min) ?? 0,
		max: numberFrom(fields.max) ?? 0,
		direction: fields.direction || 'higher-is-worse',
		unit: ''
	};
}

/** Whether two totals belong on one line: the same name, range and direction. */
export function isSamePaper(known: Omit<Measure, keyof RecordBase>, wanted: Omit<Measure, keyof RecordBase>): boolean {
	const name = (one: typeof known) => one.name.trim().toLowerCase();
	return (
		known.source.kind === 'paper' &&
		wanted.source.kind === 'paper' &&
		name(known) === name(wanted) &&
		known.min === wanted.min &&
		known.max === wanted.max &&
		known.direction === wanted.direction
	);
}

/** The total as a rating. Call it only without errors. */
export function paperRating(fields: PaperFields, measureId: string, now: Stamp): Omit<Rating, keyof RecordBase> {
	const band = fields.band.trim();
	return {
		measureId,
		date: fields.date,
		recorded: now,
		value: numberFrom(fields.total) ?? null,
		by: fields.by,
		source: { kind: 'direct' },
		...(band ? { band } : {}),
		words: ''
	};
}
