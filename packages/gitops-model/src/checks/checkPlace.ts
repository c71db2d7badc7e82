import type { Finding } from '../finding/Finding';
import type { OperationOf } from '../operation/Operation';
import type { Layout } from '../profile/Profile';
import type { CheckContext } from './CheckContext';
import { quoteValue } from './quoteValue';
import { refusal } from './refusal';

type Place = Pick<
  OperationOf<'create-app'>,
  'layout' | 'category' | 'clusters'
>;

/** The layout, category and clusters of a new app: each one the profile has. */
export function checkPlace(
  { layout: asked, category, clusters = [] }: Place,
  runs: Layout['runs'],
  { profile }: Pick<CheckContext, 'profile'>,
): Finding[] {
  const fitting = profile.layouts.filter(layout => layout.runs === runs);
  const layout = fitting.find(
    ({ name }) => asked === undefined || name === asked,
  );
  if (!layout) {
    return [
      refusal('layout-unknown', {
        message:
          asked === undefined
            ? 'The profile of this platform has no layout for such an app.'
            : `The profile of this platform has no layout ${quoteValue(asked)} for such an app.`,
        fix:
          fitting.length === 0
            ? 'Ask the platform team to add a layout to the profile.'
            : `Choose one of ${fitting.map(({ name }) => name).join(', ')}.`,
        field: 'layout',
      }),
    ];
  }
  const usesCategory = `${layout.appDirectory} ${layout.namespace}`.includes(
    '{category}',
  );
  const isCategoryKnown =
    category === undefined
      ? !usesCategory
      : profile.categories.includes(category);
  const known = [...new Set(profile.roots.map(({ cluster }) => cluster))];
  const unknown = clusters.filter(cluster => !known.includes(cluster));
  return [
    ...(isCategoryKnown
      ? []
      : [
          refusal('category-unknown', {
            message:
              category === undefined
                ? 'An app of this platform lies in a category.'
                : `This platform has no category ${quoteValue(category)}.`,
            fix: `Choose one of ${profile.categories.join(', ') || 'none'}.`,
            field: 'category',
          }),
        ]),
    ...unknown.map(cluster =>
      refusal('cluster-unknown', {
        message: `This platform has no cluster ${quoteValue(cluster)}.`,
        fix: `Choose one of ${known.join(', ')}.`,
        field: 'clusters',
      }),
    ),
  ];
}
