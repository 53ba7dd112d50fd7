import { parseDate } from '@internationalized/date';
import { civilDate } from '$lib/clock';
import { emptyBackground, emptyDomain, fieldsOf, type Assessment, type AssessmentFields } from '$lib/features/domains/assessment';
import { assessments } from '$lib/features/domains/assessment.table';
import { asksAlone, type Background, type Domain } from '$lib/features/domains/domain';
import type { Need } from '$lib/features/domains/need';
import { needs } from '$lib/features/domains/need.table';
import { changeNeedState, orderNeed, saveNeed, saveStrength } from '$lib/features/domains/needs.svelte';
import type { Said } from '$lib/features/domains/voice';
import { beginPicture, finishPicture, keepReadBack, type Owner } from '$lib/features/domains/whole-picture.svelte';
import type { LifeStep, SampleAgo, SamplePart } from '$lib/features/sample/life-steps';
import { addEntry, saveEvent, saveOtherView, saveReadBack } from '$lib/features/story/story.svelte';
import type { LifeTime } from '$lib/features/story/life-event';
import type { StoryEntry } from '$lib/features/story/story-entry';
import type { Casebook } from '$lib/storage/casebook';

const line = (key: string, voice: Said['voice'], text: string | undefined, who = ''): Said[] =>
	text ? [{ key, voice, who, text }] : [];

function domainOf(domain: Domain, { well, hard, seen, other, level, mine, none }: SamplePart) {
	return {
		...emptyDomain(),
		well: line('1', 'client', well),
		hard: [...line('1', 'client', hard), ...line('2', 'practitioner', seen), ...line('3', 'other', other?.[1], other?.[0])],
		level: level ?? null,
		practitionerLevel: mine ?? null,
		none: none ?? ('' as const),
		askedAlone: asksAlone(domain) ? ('went-on' as const) : ('' as const)
	};
}

/** @param today `YYYY-MM-DD` */
function timeOf({ years, months, about = false }: SampleAgo, today: string): LifeTime {
	const date = parseDate(today).subtract({ years, months: months ?? 0 }).toString();
	return { kind: 'point', at: { date: date.slice(0, months === undefined ? 4 : 7), about } };
}

/** Plays what an invented client told of their life, through the features' own ways of saving. */
export class LifePlayer {
	readonly #needs = new Map<string, string>();

	constructor(
		private readonly casebook: Casebook,
		private readonly owner: () => Owner,
		/** The day the sample is filled, `YYYY-MM-DD`. */
		private readonly today: string
	) {}

	/** Does one thing of the script, at the clock's present moment. */
	async play(step: LifeStep): Promise<void> {
		switch (step.do) {
			case 'picture':
				return this.#picture(step);
			case 'order':
				await this.#order('client', step.client);
				return this.#order('practitioner', step.mine);
			case 'need': {
				const { state, reason } = step;
				const date = civilDate(this.casebook.now());
				await changeNeedState(this.casebook, await this.#need(step.need), { state, reason, date });
				return;
			}
			case 'story':
				return this.#story(step);
			case 'event': {
				const { what } = step;
				const time = step.time.kind === 'ago' ? timeOf(step.time, this.today) : step.time;
				await saveEvent(this.casebook, this.owner(), { what, voice: 'client', who: '', time });
			}
		}
	}

	/** Id of a need by its name in the script. @throws Error when it was not written down before */
	needId(key: string): string {
		const id = this.#needs.get(key);
		if (!id) throw new Error(`There is no need "${key}".`);
		return id;
	}

	async #need(key: string): Promise<Need> {
		const need = await needs.get(this.casebook, this.needId(key));
		if (!need) throw new Error(`There is no need "${key}".`);
		return need;
	}

	async #order(who: 'client' | 'practitioner', keys: readonly string[]): Promise<void> {
		for (const [index, key] of keys.entries()) {
			const all = await needs.ofClient(this.casebook, this.owner().cref);
			await orderNeed(this.casebook, all, who, this.needId(key), index + 1);
		}
	}

	async #picture(step: Extract<LifeStep, { do: 'picture' }>): Promise<void> {
		const { casebook } = this;
		const owner = this.owner();
		const id = await beginPicture(casebook, owner);
		const read = async () => (await assessments.get(casebook, id)) as Assessment;
		const begun = await read();
		const fields: AssessmentFields = { ...fieldsOf(begun), kind: step.kind };
		for (const [domain, part] of Object.entries(step.parts) as [Domain, SamplePart][])
			fields.domains[domain] = domainOf(domain, part);
		for (const [topic, { said, pace }] of Object.entries(step.back ?? {}) as [Background, { said?: string; pace?: 'told' }][])
			fields.background[topic] = { ...emptyBackground(), said: line('1', 'client', said), pace: pace ?? '' };
		for (const [domain, words] of step.strengths ?? [])
			await saveStrength(casebook, owner, { domain, words, voice: 'client', who: '' }, { assessmentId: id });
		for (const [key, domain, words] of step.needs ?? []) {
			const origins = [{ kind: 'domain' as const, domain, assessmentId: id }];
			const done = await saveNeed(casebook, owner, { words, voice: 'client', who: '', origins });
			this.#needs.set(key, done.records[0]?.id ?? '');
		}
		if (step.understood) {
			const [understood, answer, words = ''] = step.understood;
			await keepReadBack(casebook, await read(), fields, { understood, answer, words, date: civilDate(casebook.now()) });
		}
		await finishPicture(casebook, await read(), fields);
	}

	async #story(step: Extract<LifeStep, { do: 'story' }>): Promise<void> {
		const { topic, prompt = '', text, how = 'taken-down', answer, words = '', other } = step;
		const fields = { topic, prompt, askedAlone: topic === 'identity' ? ('went-on' as const) : ('' as const), text, how };
		let entry = (await addEntry(this.casebook, this.owner(), fields)).records[0] as StoryEntry;
		if (answer) entry = (await saveReadBack(this.casebook, entry, answer, words)).records[0] as StoryEntry;
		if (other) await saveOtherView(this.casebook, entry, { voice: 'other', who: other[0], text: other[1] });
	}
}
