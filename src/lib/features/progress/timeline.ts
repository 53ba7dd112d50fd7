import { civilDate } from '$lib/clock';
import { m } from '$lib/paraglide/messages.js';
import type { PlanVersion } from '../plan/care-plan';
import { stateOf, type Goal } from '../plan/goal';
import { levelName } from '../plan/goal-scale-text';
import type { Intervention } from '../interventions/intervention';
import type { Measure, Phase, Rating } from '../measures/measure';
import { valueText } from '../measures/own-scale';
import { reasonText } from '../measures/rating-text';
import type { ContactKind, Note, Place } from '../notes/note';
import type { Decision, Review } from '../review/review';
import { startOf, type LifeEvent } from '../story/life-event';
import { wordsNow, type StoryEntry } from '../story/story-entry';
import type { Annotation } from './annotation';
import { measureTitle, titledInWords } from './measure-view';

/** What stands on a timeline. */
export const TIMELINE_KINDS = ['measure', 'goal', 'phase', 'contact', 'life', 'words', 'decision'] as const;
/** One of {@link TIMELINE_KINDS}. */
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** Something at its place in time. */
export interface TimelineEntry {
	/** Of one client's timeline. */
	id: string;
	kind: TimelineKind;
	/** `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or '' where nobody knows. */
	date: string;
	/** About then. */
	about?: boolean;
	/** What it is, in the practice's voice. */
	title: string;
	/** What more is to be said, in the practice's voice. */
	text: string;
	/** The client's own words: shown to others only where they are chosen. */
	words: string[];
	/** Whose page it opens. */
	target?: { kind: 'measure' | 'goal' | 'note' | 'review' | 'intervention' | 'version' | 'story'; id: string };
	/** A score, or what only the practitioner should see. */
	practitioner: boolean;
}

/** Everything of one client that a timeline is made from. */
export interface TimelineRecords {
	measures: readonly Measure[];
	ratings: readonly Rating[];
	phases: readonly Phase[];
	annotations: readonly Annotation[];
	goals: readonly Goal[];
	notes: readonly Note[];
	lifeEvents: readonly LifeEvent[];
	story: readonly StoryEntry[];
	interventions: readonly Intervention[];
	reviews: readonly Review[];
	versions: readonly PlanVersion[];
}

const CONTACTS: Record<ContactKind, () => string> = {
	made: m.chart_contact_made,
	attempted: m.chart_contact_attempted,
	'did-not-attend': m.chart_contact_missed
};
const PLACE_WORDS: Record<Place, () => string> = {
	home: m.chart_place_home,
	office: m.chart_place_office,
	community: m.chart_place_community,
	institution: m.chart_place_institution,
	outdoors: m.chart_place_outdoors,
	phone: m.chart_place_phone,
	video: m.chart_place_video,
	message: m.chart_place_message,
	other: m.chart_place_other
};
const DECISION_WORDS: Record<Decision, () => string> = {
	continue: m.chart_decision_continue,
	'adjust-dose': m.chart_decision_dose,
	adapt: m.chart_decision_adapt,
	change: m.chart_decision_change,
	refer: m.chart_decision_refer,
	close: m.chart_decision_close
};

/** Everything that has a place in time, the newest first; what nobody can date comes last. */
export function timelineOf(records: TimelineRecords): TimelineEntry[] {
	const entries = [
		...ratingEntries(records),
		...phaseEntries(records),
		...contactEntries(records),
		...lifeEntries(records),
		...storyEntries(records),
		...goalEntries(records),
		...interventionEntries(records),
		...reviewEntries(records),
		...versionEntries(records)
	];
	const order = (entry: TimelineEntry) => TIMELINE_KINDS.indexOf(entry.kind);
	// On one day what was decided stands above what it was decided on.
	return entries.sort((a, b) => (a.date === b.date ? order(b) - order(a) : a.date < b.date ? 1 : -1));
}

/** A value as it is told away from its chart: of ten, or by the name of its level. */
function valueWords(measure: Measure, value: number): string {
	if (measure.source.kind === 'goal-scale') return levelName(value);
	const text = valueText(measure, value);
	return measure.source.kind === 'goal' ? m.chart_timeline_of_ten({ value: text }) : text;
}

function ratingEntries({ measures, ratings }: TimelineRecords): TimelineEntry[] {
	return ratings.flatMap((rating): TimelineEntry[] => {
		const measure = measures.find(({ id }) => id === rating.measureId);
		if (!measure || rating.removed) return [];
		const goal = titledInWords(measure);
		const { id, date, value, words, band } = rating;
		return [
			{
				id: `rating/${id}`,
				kind: goal ? 'goal' : 'measure',
				date,
				title: goal ? m.chart_timeline_goal_rated() : measureTitle(measure),
				text: [value === null ? m.chart_timeline_no_value({ reason: reasonText(rating.reason) }) : valueWords(measure, value), band ?? '']
					.filter(Boolean)
					.join(', '),
				words: [goal ? measure.about : '', words].filter((one) => one.trim()),
				target: { kind: 'measure', id: measure.id },
				practitioner: !goal
			}
		];
	});
}

function phaseEntries({ phases, annotations }: TimelineRecords): TimelineEntry[] {
	const names = { baseline: m.progress_baseline(), other: m.chart_timeline_phase() };
	return [
		...phases.map(({ id, label, kind, start }): TimelineEntry => {
			const title = label.trim() || (kind === 'baseline' ? names.baseline : names.other);
			return { id: `phase/${id}`, kind: 'phase', date: start, title, text: m.chart_timeline_begins(), words: [], practitioner: false };
		}),
		...annotations.map(
			({ id, date, text }): TimelineEntry => ({
				id: `annotation/${id}`,
				kind: 'phase',
				date,
				title: m.chart_remark(),
				text,
				words: [],
				practitioner: true
			})
		)
	];
}

function contactEntries({ notes }: TimelineRecords): TimelineEntry[] {
	return notes
		.filter(({ state }) => state !== 'entered-in-error')
		.map(({ id, date, contact, place, template, state }) => ({
			id: `note/${id}`,
			kind: 'contact',
			date,
			title: [CONTACTS[contact](), place ? PLACE_WORDS[place]() : ''].filter(Boolean).join(', '),
			text: [template.title, state === 'draft' ? m.chart_timeline_unsigned() : ''].filter(Boolean).join(' · '),
			words: [],
			target: { kind: 'note', id },
			practitioner: false
		}));
}

function lifeEntries({ lifeEvents }: TimelineRecords): TimelineEntry[] {
	return lifeEvents.map((event) => {
		const { id, what, voice, who, time } = event;
		const theirs = voice === 'client';
		const about = time.kind === 'point' ? time.at.about : time.kind === 'span' && time.from.about;
		const ongoing = time.kind === 'span' && time.ongoing ? m.chart_timeline_ongoing() : '';
		return {
			id: `life/${id}`,
			kind: 'life',
			date: startOf(event),
			about,
			title: theirs ? m.chart_kind_life() : what,
			text: [voice === 'other' ? who.trim() : '', ongoing].filter(Boolean).join(' · '),
			words: theirs ? [what] : [],
			target: { kind: 'story', id },
			practitioner: voice === 'other'
		};
	});
}

function storyEntries({ story }: TimelineRecords): TimelineEntry[] {
	return story.map((entry) => {
		const { id, versions, created } = entry;
		return {
			id: `story/${id}`,
			kind: 'words',
			date: civilDate(versions[0]?.when ?? created),
			title: m.chart_timeline_said(),
			text: '',
			words: [wordsNow(entry).text],
			target: { kind: 'story', id },
			practitioner: false
		};
	});
}

function goalEntries({ goals }: TimelineRecords): TimelineEntry[] {
	return goals.flatMap((goal): TimelineEntry[] => {
		const target = { kind: 'goal', id: goal.id } as const;
		const base = { kind: 'decision' as const, words: [goal.words], target, practitioner: false };
		return [
			{ ...base, id: `goal/${goal.id}`, date: civilDate(goal.created), title: m.chart_timeline_goal_set(), text: '' },
			...goal.history.map((step, index) => ({
				...base,
				id: `goal/${goal.id}/${index}`,
				date: step.date,
				title: {
					active: m.chart_timeline_goal_again,
					reached: m.chart_timeline_goal_reached,
					'set-aside': m.chart_timeline_goal_aside
				}[stateOf({ history: [step] })](),
				text: step.reason
			}))
		];
	});
}

function interventionEntries({ interventions }: TimelineRecords): TimelineEntry[] {
	return interventions.flatMap(({ id, name, plainName, started, ended, endReason }) => {
		const title = plainName || name;
		const base = {
			kind: 'decision' as const,
			words: [],
			target: { kind: 'intervention' as const, id },
			practitioner: false
		};
		return [
			...(started ? [{ ...base, id: `try/${id}`, date: started, title, text: m.chart_timeline_try_begins() }] : []),
			...(ended
				? [{ ...base, id: `try/${id}/end`, date: ended, title, text: [m.chart_timeline_try_ends(), endReason].filter(Boolean).join(': ') }]
				: [])
		];
	});
}

function reviewEntries({ reviews }: TimelineRecords): TimelineEntry[] {
	return reviews
		.filter(({ finished }) => finished)
		.map(({ id, date, decision, reason, clientSays }) => ({
			id: `review/${id}`,
			kind: 'decision',
			date,
			title: decision ? m.chart_timeline_review({ decision: DECISION_WORDS[decision]() }) : m.chart_timeline_review_open(),
			text: reason,
			words: clientSays.trim() ? [clientSays] : [],
			target: { kind: 'review', id },
			practitioner: false
		}));
}

function versionEntries({ versions }: TimelineRecords): TimelineEntry[] {
	return versions.map(({ id, number, reason, created }) => ({
		id: `version/${id}`,
		kind: 'decision',
		date: civilDate(created),
		title: m.chart_timeline_version({ number }),
		text: reason,
		words: [],
		target: { kind: 'version', id },
		practitioner: false
	}));
}
