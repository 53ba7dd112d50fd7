import type { Attachment } from 'svelte/attachments';

/**
 * Attachment that gives an element the focus when it appears.
 * @param wanted nothing happens when false
 */
export function focusWhenShown(wanted: boolean): Attachment<HTMLElement> {
	return (element) => {
		if (wanted) element.focus();
	};
}
