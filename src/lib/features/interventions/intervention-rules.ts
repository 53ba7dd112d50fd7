import type { CatalogueItem, Intervention, InterventionFields, OptionsTalk } from './intervention';

/** A form that nobody has written in. */
export function emptyIntervention(): InterventionFields {
	return {
		catalogueId: '',
		name: '',
		plainName: '',
		goalIds: [],
		research: [],
		researchNote: '',
		training: '',
		trainingNote: '',
		untrained: '',
		preference: '',
		fit: '',
		adaptations: [],
		expected: { measureId: '', sign: '', by: '' },
		dose: { times: null, per: 'week', minutes: null, weeks: null }
	};
}

/** What of an intervention can be edited. */
export function fieldsOf(intervention: InterventionFields): InterventionFields {
	const fields: Record<string, unknown> = { ...emptyIntervention() };
	for (const key of Object.keys(fields)) fields[key] = structuredClone(intervention[key as keyof InterventionFields] ?? fields[key]);
	return fields as unknown as InterventionFields;
}

/** Whether there is enough to save: a name, and nothing else. */
export function canSave({ name }: Pick<InterventionFields, 'name'>): boolean {
	return name.trim() !== '';
}

/**
 * Takes an entry of the catalogue into a form: its names, and its statements as they are today. What was typed about the client
 * stays; names that were typed stay too.
 */
export function withItem(fields: InterventionFields, item: CatalogueItem): InterventionFields {
	return {
		...fields,
		catalogueId: item.id,
		name: item.name,
		plainName: fields.plainName || item.plainName,
		research: structuredClone(item.evidence)
	};
}

/** What was agreed in a conversation about options, as the start of a form. @param key the option that was chosen */
export function withOption(fields: InterventionFields, talk: Pick<OptionsTalk, 'options' | 'words'>, key: string): InterventionFields {
	const option = talk.options.find((one) => one.key === key);
	if (!option) return fields;
	return { ...fields, catalogueId: option.catalogueId, name: option.name, plainName: option.name, preference: talk.words };
}

/** A form without lines that say nothing. */
export function tidied(fields: InterventionFields): InterventionFields {
	return {
		...fields,
		name: fields.name.trim(),
		untrained: fields.training === 'neither' ? fields.untrained : '',
		adaptations: fields.adaptations.filter(({ what, why }) => what.trim() !== '' || why.trim() !== '')
	};
}

/**
 * An intervention with new fields; what stood there before is kept with the day until which it held.
 * @param today `YYYY-MM-DD`
 */
export function changed(intervention: Intervention, fields: InterventionFields, today: string): Intervention {
	const before = fieldsOf(intervention);
	const next = tidied(fields);
	if (JSON.stringify(before) === JSON.stringify(next)) return intervention;
	return { ...intervention, ...next, former: [...intervention.former, { ...before, until: today }] };
}

/** Where an intervention stands on a day. */
export type Standing = 'planned' | 'going-on' | 'ended';

/** @param today `YYYY-MM-DD`; one that starts later is still planned */
export function standingOf({ started, ended }: Pick<Intervention, 'started' | 'ended'>, today: string): Standing {
	if (ended !== '' && ended < today) return 'ended';
	return started !== '' && started <= today ? 'going-on' : 'planned';
}

/** What goes on comes first, then what is planned, then what ended; the newest of each first. */
export function inOrder(list: readonly Intervention[], today: string): Intervention[] {
	const order: Standing[] = ['going-on', 'planned', 'ended'];
	const at = (one: Intervention) => order.indexOf(standingOf(one, today));
	const day = (one: Intervention) => one.started || one.created.at;
	return [...list].sort((a, b) => at(a) - at(b) || (day(a) > day(b) ? -1 : Number(day(a) < day(b))));
}

/** What is going on with a client on a day: started, and not ended before it. */
export function goingOn(list: readonly Intervention[], date: string): Intervention[] {
	return list.filter((one) => !one.removed && standingOf(one, date) === 'going-on');
}

/** Something that the three legs lack. None of it stands in the way. */
export type Gap = 'research' | 'training' | 'untrained' | 'preference' | 'expected';

/** What is not said yet of why this, for this person, by me. */
export function gapsOf(fields: InterventionFields): Gap[] {
	const gaps: Gap[] = [];
	if (fields.research.length === 0 && fields.researchNote.trim() === '') gaps.push('research');
	if (fields.training === '') gaps.push('training');
	if (fields.training === 'neither' && fields.untrained === '') gaps.push('untrained');
	if (fields.preference.trim() === '') gaps.push('preference');
	if (fields.expected.sign.trim() === '' || fields.expected.by === '') gaps.push('expected');
	return gaps;
}
