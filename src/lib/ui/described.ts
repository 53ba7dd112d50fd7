/**
 * Ids for `aria-describedby`, error first because it matters more.
 * @param id id of the field; its hint is `${id}-hint`, its error `${id}-error`
 * @returns the ids, or undefined when there is nothing to read out
 */
export function describedBy(id: string, hint: string | undefined, error: string | undefined): string | undefined {
	const ids = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter((part) => part !== '');
	return ids.length > 0 ? ids.join(' ') : undefined;
}
