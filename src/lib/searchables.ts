import type { Searchable } from './features/search/source';

const found = import.meta.glob<{ searchables: readonly Searchable[] }>('./features/**/searchable.ts', { eager: true });

/** What of every feature's records can be found. A new `searchable.ts` is found by itself. */
export const searchables: readonly Searchable[] = Object.values(found).flatMap((file) => file.searchables);
