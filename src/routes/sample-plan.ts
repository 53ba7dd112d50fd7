import { civilDate } from '$lib/clock';
import { saveCheckIn } from '$lib/features/clients-turn/check-in.svelte';
import { commitForClient } from '$lib/features/commit-for-client';
import { shippedItems } from '$lib/features/interventions/catalogue';
import { interventions } from '$lib/features/interventions/intervention.table';
import type { Measure } from '$lib/features/measures/measure';
import { measures, phases, ratings } from '$lib/features/measures/measure.table';
import type { PlanVersion } from '$lib/features/plan/care-plan';
import { agreePlan, saveCarePlan, signVersion } from '$lib/features/plan/care-plans.svelte';
import type { Goal } from '$lib/features/plan/goal';
import { goalScales } from '$lib/features/plan/goal-scale.table';
import { saveRating } from '$lib/features/plan/goals.svelte';
import { objectives, steps } from '$lib/features/plan/objective.table';
import { holding } from '$lib/features/review/alerts';
import type { Review } from '$lib/features/review/review';
import { reviews } from '$lib/features/review/review.table';
import { beginReview, finishReview, lookAt, putOff } from '$lib/features/review/reviews.svelte';
import { measuresOfGoal } from '$lib/features/review/scope';
import type { PlanStep, SampleMeasure } from '$lib/features/sample/plan-steps';
import { pauseSchedule } from '$lib/features/schedule/saving.svelte';
import { schedules } from '$lib/features/schedule/schedule.table';
import { m } from '$lib/paraglide/messages.js';
import type { Casebook } from '$lib/storage/casebook';
import type { Change } from '$lib/storage/commit';

type Step<K extends PlanStep['do']> = Extract<PlanStep, { do: K }>;

/** Plays what was planned, tried and looked at with one invented client. */
export class PlanPlayer {
	/** Ids of objectives, steps and what was tried, by their names in the script. */
	readonly #ids = new Map<string, string>();

	constructor(
		private readonly casebook: Casebook,
		private readonly owner: () => { id: string; cref: string },
		private readonly goalOf: (key: string) => Promise<Goal>,
		/** The civil date so many days before today. */
		private readonly day: (ago: number) => string
	) {}

	get #whose() {
		const { id, cref } = this.owner();
		return { clientId: id, cref };
	}
	#on(inDays: number | undefined): string {
		return inDays === undefined ? '' : this.day(-inDays);
	}
	get #today(): string {
		return civilDate(this.casebook.now());
	}
	async #save(action: string, changes: Change[]): Promise<void> {
		await commitForClient(this.casebook, this.owner(), { action, changes, subject: changes[0]?.record.id ?? '' });
	}
	#idOf(key: string): string {
		const id = this.#ids.get(key);
		if (!id) throw new Error(`There is no "${key}" in the plan.`);
		return id;
	}
	async #measure(which: SampleMeasure | undefined): Promise<string> {
		if (!which) return '';
		if ('goal' in which) return (await this.goalOf(which.goal)).measureId;
		const known = await measures.ofClient(this.casebook, this.owner().cref);
		const found = known.find(({ source }) => source.kind === 'instrument' && source.instrumentId === which.form);
		if (!found) throw new Error(`Nothing was measured with "${which.form}" yet.`);
		return found.id;
	}

	/** Does one thing of the script, at the clock's present moment. */
	async play(step: PlanStep): Promise<void> {
		const { casebook } = this;
		switch (step.do) {
			case 'care-plan': {
				const { thinks: clientThinks, resources = '', reviewIn } = step;
				const fields = { clientThinks, barriers: [], resources, tookPart: ['client' as const, 'practitioner' as const], others: '' };
				await saveCarePlan(casebook, this.#whose, { ...fields, reviewDate: this.#on(reviewIn) });
				return;
			}
			case 'agree':
				return this.#agree(step);
			case 'objective':
				return this.#objective(step);
			case 'step':
				return this.#step(step);
			case 'ended':
				return this.#ended(step);
			case 'scale':
				return this.#scale(step);
			case 'level': {
				const goal = await this.goalOf(step.goal);
				const scale = (await goalScales.ofClient(casebook, goal.cref)).find(({ goalId }) => goalId === goal.id);
				const rating = { measureId: scale?.measureId ?? '', date: this.#today, recorded: casebook.now(), value: step.value };
				const record = ratings.create(casebook, { ...rating, by: 'both', source: { kind: 'direct' }, words: step.words, cref: goal.cref });
				return this.#save('rating.add', [ratings.put(record)]);
			}
			case 'try':
				return this.#try(step);
			case 'stop': {
				const one = await interventions.get(casebook, this.#idOf(step.what));
				if (one) await this.#save('intervention.end', [interventions.put({ ...one, ended: this.#today, endReason: step.reason })]);
				return;
			}
			case 'review':
				return this.#review(step);
			case 'put-off': {
				const { raised } = await lookAt(casebook, this.owner());
				const alert = holding(raised, this.#today, 'open').find(({ kind }) => kind === step.kind);
				if (!alert) throw new Error(`Nothing of the kind "${step.kind}" is there to be put off.`);
				await putOff(casebook, this.owner(), alert, { until: this.#on(step.untilIn), reason: step.reason });
				return;
			}
			case 'check-in': {
				const { heard, matters, fits, overall, words = '' } = step;
				await saveCheckIn(casebook, this.#whose, { heard, matters, fits, overall }, words, []);
				return;
			}
			case 'pause': {
				const planned = await schedules.ofClient(casebook, this.owner().cref);
				const found = planned.find(({ what }) => what.kind === 'form' && what.formId === step.form);
				if (found) await pauseSchedule(casebook, this.owner(), found, step.reason);
				return;
			}
			case 'declined': {
				const fields = { value: null, reason: 'declined', date: this.#today, by: 'client' as const, words: '' };
				await saveRating(casebook, await this.goalOf(step.goal), fields);
			}
		}
	}

	async #agree({ name, words: agreementWords, reason = '' }: Step<'agree'>): Promise<void> {
		const { casebook } = this;
		const done = await agreePlan(casebook, this.#whose, name, { agreement: 'yes', agreementWords, reason });
		const typed = { words: '', width: 0, height: 0, strokes: [] };
		const first = done.records[0] as PlanVersion;
		const once = await signVersion(casebook, first, { ...typed, who: 'client', signer: name, name });
		const { author } = casebook;
		await signVersion(casebook, once.records[0] as PlanVersion, { ...typed, who: 'practitioner', signer: author, name: author });
	}
	async #objective({ key, goal, words, measurable = '', dueIn, measure }: Step<'objective'>): Promise<void> {
		const { id: goalId } = await this.goalOf(goal);
		const place = (await objectives.ofClient(this.casebook, this.owner().cref)).filter((one) => one.goalId === goalId).length;
		const fields = { words, measurable, measureId: await this.#measure(measure), due: this.#on(dueIn) };
		const record = objectives.create(this.casebook, { ...fields, ...this.#whose, goalId, place, history: [] });
		this.#ids.set(key, record.id);
		await this.#save('objective.add', [objectives.put(record)]);
	}

	async #step({ key, of, words, support, others = '', dueIn }: Step<'step'>): Promise<void> {
		const { casebook } = this;
		const objectiveId = this.#ids.get(of);
		const goalId = objectiveId ? ((await objectives.get(casebook, objectiveId))?.goalId ?? '') : (await this.goalOf(of)).id;
		const known = await steps.ofClient(casebook, this.owner().cref);
		const place = known.filter((one) => one.goalId === goalId && one.objectiveId === objectiveId).length;
		const fields = { words, support: support ?? ('' as const), others, due: this.#on(dueIn), place, history: [] };
		const record = steps.create(casebook, { ...fields, ...this.#whose, goalId, ...(objectiveId ? { objectiveId } : {}) });
		this.#ids.set(key, record.id);
		await this.#save('step.add', [steps.put(record)]);
	}

	async #ended({ what, state = 'done', reason = '', support }: Step<'ended'>): Promise<void> {
		const id = this.#idOf(what);
		const change = { state, date: this.#today, reason };
		const objective = await objectives.get(this.casebook, id);
		if (objective) return this.#save('objective.state', [objectives.put({ ...objective, history: [...objective.history, change] })]);
		const step = await steps.get(this.casebook, id);
		if (!step) return;
		const done = { ...change, ...(support ? { support } : {}) };
		return this.#save('step.state', [steps.put({ ...step, history: [...step.history, done] })]);
	}

	async #scale({ goal: key, levels, baseline }: Step<'scale'>): Promise<void> {
		const goal = await this.goalOf(key);
		const fields: Omit<Measure, 'id' | 'cref' | 'rev' | 'created' | 'changed' | 'author'> = {
			clientId: goal.clientId,
			kind: 'goal',
			name: m.plan_measure_name(),
			about: goal.words,
			source: { kind: 'goal-scale', goalId: goal.id },
			min: -2,
			max: 2,
			direction: 'higher-is-better',
			unit: ''
		};
		const measure = measures.create(this.casebook, { ...fields, cref: goal.cref });
		const described = { levels, describedBy: 'both' as const, weight: 1, baseline, former: [] };
		const scale = goalScales.create(this.casebook, { ...described, ...this.#whose, goalId: goal.id, measureId: measure.id });
		await this.#save('goalScale.add', [measures.put(measure), goalScales.put(scale)]);
	}

	async #try(step: Step<'try'>): Promise<void> {
		const { casebook } = this;
		const { key, catalogueId = '', name, plainName, training, preference, fit = '', adapted = [], sign, seenIn, byIn, dose } = step;
		const goalIds: string[] = [];
		for (const goal of step.goals) goalIds.push((await this.goalOf(goal)).id);
		const research = shippedItems.find(({ id }) => id === catalogueId)?.evidence ?? [];
		const record = interventions.create(casebook, {
			...{ catalogueId, name, plainName, goalIds, research: [...research], researchNote: '', training, preference, fit, dose },
			...{ trainingNote: '', untrained: training === 'neither' ? ('consult' as const) : ('' as const), former: [] },
			adaptations: adapted.map(([what, why], i) => ({ key: String(i + 1), what, why })),
			expected: { measureId: await this.#measure(seenIn), sign, by: this.#on(byIn) },
			...{ started: this.#today, ended: '', endReason: '' },
			...this.#whose
		});
		const phase = phases.create(casebook, {
			...{ kind: 'intervention' as const, label: plainName, start: this.#today, interventionId: record.id },
			...this.#whose
		});
		this.#ids.set(key, record.id);
		await this.#save('intervention.add', [interventions.put({ ...record, phaseId: phase.id }), phases.put(phase)]);
	}

	async #review(step: Step<'review'>): Promise<void> {
		const { casebook } = this;
		const goalId = step.goal ? (await this.goalOf(step.goal)).id : '';
		const interventionId = step.tried ? this.#idOf(step.tried) : '';
		const { rows } = await lookAt(casebook, this.owner());
		const measureIds = goalId ? measuresOfGoal(goalId, rows) : rows.measures.map(({ id }) => id);
		const id = await beginReview(casebook, this.owner(), { goalId, interventionId, measureIds });
		const begun = (await reviews.get(casebook, id)) as Review;
		const { says, think, other = '', decision, reason, youSaid = '', iChanged = '', nextIn } = step;
		const written = { clientSays: says, iThink: think, otherExplanations: other, decision, reason, youSaid, iChanged };
		const { date, dataSay } = begun;
		await finishReview(casebook, begun, { date, dataSay, ...written, nextLook: this.#on(nextIn) });
	}
}
