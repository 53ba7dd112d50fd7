/** Text as it is compared: without case, accents and the difference between kinds of apostrophe. */
export function fold(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[’‘ʼ]/g, "'")
		.toLowerCase()
		.replace(/ß/g, 'ss')
		.replace(/ø/g, 'o')
		.replace(/æ/g, 'ae')
		.replace(/ł/g, 'l')
		.replace(/đ/g, 'd');
}
