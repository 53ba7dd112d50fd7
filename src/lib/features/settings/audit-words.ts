import { m } from '$lib/paraglide/messages.js';
import type { AuditEntry } from '$lib/storage/audit';

/** What a filter of the audit shows. */
export type AuditFilter = 'all' | 'written' | 'viewed' | 'files' | 'opened';

/** Actions with a sentence of their own. */
const whole: Record<string, (() => string) | undefined> = {
	create: m.settings_did_create,
	unlock: m.settings_did_unlock,
	'unlock.recovery': m.settings_did_unlock_recovery,
	restore: m.settings_did_restore,
	'accept-loss': m.settings_did_accept_loss,
	damaged: m.settings_did_damaged,
	'unlock.passkey': m.settings_did_unlock_passkey,
	'passkey.add': m.settings_did_passkey_add,
	'passkey.remove': m.settings_did_passkey_remove,
	'passkey.name': m.settings_did_passkey_name,
	'passphrase.change': m.settings_did_passphrase_change,
	'recovery-code.change': m.settings_did_recovery_code_change,
	undo: m.settings_did_undo,
	backup: m.settings_did_backup,
	'backup.save': m.settings_did_backup_save,
	'backup.check': m.settings_did_backup_check,
	'form.export': m.settings_did_form_export,
	'form.export.save': m.settings_did_form_export_save,
	'client.export': m.settings_did_client_export,
	'client.export.save': m.settings_did_client_export_save,
	'profile.change': m.settings_did_profile_change,
	sample: m.settings_did_sample,
	'progress.picture': m.chart_did_picture,
	'progress.print': m.chart_did_print,
	'trace.print': m.trace_did_print,
	'outreach.try': m.outreach_did_try,
	'outreach.decide': m.outreach_did_decide,
	'outreach.end': m.outreach_did_end
};

const nouns: Record<string, (() => string) | undefined> = {
	client: m.settings_noun_client,
	person: m.settings_noun_person,
	episode: m.settings_noun_episode,
	relationship: m.settings_noun_relationship,
	note: m.settings_noun_note,
	notes: m.settings_noun_notes,
	goalScale: m.plan_noun_scale,
	goal: m.settings_noun_goal,
	objective: m.plan_noun_objective,
	step: m.plan_noun_step,
	carePlan: m.plan_noun_care_plan,
	planVersion: m.plan_noun_version,
	schedule: m.schedule_noun,
	sitting: m.schedule_sitting_noun,
	assessment: m.settings_noun_assessment,
	need: m.settings_noun_need,
	strength: m.settings_noun_strength,
	storyEntry: m.settings_noun_story_entry,
	lifeEvent: m.settings_noun_life_event,
	review: m.review_noun,
	alertRules: m.review_rules_noun,
	alert: m.review_alert_noun,
	rating: m.settings_noun_rating,
	turn: m.settings_noun_turn,
	passkey: m.settings_noun_passkey,
	signature: m.settings_noun_signature,
	measure: m.settings_noun_measure,
	phase: m.settings_noun_phase,
	annotation: m.chart_noun_remark,
	profile: m.settings_noun_profile,
	backup: m.settings_noun_backup,
	response: m.settings_noun_response,
	formAddition: m.settings_noun_form_addition,
	form: m.settings_noun_form,
	template: m.settings_noun_template,
	concern: m.settings_noun_concern,
	safety: m.settings_noun_concern,
	plan: m.settings_noun_plan,
	instrument: m.instruments_noun,
	safeToTalk: m.safety_noun_safe_to_talk,
	crisisPlan: m.safety_noun_crisis_plan,
	authority: m.authority_noun,
	checkIn: m.settings_noun_check_in,
	reflection: m.settings_noun_reflection,
	catalogueEntry: m.try_noun_entry,
	intervention: m.try_noun_intervention,
	optionsTalk: m.try_noun_options,
	readingNote: m.try_noun_reading,
	outreach: m.outreach_noun
};

const verbs: Record<string, (() => string) | undefined> = {
	add: m.settings_verb_add,
	confirm: m.instruments_verb_confirm,
	withdraw: m.instruments_verb_withdraw,
	change: m.settings_verb_change,
	view: m.settings_verb_view,
	sign: m.settings_verb_sign,
	hand: m.settings_verb_hand,
	collect: m.settings_verb_collect,
	refuse: m.settings_verb_refuse,
	amend: m.settings_verb_amend,
	remove: m.settings_verb_remove,
	erase: m.settings_verb_erase,
	finish: m.settings_verb_finish,
	save: m.settings_verb_save,
	close: m.settings_verb_close,
	reopen: m.settings_verb_reopen,
	hold: m.settings_verb_hold,
	open: m.settings_verb_open,
	discard: m.settings_verb_discard,
	read: m.settings_verb_read,
	agree: m.settings_verb_agree,
	rate: m.settings_verb_rate,
	begin: m.review_verb_begin,
	'put-off': m.review_verb_put_off,
	skip: m.schedule_verb_skip,
	pause: m.schedule_verb_pause,
	resume: m.schedule_verb_resume,
	end: m.schedule_verb_end,
	'go-on': m.schedule_verb_go_on,
	start: m.settings_verb_start,
	keep: m.settings_verb_save,
	state: m.settings_verb_change,
	summary: m.settings_verb_change,
	raise: m.settings_verb_raise,
	print: m.settings_verb_print,
	publish: m.settings_verb_publish,
	retire: m.settings_verb_retire,
	import: m.settings_verb_import,
	export: m.settings_verb_export,
	record: m.settings_verb_record,
	resolve: m.settings_verb_close,
	closed: m.settings_verb_close,
	'on-hold': m.settings_verb_hold,
	undo: m.settings_verb_undo,
	flags: m.settings_verb_flags,
	'in-error': m.settings_verb_correct,
	answer: m.settings_verb_answer,
	'set-aside': m.safety_verb_set_aside,
	copy: m.safety_verb_copy,
	'bring-back': m.settings_verb_bring_back,
	'follow-up': m.settings_verb_follow_up,
	'entered-in-error': m.settings_verb_correct,
	'read-back': m.settings_verb_read_back,
	reword: m.settings_verb_reword,
	addition: m.settings_verb_addition,
	disagree: m.settings_verb_disagree,
	order: m.settings_verb_order,
	hide: m.chart_verb_hide,
	show: m.chart_verb_show
};

/** What an entry of the audit says was done, in plain words. An action that is not known yet is shown as it stands. */
export function actionInWords(action: string): string {
	const own = whole[action];
	if (own) return own();
	const [noun = '', ...rest] = action.split('.');
	const verb = rest.join('.');
	const named = nouns[noun]?.();
	if (!named) return action;
	return m.settings_did({ noun: named, verb: verbs[verb]?.() ?? verb.replace(/[-.]/g, ' ') });
}

/** What a record type is called; its summary and its body are called like it. */
export function recordInWords(table: string): string {
	const noun = Object.keys(nouns).find((name) => table === name || table.startsWith(name));
	return (noun && nouns[noun]?.()) || m.settings_noun_other();
}

const filesOnly = /^(backup|restore|client\.export|form\.(export|import)|template\.import)/;
const openedOnly = /^(create|unlock|passphrase|passkey|recovery-code|damaged|accept-loss)/;

/** Whether a filter shows an entry. */
export function passes({ action }: Pick<AuditEntry, 'action'>, filter: AuditFilter): boolean {
	if (filter === 'all') return true;
	if (filter === 'viewed') return action.endsWith('.view');
	if (filter === 'files') return filesOnly.test(action);
	if (filter === 'opened') return openedOnly.test(action);
	return !action.endsWith('.view') && !filesOnly.test(action) && !openedOnly.test(action);
}
