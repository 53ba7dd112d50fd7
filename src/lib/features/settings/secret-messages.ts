import { parseRecoveryCode } from '$lib/crypto/recovery-code';
import { WrongSecretError } from '$lib/errors';
import { m } from '$lib/paraglide/messages.js';

/** What is wrong with a recovery code as typed; undefined when it can be tried. */
export function codeProblem(code: string): string | undefined {
	const problems = { length: m.vault_code_length, symbol: m.vault_code_symbol, check: m.vault_code_check };
	const parsed = parseRecoveryCode(code);
	return 'problem' in parsed ? problems[parsed.problem]() : undefined;
}

/** What to say when a secret could not be changed. */
export function secretMessage(error: unknown, byCode: boolean): string {
	if (!(error instanceof WrongSecretError)) return m.settings_secret_failed();
	return byCode ? m.settings_secret_wrong_code() : m.settings_secret_wrong_passphrase();
}
