import type { INTAKE_SAFETY } from './intake';
import { ASK_ABOUT_SUICIDE } from './instruments/ask-about-suicide';

/** One of the intake's questions whose "yes" needs a conversation. */
type IntakeSafety = (typeof INTAKE_SAFETY)[number];

/**
 * What to do about a "yes", in our own words: the same-session follow-up of thoughts of suicide as for the shipped tools,
 * and for violence and danger what keeps contact safe and what has to be said before more is told. Casekeep never
 * decides what has to be reported.
 */
const GUIDANCE: Record<IntakeSafety, readonly string[]> = {
	'safety.hurt': [
		'Ask whether they are safe now, and safe to go home. In immediate danger the emergency service comes first.',
		'Find out who is within earshot. When somebody comes in, talk of something else and come back to it alone.',
		'Agree on a safe way and a safe time to reach them. Put nothing about this, and no partner’s name, into messages, voicemail or letters.',
		'Say what you are bound to report, and to whom, before they tell more. Have the local crisis contacts at hand. Write down whom you told, and when.'
	],
	'safety.self': [
		ASK_ABOUT_SUICIDE,
		'Ask about right now, how often, whether they have a plan and a way to do it within reach, and about earlier attempts. Ask who can be with them.',
		'A yes is a reason to ask more, not a level of risk. When they think of it right now, do not leave them alone.'
	],
	'safety.others': [
		'Ask who is in danger, from what, and where they are now. In immediate danger the emergency service comes first.',
		'Say what you are bound to report, and to whom, before they tell more; where it is safe, tell them what you will do before you do it. Casekeep does not decide what has to be reported.',
		'Talk with a supervisor or a colleague today. Put no names into messages or voicemail. Write down whom you told, and when.'
	]
};

/** What the intake asks to be done about a "yes", one paragraph per line. */
export function intakeGuidance(linkId: IntakeSafety): string {
	return GUIDANCE[linkId].join('\n');
}
