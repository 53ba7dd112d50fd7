import { vault } from '$lib/vault/vault.svelte';

/** Prints the page. The casebook stays open meanwhile: the print dialog has the screen, not somebody else. */
export function printPage(): void {
	const release = vault.hold();
	addEventListener('afterprint', release, { once: true });
	window.print();
}
