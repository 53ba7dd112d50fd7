/** How many times a sampled proof runs: `sample` in every test run, `full` with `npm run proofs`. */
export function times(sample: number, full: number): number {
	return (import.meta.env as Record<string, unknown>)['CASEKEEP_FULL'] ? full : sample;
}
