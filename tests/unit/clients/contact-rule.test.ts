import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactRule, isUnsafe, newContact, rulesOf } from '$lib/features/clients/contact-rule';
import { contactRuleText } from '$lib/features/clients/client-words';
import type { ContactPoint } from '$lib/features/clients/person';

const phone = (rules: Partial<ContactPoint>): ContactPoint => ({
	...newContact('a'),
	safeToCall: 'yes',
	safeToLeaveMessage: 'yes',
	safeToText: 'yes',
	value: '0851234567',
	...rules
});
const said = (...contacts: ContactPoint[]) => {
	const rule = contactRule(contacts);
	return rule ? contactRuleText(rule) : '';
};

describe('the rule beside the name', () => {
	test('is silent when all is safe, or nothing is known', () => {
		expect(said()).toBe('');
		expect(said(phone({}))).toBe('');
	});

	test('names what is not safe, what to ask, and the own words', () => {
		expect(said(phone({ safeToLeaveMessage: 'no' }))).toBe('No voicemail');
		expect(said(phone({ safeToCall: 'no', safeToLeaveMessage: 'no', note: 'text after 16:00' }))).toBe(
			'Do not call · No voicemail · text after 16:00'
		);
		expect(said(phone({ safeToCall: 'ask' }))).toBe('Ask before calling');
		expect(said(newContact('b'))).toBe('Ask before any contact');
	});

	test('is about the first telephone', () => {
		const letter: ContactPoint = { ...newContact('l', 'post'), safeToPost: 'no' };
		expect(said(letter, phone({ safeToText: 'no' }))).toBe('No text messages');
		expect(said(letter)).toBe('No post');
	});
});

const safe = fc.constantFrom('yes', 'no', 'ask' as const);
const contact = fc.record({
	key: fc.constant('k'),
	kind: fc.constantFrom('phone', 'email', 'post', 'other' as const),
	label: fc.string(),
	value: fc.string(),
	safeToCall: safe,
	safeToLeaveMessage: safe,
	safeToText: safe,
	safeToPost: safe,
	note: fc.string()
}) as fc.Arbitrary<ContactPoint>;

test('a number is kept back exactly when one of its own ways is unsafe, and the rule says so', () => {
	fc.assert(
		fc.property(contact, (point) => {
			const unsafe = rulesOf(point).filter((rule) => rule.safe === 'no');
			expect(isUnsafe(point)).toBe(unsafe.length > 0);
			const parts = contactRule([point])?.parts ?? [];
			for (const { way } of unsafe) expect(parts).toContainEqual({ kind: 'rule', way, safe: 'no' });
		})
	);
});
