import { CancelledError, FileError, QuotaError, type FileProblem } from '$lib/errors';
import { m } from '$lib/paraglide/messages.js';

const sentences: Record<FileProblem, () => string> = {
	'wrong-passphrase': m.vault_file_wrong_passphrase,
	damaged: m.vault_file_damaged,
	truncated: m.vault_file_truncated,
	foreign: m.vault_file_foreign,
	'too-costly': m.vault_file_too_costly,
	'too-new': m.vault_file_too_new,
	incomplete: m.vault_file_incomplete
};

/** What to say when a file from outside could not be used: what happened, that nothing changed, what to do. */
export function fileMessage(error: unknown): string {
	if (error instanceof FileError) return sentences[error.problem]();
	if (error instanceof QuotaError) return m.vault_file_quota();
	if (error instanceof CancelledError) return m.vault_file_cancelled();
	return m.vault_file_failed();
}
