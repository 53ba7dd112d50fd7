import { createContext, tick } from 'svelte';
import { uuid, type RandomSource } from '$lib/crypto/random';
import type { Questionnaire, QuestionnaireItem } from '$lib/forms/types';
import { m } from '$lib/paraglide/messages.js';
import { toast } from '$lib/ui/toasts.svelte';
import { buildProblems, type BuildProblem } from './check';
import { newItem, type Kind } from './kinds';
import { insertItem, lineOf, moveIn, moveItem, moveOut, removeItem, reorder, updateItem, type Place } from './outline';

/** What the parts of the builder share: the form as it stands, which line is open, and what is wrong with it. */
export class Builder {
	form = $state.raw<Questionnaire>({ resourceType: 'Questionnaire', status: 'draft' });
	/** linkId of the line whose fields are shown. */
	open = $state<string>();
	/** Said to screen readers: what a key or a press has just done. */
	said = $state('');
	/** Somebody asked to put it in use: everything that is to be put right is named. */
	tried = $state(false);
	readonly problems = $derived.by(() => buildProblems(this.form, this.titled));

	/**
	 * @param titled false for a client's own questions: they have no title and no score
	 * @param ontouch called after every change, with the form changed already
	 */
	constructor(
		private readonly random: RandomSource,
		readonly titled: boolean,
		private readonly ontouch: () => void
	) {}

	/** An id that no other line or answer has. */
	readonly newId = (): string => uuid(this.random).slice(0, 8);

	/** Changes the form. */
	change(next: (form: Questionnaire) => Questionnaire): void {
		const form = next(this.form);
		if (form === this.form) return;
		this.form = form;
		this.ontouch();
	}

	/** Changes one line. */
	update(linkId: string, next: (item: QuestionnaireItem) => QuestionnaireItem): void {
		this.change((form) => updateItem(form, linkId, next));
	}

	/** What is to be put right in one place, in words; nothing before somebody asked, unless it is `always` named. */
	problem(linkId: string, field: BuildProblem['field'], index?: number, always = false): string | undefined {
		if (!this.tried && !always) return undefined;
		return this.problems.find((one) => one.linkId === linkId && one.field === field && one.index === index)?.text;
	}

	/** Adds a line at a place, opens it and puts the focus into it. */
	add(kind: Kind, place: Place): void {
		const item = newItem(kind, `q-${this.newId()}`, this.newId);
		this.change((form) => insertItem(form, place, item));
		this.open = item.linkId;
		void this.focus(`${item.linkId}-text`);
	}

	/** Moves a line one step, or into the section before it, or out of its own, and says where it is now. The focus stays on what was pressed. */
	move(linkId: string, step: 'up' | 'down' | 'in' | 'out'): void {
		const pressed = document.activeElement?.id ?? '';
		this.change((form) => {
			if (step === 'in') return moveIn(form, linkId);
			return step === 'out' ? moveOut(form, linkId) : moveItem(form, linkId, step);
		});
		this.tell(linkId);
		// At an end one of the two buttons can no longer be pressed; the row's own button always can.
		void this.focus(pressed, `${linkId}-row`);
	}

	/** Puts the lines of one level in another order, as they were dragged. */
	sort(parent: string | undefined, order: readonly string[]): void {
		this.change((form) => reorder(form, parent, order));
	}

	/** Says where a line is now. */
	private tell(linkId: string): void {
		const line = lineOf(this.form, linkId);
		if (!line) return;
		const inside = line.parent === undefined ? '' : (lineOf(this.form, line.parent)?.item.text ?? '');
		const facts = { text: line.item.text ?? m.library_no_words(), place: line.index + 1, all: line.siblings };
		this.said = inside ? m.library_moved_in({ ...facts, section: inside }) : m.library_moved(facts);
	}

	/** Takes a line out, with a way back. */
	remove(linkId: string): void {
		const { removed } = removeItem(this.form, linkId);
		if (!removed) return;
		this.change((form) => removeItem(form, linkId).form);
		if (this.open === linkId) this.open = undefined;
		toast({
			message: m.library_removed({ text: removed.item.text ?? m.library_no_words() }),
			action: {
				label: m.library_undo(),
				run: () => {
					// Its section may be gone by now; then it comes back at the end of the form.
					const there = removed.parent === undefined || lineOf(this.form, removed.parent);
					this.change((form) =>
						insertItem(form, there ? removed : { parent: undefined, index: form.item?.length ?? 0 }, removed.item)
					);
					void this.focus(`${linkId}-row`);
				}
			}
		});
		void this.focus('builder-add');
	}

	/** Puts the focus on the first of these elements that can take it, once it is on the screen. */
	async focus(...ids: string[]): Promise<void> {
		await tick();
		for (const id of ids) {
			const element = id ? document.getElementById(id) : null;
			if (!element || element.hasAttribute('disabled')) continue;
			element.focus();
			return;
		}
	}

	/** Names everything that is to be put right and goes to the first. @returns true when there is nothing */
	ready(): boolean {
		this.tried = true;
		const [first] = this.problems;
		if (!first) return true;
		if (first.linkId) this.open = first.linkId;
		const field = first.index === undefined ? first.field : `${first.field}-${first.index}`;
		void this.focus(`${first.linkId || 'form'}-${field}`, `${first.linkId || 'form'}-row`, 'form-title');
		return false;
	}
}

const [getBuilder, setBuilder] = createContext<Builder>();

export { getBuilder, setBuilder };
