import { describe, expect, it } from 'vitest';
import { platformOf } from '../../../src/lib/pwa/platform';

// User agents as the browsers send them.
const safariMac =
	'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Safari/605.1.15';
const iphone =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Mobile/15E148 Safari/604.1';
const iphoneChrome =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/133.0.6943.84 Mobile/15E148 Safari/604.1';
const android =
	'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/133.0.0.0 Safari/537.36';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:135.0) Gecko/20100101 Firefox/135.0';

describe('guessing the platform for the words on installing', () => {
	it('tells an iPad from a Mac by its touch screen', () => {
		expect(platformOf(safariMac, 5)).toBe('ipad-safari');
		expect(platformOf(safariMac, 0)).toBe('mac-safari');
	});
	it('sends other browsers on an iPhone to Safari', () => {
		expect(platformOf(iphone, 5)).toBe('iphone-safari');
		expect(platformOf(iphoneChrome, 5)).toBe('ios-other');
	});
	it('knows Chromium and Firefox', () => {
		expect(platformOf(android, 5)).toBe('chromium');
		expect(platformOf(firefox, 0)).toBe('firefox');
		expect(platformOf('something else', 0)).toBe('other');
	});
});
