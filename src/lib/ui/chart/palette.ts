/** Colours of a chart, resolved to what a canvas understands. */
export interface Palette {
	ink: string;
	muted: string;
	grid: string;
	surface: string;
	words: string;
	wordsInk: string;
	bands: [string, string, string, string];
	series: [string, string, string, string];
	font: string;
}

/**
 * Reads the colours that hold at a place of the page. A canvas cannot read `var()` or `light-dark()`, so an element is
 * asked for its computed colour.
 * @param host element whose surroundings count
 */
export function readPalette(host: HTMLElement): Palette {
	const probe = document.createElement('span');
	probe.hidden = true;
	host.append(probe);
	const read = (name: string): string => {
		probe.style.color = `var(${name})`;
		return getComputedStyle(probe).color;
	};
	const palette: Palette = {
		ink: read('--ink'),
		muted: read('--muted'),
		grid: read('--sunken'),
		surface: read('--surface'),
		words: read('--words'),
		wordsInk: read('--words-ink'),
		bands: [read('--b1'), read('--b2'), read('--b3'), read('--b4')],
		series: [read('--s1'), read('--s2'), read('--s3'), read('--s4')],
		font: getComputedStyle(host).fontFamily
	};
	probe.remove();
	return palette;
}

/**
 * The colours that paper wants, whatever the screen shows.
 * @param host as for `readPalette`
 */
export function readPaperPalette(host: HTMLElement): Palette {
	const root = document.documentElement;
	const before = root.getAttribute('data-theme');
	root.setAttribute('data-theme', 'light');
	const palette = readPalette(host);
	if (before === null) root.removeAttribute('data-theme');
	else root.setAttribute('data-theme', before);
	return palette;
}

/**
 * Calls back when the colours may have changed: theme attribute, system scheme, contrast, forced colours.
 * @returns stops watching
 */
export function watchPalette(changed: () => void): () => void {
	const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'].map((query) =>
		matchMedia(query)
	);
	for (const query of queries) query.addEventListener('change', changed);
	const root = document.documentElement;
	let theme = root.getAttribute('data-theme');
	const watcher = new MutationObserver(() => {
		// Reading the colours for paper changes the attribute for a moment and puts it back: not a change.
		if (root.getAttribute('data-theme') === theme) return;
		theme = root.getAttribute('data-theme');
		changed();
	});
	watcher.observe(root, { attributeFilter: ['data-theme'] });
	return () => {
		watcher.disconnect();
		for (const query of queries) query.removeEventListener('change', changed);
	};
}
