import type { Casebook } from '$lib/storage/casebook';
import type { AutoLock } from '$lib/vault/auto-lock';
import { authorLine, DEFAULT_PROFILE, type Profile, type ProfileFacts, type Theme } from './profile';
import { profiles } from './profile.table';

/** The practitioner's settings, or how a casebook starts. @throws LockedError */
export async function readProfile(casebook: Casebook): Promise<Profile | undefined> {
	return (await profiles.all(casebook))[0];
}

/**
 * Saves a change of the settings; makes the one row when there is none yet.
 * @param dropDrafts drafts that the change makes superfluous
 * @throws see `Casebook.commit`
 */
export async function saveProfile(
	casebook: Casebook,
	change: Partial<ProfileFacts>,
	dropDrafts: string[] = []
): Promise<Profile> {
	const now = (await readProfile(casebook)) ?? profiles.create(casebook, DEFAULT_PROFILE);
	const next: Profile = { ...now, ...change };
	const done = await casebook.commit({ action: 'profile.change', changes: [profiles.put(next)], dropDrafts });
	return done.records[0] as Profile;
}

/** Puts a theme on the page. */
export function showTheme(theme: Theme | undefined): void {
	const { dataset } = document.documentElement;
	if (!theme || theme === 'auto') delete dataset.theme;
	else dataset.theme = theme;
}

/** Makes the open casebook behave as the settings say: author, idle time, theme. */
export function applyProfile(casebook: Casebook, autoLock: AutoLock, profile: ProfileFacts = DEFAULT_PROFILE): void {
	casebook.author = authorLine(profile);
	autoLock.limits = { ...autoLock.limits, idle: profile.idleMinutes * 60_000 };
	showTheme(profile.theme);
}
