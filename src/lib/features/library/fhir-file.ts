import { definitionsOf, isQuestion } from '$lib/forms/definition';
import { parseQuestionnaire } from '$lib/forms/parse';
import { parseResponse } from '$lib/forms/parse-response';
import type { Problem } from '$lib/forms/problem';
import type { Questionnaire, QuestionnaireResponse } from '$lib/forms/types';
import { problemText } from '$lib/forms/words';
import { m } from '$lib/paraglide/messages.js';
import { jsonBreaksAt } from './json-place';
import { titleOf } from './template';

/** Largest file that is read, in characters; far past any real form. */
export const MAX_FILE = 5_000_000;
/** Most entries of a Bundle that are looked at. */
const MAX_ENTRIES = 1000;

/** A form found in a file. */
export interface FoundForm {
	/** Exactly as it stands in the file: this is what is saved and what an export gives back. */
	readonly original: Questionnaire;
	/** As the engine uses it. */
	readonly usable: Questionnaire;
	readonly title: string;
	readonly questions: number;
	/** What of it is not supported, by name and place. It is kept and travels along. */
	readonly notes: readonly string[];
}

/** A filled-in form found in a file. */
export interface FoundResponse {
	/** Exactly as it stands in the file. */
	readonly original: QuestionnaireResponse;
	/** The form it answers, where the same file holds it. */
	readonly form?: FoundForm;
	/** How many lines have an answer. */
	readonly answers: number;
	readonly notes: readonly string[];
}

/** What a file holds, or what is wrong with it and where. One thing that cannot be taken refuses the whole file. */
export type FhirFile =
	| {
			readonly ok: true;
			readonly forms: readonly FoundForm[];
			readonly responses: readonly FoundResponse[];
			/** What else is in it and is not taken over, by kind. */
			readonly others: readonly { readonly type: string; readonly count: number }[];
	  }
	| { readonly ok: false; readonly problems: readonly string[] };

/** True for a file that is encrypted with age, by what it says of itself or by its name. */
export async function isSealed(file: File): Promise<boolean> {
	return file.name.toLowerCase().endsWith('.age') || (await file.slice(0, AGE.length).text()) === AGE;
}

/** How an age file begins. */
const AGE = 'age-encryption.org/v1';

/**
 * Reads a FHIR R4 JSON file: a Questionnaire, a QuestionnaireResponse, or a Bundle of them. Never throws and changes
 * nothing.
 */
export function readFhirFile(text: string): FhirFile {
	if (text.length > MAX_FILE) return refused(m.library_file_too_big());
	let json: unknown;
	try {
		json = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		return refused(m.library_file_not_json({ where: placeIn(text) }));
	}
	const reader = new ResourceReader();
	reader.resource(json, '');
	return reader.result();
}

function refused(...problems: string[]): FhirFile {
	return { ok: false, problems };
}

/** Where a file stops being JSON, as line and character. */
function placeIn(text: string): string {
	const before = text.slice(0, jsonBreaksAt(text)).split('\n');
	return m.library_file_line({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
}

class ResourceReader {
	readonly #forms: FoundForm[] = [];
	readonly #responses: { json: unknown; path: string }[] = [];
	readonly #others = new Map<string, number>();
	readonly #problems: string[] = [];

	/** One resource at a place in the file; '' is the file itself. */
	resource(json: unknown, path: string): void {
		if (typeof json !== 'object' || json === null || Array.isArray(json)) {
			this.#problems.push(at(path, m.library_file_not_fhir()));
			return;
		}
		const type: unknown = 'resourceType' in json ? json.resourceType : undefined;
		if (type === 'Questionnaire') this.#form(json, path);
		else if (type === 'QuestionnaireResponse') this.#responses.push({ json, path });
		else if (type === 'Bundle' && path === '') this.#bundle(json);
		else if (path === '') this.#problems.push(typeof type === 'string' ? m.library_file_other({ type: short(type) }) : m.library_file_not_fhir());
		else {
			const name = typeof type === 'string' ? short(type) : '?';
			this.#others.set(name, (this.#others.get(name) ?? 0) + 1);
		}
	}

	#bundle(bundle: object): void {
		if ('modifierExtension' in bundle || 'implicitRules' in bundle) this.#problems.push(m.library_file_modifier());
		const entries: unknown = 'entry' in bundle ? bundle.entry : [];
		if (!Array.isArray(entries) || entries.length > MAX_ENTRIES) {
			this.#problems.push(at('entry', m.library_file_entries()));
			return;
		}
		entries.forEach((entry: unknown, index) => {
			const resource: unknown = typeof entry === 'object' && entry !== null && 'resource' in entry ? entry.resource : undefined;
			if (resource === undefined) this.#problems.push(at(`entry[${index}]`, m.library_file_no_resource()));
			else this.resource(resource, `entry[${index}].resource`);
		});
	}

	#form(json: object, path: string): void {
		const parsed = parseQuestionnaire(json);
		if (!parsed.ok) {
			this.#problems.push(...parsed.problems.map((problem) => inPath(path, problem)));
			return;
		}
		const usable = parsed.questionnaire;
		this.#forms.push({
			original: json as Questionnaire,
			usable,
			title: titleOf(usable),
			questions: [...definitionsOf(usable).values()].filter(({ item }) => isQuestion(item)).length,
			notes: parsed.problems.map((problem) => inPath(path, problem))
		});
	}

	#response(json: unknown, path: string): FoundResponse | undefined {
		const named: unknown = typeof json === 'object' && json !== null && 'questionnaire' in json ? json.questionnaire : undefined;
		const form = typeof named === 'string' ? this.#forms.find(({ original }) => answersTo(named, original)) : undefined;
		const parsed = parseResponse(json, form?.usable);
		if (!parsed.ok) {
			this.#problems.push(...parsed.problems.map((problem) => inPath(path, problem)));
			return undefined;
		}
		const base = {
			original: json as QuestionnaireResponse,
			answers: answeredLines(parsed.response.item),
			notes: [...statusNotes(parsed.response.status), ...parsed.problems.map((problem) => inPath(path, problem))]
		};
		return form ? { ...base, form } : base;
	}

	result(): FhirFile {
		const responses = this.#responses.flatMap(({ json, path }) => this.#response(json, path) ?? []);
		if (this.#problems.length > 0) return { ok: false, problems: this.#problems };
		if (this.#forms.length + responses.length === 0) return refused(m.library_file_nothing());
		const others = [...this.#others].map(([type, count]) => ({ type, count }));
		return { ok: true, forms: this.#forms, responses, others };
	}
}

/** Whether a response's canonical names a form: by address, and by version where it says one. */
function answersTo(canonical: string, form: Questionnaire): boolean {
	const [url, version] = canonical.split('|');
	const own = form.url ?? (form.id === undefined ? undefined : `Questionnaire/${form.id}`);
	return own !== undefined && (url === own || url === `#${form.id ?? ''}`) && (version === undefined || version === form.version);
}

function answeredLines(items: QuestionnaireResponse['item']): number {
	return (items ?? []).reduce((count, item) => {
		const answers = item.answer ?? [];
		const below = answers.reduce((sum, answer) => sum + answeredLines(answer.item), answeredLines(item.item));
		return count + (answers.length > 0 ? 1 : 0) + below;
	}, 0);
}

/** What the file says of how its answers stand, where that is not simply finished. */
function statusNotes(status: QuestionnaireResponse['status']): string[] {
	if (status === 'entered-in-error') return [m.library_answers_in_error()];
	return status === 'in-progress' || status === 'stopped' ? [m.library_answers_unfinished()] : [];
}

function inPath(path: string, problem: Problem): string {
	return problemText(path ? { ...problem, path: problem.path ? `${path}.${problem.path}` : path } : problem);
}

function at(path: string, what: string): string {
	return path ? m.forms_problem_at({ path, what }) : what;
}

function short(text: string): string {
	return text.slice(0, 60);
}
