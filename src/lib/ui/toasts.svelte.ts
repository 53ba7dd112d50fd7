/** A short message that goes by itself. What can be taken back is taken back from here. */
export interface ToastOptions {
	message: string;
	tone?: 'info' | 'ok' | 'warn' | undefined;
	action?: { label: string; run: () => void | Promise<void> } | undefined;
	/** How long it stays when nobody touches it; never less than 8. */
	seconds?: number | undefined;
}

/** A message that is on the screen. */
export interface ShownToast extends ToastOptions {
	id: number;
	/** Whose pages it was said on; '' elsewhere. */
	place: string;
}

const shortest = 8;
const most = 2;
const list = $state<ShownToast[]>([]);
const timers: (ReturnType<typeof setTimeout> | undefined)[] = [];
let last = 0;
let held = false;
let here = '';

function start(item: ShownToast): void {
	clearTimeout(timers[item.id]);
	if (held) return;
	timers[item.id] = setTimeout(() => dismiss(item.id), Math.max(shortest, item.seconds ?? shortest) * 1000);
}

/**
 * Shows a message and reads it out politely. It takes the place of one that says the same, and of the oldest when there
 * are two already.
 * @returns its number, for `dismiss`
 */
export function toast(options: ToastOptions): number {
	last += 1;
	const item = { ...options, id: last, place: here };
	for (const { id, message } of [...list]) if (message === item.message) dismiss(id);
	while (list.length >= most) dismiss(list[0]?.id ?? 0);
	list.push(item);
	start(item);
	return item.id;
}

/** Takes a message away; nothing happens when it is gone already. */
export function dismiss(id: number): void {
	clearTimeout(timers[id]);
	timers[id] = undefined;
	const at = list.findIndex((item) => item.id === id);
	if (at >= 0) list.splice(at, 1);
}

/** Takes every message away: somebody else is about to look at the screen. */
export function dismissAll(): void {
	for (const { id } of [...list]) dismiss(id);
}

/**
 * Says whose pages are open now. What was said on somebody else's pages is taken away: it names what was done there.
 * @param place id of the client, '' on a page that is nobody's
 */
export function enterPlace(place: string): void {
	here = place;
	if (!place) return;
	for (const item of [...list]) if (item.place && item.place !== place) dismiss(item.id);
}

/** Stops the clock while somebody points at the messages or has the focus there. */
export function hold(): void {
	held = true;
	for (const timer of timers) clearTimeout(timer);
}

/** Starts the clock again, from the beginning. */
export function release(): void {
	held = false;
	for (const item of list) start(item);
}

/** The messages on the screen, oldest first. */
export function shown(): readonly ShownToast[] {
	return list;
}
