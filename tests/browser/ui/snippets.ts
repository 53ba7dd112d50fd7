import { createRawSnippet, type Snippet } from 'svelte';

/** A snippet of one paragraph. */
export function words(text: string): Snippet {
	return createRawSnippet(() => ({ render: () => `<p>${text}</p>` }));
}

/** A snippet of one button, in a wrapper because a snippet has one root. */
export function button(name: string, press: () => void = () => undefined): Snippet {
	return createRawSnippet(() => ({
		render: () => `<button type="button">${name}</button>`,
		setup: (element) => {
			element.addEventListener('click', press);
			return () => element.removeEventListener('click', press);
		}
	}));
}

/** A snippet of one text box that is already labelled. */
export function box(name: string): Snippet {
	return createRawSnippet(() => ({ render: () => `<input aria-label="${name}" />` }));
}
