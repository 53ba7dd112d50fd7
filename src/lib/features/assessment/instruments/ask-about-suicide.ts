/**
 * What to do when an answer speaks of suicide or of hurting oneself, in our own words. The source asks for a follow-up in
 * the same session by a qualified person, local crisis contacts, and a note of who was told and when.
 */
export const ASK_ABOUT_SUICIDE =
	'Ask directly about thoughts of suicide before this session ends. Where you are not qualified to, bring in somebody who is. Have the local crisis contacts at hand. Write down whom you told, and when.';
