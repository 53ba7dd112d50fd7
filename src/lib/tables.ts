// Brings every record type in, so that a database is opened with all of its stores. A new `*.table.ts` is found by itself.
import.meta.glob('./features/**/*.table.ts', { eager: true });
