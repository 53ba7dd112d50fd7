import type { QuestionnaireItem } from '$lib/forms/types';
import { searchable, spokenTexts } from '../search/source';
import { currentVersion, TEMPLATE, type FormTemplate } from './template';

function wordings(items: readonly QuestionnaireItem[] = []): string[] {
	return items.flatMap(({ text, item }) => [...spokenTexts(text), ...wordings(item)]);
}

/** Forms of one's own, with the questions of their newest version. */
export const searchables = [
	searchable<FormTemplate>(TEMPLATE, (template) => {
		const { questionnaire } = currentVersion(template) ?? {};
		return [
			{
				entry: `${TEMPLATE}/${template.id}`,
				head: {
					kind: 'form',
					title: template.title,
					names: spokenTexts(template.title),
					date: '',
					// A form that is still being built has no page to be read on.
					path: template.status === 'draft' ? `/library/forms/${template.id}/edit` : `/library/forms/${template.id}`,
					...(template.status === 'draft' ? { mark: 'draft' } : {})
				},
				texts: spokenTexts(questionnaire?.description, ...wordings(questionnaire?.item))
			}
		];
	})
];
