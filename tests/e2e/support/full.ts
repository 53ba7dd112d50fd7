/** How many times a sampled proof runs: `sample` in every test run, `full` with `npm run proofs`. */
export function times(sample: number, full: number): number {
	return process.env['CASEKEEP_FULL'] ? full : sample;
}
