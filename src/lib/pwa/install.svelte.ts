// Whether the app is installed, and how to install it here.
import { platformOf, type Platform } from './platform';

/** Chromium's event; no type library describes it, because no other browser has it. */
interface InstallPromptEvent extends Event {
	prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

class AppInstall {
	/** The page runs as an installed app. */
	installed = $state(false);
	/** The browser would show its own installation dialog. */
	promptable = $state(false);
	/** Which guidance fits. */
	platform = $state<Platform>('other');

	#prompt: InstallPromptEvent | undefined;

	/**
	 * Starts listening. Call it early: the browser makes its offer once.
	 * @returns stops listening
	 */
	watch(): () => void {
		const standalone = matchMedia('(display-mode: standalone)');
		const look = () => {
			// Safari on an iPad says it in a property of its own.
			this.installed = standalone.matches || (navigator as { standalone?: boolean }).standalone === true;
		};
		const keep = (event: Event) => {
			event.preventDefault();
			this.#prompt = event as InstallPromptEvent;
			this.promptable = true;
		};
		const done = () => {
			this.#prompt = undefined;
			this.promptable = false;
			this.installed = true;
		};
		this.platform = platformOf(navigator.userAgent, navigator.maxTouchPoints);
		look();
		standalone.addEventListener('change', look);
		window.addEventListener('beforeinstallprompt', keep);
		window.addEventListener('appinstalled', done);
		return () => {
			standalone.removeEventListener('change', look);
			window.removeEventListener('beforeinstallprompt', keep);
			window.removeEventListener('appinstalled', done);
		};
	}

	/**
	 * Shows the browser's installation dialog; must come from a tap.
	 * @returns whether the person accepted; false also when the browser makes no offer
	 */
	async ask(): Promise<boolean> {
		const prompt = this.#prompt;
		if (!prompt) return false;
		// An offer can be used once.
		this.#prompt = undefined;
		this.promptable = false;
		return (await prompt.prompt()).outcome === 'accepted';
	}
}

/** The one state of the installation, for every screen. */
export const appInstall = new AppInstall();
