import { defineTable } from '$lib/storage/sealed-table';
import { CLIENT_SUMMARY, type ClientSummary } from './client-summary';

/** Client summaries on disk. */
export const clientSummaries = defineTable<ClientSummary>({ name: CLIENT_SUMMARY, since: 1, version: 1 });
