import { defineTable } from '$lib/storage/sealed-table';
import { TURN_TICKET, type TurnTicket } from './turn';

/** Tickets of clients' turns on disk. */
export const turnTickets = defineTable<TurnTicket>({ name: TURN_TICKET, since: 1, version: 1 });
