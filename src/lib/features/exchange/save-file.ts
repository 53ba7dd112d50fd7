import { platformOf } from '$lib/pwa/platform';

/** What became of a file that was handed to the device. */
export type SaveResult = 'saved' | 'cancelled';

/** How long a download may take to start before its address is given back, in ms. */
const GRACE = 60_000;

/** The parts of the browser that saving uses; a test passes its own. */
export interface SaveDoors {
	/** A download leads to a page without a way back. */
	traps: boolean;
	/** Whether the share sheet takes these files. */
	canShare: (files: File[]) => boolean;
	share: (files: File[]) => Promise<void>;
	download: (file: Blob, name: string) => void;
}

/** An installed app on an iPad or iPhone shows a download in place of the app, with no way back. */
function downloadTraps(): boolean {
	const platform = platformOf(navigator.userAgent, navigator.maxTouchPoints);
	const installed =
		matchMedia('(display-mode: standalone)').matches || (navigator as { standalone?: boolean }).standalone === true;
	return installed && /^(ipad|iphone|ios)/.test(platform);
}

/** Downloads by a link. The address stays good for a while: revoked in the same task, the download would stop. */
export function download(file: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = name;
	link.hidden = true;
	document.body.append(link);
	link.click();
	link.remove();
	setTimeout(() => URL.revokeObjectURL(link.href), GRACE);
}

/** The browser's own ways of saving. */
export function browserDoors(): SaveDoors {
	return {
		traps: downloadTraps(),
		canShare: (files) => navigator.canShare?.({ files }) ?? false,
		share: (files) => navigator.share({ files }),
		download
	};
}

/**
 * Hands a finished file to the device; call it straight from a tap, because the share sheet opens for nothing else.
 * @param name neutral: it may be seen by anybody
 * @returns `cancelled` when the practitioner closed the share sheet; then nothing was saved
 */
export async function saveFile(file: Blob, name: string, doors: SaveDoors = browserDoors()): Promise<SaveResult> {
	if (doors.traps) {
		const files = [new File([file], name, { type: 'application/octet-stream' })];
		if (doors.canShare(files)) {
			try {
				await doors.share(files);
				return 'saved';
			} catch (error) {
				if (error instanceof Error && error.name === 'AbortError') return 'cancelled';
				// The sheet refused the file after all; a download is better than nothing.
			}
		}
	}
	doors.download(file, name);
	return 'saved';
}
