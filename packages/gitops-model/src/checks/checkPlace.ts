import type { Finding } from '../finding/Finding';
import type { Creation } from '../operation/isCreation';
import { isPerCluster } from '../profile/isPerCluster';
import { appInUnit } from '../profile/appInUnit';
import { expandNames } from '../profile/expandNames';
import type { Layout } from '../profile/Profile';
import { usesCategory } from '../profile/usesCategory';
import type { CheckContext } from './CheckContext';
import { quoteValue } from './quoteValue';
import { refusal } from './refusal';

type Place = Pick<Creation, 'app' | 'layout' | 'category' | 'clusters'>;

/** The layout, category and clusters of a new app: each one the profile has. */
export function checkPlace(
  { app, layout: asked, category, clusters = [] }: Place,
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
  const isCategoryKnown =
    category === undefined
      ? !usesCategory(layout)
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
    ...(isCategoryKnown && appInUnit(layout, app, category ?? '') === undefined
      ? [
          refusal('app-name-invalid', {
            message: `Apps of this category are named ${expandNames(layout.unit, { app: '…', category: category ?? '' })} on this platform.`,
            fix: `Choose “${expandNames(layout.unit, { app: 'my-app', category: category ?? '' })}” or the like.`,
            field: 'app',
          }),
        ]
      : []),
    ...unknown.map(cluster =>
      refusal('cluster-unknown', {
        message: `This platform has no cluster ${quoteValue(cluster)}.`,
        fix: `Choose one of ${known.join(', ')}.`,
        field: 'clusters',
      }),
    ),
    ...(clusters.length === 0 ||
    isPerCluster(profile, layout) ||
    known.every(cluster => clusters.includes(cluster))
      ? []
      : [
          refusal('cluster-unknown', {
            message: `Apps of the layout ${layout.name} run on every cluster: ${known.join(', ')}.`,
            fix: 'Choose all of them, or another layout.',
            field: 'clusters',
          }),
        ]),
  ];
}
