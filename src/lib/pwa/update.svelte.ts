// Registers the service worker and offers newer versions. Nothing here ever changes the version unasked.
import { Workbox } from 'workbox-window';
import { trustedWorkerUrl } from '$lib/trusted';

/** Keeps what is being typed; the page is replaced once it is done. */
export type BeforeReload = () => Promise<void>;

const nothingToKeep: BeforeReload = () => Promise.resolve();

/** At most once an hour is a newer version looked for while the page stays open. */
const hour = 60 * 60 * 1000;

class AppUpdate {
	/** A newer version is on the device and waits to be asked for. */
	offered = $state(false);
	/** It was asked for, and the page is about to be replaced. */
	applying = $state(false);
	/** Whether this version opens without a network: not known yet, yes, or not in this browser or window. */
	offline = $state<'unknown' | 'ready' | 'unavailable'>('unknown');

	#worker: Workbox | undefined;
	#keep: BeforeReload = nothingToKeep;

	/**
	 * Registers the service worker, once per page. Does nothing while developing.
	 * @param keep called before the page is replaced because another window asked for the newer version
	 */
	async register(keep: BeforeReload = nothingToKeep): Promise<void> {
		this.#keep = keep;
		if (this.#worker) return;
		if (!import.meta.env.PROD || !('serviceWorker' in navigator)) {
			this.offline = 'unavailable';
			return;
		}
		const worker = new Workbox(trustedWorkerUrl('service-worker.js'), { updateViaCache: 'none' });
		this.#worker = worker;
		// The first worker of a page takes over without a change of version.
		let controlled = navigator.serviceWorker.controller !== null;
		worker.addEventListener('waiting', () => {
			this.offered = true;
		});
		worker.addEventListener('controlling', () => {
			if (controlled) void this.#replacePage();
			controlled = true;
		});
		worker.addEventListener('redundant', () => {
			if (this.offline === 'unknown') this.offline = 'unavailable';
		});
		void navigator.serviceWorker.ready.then(() => {
			this.offline = 'ready';
		});
		try {
			await worker.register();
			this.#watchForUpdates(worker);
		} catch {
			this.offline = 'unavailable';
		}
	}

	/**
	 * Puts the newer version to work: keeps what is being typed, activates it and replaces the page.
	 * @param beforeReload seals the drafts
	 * @throws what `beforeReload` throws; then nothing has changed
	 */
	async apply(beforeReload: BeforeReload): Promise<void> {
		if (!this.offered || !this.#worker) return;
		this.applying = true;
		try {
			await beforeReload();
		} catch (reason) {
			this.applying = false;
			throw reason;
		}
		// Once more when the new version takes over: somebody may have gone on typing.
		this.#keep = beforeReload;
		this.#worker.messageSkipWaiting();
	}

	async #replacePage(): Promise<void> {
		try {
			await this.#keep();
		} finally {
			location.reload();
		}
	}

	#watchForUpdates(worker: Workbox): void {
		let last = performance.now();
		document.addEventListener('visibilitychange', () => {
			if (document.visibilityState !== 'visible' || performance.now() - last < hour) return;
			last = performance.now();
			// Without a network there is nothing to find, and nothing to say about it.
			worker.update().catch(() => undefined);
		});
	}
}

/** The one state of the app's version, for every screen. */
export const appUpdate = new AppUpdate();

/**
 * Puts the newer version to work.
 * @param beforeReload seals the drafts
 * @throws what `beforeReload` throws; then nothing has changed
 */
export function applyUpdate(beforeReload: BeforeReload): Promise<void> {
	return appUpdate.apply(beforeReload);
}
