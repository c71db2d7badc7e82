import type { BlockContext } from '../blocks/Block';
import type { CheckContext } from '../checks/CheckContext';
import type { Operation } from '../operation/Operation';
import { type Creation, isCreation } from '../operation/isCreation';
import { isPerCluster } from '../profile/isPerCluster';
import { placeApp, type PlaceRequest } from './placeApp';
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
  const request = isCreation(operation) ? requestOf(operation) : {};
  if (known.length > 0) {
    return known.map(({ cluster }) =>
      placeApp(app, context, { ...request, cluster }),
    );
  }
  if (!isCreation(operation)) return [placeApp(app, context)];
  const usual = placeApp(app, context, request);
  const { roots } = context.profile;
  const clusters = isPerCluster(context.profile, usual.layout)
    ? (operation.clusters ?? [])
    : roots.map(({ cluster }) => cluster);
  return clusters.length === 0
    ? [usual]
    : [...new Set(clusters)].map(cluster =>
        placeApp(app, context, { ...request, cluster }),
      );
}

function requestOf({ type, layout, category }: Creation): PlaceRequest {
  const runs = type === 'create-app' ? 'image' : 'chart';
  return { layout, category, runs };
}

/** Places of which no two have the same directory. */
export function eachDirectory(places: readonly BlockContext[]): BlockContext[] {
  return [
    ...new Map(places.map(place => [place.names.directory, place])).values(),
  ];
}
