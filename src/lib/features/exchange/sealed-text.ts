import { decryptAge, encryptToAge } from '$lib/crypto/age';
import { concat, fromUtf8, utf8 } from '$lib/crypto/bytes';
import { FileError } from '$lib/errors';
import type { FileOptions } from '$lib/storage/backup';

/**
 * A text as an age v1 file for a passphrase, opened again and compared before it is given out.
 * @throws CancelledError, FileError when it does not read back
 */
export async function sealText(text: string, passphrase: string, options: FileOptions): Promise<Blob> {
	const file = await encryptToAge(passphrase, once(utf8(text)), options);
	options.onprogress?.({ step: 'checking', fraction: 0 });
	if ((await openText(file, passphrase, options)) !== text)
		throw new FileError('damaged', 'The file that was made does not read back as it was written.');
	options.onprogress?.({ step: 'checking', fraction: 1 });
	return file;
}

/** The text of such a file. @throws FileError, CancelledError */
export async function openText(file: Blob, passphrase: string, options: FileOptions = {}): Promise<string> {
	const parts: Uint8Array[] = [];
	for await (const part of decryptAge(passphrase, file, options)) parts.push(part);
	return fromUtf8(concat(...parts));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield await Promise.resolve(bytes);
}
