/** The parts of JSON (RFC 8259) at one place of a text. */
const TOKEN = /[\t\n\r ]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/**
 * Where a text stops being JSON, counted in characters from 0; its length when it breaks off too early. Browsers say it
 * each in their own way, and some not at all.
 */
export function jsonBreaksAt(text: string): number {
	/** What each open bracket is, and what may come next. */
	const open: ('{' | '[')[] = [];
	let wants: 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'after' = 'value';
	let at = 0;
	for (;;) {
		TOKEN.lastIndex = at;
		const found = TOKEN.exec(text);
		if (!found) return at + (/^[\t\n\r ]*/.exec(text.slice(at, at + 10_000))?.[0].length ?? 0);
		const [whole, mark, string] = found;
		const start = at + whole.length - whole.trimStart().length;
		const inside = open.at(-1);
		if (wants === 'colon') {
			if (mark !== ':') return start;
			wants = 'value';
		} else if (wants === 'key' || wants === 'first-key') {
			if (string !== undefined) wants = 'colon';
			else if (mark === '}' && wants === 'first-key') wants = closed();
			else return start;
		} else if (wants === 'after') {
			if (mark === ',' && inside) wants = inside === '{' ? 'key' : 'value';
			else if ((mark === '}' && inside === '{') || (mark === ']' && inside === '[')) wants = closed();
			else return start;
		} else if (mark === '{' || mark === '[') {
			open.push(mark);
			wants = mark === '{' ? 'first-key' : 'first-value';
		} else if (mark === ']' && wants === 'first-value') wants = closed();
		else if (mark === undefined) wants = 'after';
		else return start;
		at += whole.length;
	}

	function closed(): 'after' {
		open.pop();
		return 'after';
	}
}
