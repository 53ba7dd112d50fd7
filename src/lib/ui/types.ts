import type { Component } from 'svelte';

/** A lucide icon, imported by its direct path. */
export type Icon = Component<{ size?: number | string; strokeWidth?: number | string; 'aria-hidden'?: 'true' }>;

/** What every field takes. The label's text is the accessible name, exactly. */
export interface FieldProps {
	label: string;
	/** One plain sentence under the label, read out with the field. */
	hint?: string | undefined;
	/** What is wrong and how to mend it; marks the field invalid. */
	error?: string | undefined;
	required?: boolean | undefined;
	disabled?: boolean | undefined;
	/** Id of the control; made up when not given. */
	id?: string | undefined;
}

/** What a field for a date or a time takes. */
export interface PickerProps extends FieldProps {
	value: string;
	/** Earliest and latest, in the form of the value. */
	min?: string | undefined;
	max?: string | undefined;
	onchange?: ((value: string) => void) | undefined;
}

/** What a field for text takes, besides its kind. */
export interface TextProps extends FieldProps {
	value: string;
	placeholder?: string | undefined;
	maxlength?: number | undefined;
}

/** One thing to choose. */
export interface Option {
	value: string;
	label: string;
	hint?: string | undefined;
}

/** Meaning of a colour; it always comes with words or an icon too. */
export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'risk' | 'words';
