/** Key of the draft of a goal: of one that is edited, or of a client's new one. */
export function goalDraft(clientId: string, goalId?: string): string {
	return goalId ? `goal/${goalId}` : `goal/new/${clientId}`;
}

/** Key of the draft of a goal's next rating. */
export function ratingDraft(goalId: string): string {
	return `rating/${goalId}`;
}
