import type { ContactPoint } from './person';

/** A way to use a contact point. */
export type Way = 'call' | 'message' | 'text' | 'post';

/** Whether a way is safe, as the person said. */
export type Safe = ContactPoint['safeToCall'];

const FIELD = {
	call: 'safeToCall',
	message: 'safeToLeaveMessage',
	text: 'safeToText',
	post: 'safeToPost'
} as const satisfies Record<Way, keyof ContactPoint>;

const WAYS: Record<ContactPoint['kind'], readonly Way[]> = {
	phone: ['call', 'message', 'text'],
	email: ['text'],
	post: ['post'],
	other: ['call', 'message', 'text']
};

/** The ways that a kind of contact point can be used in. Writing an email counts as text. */
export function waysOf(kind: ContactPoint['kind']): readonly Way[] {
	return WAYS[kind];
}

/** Name of the field that holds the rule of a way. */
export function ruleField(way: Way): (typeof FIELD)[Way] {
	return FIELD[way];
}

/** The rules of a contact point, in the order they are to be read before it is used. */
export function rulesOf(contact: ContactPoint): { way: Way; safe: Safe }[] {
	return waysOf(contact.kind).map((way) => ({ way, safe: contact[FIELD[way]] }));
}

/** Whether any way of using it is unsafe: then the number takes a deliberate tap to show. */
export function isUnsafe(contact: ContactPoint): boolean {
	return rulesOf(contact).some(({ safe }) => safe === 'no');
}

/** A contact point of which nobody has said yet what is safe: ask first. */
export function newContact(key: string, kind: ContactPoint['kind'] = 'phone'): ContactPoint {
	const rules = { safeToCall: 'ask', safeToLeaveMessage: 'ask', safeToText: 'ask', safeToPost: 'ask' } as const;
	return { key, kind, label: '', value: '', ...rules, note: '' };
}

/** One part of the rule that stands beside a client's name. */
export type RulePart = { kind: 'rule'; way: Way; safe: 'no' | 'ask' } | { kind: 'all-ask' } | { kind: 'note'; text: string };

/**
 * What must be known before reaching for the phone: of the first telephone, or else of the first contact point, what is
 * not safe, what must be asked first, and the person's own words.
 * @returns undefined when there is no contact point, or everything about it is safe and nothing was said
 */
export function contactRule(
	contacts: readonly ContactPoint[]
): { kind: ContactPoint['kind']; parts: RulePart[] } | undefined {
	const first = contacts.find((contact) => contact.kind === 'phone') ?? contacts[0];
	if (!first) return undefined;
	const rules = rulesOf(first);
	const note: RulePart[] = first.note.trim() ? [{ kind: 'note', text: first.note.trim() }] : [];
	const everyAsk = rules.length > 1 && rules.every(({ safe }) => safe === 'ask');
	const parts: RulePart[] = everyAsk
		? [{ kind: 'all-ask' }]
		: rules.flatMap(({ way, safe }): RulePart[] => (safe === 'yes' ? [] : [{ kind: 'rule', way, safe }]));
	return parts.length + note.length > 0 ? { kind: first.kind, parts: [...parts, ...note] } : undefined;
}
