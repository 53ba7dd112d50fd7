import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from '../../../scripts/lib/counts.mjs';

const file = (status: string, ...tests: string[]) => ({
	status,
	assertionResults: tests.map((one) => ({ status: one }))
});

describe('counting a Vitest report', () => {
	it('counts what passed', () => {
		expect(countVitest({ testResults: [file('passed', 'passed', 'passed')] }, 0)).toEqual({ passed: 2, failed: 0 });
	});
	it('counts what failed', () => {
		expect(countVitest({ testResults: [file('failed', 'passed', 'failed')] }, 1)).toEqual({ passed: 1, failed: 1 });
	});
	it('counts a file that could not be loaded as a failure', () => {
		const report = { testResults: [file('failed'), file('passed', 'passed')] };
		expect(countVitest(report, 1)).toEqual({ passed: 1, failed: 1 });
	});
	it('counts a suite that ran nothing as a failure', () => {
		expect(countVitest({ testResults: [] }, 0)).toMatchObject({ passed: 0, failed: 1 });
		expect(countVitest({ testResults: [file('passed', 'pending')] }, 0)).toMatchObject({ passed: 0, failed: 1 });
	});
	it('counts a crash as a failure, whatever had passed', () => {
		expect(countVitest(undefined, 1)).toMatchObject({ passed: 0, failed: 1 });
		expect(countVitest(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
		expect(countVitest({ testResults: [file('passed', 'passed')] }, 1)).toMatchObject({ passed: 1, failed: 1 });
	});
});

describe('counting a Playwright report', () => {
	it('counts what passed and failed', () => {
		expect(countPlaywright({ stats: { expected: 5, unexpected: 2, flaky: 0 } }, 1)).toEqual({ passed: 5, failed: 2 });
	});
	it('counts a test that passed only when repeated as failed', () => {
		expect(countPlaywright({ stats: { expected: 5, unexpected: 0, flaky: 1 } }, 0)).toEqual({ passed: 5, failed: 1 });
	});
	it('counts nothing run, a broken set-up and a crash as failures', () => {
		expect(countPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0 } }, 0)).toMatchObject({ failed: 1 });
		expect(countPlaywright({ stats: { expected: 3 }, errors: [{}] }, 1)).toMatchObject({ passed: 3, failed: 1 });
		expect(countPlaywright(undefined, 0)).toMatchObject({ failed: 1 });
	});
});
