/** Table of filled-in forms. Apart from the record's rules, which lead to the wording of every tool. */
export const RESPONSE = 'response';
