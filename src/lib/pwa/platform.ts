/** What the person must do to install: it differs by browser, and no browser says which it is in plain words. */
export type Platform = 'ipad-safari' | 'iphone-safari' | 'ios-other' | 'mac-safari' | 'firefox' | 'chromium' | 'other';

/**
 * Guesses the platform, for wording only.
 * @param userAgent as the browser reports it
 * @param touchPoints `navigator.maxTouchPoints`: an iPad calls itself a Mac, and no Mac has a touch screen
 * @returns the guess; 'other' when nothing fits
 */
export function platformOf(userAgent: string, touchPoints: number): Platform {
	const iphone = /iPhone|iPod/.test(userAgent);
	const ipad = /iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1);
	if (iphone || ipad) {
		if (/CriOS|FxiOS|EdgiOS|OPiOS|DuckDuckGo/.test(userAgent)) return 'ios-other';
		return ipad ? 'ipad-safari' : 'iphone-safari';
	}
	if (/Firefox\//.test(userAgent)) return 'firefox';
	if (/Chrom(e|ium)\//.test(userAgent)) return 'chromium';
	if (/Macintosh/.test(userAgent) && /Version\/.*Safari\//.test(userAgent)) return 'mac-safari';
	return 'other';
}
