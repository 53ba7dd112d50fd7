/** Whose words something is: the client's exactly as said, the practitioner's reading, or somebody else's. */
export const VOICES = ['client', 'practitioner', 'other'] as const;
export type Voice = (typeof VOICES)[number];

/** Something that was said or seen, with whose words it is. */
export interface Said {
	/** Stable within its list. */
	key: string;
	voice: Voice;
	/** Who, where it is somebody else: a name or a role. */
	who: string;
	text: string;
}

/** An empty line with a key that its list does not have. */
export function nextSaid(list: readonly Said[], voice?: Voice): Said {
	const used = new Set(list.map((one) => one.voice));
	const key = String(1 + Math.max(0, ...list.map((one) => Number(one.key) || 0)));
	return { key, voice: voice ?? VOICES.find((each) => !used.has(each)) ?? 'client', who: '', text: '' };
}

/** What was really said: lines without words are left out. */
export function spoken(list: readonly Said[]): Said[] {
	return list.filter(({ text }) => text.trim() !== '');
}

/** The client's words first, then the practitioner's, then those of others; each in the order they were written. */
export function clientFirst(list: readonly Said[]): Said[] {
	return VOICES.flatMap((voice) => list.filter((one) => one.voice === voice));
}
