import { describe, expect, it } from 'vitest';
import { inStep } from '../../../scripts/lib/install.mjs';
import { nodeIsNewEnough } from '../../../scripts/lib/node-version.mjs';

const wanted = {
	packages: {
		'': { version: '0.1.0' },
		'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
		'node_modules/b-darwin': { version: '1.0.0', integrity: 'sha512-b', optional: true }
	}
};

describe('whether the installed packages are the locked ones', () => {
	it('is content with the locked packages, without what another machine needs', () => {
		expect(inStep(wanted, { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } } })).toBe(true);
	});
	it('notices a missing, an older and an altered package', () => {
		expect(inStep(wanted, { packages: {} })).toBe(false);
		expect(inStep(wanted, { packages: { 'node_modules/a': { version: '0.9.0', integrity: 'sha512-a' } } })).toBe(false);
		expect(inStep(wanted, { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } } })).toBe(false);
	});
	it('notices an installation that was never finished', () => {
		expect(inStep(wanted, undefined)).toBe(false);
	});
});

describe('the version of Node', () => {
	it.each(['20.19.0', '20.20.2', '22.13.0', '24.0.0', '25.1.0'])('%s will do', (version) => {
		expect(nodeIsNewEnough(version)).toBe(true);
	});
	it.each(['18.20.0', '20.18.3', '21.7.0', '22.12.0', '23.5.0'])('%s will not', (version) => {
		expect(nodeIsNewEnough(version)).toBe(false);
	});
});
