import { describe, expect, test } from 'vitest';
import { saveFile, type SaveDoors } from '../../../src/lib/features/exchange/save-file';

const file = new Blob(['sealed']);

function doors(over: Partial<SaveDoors>) {
	const seen: string[] = [];
	const made: SaveDoors = {
		traps: false,
		canShare: () => true,
		share: ([shared]) => {
			seen.push(`share ${shared?.name} ${shared?.size}`);
			return Promise.resolve();
		},
		download: (blob, name) => void seen.push(`download ${name} ${blob.size}`),
		...over
	};
	return { made, seen };
}
const refusing = (name: string) => () => Promise.reject(Object.assign(new Error(name), { name }));

describe('saving a file', () => {
	test('is a download where a download leads back', async () => {
		const { made, seen } = doors({});
		expect(await saveFile(file, 'casekeep-2026-03-09.age', made)).toBe('saved');
		expect(seen).toEqual(['download casekeep-2026-03-09.age 6']);
	});
	test('is the share sheet where a download would trap', async () => {
		const { made, seen } = doors({ traps: true });
		expect(await saveFile(file, 'a.age', made)).toBe('saved');
		expect(seen).toEqual(['share a.age 6']);
	});
	test('a closed share sheet means not saved, and nothing else happens', async () => {
		const { made, seen } = doors({ traps: true, share: refusing('AbortError') });
		expect(await saveFile(file, 'a.age', made)).toBe('cancelled');
		expect(seen).toEqual([]);
	});
	test('a sheet that does not take the file falls back to a download', async () => {
		for (const over of [{ canShare: () => false }, { share: refusing('NotAllowedError') }, { share: refusing('TypeError') }]) {
			const { made, seen } = doors({ traps: true, ...over });
			expect(await saveFile(file, 'a.age', made)).toBe('saved');
			expect(seen).toEqual(['download a.age 6']);
		}
	});
});
