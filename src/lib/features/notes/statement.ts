/** What can be said about a signed note. */
export type StatementKind = 'amendment' | 'entered-in-error';

/** Something said about a signed note, while it is written. */
export interface StatementDraft {
	clientId: string;
	kind: StatementKind;
	/** The words of an amendment; '' for the mark "entered in error". */
	text: string;
	reason: string;
}

/** Key of the draft of a statement. */
export const statementKey = (kind: StatementKind, noteId: string): string => `note-${kind}/${noteId}`;

/** Whether a draft is a statement about a note, and not a note. */
export function isStatementOf(key: string, _value: unknown): _value is StatementDraft {
	return key.startsWith('note-');
}

/** What is missing before it can be signed. */
export function statementNeeds({ kind, text, reason }: StatementDraft): 'text' | 'reason' | undefined {
	if (kind === 'amendment' && text.trim() === '') return 'text';
	return reason.trim() === '' ? 'reason' : undefined;
}
