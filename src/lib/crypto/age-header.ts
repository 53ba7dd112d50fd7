import { FileError } from '../errors';

/** Above this scrypt work factor (2^18) a file is refused before anything is computed: 2^20 would take 1 GiB. */
export const MAX_LOG_N = 18;
/** Work factor of the files this app writes. */
export const LOG_N = 18;
/** No honest passphrase file has a longer header than this many bytes. */
export const HEADER_LIMIT = 2048;

const INTRO = 'age-encryption.org/v1';

/**
 * Looks at the start of a file from outside, before any key is derived (the age v1 format, C2SP).
 * @param start the first bytes of the file, `HEADER_LIMIT` of them or all
 * @returns the length of the header in bytes
 * @throws FileError `foreign` when it is no age file for a passphrase, `too-costly`, `too-new`, `truncated`
 */
export function checkAgeHeader(start: Uint8Array): number {
	const text = Array.from(start.subarray(0, HEADER_LIMIT), (byte) => String.fromCharCode(byte)).join('');
	if (!text.startsWith('age-encryption.org/')) {
		if (text.length < INTRO.length && INTRO.startsWith(text) && text.length > 0) throw new FileError('truncated');
		throw new FileError('foreign');
	}
	const lines = text.split('\n');
	if (lines[0] !== INTRO) throw new FileError(lines.length > 1 ? 'too-new' : 'truncated');
	const end = lines.findIndex((line) => line.startsWith('---'));
	if (end < 0) throw new FileError(start.length >= HEADER_LIMIT ? 'foreign' : 'truncated');
	// The line after the last line of the header must exist, else the file ends inside its header.
	if (end === lines.length - 1) throw new FileError('truncated');
	const stanzas = lines.slice(1, end).filter((line) => line.startsWith('-> '));
	const [, kind, salt, logN] = stanzas[0]?.split(' ') ?? [];
	if (stanzas.length !== 1 || kind !== 'scrypt' || !salt) throw new FileError('foreign');
	if (!/^[1-9][0-9]*$/.test(logN ?? '')) throw new FileError('damaged');
	if (Number(logN) > MAX_LOG_N) throw new FileError('too-costly');
	return lines.slice(0, end + 1).join('\n').length + 1;
}
