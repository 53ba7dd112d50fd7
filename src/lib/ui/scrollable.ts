import type { Attachment } from 'svelte/attachments';

/** Attachment that lets the keyboard reach a box for as long as its content is larger than itself, and only then. */
export const reachWhenScrolling: Attachment<HTMLElement> = (box) => {
	const look = (): void => {
		const scrolls = box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
		if (scrolls) box.tabIndex = 0;
		else box.removeAttribute('tabindex');
	};
	const watcher = new ResizeObserver(look);
	watcher.observe(box);
	for (const child of box.children) watcher.observe(child);
	return () => watcher.disconnect();
};
