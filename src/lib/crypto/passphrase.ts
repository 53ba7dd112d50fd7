import { below, type RandomSource } from './random';

/** Words of a generated passphrase; 5 from the EFF large list are 64 bits, 6 are 77. */
export const DEFAULT_WORDS = 5;

/** An honest guess at how hard a typed passphrase is to find. */
export interface PassphraseStrength {
	/** log10 of the guesses an informed attacker needs. */
	guessesLog10: number;
	/** `refused` is not accepted at all; `weak` and `fair` are accepted and named as what they are. */
	verdict: 'refused' | 'weak' | 'fair' | 'strong';
}

/**
 * A passphrase from the EFF large word list (7,776 words, CC BY 3.0 US, as shipped by zxcvbn's common language pack).
 * @param words how many, at least 5
 */
export async function generatePassphrase(random: RandomSource, words = DEFAULT_WORDS): Promise<string> {
	const { dictionary } = await import('@zxcvbn-ts/language-common');
	const list = dictionary['diceware-common'];
	if (list.length !== 7776) throw new Error('The word list is not the EFF large list.');
	const chosen: string[] = [];
	while (chosen.length < Math.max(words, DEFAULT_WORDS)) chosen.push(String(list[below(random, list.length)]));
	return chosen.join(' ');
}

/**
 * Estimates a typed passphrase with zxcvbn (Wheeler 2016, USENIX Security). With Argon2id at 64 MiB a rented machine
 * tries some tens of guesses a second and core: below 10^8 one machine is through within weeks, so that is refused;
 * from 10^11 it takes a machine some decades, from 10^14 a thousand machines as long.
 */
export async function estimateStrength(passphrase: string): Promise<PassphraseStrength> {
	const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
		import('@zxcvbn-ts/core'),
		import('@zxcvbn-ts/language-common')
	]);
	const estimator = new ZxcvbnFactory({ dictionary: { ...dictionary }, graphs: adjacencyGraphs });
	const { guessesLog10 } = estimator.check(passphrase.normalize('NFKC').slice(0, 200));
	return { guessesLog10, verdict: verdictOf(guessesLog10) };
}

function verdictOf(guessesLog10: number): PassphraseStrength['verdict'] {
	if (guessesLog10 < 8) return 'refused';
	if (guessesLog10 < 11) return 'weak';
	return guessesLog10 < 14 ? 'fair' : 'strong';
}
