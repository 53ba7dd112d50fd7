import type { Attachment } from 'svelte/attachments';

/**
 * Attachment that keeps a text area as high as its text, also when its width changes.
 * @param text reads the text, so that changes from outside are followed as well
 */
export function growWithText(text: () => string): Attachment<HTMLTextAreaElement> {
	return (area) => {
		const fit = (): void => {
			const frame = area.offsetHeight - area.clientHeight;
			area.style.height = 'auto';
			area.style.height = `${area.scrollHeight + frame}px`;
		};
		let width = 0;
		const watcher = new ResizeObserver(() => {
			if (area.clientWidth === width) return;
			width = area.clientWidth;
			fit();
		});
		watcher.observe(area);
		$effect(() => {
			text();
			fit();
		});
		return () => watcher.disconnect();
	};
}
