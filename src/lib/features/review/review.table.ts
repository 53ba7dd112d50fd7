import { defineTable } from '$lib/storage/sealed-table';
import { ALERT_RULES, ALERT_SNOOZE, REVIEW, type AlertRules, type AlertSnooze, type Review } from './review';

/** Reviews on disk. */
export const reviews = defineTable<Review>({ name: REVIEW, since: 1, version: 1 });
/** The rules for alerts, on disk. */
export const alertRules = defineTable<AlertRules>({ name: ALERT_RULES, since: 1, version: 1 });
/** Alerts that were put off, on disk. */
export const alertSnoozes = defineTable<AlertSnooze>({ name: ALERT_SNOOZE, since: 1, version: 1 });
