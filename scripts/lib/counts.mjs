// Reads the test runners' own reports. What did not run never counts as passed.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, note?: string }} Count */

/**
 * @param {string} path
 * @returns {any} the report, or undefined when there is none that can be read
 */
export function readReport(path) {
	try {
		return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Turns what a suite counted into what is reported: a suite that ran nothing, or ended badly without a failed test,
 * has one failure.
 * @param {Count} count
 * @param {number} exitCode of the runner
 * @returns {Count}
 */
function honest({ passed, failed, note }, exitCode) {
	if (failed > 0) return { passed, failed, ...(note ? { note } : {}) };
	if (exitCode !== 0) return { passed, failed: 1, note: note ?? 'the runner ended badly, see above' };
	if (passed === 0) return { passed, failed: 1, note: note ?? 'no test ran' };
	return { passed, failed };
}

/**
 * Counts a Vitest report (its `json` reporter).
 * @param {any} report
 * @param {number} exitCode
 * @returns {Count}
 */
export function countVitest(report, exitCode) {
	if (!report) return honest({ passed: 0, failed: 0, note: 'no report: the suite crashed' }, exitCode || 1);
	const files = /** @type {any[]} */ (report.testResults ?? []);
	const tests = files.flatMap((file) => /** @type {any[]} */ (file.assertionResults ?? []));
	const failed = tests.filter((test) => test.status === 'failed').length;
	// A file that could not be loaded has no tests of its own to fail.
	const broken = files.filter(
		(file) =>
			file.status === 'failed' &&
			!(file.assertionResults ?? []).some((/** @type {any} */ test) => test.status === 'failed')
	).length;
	const passed = tests.filter((test) => test.status === 'passed').length;
	return honest({ passed, failed: failed + broken }, exitCode);
}

/**
 * Counts a Playwright report (its `json` reporter). A test that passed only when repeated has failed.
 * @param {any} report
 * @param {number} exitCode
 * @returns {Count}
 */
export function countPlaywright(report, exitCode) {
	if (!report) return honest({ passed: 0, failed: 0, note: 'no report: the suite crashed' }, exitCode || 1);
	const { expected = 0, unexpected = 0, flaky = 0 } = report.stats ?? {};
	const broken = unexpected + flaky === 0 && (report.errors ?? []).length > 0 ? 1 : 0;
	return honest({ passed: expected, failed: unexpected + flaky + broken }, exitCode);
}
