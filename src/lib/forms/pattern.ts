/**
 * Regular expressions from a form's `regex` extension, matched without backtracking: every state the pattern can be in is
 * followed at once, so the work is at most (length of the text) x (size of the pattern), whatever the pattern says. The
 * browser's own matcher would hang the page on `(a+)+$`. Look-around, back-references and anything else this cannot do
 * make the pattern unknown; it is then named and not checked.
 */
export interface Pattern {
	/** True when the whole text fits (a FHIR regex means the whole value). */
	readonly fits: (text: string) => boolean;
}

/** Most characters of a pattern, and most steps it may unfold to. */
const MAX_PATTERN = 1000;
const MAX_STEPS = 2000;

type Test = (char: string) => boolean;
type Step =
	| { readonly kind: 'char'; readonly test: Test; next: number }
	| { readonly kind: 'split'; next: number; other: number }
	| { readonly kind: 'start' | 'end'; next: number }
	| { readonly kind: 'done' };

type Node =
	| { readonly kind: 'char'; readonly test: Test }
	| { readonly kind: 'start' }
	| { readonly kind: 'end' }
	| { readonly kind: 'all'; readonly parts: readonly Node[] }
	| { readonly kind: 'any'; readonly parts: readonly Node[] }
	| { readonly kind: 'many'; readonly part: Node; readonly min: number; readonly max: number };

class Unknown extends Error {}

const known = new Map<string, Pattern | undefined>();

/** Reads a pattern; undefined when it is not understood. Never throws. */
export function patternOf(source: string): Pattern | undefined {
	if (known.has(source)) return known.get(source);
	let pattern: Pattern | undefined;
	try {
		if (source.length <= MAX_PATTERN) pattern = compile(new Reader(source).whole());
	} catch (error) {
		if (!(error instanceof Unknown)) throw error;
	}
	if (known.size > 500) known.clear();
	known.set(source, pattern);
	return pattern;
}

const ESCAPES: Readonly<Record<string, RegExp>> = { d: /\d/, D: /\D/, w: /\w/, W: /\W/, s: /\s/, S: /\S/ };
const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', 0: '\0' };

class Reader {
	private at = 0;
	private readonly chars: readonly string[];

	constructor(source: string) {
		this.chars = [...source];
	}

	whole(): Node {
		const node = this.alternatives(0);
		if (this.at < this.chars.length) throw new Unknown();
		return node;
	}

	private peek(ahead = 0): string | undefined {
		return this.chars[this.at + ahead];
	}

	private take(): string {
		const char = this.chars[this.at++];
		if (char === undefined) throw new Unknown();
		return char;
	}

	private alternatives(depth: number): Node {
		if (depth > 50) throw new Unknown();
		const parts: Node[] = [this.sequence(depth)];
		while (this.peek() === '|') {
			this.at++;
			parts.push(this.sequence(depth));
		}
		return parts.length === 1 && parts[0] ? parts[0] : { kind: 'any', parts };
	}

	private sequence(depth: number): Node {
		const parts: Node[] = [];
		for (let next = this.peek(); next !== undefined && next !== '|' && next !== ')'; next = this.peek())
			parts.push(this.repeated(this.atom(depth)));
		return { kind: 'all', parts };
	}

	private repeated(part: Node): Node {
		const bounds = this.bounds();
		if (!bounds) return part;
		if (this.peek() === '?') this.at++;
		if (part.kind === 'start' || part.kind === 'end' || this.bounds()) throw new Unknown();
		return { kind: 'many', part, ...bounds };
	}

	private bounds(): { min: number; max: number } | undefined {
		const char = this.peek();
		if (char === '*' || char === '+' || char === '?') {
			this.at++;
			return { min: char === '+' ? 1 : 0, max: char === '?' ? 1 : Infinity };
		}
		if (char !== '{') return undefined;
		const match = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(this.chars.slice(this.at, this.at + 12).join(''));
		if (!match) throw new Unknown();
		this.at += match[0].length;
		const min = Number(match[1]);
		const max = match[2] === undefined ? min : match[3] ? Number(match[3]) : Infinity;
		if (max < min) throw new Unknown();
		return { min, max };
	}

	private atom(depth: number): Node {
		const char = this.take();
		if (char === '^') return { kind: 'start' };
		if (char === '$') return { kind: 'end' };
		if (char === '.') return { kind: 'char', test: (one) => one !== '\n' && one !== '\r' };
		if (char === '[') return { kind: 'char', test: this.set() };
		if (char === '\\') return { kind: 'char', test: this.escape(false) };
		if (char === '(') {
			if (this.peek() === '?') {
				if (this.peek(1) !== ':') throw new Unknown();
				this.at += 2;
			}
			const node = this.alternatives(depth + 1);
			if (this.take() !== ')') throw new Unknown();
			return node;
		}
		if ('*+?{'.includes(char)) throw new Unknown();
		return { kind: 'char', test: (one) => one === char };
	}

	private escape(inSet: boolean): Test {
		const char = this.take();
		const shorthand = Object.hasOwn(ESCAPES, char) ? ESCAPES[char] : undefined;
		if (shorthand) return (one) => shorthand.test(one);
		const literal = this.literal(char, inSet);
		return (one) => one === literal;
	}

	/** The one character that an escape stands for. */
	private literal(char: string, inSet: boolean): string {
		if (Object.hasOwn(LETTERS, char)) return LETTERS[char] ?? char;
		if (inSet && char === 'b') return '\b';
		const digits = char === 'x' ? 2 : char === 'u' ? 4 : 0;
		if (digits > 0) {
			const hex = this.chars.slice(this.at, this.at + digits).join('');
			if (!/^[0-9a-f]+$/i.test(hex) || hex.length !== digits) throw new Unknown();
			this.at += digits;
			return String.fromCharCode(Number.parseInt(hex, 16));
		}
		// Word borders, back-references, properties: letters and digits that mean something else.
		if (/[a-z0-9]/i.test(char)) throw new Unknown();
		return char;
	}

	private set(): Test {
		const negated = this.peek() === '^';
		if (negated) this.at++;
		const tests: Test[] = [];
		for (let char = this.take(); char !== ']'; char = this.take()) {
			const shorthand = char === '\\' ? ESCAPES[this.peek() ?? ''] : undefined;
			if (shorthand) {
				this.at++;
				tests.push((one) => shorthand.test(one));
				continue;
			}
			const low = char === '\\' ? this.literal(this.take(), true) : char;
			if (this.peek() === '-' && this.peek(1) !== ']' && this.peek(1) !== undefined) {
				this.at++;
				const end = this.take();
				if (end === '\\' && ESCAPES[this.peek() ?? '']) throw new Unknown();
				const high = end === '\\' ? this.literal(this.take(), true) : end;
				if (high < low) throw new Unknown();
				tests.push((one) => one >= low && one <= high);
			} else tests.push((one) => one === low);
		}
		return (one) => tests.some((test) => test(one)) !== negated;
	}
}

/** Lays a pattern out as steps, each leading to the next (Thompson's construction), and follows them all at once. */
function compile(node: Node): Pattern {
	const steps: Step[] = [{ kind: 'done' }];
	const put = (step: Step): number => {
		if (steps.length >= MAX_STEPS) throw new Unknown();
		return steps.push(step) - 1;
	};
	const lay = (part: Node, next: number): number => {
		if (part.kind === 'char') return put({ kind: 'char', test: part.test, next });
		if (part.kind === 'start' || part.kind === 'end') return put({ kind: part.kind, next });
		if (part.kind === 'all') return part.parts.reduceRight((after, one) => lay(one, after), next);
		if (part.kind === 'any')
			return part.parts.map((one) => lay(one, next)).reduceRight((other, first) => put({ kind: 'split', next: first, other }));
		let after = next;
		if (part.max === Infinity) {
			const loop = { kind: 'split' as const, next: -1, other: next };
			after = put(loop);
			loop.next = lay(part.part, after);
		} else for (let count = part.min; count < part.max; count++) after = put({ kind: 'split', next: lay(part.part, after), other: next });
		for (let count = 0; count < part.min; count++) after = lay(part.part, after);
		return after;
	};
	const first = lay(node, 0);
	return { fits: (text) => run(steps, first, [...text]) };
}

function run(steps: readonly Step[], first: number, chars: readonly string[]): boolean {
	let current = reach(steps, [first], 0, chars.length);
	for (const [index, char] of chars.entries()) {
		const next: number[] = [];
		for (const at of current) {
			const step = steps[at];
			if (step?.kind === 'char' && step.test(char)) next.push(step.next);
		}
		if (next.length === 0) return false;
		current = reach(steps, next, index + 1, chars.length);
	}
	return current.has(0);
}

/** Every step that can be stood on without taking a character. */
function reach(steps: readonly Step[], from: readonly number[], position: number, length: number): Set<number> {
	const found = new Set<number>();
	const waiting = [...from];
	for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
		if (found.has(at)) continue;
		found.add(at);
		const step = steps[at];
		if (step?.kind === 'split') waiting.push(step.next, step.other);
		else if (step?.kind === 'start' && position === 0) waiting.push(step.next);
		else if (step?.kind === 'end' && position === length) waiting.push(step.next);
	}
	return found;
}
