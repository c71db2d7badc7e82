import type { BlockContext } from '../blocks/Block';
import type { CheckContext } from '../checks/CheckContext';
import type { Operation } from '../operation/Operation';
import { placeApp } from './placeApp';
import type { PlanTree } from './PlanTree';

/**
 * Everywhere the app of an operation lies: once per cluster it runs on, or, for
 * a new one, per cluster asked for.
 */
export function placesOf(
  operation: Operation,
  context: Pick<CheckContext, 'model' | 'profile'> & { tree: PlanTree },
): BlockContext[] {
  const { app } = operation;
  const known = context.model.apps.filter(({ name }) => name === app);
  if (known.length > 0) {
    return known.map(({ cluster }) => placeApp(app, context, { cluster }));
  }
  if (operation.type !== 'create-app') return [placeApp(app, context)];
  const { layout, category, clusters = [] } = operation;
  const request = { layout, category, runs: 'image' } as const;
  return clusters.length === 0
    ? [placeApp(app, context, request)]
    : clusters.map(cluster => placeApp(app, context, { ...request, cluster }));
}

/** Places of which no two have the same directory. */
export function eachDirectory(places: readonly BlockContext[]): BlockContext[] {
  return [
    ...new Map(places.map(place => [place.names.directory, place])).values(),
  ];
}
