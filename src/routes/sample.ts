import { parseDate, parseDateTime, toZoned } from '@internationalized/date';
import { civilDate, type MovedClock } from '$lib/clock';
import { uuid } from '$lib/crypto/random';
import { assessmentForms, formById } from '$lib/features/assessment/assessment-form';
import type { Circumstances } from '$lib/features/assessment/circumstances';
import { emptyPaper } from '$lib/features/assessment/paper-total';
import { savePaperTotal } from '$lib/features/assessment/paper-totals.svelte';
import type { FormResponse } from '$lib/features/assessment/response';
import { responses } from '$lib/features/assessment/response.table';
import { finishForm, markRead, startForm } from '$lib/features/assessment/responses.svelte';
import { addClient } from '$lib/features/clients/caseload.table';
import type { Client } from '$lib/features/clients/client';
import { clients, episodes } from '$lib/features/clients/client.table';
import { newContact } from '$lib/features/clients/contact-rule';
import { changeEpisode, changePerson, saveRelation } from '$lib/features/clients/overview.table';
import type { Person } from '$lib/features/clients/person';
import { persons } from '$lib/features/clients/person.table';
import type { Delivered } from '$lib/features/interventions/intervention';
import { goingOn } from '$lib/features/interventions/intervention-rules';
import { interventions } from '$lib/features/interventions/intervention.table';
import { templates } from '$lib/features/library/template.table';
import { beginTemplate, publishTemplate } from '$lib/features/library/templates.svelte';
import { blankForm, type NoteForm } from '$lib/features/notes/note-form';
import { saveDraftNote, signNote, type NoteEntry } from '$lib/features/notes/note-saving.svelte';
import { emptyGoal, type Goal } from '$lib/features/plan/goal';
import { goals } from '$lib/features/plan/goal.table';
import { changeState, saveGoal, saveRating } from '$lib/features/plan/goals.svelte';
import { savePhase } from '$lib/features/progress/progress.svelte';
import { NO_STEPS } from '$lib/features/safety/concern';
import { openConcern, recordSteps, resolveConcern } from '$lib/features/safety/concerns.svelte';
import { NO_WORDS, type PlanContent } from '$lib/features/safety/crisis-plan';
import { crisisPlans } from '$lib/features/safety/crisis-plan.table';
import { addPlan, savePlan } from '$lib/features/safety/crisis-plans.svelte';
import { codeOf, fillIn } from '$lib/features/sample/answers';
import { sampleForm } from '$lib/features/sample/own-form';
import { sampleClients, samplePractitioner } from '$lib/features/sample/caseload';
import type { SampleClient, SampleRelation, SampleStep } from '$lib/features/sample/script';
import { seeded, spread } from '$lib/features/sample/spread';
import { saveEntry } from '$lib/features/authority/authorities.svelte';
import { blankForm as blankPlan, measureKey } from '$lib/features/schedule/schedule-form';
import { measureChoices } from '$lib/features/schedule/measures';
import { planMeasures, skipMeasures } from '$lib/features/schedule/saving.svelte';
import { schedules } from '$lib/features/schedule/schedule.table';
import { applyProfile, saveProfile } from '$lib/features/settings/profile.svelte';
import { optionValue } from '$lib/forms/definition';
import { toResponse } from '$lib/forms/response';
import type { FormState } from '$lib/forms/state';
import { m } from '$lib/paraglide/messages.js';
import type { Casebook } from '$lib/storage/casebook';
import { AutoLock } from '$lib/vault/auto-lock';
import { LifePlayer } from './sample-life';
import { PlanPlayer } from './sample-plan';
import { playTurn } from './sample-turn';

type Step<K extends SampleStep['do']> = Extract<SampleStep, { do: K }>;

/** The same answers on every fill. */
const SEED = 2026;

/** Plays one invented client's year through the features' own ways of saving. */
class Player {
	readonly #goals = new Map<string, string>();
	readonly #next: () => number;
	readonly #life: LifePlayer;
	readonly #planned: PlanPlayer;
	#client: Client | undefined;

	constructor(
		private readonly casebook: Casebook,
		private readonly clock: MovedClock,
		private readonly script: SampleClient,
		/** Today, `YYYY-MM-DD`. */
		private readonly today: string,
		seed: number
	) {
		this.#next = seeded(seed);
		this.#life = new LifePlayer(casebook, () => ({ clientId: this.#owner.id, cref: this.#owner.cref }), today);
		const goal = (key: string) => this.#saved(key);
		this.#planned = new PlanPlayer(casebook, () => ({ id: this.#owner.id, cref: this.#owner.cref }), goal, (ago) => this.day(ago));
	}

	get #owner(): Client {
		if (!this.#client) throw new Error('The client comes first.');
		return this.#client;
	}

	/** Civil date so many days before today. */
	day(ago: number): string {
		return parseDate(this.today).subtract({ days: ago }).toString();
	}

	/** The moment of a step, ms. */
	when({ ago, at }: Pick<SampleStep, 'ago' | 'at'>): number {
		return toZoned(parseDateTime(`${this.day(ago)}T${at}`), this.clock.zone()).toDate().getTime();
	}

	/** Adds the client with all that is known of them. */
	async begin(): Promise<void> {
		const { casebook, script } = this;
		const { first, last, used, presentingConcern } = script;
		const { id } = await addClient(casebook, { first, last, ...(used ? { used } : {}), presentingConcern });
		this.#client = await clients.get(casebook, id);
		const { pronouns, whereToFind, identity, interpreter, ageNow, audiences = [] } = script;
		const born = ageNow && parseDate(this.today).subtract(ageNow).toString().slice(0, 7);
		const birth = born ? { value: { date: born, about: false } } : script.birth;
		const contacts = script.contacts.map((contact, i) => ({ ...contact, key: `contact-${i + 1}` }));
		const known = { pronouns, audiences: [...audiences], birth, whereToFind, identity, contacts, languages: [...script.languages] };
		await changePerson(casebook, await this.#person(), { ...known, ...(interpreter ? { interpreter } : {}) }, []);
		for (const relation of script.relations) await this.#relate(relation);
	}

	async #person(): Promise<Person> {
		const person = await persons.get(this.casebook, this.#owner.personId);
		if (!person) throw new Error('The client has no person.');
		return person;
	}

	async #relate({ phone, ...relation }: SampleRelation): Promise<void> {
		const contacts = phone ? [{ ...newContact('contact-1'), label: 'Phone', value: `555-01${phone}` }] : [];
		await saveRelation(this.casebook, this.#owner, undefined, { otherId: '', ...relation, contacts }, false, []);
	}

	/** Does one thing of the script, at the clock's present moment. */
	async play(step: SampleStep): Promise<void> {
		const { casebook } = this;
		const owner = { clientId: this.#owner.id, cref: this.#owner.cref };
		const date = this.day(step.ago);
		switch (step.do) {
			case 'intake':
				return this.#intake(step);
			case 'score':
				return this.#score(step);
			case 'goal':
				return this.#goal(step);
			case 'note':
				return this.#note(step);
			case 'paper': {
				const { name, total, max, band = '' } = step;
				const typed = { ...emptyPaper(date), name, total: `${total}`, min: '0', max: `${max}`, band };
				await savePaperTotal(casebook, this.#owner, { ...typed, direction: 'higher-is-worse' });
				return;
			}
			case 'phase':
				await savePhase(casebook, owner, { kind: step.kind, label: step.label, start: date, measureId: '' });
				return;
			case 'rate': {
				const { value, words } = step;
				await saveRating(casebook, await this.#saved(step.goal), { value, words, date, by: 'client', reason: '' });
				return;
			}
			case 'reach':
				await changeState(casebook, await this.#saved(step.goal), { state: 'reached', date, reason: step.reason });
				return;
			case 'crisis-plan':
				return this.#crisisPlan(step);
			case 'concern':
				return this.#concern(step);
			case 'authority': {
				const { entry, expiresIn } = step;
				const dated = entry.kind === 'assent' ? { ...entry, date } : entry;
				const expires = expiresIn === undefined ? '' : this.day(-expiresIn);
				const whole = dated.kind === 'mandate' && dated.order ? { ...dated, order: { ...dated.order, expires } } : dated;
				await saveEntry(casebook, owner, undefined, whole);
				return;
			}
			case 'plan-measures':
				return this.#plan(step);
			case 'skip': {
				const planned = await schedules.ofClient(casebook, owner.cref);
				const which = planned.filter(({ what }) => what.kind === 'form' && what.formId === step.form).map(({ id }) => id);
				const { reason, note, ago, againIn } = step;
				await skipMeasures(casebook, this.#owner, which, { reason, note, next: this.day(ago - againIn) });
				return;
			}
			case 'picture':
			case 'order':
			case 'need':
			case 'story':
			case 'event':
				return this.#life.play(step);
			case 'turn':
				return playTurn(casebook, this.#owner, step, this.#circumstances());
			case 'close': {
				const [episode] = await episodes.ofClient(casebook, owner.cref);
				const closed = { state: 'closed' as const, date, reason: step.reason, note: step.note };
				if (episode) await changeEpisode(casebook, episode, { state: closed }, []);
				return;
			}
			case 'state': {
				const [episode] = await episodes.ofClient(casebook, owner.cref);
				if (episode) await changeEpisode(casebook, episode, { state: { state: step.state, date, note: step.note } }, []);
				return;
			}
			default:
				return this.#planned.play(step);
		}
	}

	async #plan({ forms = [], goals: keys = [], frequency, everyDays, ago }: Step<'plan-measures'>): Promise<void> {
		const { casebook } = this;
		const known = measureChoices(assessmentForms, [], await goals.ofClient(casebook, this.#owner.cref));
		const own = keys.map((key) => measureKey({ kind: 'goal', goalId: this.#goals.get(key) ?? '' }));
		const measures = [...forms.map((formId) => measureKey({ kind: 'form', formId })), ...own];
		const days = everyDays === undefined ? '' : String(everyDays);
		const form = { ...blankPlan(this.day(ago)), measures, frequency, days };
		await planMeasures(casebook, this.#owner, form, (key) => known.find((one) => one.key === key)?.title ?? '');
	}

	async #saved(key: string): Promise<Goal> {
		const goal = await goals.get(this.casebook, this.#goals.get(key) ?? '');
		if (!goal) throw new Error(`There is no goal "${key}".`);
		return goal;
	}

	async #finish(formId: string, state: FormState, circumstances: Circumstances) {
		const { casebook } = this;
		const form = formById(formId);
		if (!form) throw new Error(`There is no form "${formId}".`);
		const begun = await responses.get(casebook, await startForm(casebook, this.#owner, form, circumstances));
		const response = toResponse(form.questionnaire, state, { status: 'in-progress' });
		const answers = { response, circumstances, date: civilDate(casebook.now()) };
		return finishForm(casebook, begun as FormResponse, form, answers, await this.#person());
	}

	#circumstances(): Circumstances {
		const { interpreter } = this.script;
		const needed = interpreter && 'value' in interpreter && interpreter.value.needed;
		return {
			respondent: { kind: 'client', who: '' },
			interpreter: { kind: needed ? 'professional' : 'none', who: '' },
			language: 'en'
		};
	}

	async #intake({ answers, people = [] }: Step<'intake'>): Promise<void> {
		const form = formById('intake');
		if (!form) throw new Error('There is no intake form.');
		const { record } = await this.#finish('intake', fillIn(form.questionnaire, answers, { people }), this.#circumstances());
		await markRead(this.casebook, record);
	}

	async #score({ form: formId, total, ninth = 0, safety, unread, ago }: Step<'score'>): Promise<void> {
		const { casebook } = this;
		const form = formById(formId);
		const instrument = form?.instrument;
		if (!form || !instrument) throw new Error(`There is no instrument "${formId}".`);
		const counted = instrument.scoring.items;
		const open = formId === 'phq-9' ? counted.slice(0, -1) : counted;
		const values = spread(open.length, total - ninth, this.#next);
		const given = new Map([...open.map((linkId, i) => [linkId, values[i] ?? 0] as const)]);
		if (formId === 'phq-9') given.set(counted.at(-1) ?? '', ninth);
		const codes = (form.questionnaire.item ?? []).flatMap(({ linkId, answerOption }) => {
			const code = codeOf(answerOption?.map(optionValue)[given.get(linkId) ?? (total > 14 ? 2 : 1)]);
			return code ? [[linkId, code] as const] : [];
		});
		const state = fillIn(form.questionnaire, Object.fromEntries(codes));
		const { record, raised } = await this.#finish(formId, state, this.#circumstances());
		if (!unread) await markRead(casebook, record);
		for (const concern of safety ? raised : []) {
			const { said = '', agreed = '', told = '', followUpIn, closed } = safety ?? {};
			const followUp = followUpIn === undefined ? '' : this.day(ago - followUpIn);
			await recordSteps(casebook, concern.id, { ...NO_STEPS, asked: 'asked', said, told, agreed, followUp });
			if (closed) await resolveConcern(casebook, concern.id, 'talked', closed);
		}
	}

	async #crisisPlan({ kind, heading = '', words, madeWith, ago }: Step<'crisis-plan'>): Promise<void> {
		const { casebook } = this;
		const owner = { clientId: this.#owner.id, cref: this.#owner.cref };
		const before = (await crisisPlans.ofClient(casebook, owner.cref)).find((plan) => plan.kind === kind);
		const content: PlanContent = {
			heading: heading || (before?.content.heading ?? ''),
			words: { ...NO_WORDS, ...before?.content.words, ...words },
			madeWith,
			date: this.day(ago)
		};
		if (before) await savePlan(casebook, before, content);
		else await addPlan(casebook, owner, kind, content);
	}

	async #concern({ about, what, steps, closed }: Step<'concern'>): Promise<void> {
		const { casebook, clock } = this;
		const owner = { clientId: this.#owner.id, cref: this.#owner.cref };
		const id = await openConcern(casebook, owner, { about: [...about], what });
		const raised = clock.now();
		for (const { after, followUpIn, ...fields } of steps) {
			clock.moveTo(Math.max(clock.now(), raised + after * 60_000));
			const followUp = followUpIn === undefined ? '' : parseDate(civilDate(casebook.now())).add({ days: followUpIn }).toString();
			await recordSteps(casebook, id, { ...NO_STEPS, ...fields, followUp });
		}
		if (closed) await resolveConcern(casebook, id, 'talked', closed);
	}

	async #goal({ key, fields, targetIn, reviewIn, ago, needs = [] }: Step<'goal'>): Promise<void> {
		const owner = { clientId: this.#owner.id, cref: this.#owner.cref };
		const on = (inDays: number | undefined) => (inDays === undefined ? '' : this.day(-inDays));
		const dates = { targetDate: on(targetIn), reviewDate: on(reviewIn), agreedOn: fields.agreement ? this.day(ago) : '' };
		const needIds = needs.map((need) => this.#life.needId(need));
		const whole = { ...emptyGoal(), ...fields, ...dates, needIds };
		const done = await saveGoal(this.casebook, owner, whole, { measureName: m.plan_measure_name() });
		this.#goals.set(key, (done.records[0] as Goal).id);
	}

	/** What was going on for the goals of a contact was given at it, for as long as it was planned and the contact lasted. */
	async #given(goalIds: readonly string[], date: string, minutes: number): Promise<Pick<NoteForm, 'delivered'>> {
		const tried = goingOn(await interventions.ofClient(this.casebook, this.#owner.cref), date);
		const fitting = tried.filter((one) => goalIds.length === 0 || one.goalIds.some((id) => goalIds.includes(id)));
		const delivered = fitting.map(({ id, name, dose }): Delivered => {
			const planned = dose.minutes ?? minutes;
			return { interventionId: id, minutes: Math.min(planned, minutes), fidelity: minutes < planned ? 'partly' : 'as-planned', note: '', name };
		});
		return delivered.length > 0 ? { delivered } : {};
	}

	async #note(step: Step<'note'>): Promise<void> {
		const { casebook, clock } = this;
		const { template, texts, place, minutes, contact = 'made', present = '', signedAfter = 1 } = step;
		const ended = this.when(step);
		const time = (ms: number) => new Date(ms).toLocaleTimeString('en-GB', { timeZone: clock.zone(), hour: '2-digit', minute: '2-digit' });
		const known = await goals.ofClient(casebook, this.#owner.cref);
		const goalIds = (step.goals ?? []).flatMap((key) => this.#goals.get(key) ?? []);
		const form: NoteForm = {
			...blankForm(this.#owner.id, casebook.now(), { templateId: template, contact }),
			start: time(ended - minutes * 60_000),
			end: time(ended),
			place,
			present,
			goalIds,
			texts: { ...texts },
			...(contact === 'made' ? await this.#given(goalIds, this.day(step.ago), minutes) : {})
		};
		const words = known.map(({ id, words: said }) => ({ id, words: said }));
		const entry: NoteEntry = { client: this.#owner, noteId: uuid(casebook.random), form, goals: words };
		if (signedAfter === 'never') {
			await saveDraftNote(casebook, entry);
			return;
		}
		// The note was begun when the contact ended, and signed some hours later.
		clock.moveTo(Math.max(ended, clock.now()) + signedAfter * 3_600_000);
		await signNote(casebook, entry);
	}
}

/**
 * Fills an empty casebook with the fictional sample caseload: a year of work that ends today, entered through the same
 * code as real work. The same clock gives the same contents, apart from random ids and signatures.
 * @param clock the casebook's own clock; it is moved through the year and follows its base again afterwards
 */
export async function fillSampleCaseload(casebook: Casebook, clock: MovedClock): Promise<void> {
	clock.follow();
	const now = clock.now();
	const today = civilDate(casebook.now());
	const players = sampleClients.map((script, i) => new Player(casebook, clock, script, today, SEED + i));
	const deeds = sampleClients.flatMap((script, i) => {
		const player = players[i] as Player;
		const start = player.when(script.steps[0] as SampleStep) - 3_600_000;
		const steps = script.steps.map((step) => ({ at: player.when(step), run: () => player.play(step) }));
		return [{ at: start, run: () => player.begin() }, ...steps];
	});
	deeds.sort((a, b) => a.at - b.at);
	clock.moveTo((deeds[0]?.at ?? now) - 60_000);
	// The idle time of the sample is the default; its own auto-lock is set by the page that shows it.
	applyProfile(casebook, new AutoLock(clock, () => 0), await saveProfile(casebook, samplePractitioner));
	for (const { at, run } of deeds) {
		// A moment never lies before the one before it, nor after the real present.
		clock.moveTo(Math.min(now, Math.max(at, clock.now() + 60_000)));
		await run();
	}
	clock.follow();
	await addOwnForm(casebook);
	await casebook.commit({ action: 'sample' });
}

/** One form of the practitioner's own, built and put in use. */
async function addOwnForm(casebook: Casebook): Promise<void> {
	const form = await templates.get(casebook, await beginTemplate(casebook, { kind: 'blank' }, sampleForm));
	if (form) await publishTemplate(casebook, form, sampleForm);
}
