// @ts-check
import { layers } from './layers.js';
import { noEscape } from './no-escape.js';

/** Our own lint rules, for what the core and plugin rules cannot express. */
export const casekeep = { meta: { name: 'casekeep' }, rules: { layers, 'no-escape': noEscape } };
