import { below, type RandomSource } from './random';

/** Crockford's base 32: no I, L, O, U, so that a handwritten code reads back without doubt. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Crockford's check symbols extend the alphabet to 37, a prime, so that every single slip and swap is caught. */
const CHECK = `${ALPHABET}*~$=U`;
const LENGTH = 26;

function checkSymbol(body: string): string {
	let remainder = 0;
	for (const symbol of body) remainder = (remainder * 32 + ALPHABET.indexOf(symbol)) % 37;
	return CHECK.charAt(remainder);
}

/** What is wrong with a recovery code as typed. */
export type RecoveryCodeProblem = 'length' | 'symbol' | 'check';

/**
 * A new recovery code: 26 random symbols (130 bits) and one check symbol.
 * @returns 27 symbols without separators
 */
export function newRecoveryCode(random: RandomSource): string {
	for (;;) {
		let body = '';
		for (let i = 0; i < LENGTH; i++) body += ALPHABET.charAt(below(random, 32));
		const check = checkSymbol(body);
		// A letter or digit is easier to write down than a sign, and costs a fraction of a bit.
		if (ALPHABET.includes(check)) return body + check;
	}
}

/** The code in nine groups of three, as it is shown and written down. */
export function formatRecoveryCode(code: string): string {
	return code.match(/.{1,3}/g)?.join('-') ?? code;
}

/**
 * Reads a code as a person types it: any case, any separators, O for 0, I or L for 1.
 * @returns the 26 symbols that hold the secret, or what is wrong
 */
export function parseRecoveryCode(typed: string): { secret: string } | { problem: RecoveryCodeProblem } {
	const code = typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s\-_.,–—]/g, '')
		.replaceAll('O', '0')
		.replace(/[IL]/g, '1');
	if (code.length !== LENGTH + 1) return { problem: 'length' };
	const body = code.slice(0, LENGTH);
	if ([...body].some((symbol) => !ALPHABET.includes(symbol))) return { problem: 'symbol' };
	if (checkSymbol(body) !== code.slice(LENGTH)) return { problem: 'check' };
	return { secret: body };
}
