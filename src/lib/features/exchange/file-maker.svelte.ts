import type { Stamp } from '$lib/clock';
import type { Casebook } from '$lib/storage/casebook';
import { makeBackup, makeClientFile, type FileOptions, type FileProgress, type MadeFile } from '$lib/storage/backup';
import { CancelledError } from '$lib/errors';
import type { BackupLog } from './backup-log';
import { backupLogs } from './backup-log.table';
import { neutralFileName, type FileKind } from './file-name';
import { browserDoors, saveFile, type SaveDoors } from './save-file';
import { sealText } from './sealed-text';

/** A file that was made, opened again and compared, as far as handing it over needs to know it. */
export interface ReadyFile {
	file: Blob;
	/** Records in it. */
	records: number;
	contents: { opening: { made: Stamp } };
}

/** What is made, and what is written down about it. */
export interface FileJob<M extends ReadyFile = MadeFile> {
	kind: FileKind;
	/** Makes the file, opens it again and compares. */
	make: (passphrase: string, options: FileOptions) => Promise<M>;
	/** Called when the file is ready. */
	onmade?: (made: M) => Promise<void>;
	/** Called each time it was handed to the device. */
	onsaved?: () => Promise<void>;
}

/** One file on its way out: asked for, made, checked, saved. */
export class FileMaker<M extends ReadyFile = MadeFile> {
	/** `ready`: made, opened again and compared; waits to be saved. */
	step = $state<'closed' | 'asking' | 'making' | 'ready'>('closed');
	progress = $state.raw<FileProgress>({ step: 'reading', fraction: 0 });
	/** Why it could not be made. */
	error = $state.raw<unknown>(undefined);
	made = $state.raw<M>();
	/** What became of the last try to save it. */
	saved = $state<'no' | 'saved' | 'cancelled'>('no');
	#abort: AbortController | undefined;

	/**
	 * @param hold keeps the casebook open meanwhile, as `vault.hold`
	 * @param doors the browser's ways of saving, prepared before any tap
	 */
	constructor(
		private readonly job: FileJob<M>,
		private readonly hold: () => () => void,
		private readonly doors: () => SaveDoors = browserDoors
	) {}

	/** Asks for the passphrase. */
	ask(): void {
		this.step = 'asking';
		this.error = undefined;
		this.made = undefined;
		this.saved = 'no';
	}

	/** Makes the file. Never throws: `step` and `error` tell how it went. Cancelled, nothing is left of it. */
	async make(passphrase: string, options: FileOptions = {}): Promise<void> {
		if (this.step === 'making') return;
		this.step = 'making';
		this.error = undefined;
		this.progress = { step: 'reading', fraction: 0 };
		const abort = new AbortController();
		this.#abort = abort;
		const release = this.hold();
		try {
			const onprogress = (progress: FileProgress) => (this.progress = progress);
			const made = await this.job.make(passphrase, { onprogress, ...options, signal: abort.signal });
			// Cancel may be pressed when all the work is done but its result has not been seen.
			if (abort.signal.aborted) throw new CancelledError('Cancelled.');
			await this.job.onmade?.(made);
			this.made = made;
			this.step = 'ready';
		} catch (error) {
			this.step = 'asking';
			this.error = error;
		} finally {
			release();
			this.#abort = undefined;
		}
	}

	/** Stops making. */
	cancel(): void {
		this.#abort?.abort();
	}

	/** Hands the file to the device; straight from a tap. */
	async save(): Promise<void> {
		const { made } = this;
		if (!made) return;
		const release = this.hold();
		try {
			const name = neutralFileName(this.job.kind, made.contents.opening.made);
			this.saved = await saveFile(made.file, name, this.doors());
			if (this.saved === 'saved') await this.job.onsaved?.();
		} finally {
			release();
		}
	}

	/** Lets go of the file and its bytes. */
	close(): void {
		this.cancel();
		this.step = 'closed';
		this.made = undefined;
		this.error = undefined;
	}
}

/**
 * The job of backing up a casebook: what is made is written to the list of backups, and again once it was saved.
 * @param onmade told the moment of the backup, ISO
 */
export function backupJob(casebook: Casebook, onmade?: (at: string) => Promise<void>): FileJob {
	let log: BackupLog | undefined;
	return {
		kind: 'backup',
		make: (passphrase, options) => makeBackup(casebook, passphrase, options),
		onmade: async ({ file, records, contents }) => {
			const { made } = contents.opening;
			const facts = { made, records, hash: contents.closing.hash, bytes: file.size };
			log = backupLogs.create(casebook, { ...facts, state: 'made' });
			await casebook.commit({
				action: 'backup',
				changes: [backupLogs.put(log)],
				subject: log.id,
				detail: { records, bytes: file.size }
			});
			await onmade?.(made.at);
		},
		onsaved: async () => {
			const now = log && (await backupLogs.get(casebook, log.id));
			if (now?.state !== 'made') return;
			const change = backupLogs.put({ ...now, state: 'saved' });
			await casebook.commit({ action: 'backup.save', changes: [change], subject: now.id });
		}
	};
}

/** The job of exporting the records of one client. The audit names the client by record id. */
export function clientFileJob(casebook: Casebook, client: { id: string; cref: string }): FileJob {
	let records = 0;
	return {
		kind: 'client',
		make: (passphrase, options) => makeClientFile(casebook, client.cref, passphrase, options),
		onmade: async (made) => {
			records = made.records;
			await casebook.commit({ action: 'client.export', subject: client.id, detail: { records, bytes: made.file.size } });
		},
		onsaved: async () => {
			await casebook.commit({ action: 'client.export.save', subject: client.id, detail: { records } });
		}
	};
}

/** What a screen needs of a {@link FileMaker}, whatever it makes. */
export type AnyFileMaker = Pick<
	FileMaker<ReadyFile>,
	'step' | 'progress' | 'error' | 'made' | 'saved' | 'ask' | 'make' | 'cancel' | 'save' | 'close'
>;

/**
 * The job of handing out one filled-in form as FHIR JSON. It holds a client's data, so it leaves only inside an age
 * file; the file is opened again and compared before it is handed over.
 * @param record the filled-in form, and its answers as a FHIR QuestionnaireResponse
 */
export function answersFileJob(casebook: Casebook, record: { id: string; response: object }): FileJob<ReadyFile> {
	return {
		kind: 'answers',
		make: async (passphrase, options) => {
			casebook.assertWhole();
			const text = `${JSON.stringify(record.response, undefined, 2)}\n`;
			const file = await sealText(text, passphrase, options);
			return { file, records: 1, contents: { opening: { made: casebook.now() } } };
		},
		onmade: async ({ file }) => {
			await casebook.commit({ action: 'form.export', subject: record.id, detail: { bytes: file.size } });
		},
		onsaved: async () => {
			await casebook.commit({ action: 'form.export.save', subject: record.id });
		}
	};
}
