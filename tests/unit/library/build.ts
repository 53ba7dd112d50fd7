import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import type { EnableWhen, Questionnaire, QuestionnaireItem } from '$lib/forms/types';

/** Every published form that is kept for tests, by file name. */
export const published: readonly [string, Questionnaire][] = readdirSync('tests/fixtures/fhir')
	.filter((name) => name.endsWith('.json') && name !== 'index.json')
	.map((name) => [name, JSON.parse(readFileSync(`tests/fixtures/fhir/${name}`, 'utf8')) as Questionnaire]);

const words = fc.stringMatching(/^[A-Za-z][A-Za-z ?]{0,20}[a-z]$/);
const foreign = fc.constantFrom(
	{},
	{ definition: 'http://example.org/definition#x' },
	{ code: [{ system: 'http://loinc.org', code: '1-8', display: 'Something' }] },
	{ prefix: '1.', readOnly: false },
	{ _text: { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/translation', extension: [] }] } },
	{ extension: [{ url: 'http://example.org/unknown', valueQuantity: { value: 3, unit: 'kg' } }] },
	{ somethingNew: { deep: [1, 'two', { three: null }] } }
);
const option = fc.oneof(
	fc.record({
		valueCoding: fc.record({ system: fc.constant('urn:x'), code: fc.uuid(), display: words }),
		extension: fc.constantFrom(
			[{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: 2 }],
			[{ url: 'http://example.org/mine', valueString: 'kept' }]
		)
	}),
	fc.record({ valueString: words })
);
const leaf = fc.oneof(
	...(['boolean', 'date', 'string', 'text', 'dateTime', 'display', 'quantity'] as const).map((type) => fc.record({ type: fc.constant(type) })),
	fc.record({
		type: fc.constantFrom('integer', 'decimal'),
		extension: fc.constantFrom(
			[{ url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 1 }],
			[
				{ url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueDecimal: 9.5 },
				{ url: 'urn:casekeep:counts', valueBoolean: true }
			]
		)
	}),
	fc.record({ type: fc.constantFrom('choice', 'open-choice'), repeats: fc.boolean(), answerOption: fc.array(option, { minLength: 1, maxLength: 4 }) })
);
interface Bare {
	line: object;
	text: string;
	extra: object;
	required: boolean;
	help: boolean;
	children: Bare[];
}
function tree(depth: number): fc.Arbitrary<Bare> {
	return fc.record({
		line: fc.oneof(leaf, fc.constant({ type: 'group' })),
		text: words,
		extra: foreign,
		required: fc.boolean(),
		help: fc.boolean(),
		children: depth === 0 ? fc.constant([]) : fc.array(tree(depth - 1), { maxLength: 2 })
	});
}

/** Forms of every shape that a file may have, with elements and extensions the builder knows nothing of. */
export const anyForm: fc.Arbitrary<Questionnaire> = fc
	.tuple(fc.array(tree(2), { minLength: 1, maxLength: 4 }), words, foreign, fc.nat())
	.map(([nodes, title, extra, seed]) => {
		const made: QuestionnaireItem[] = [];
		const line = ({ line: kind, text, extra: more, required, help, children }: Bare): QuestionnaireItem => {
			const linkId = `l${made.length}`;
			const item = { linkId, text, ...more, ...kind, ...(required ? { required } : {}) } as QuestionnaireItem;
			const condition = conditionOn(made[seed % Math.max(1, made.length)]);
			made.push(item);
			const below = item.type === 'display' ? [] : children.map(line);
			const helpLine = help && item.type !== 'display' && item.type !== 'group' ? [helpFor(linkId)] : [];
			const all = [...below.slice(0, 1), ...helpLine, ...below.slice(1)];
			return {
				...item,
				...(condition && seed % 2 ? { enableWhen: [condition] } : {}),
				...(all.length > 0 || item.type === 'group' ? { item: all } : {})
			};
		};
		return { resourceType: 'Questionnaire', status: 'draft', title, ...extra, item: nodes.map(line) };
	});

function conditionOn(item: QuestionnaireItem | undefined): EnableWhen | undefined {
	if (!item || item.type === 'group' || item.type === 'display') return undefined;
	if (item.type === 'boolean') return { question: item.linkId, operator: '=', answerBoolean: true };
	const [first] = item.answerOption ?? [];
	if (first && 'valueCoding' in first) return { question: item.linkId, operator: '!=', answerCoding: first.valueCoding };
	return { question: item.linkId, operator: 'exists', answerBoolean: true };
}

function helpFor(linkId: string): QuestionnaireItem {
	return {
		linkId: `${linkId}-help`,
		type: 'display',
		text: 'Say more about it',
		extension: [
			{
				url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',
				valueCodeableConcept: { coding: [{ code: 'help' }] }
			}
		]
	};
}
