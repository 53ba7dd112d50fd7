/** Letters that Unicode does not take apart into a plain letter and a mark. */
const PLAIN: Record<string, string> = {
	ł: 'l',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ı: 'i',
	ħ: 'h',
	ŧ: 't',
	ŋ: 'n',
	ə: 'e',
	// At the end of a word a small sigma has a shape of its own.
	ς: 'σ',
	// A place where a word may be broken is no part of the word.
	'\u00ad': ''
};

const ASCII_ONLY = /^\p{ASCII}*$/u;

/**
 * Text as it is compared when looking for a word: small letters without marks, ligatures and wide or raised letters as
 * plain ones (NFKD, Unicode Standard Annex 15). Scripts without any of these stay as they are.
 */
export function fold(text: string): string {
	if (ASCII_ONLY.test(text)) return text.toLowerCase();
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(/[^\p{ASCII}]/gu, (letter) => PLAIN[letter] ?? letter)
		.normalize('NFC');
}

/**
 * A folded word with its long vowels written in one way. Arabic names reach papers in many spellings (Z. A. Abuhamdia, "Spelling
 * Arabic Personal Names in English", Journal of Literature, Languages and Linguistics 17, 2015; the standard ICS-630-01 gives
 * Khulud for Khulood): ī as "i" or, in English spelling, "ee"; ū as "u", "oo" or, in French spelling, "ou". Names that come
 * through other scripts do the same. Other vowels tell names apart in too many languages, so nothing else is taken for alike.
 */
export function sounding(word: string): string {
	return word.replaceAll('ee', 'i').replaceAll(/oo|ou/g, 'u');
}

/** The words of a name or a query: folded, taken apart at spaces, hyphens and apostrophes. */
export function wordsOf(text: string): string[] {
	return fold(text)
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
}

/** The words of a name for the index: O'Brien is found as "o brien" and as "obrien". */
export function indexWords(text: string): string[] {
	const all = text.split(/\s+/u).flatMap((piece) => {
		const parts = wordsOf(piece);
		return parts.length > 1 ? [...parts, parts.join('')] : parts;
	});
	return [...new Set(all)];
}
