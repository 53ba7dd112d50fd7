/**
 * The reader's own English, so that days and months stand in the order they are used to.
 * @returns a BCP 47 tag such as `en-US`; `en-GB` when the browser names no English
 */
export function readerLocale(): string {
	// Some versions of Node have a navigator too, which speaks for nobody.
	const wanted = typeof document === 'undefined' ? [] : navigator.languages;
	return wanted.find((tag) => /^en\b/.test(tag)) ?? 'en-GB';
}
