import { createContext, type Snippet } from 'svelte';
import type { Enablement } from './enable';
import type { ExpressionProblem } from './expression-lines';
import type { FormState, ItemPath } from './state';
import type { Questionnaire } from './types';

/** Something that comes before certain lines at the top of a form, and may keep them out of sight. */
export interface Hold {
	/** The lines, by linkId. */
	readonly items: readonly string[];
	/** What stands before the first of them. */
	readonly step: Snippet;
	/** Whether they are out of sight. */
	readonly hidden: boolean;
}

/** What the lines of a form on the screen share. Every member is read anew on each use, so it stays reactive. */
export interface FormContext {
	/** The form in the language it is shown in. */
	readonly questionnaire: Questionnaire;
	/** BCP 47 tag of that language, when one was chosen. */
	readonly language: string | undefined;
	readonly state: FormState;
	readonly enabled: Enablement;
	readonly readonly: boolean;
	/** See {@link Hold}. */
	readonly hold?: Hold | undefined;
	/** The client answers for themselves: reasons for having no answer are worded as theirs. */
	readonly forClient: boolean;
	/** IANA zone that times are meant in. */
	readonly zone: string;
	/** One question fills the screen. */
	readonly large: boolean;
	/** True for a line that is enabled, and whose turn to be put on the screen has come; by `pathKey`. */
	readonly ready: (key: string) => boolean;
	/** Takes over a changed state. */
	readonly change: (next: FormState) => void;
	/** What is to be put right at a line, or at one of its rows, in words. */
	readonly errorAt: (path: ItemPath, row?: number) => string | undefined;
	/** What of a line could not be worked out. */
	readonly expressionProblems: (path: ItemPath) => readonly ExpressionProblem[];
	/** The camera or the file picker is about to take the screen. */
	readonly onpick?: (() => void) | undefined;
	/** Someone has left this line, so its own mistakes may be named now. */
	readonly leave: (path: ItemPath) => void;
	/** Names everything that is to be put right at a line. @returns true when that is nothing */
	readonly check: (path: ItemPath) => boolean;
	/** Lines where something is to be put right, in order. */
	readonly unfinished: () => readonly ItemPath[];
	/** Puts every line on the screen that is still to come. */
	readonly bringAll: () => void;
	/** Element id of a line or of one of its rows; the same for the same place. */
	readonly idOf: (path: ItemPath, row?: number) => string;
	/** Moves the focus to the first field of a line or row, once it is on the screen. */
	readonly focus: (path: ItemPath, row?: number) => void;
}

const [getForm, setForm] = createContext<FormContext>();

export { getForm, setForm };
