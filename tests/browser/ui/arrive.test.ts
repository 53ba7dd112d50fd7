import { beforeEach, expect, test } from 'vitest';
import { arrive } from '../../../src/lib/ui/arrive';

let main: HTMLElement;

beforeEach(() => {
	document.body.replaceChildren();
	main = document.createElement('main');
	main.id = 'main';
	main.tabIndex = -1;
	document.body.append(main);
	return () => main.remove();
});

function put(parent: HTMLElement, ...parts: [tag: string, text: string][]): HTMLElement[] {
	return parts.map(([tag, text]) => {
		const element = document.createElement(tag);
		element.textContent = text;
		parent.append(element);
		return element;
	});
}
function section(): HTMLElement {
	const [part] = put(main, ['div', '']);
	part!.className = 'new';
	part!.tabIndex = -1;
	return part!;
}

test('a page is begun at its first heading, also where buttons stand before it', () => {
	const [, heading] = put(main, ['button', 'Back'], ['h1', 'Clients'], ['h2', 'All']);
	arrive(main);
	expect(document.activeElement).toBe(heading);
});

test('a part is begun at its heading when that comes first, else at its start', () => {
	const part = section();
	put(main, ['h1', 'Dee']);
	const [heading] = put(part, ['h2', 'PHQ-9'], ['button', 'Finish']);
	arrive(main, '.new');
	expect(document.activeElement).toBe(heading);

	(document.activeElement as HTMLElement).blur();
	part.replaceChildren();
	put(part, ['button', 'New note'], ['h2', 'This week']);
	arrive(main, '.new');
	expect(document.activeElement).toBe(part);
});

test('what comes late is waited for', async () => {
	const stop = arrive(main);
	expect(document.activeElement).toBe(document.body);
	put(main, ['p', 'A moment']);
	const [heading] = put(main, ['h1', 'Dee Lund']);
	await expect.poll(() => document.activeElement).toBe(heading);
	stop();
});

test('the focus is never taken from something that has it, nor after the waiting was stopped', async () => {
	const [field] = put(main, ['input', '']);
	const part = section();
	const stop = arrive(main, '.new');
	field!.focus();
	put(part, ['h2', 'Late']);
	await new Promise((done) => requestAnimationFrame(done));
	expect(document.activeElement).toBe(field);
	field!.blur();
	put(part, ['h3', 'Later']);
	await new Promise((done) => requestAnimationFrame(done));
	expect(document.activeElement).toBe(document.body);
	stop();
});
