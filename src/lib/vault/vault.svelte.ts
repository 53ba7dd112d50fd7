import { systemClock, type Clock, type MovedClock } from '$lib/clock';
import { guarded, systemRandom, type RandomSource } from '$lib/crypto/random';
import type { Secret } from '$lib/crypto/header';
import type { KdfOptions } from '$lib/crypto/kdf';
import { LockedError } from '$lib/errors';
import { CODE_UNWRITTEN } from '../storage/draft-keys';
import type { Casebook } from '$lib/storage/casebook';
import { newDatabaseName } from '$lib/storage/database-name';
import { answersWaiting } from '$lib/storage/drop-box';
import { peek, peekHeader, peekPasskeys, type PasskeyDoor } from '$lib/storage/peek';
import type { CrisisNumber, RegistryRow } from '$lib/storage/registry-row';
import { AutoLock } from './auto-lock';
import { readBeacon, writeBeacon, type Beacon } from './beacon';
import { leaveForNextPage, takeHanded } from './handed';
import { openSample } from './sample-casebook';
import { checkSupport, type Support } from './support';
import { WindowMark } from './tabs';

/** What the gate shows. */
export type VaultState =
	| { name: 'starting' }
	| { name: 'unsupported'; support: Support }
	| { name: 'first-visit'; privateWindow: boolean }
	| { name: 'missing'; beacon: Beacon; found: string[] }
	| { name: 'damaged'; why: 'header' | 'storage' }
	| { name: 'too-new' }
	| { name: 'locked'; elsewhere: boolean; waiting: boolean; passkeys?: PasskeyDoor | undefined }
	| { name: 'turn'; handed: string }
	| { name: 'unlocked'; casebook: Casebook; sample: boolean; by: 'passphrase' | 'recovery' | 'passkey' | 'new' };

/** Keeps track of what is unlocked, by whom, and when it must lock. One per page. */
export class Vault {
	/** What the gate shows. */
	state = $state.raw<VaultState>({ name: 'starting' });
	/** Whether the contents are covered, because the page is out of sight or about to lock. */
	veiled = $state(false);
	/** Local crisis numbers, as they can be read while locked. */
	crisisNumbers = $state.raw<readonly CrisisNumber[]>([]);
	/** Work that keeps typed text safe before a lock. */
	readonly #flushers = new Set<() => Promise<void>>();
	readonly clock: Clock = systemClock;
	readonly random: RandomSource = guarded(systemRandom);
	readonly autoLock = new AutoLock(this.clock, () => performance.now());
	/** Brings in every record type; a database must not be opened before. Set by the root layout. */
	prepare: () => Promise<unknown> = () => Promise.resolve();
	#registry: RegistryRow = { id: 'registry' };
	#mark: WindowMark | undefined;
	#locking = false;
	#handing: string | undefined;

	/** The open casebook. @throws LockedError */
	get casebook(): Casebook {
		if (this.state.name !== 'unlocked') throw new LockedError();
		return this.state.casebook;
	}

	/** Whether the sample caseload is open instead of the practitioner's own casebook. */
	get sample(): boolean {
		return this.state.name === 'unlocked' && this.state.sample;
	}

	/** Whether a casebook from before the last restore is still on this device. */
	get previous(): string | undefined {
		return this.#registry.previous;
	}

	/** Whether the sample caseload is on this device. */
	get hasSample(): boolean {
		return this.#registry.sample !== undefined;
	}

	/** Looks at the browser and at what is stored, and shows the right door. Never creates anything. */
	async start(): Promise<void> {
		const support = await checkSupport();
		if (support.lacks.length > 0 || support.privateWindow === 'certain') {
			this.state = { name: 'unsupported', support };
			return;
		}
		const handed = takeHanded();
		if (handed !== undefined) {
			// This page belongs to a client: it knows no casebook, and neither asks for one nor marks itself as one.
			this.state = { name: 'turn', handed };
			return;
		}
		this.#watchPage();
		this.#mark ??= new WindowMark(
			() => void this.lock(),
			() => this.lockNow()
		);
		try {
			await this.#find(support);
		} catch {
			this.state = { name: 'damaged', why: 'storage' };
		}
	}

	/** Loads what works behind the door. The screens call it while the passphrase is typed, so that nobody waits later. */
	async opening(): Promise<(typeof import('$lib/storage/opening'))['opening']> {
		const [{ opening }] = await Promise.all([import('$lib/storage/opening'), this.prepare()]);
		return opening;
	}

	async #find(support: Support): Promise<void> {
		const { registry, databases } = await peek();
		this.#registry = registry;
		this.crisisNumbers = registry.crisis ?? [];
		const { current, sample } = registry;
		if (current && databases.includes(current)) {
			const header = await peekHeader(current);
			if (header === 'intact') {
				const [elsewhere, waiting, passkeys] = await Promise.all([
					this.#mark?.heldElsewhere() ?? false,
					answersWaiting(current),
					peekPasskeys(current)
				]);
				this.state = { name: 'locked', elsewhere, waiting: waiting > 0, passkeys };
				return;
			}
			if (header === 'too-new') {
				this.state = { name: 'too-new' };
				return;
			}
			if (header === 'damaged') {
				this.state = { name: 'damaged', why: 'header' };
				return;
			}
		}
		const beacon = await readBeacon();
		const found: string[] = [];
		for (const name of databases)
			if (name !== sample && (await peekHeader(name).catch(() => 'none')) === 'intact') found.push(name);
		if (beacon || current || found.length > 0) this.state = { name: 'missing', beacon: beacon ?? { seq: 0 }, found };
		else this.state = { name: 'first-visit', privateWindow: support.privateWindow === 'likely' };
	}

	/** Makes a new casebook and the pointer to it. The gate opens only with `enter`, after the code was written down. */
	async create(passphrase: string, recoveryCode: string, options: KdfOptions = {}): Promise<Casebook> {
		const name = newDatabaseName(this.random);
		await this.#requireMark();
		const { createCasebook, flipRegistry } = await this.opening();
		const casebook = await createCasebook(name, { passphrase, recoveryCode, options }, this);
		await this.codeShown(casebook);
		await flipRegistry((row) => ({ ...row, current: name }));
		await writeBeacon({ seq: casebook.head.seq });
		return casebook;
	}

	/**
	 * Opens the casebook.
	 * @throws WrongSecretError, DamagedError, KdfRefusedError, TooNewError, CancelledError, LockedError (open elsewhere)
	 */
	async unlock(secret: Secret, options: KdfOptions = {}): Promise<void> {
		const { current } = this.#registry;
		if (!current) throw new LockedError();
		await this.#requireMark();
		const { openCasebook } = await this.opening();
		const casebook = await openCasebook(current, secret, this, options).catch((error: unknown) => {
			this.#mark?.release();
			throw error;
		});
		const by = 'passphrase' in secret ? 'passphrase' : 'prf' in secret ? 'passkey' : 'recovery';
		await casebook.commit({ action: by === 'passphrase' ? 'unlock' : `unlock.${by}` });
		await this.enter(casebook, by);
	}

	/**
	 * Asks one of the casebook's passkeys and opens the casebook with it.
	 * @throws CancelledError when nobody confirmed, PasskeyUnfitError, and see `unlock`
	 */
	async unlockWithPasskey(door: PasskeyDoor): Promise<void> {
		const { askPasskey } = await import('./passkey');
		const asked = await askPasskey(door, this.random);
		try {
			await this.unlock(asked);
		} finally {
			asked.prf.fill(0);
		}
	}

	/** A new recovery code is about to be shown: should the page go before it is written down, Today says so. */
	async codeShown(casebook: Casebook): Promise<void> {
		const { keepDraft } = await this.opening();
		await keepDraft(casebook, CODE_UNWRITTEN, true);
	}

	/** Somebody said that the recovery code is written down. */
	async codeWritten(casebook: Casebook): Promise<void> {
		const { dropDraft } = await this.opening();
		await dropDraft(casebook, CODE_UNWRITTEN);
	}

	/** Shows an opened casebook. */
	async enter(casebook: Casebook, by: 'passphrase' | 'recovery' | 'passkey' | 'new', sample = false): Promise<void> {
		casebook.db.on('versionchange', () => {
			void this.lock();
			return false;
		});
		if (by === 'new') await this.codeWritten(casebook);
		this.#registry = (await peek()).registry;
		if (!sample) await writeBeacon({ seq: casebook.head.seq });
		this.autoLock.touched();
		this.state = { name: 'unlocked', casebook, sample, by };
	}

	/** Shows the casebook that a restore has just made. */
	async enterRestored(casebook: Casebook): Promise<void> {
		await this.#requireMark();
		if (this.state.name === 'unlocked') this.state.casebook.destroy();
		await this.enter(casebook, 'new');
	}

	/** Makes this window the unlocked one; the other seals what was typed there and locks. */
	async useHere(): Promise<void> {
		await this.#mark?.takeOver();
		await this.start();
	}

	/**
	 * Opens the sample caseload, a database of its own, and fills it the first time.
	 * @param fill enters the sample through the same code as real work, at moments that it sets on the clock
	 */
	async exploreSample(fill: (casebook: Casebook, clock: MovedClock) => Promise<void>): Promise<void> {
		await this.#requireMark();
		const casebook = await openSample(await this.opening(), this, fill);
		await this.enter(casebook, 'passphrase', true);
	}

	/** Deletes the sample caseload and nothing else. */
	async removeSample(): Promise<void> {
		const { deleteDatabase, flipRegistry } = await this.opening();
		const { sample } = (await peek()).registry;
		if (this.state.name === 'unlocked' && this.state.sample) this.state.casebook.destroy();
		await flipRegistry((row) => ({ ...row, sample: undefined }));
		if (sample) await deleteDatabase(sample);
	}

	/** Points to a casebook that is on this device but that no pointer leads to. */
	async adopt(database: string): Promise<void> {
		const { flipRegistry } = await this.opening();
		await flipRegistry((row) => ({ ...row, current: database }));
		await this.start();
	}

	/** Deletes the casebook from before the last restore. */
	async removePrevious(): Promise<void> {
		const { deleteDatabase, flipRegistry } = await this.opening();
		const { previous } = (await peek()).registry;
		await flipRegistry((row) => ({ ...row, previous: undefined }));
		this.#registry = (await peek()).registry;
		if (previous) await deleteDatabase(previous);
	}

	/**
	 * Keeps the local crisis numbers where they can be read while locked, in the clear. The sample's invented ones never
	 * get there: nobody must call them.
	 */
	async keepCrisisNumbers(numbers: readonly CrisisNumber[]): Promise<void> {
		if (this.sample || JSON.stringify(numbers) === JSON.stringify(this.crisisNumbers)) return;
		const { flipRegistry } = await this.opening();
		await flipRegistry((row) => ({ ...row, crisis: [...numbers] }));
		this.crisisNumbers = numbers;
	}

	/** Registers work that keeps typed text safe; it runs before every lock. @returns takes it out again */
	beforeLock(flush: () => Promise<void>): () => void {
		this.#flushers.add(flush);
		return () => this.#flushers.delete(flush);
	}

	/** Seals everything that was typed. Never throws: what cannot be kept stays in the form. */
	async flush(): Promise<void> {
		await Promise.allSettled([...this.#flushers].map((flush) => flush()));
	}

	/**
	 * Covers the page at once, locks, and puts an ordinary page in its place, for when somebody comes in.
	 * @param page address of that page on this site; it says nothing of casework
	 */
	async leaveQuickly(page: string): Promise<void> {
		await this.lock(page);
	}

	/**
	 * Seals what was typed, drops the keys and replaces the page, so that no plaintext stays in its memory.
	 * @param page what takes its place; left out, the lock screen
	 */
	async lock(page?: string): Promise<void> {
		if (this.#locking || this.state.name !== 'unlocked') return;
		this.#locking = true;
		this.veiled = true;
		const { casebook, sample } = this.state;
		const patience = new Promise<void>((resolve) => setTimeout(resolve, 3000));
		await Promise.race([this.flush().then(() => casebook.exclusive(() => Promise.resolve())), patience]);
		if (!sample) await Promise.race([writeBeacon({ seq: casebook.head.seq }), patience]);
		this.lockNow(page);
	}

	/**
	 * Locks and leaves the next page to a client, with nothing but what is handed to it.
	 * @param handed where the chosen forms lie, and what opens them
	 */
	async handOver(handed: string): Promise<void> {
		this.#handing = handed;
		await this.lock();
	}

	/** Replaces a client's page by the lock screen. */
	endTurn(): void {
		location.reload();
	}

	/**
	 * Drops the keys and replaces the page at once.
	 * @param page what takes its place, and its place in the history too; left out, the lock screen
	 */
	lockNow(page?: string): void {
		this.veiled = true;
		if (this.state.name === 'unlocked') this.state.casebook.destroy();
		this.#mark?.release();
		if (this.#handing !== undefined && page === undefined) leaveForNextPage(this.#handing);
		if (page === undefined) location.reload();
		else location.replace(page);
	}

	/** Keeps the casebook open during work that must not be interrupted. @returns ends the hold */
	hold(): () => void {
		return this.autoLock.hold();
	}

	async #requireMark(): Promise<void> {
		if (await this.#mark?.take()) return;
		this.state = { name: 'locked', elsewhere: true, waiting: false };
		throw new LockedError();
	}

	#watching = false;
	#watchPage(): void {
		if (this.#watching) return;
		this.#watching = true;
		const check = () => {
			if (this.state.name === 'unlocked' && this.autoLock.due()) void this.lock();
		};
		const touched = () => {
			// What is overdue locks, even when it is this very touch that wakes the page up.
			check();
			this.autoLock.touched();
		};
		for (const type of ['pointerdown', 'keydown', 'wheel', 'touchstart', 'input'])
			addEventListener(type, touched, { capture: true, passive: true });
		document.addEventListener('visibilitychange', () => {
			const visible = document.visibilityState === 'visible';
			if (!visible) void this.flush();
			else check();
			this.autoLock.sight(visible);
			if (!this.#locking) this.veiled = !visible && this.state.name === 'unlocked';
		});
		setInterval(check, 2000);
		document.addEventListener('freeze', () => this.#leave());
		document.addEventListener('resume', () => this.#comeBack());
		addEventListener('pagehide', () => this.#leave());
		addEventListener('pageshow', (event) => {
			if (event.persisted) this.#comeBack();
		});
	}

	/** The page is about to be put away: keys go now, and what is on it is covered should it ever come back. */
	#leave(): void {
		if (this.state.name !== 'unlocked') return;
		void this.flush();
		document.documentElement.dataset.left = 'true';
		this.state.casebook.destroy();
		this.#mark?.release();
	}

	#comeBack(): void {
		if (document.documentElement.dataset.left === 'true') location.reload();
	}
}


/** The one vault of this page. */
export const vault = new Vault();
