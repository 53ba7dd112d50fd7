// Draws the app's mark and renders the icons into static/. Run by hand when the mark changes: node scripts/icons.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './lib/chromium.mjs';
import { root } from './lib/run.mjs';

const accent = '#1d6a66';
const deep = '#14524f';
const paper = '#f7f5f0';
const page = '#fffefb';
const line = '#c9c3b4';

/**
 * A closed casebook with a keyhole, on a field of 512 by 512.
 * @param {number} scale of the book, 1 = as tall as fits comfortably
 */
const book = (scale) => `
	<g transform="translate(256 256) scale(${scale}) translate(-256 -256)">
		<path d="M134 90 H368 a28 28 0 0 1 28 28 V416 a10 10 0 0 1 -10 10 H158 a42 42 0 0 1 -42 -42 V108 a18 18 0 0 1 18 -18 z" fill="${accent}"/>
		<path d="M134 90 H158 V342 a42 42 0 0 0 -42 42 V108 a18 18 0 0 1 18 -18 z" fill="${deep}"/>
		<path d="M158 358 H396 V410 H158 a26 26 0 0 1 0 -52 z" fill="${page}"/>
		<path d="M168 375 H384 M168 393 H384" stroke="${line}" stroke-width="5" stroke-linecap="round"/>
		<path d="M277 152 a40 40 0 0 1 22 73.4 l12 57 a8 8 0 0 1 -8 10 h-52 a8 8 0 0 1 -8 -10 l12 -57 a40 40 0 0 1 22 -73.4 z" fill="${paper}"/>
	</g>`;

/** @param {string} inside */
const svg = (inside) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">${inside}\n</svg>\n`;

/** What the system may cut to a circle: the ground reaches every edge, the book stays in the middle. */
const maskable = svg(`\n\t<rect width="512" height="512" fill="${paper}"/>${book(0.92)}`);
const plain = svg(`\n\t<rect width="512" height="512" rx="104" fill="${paper}"/>${book(1.12)}`);
const mark = svg(book(1.35));

/** @type {[name: string, size: number, picture: string][]} */
const pictures = [
	['icons/icon-192.png', 192, plain],
	['icons/icon-512.png', 512, plain],
	['icons/maskable-192.png', 192, maskable],
	['icons/maskable-512.png', 512, maskable],
	['icons/apple-touch-icon.png', 180, maskable]
];

const executablePath = await findChromium();
if (!executablePath) process.exit(1);
const { chromium } = await import('playwright');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
mkdirSync(join(root, 'static/icons'), { recursive: true });
writeFileSync(join(root, 'static/favicon.svg'), mark);
for (const [name, size, picture] of pictures) {
	const tab = await browser.newPage({ viewport: { width: size, height: size } });
	await tab.setContent(`<body style="margin:0">${picture.replace('<svg', `<svg width="${size}" height="${size}" style="display:block"`)}`);
	await tab.screenshot({ path: join(root, 'static', name), omitBackground: true });
	await tab.close();
}
await browser.close();
