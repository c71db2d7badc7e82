import type { CheckContext } from '../checks/CheckContext';
import type { OperationOf } from '../operation/Operation';

/** The volumes of an app that is there, as those of a new app are asked for. */
export function storageOf(
  app: string,
  { model, profile }: Pick<CheckContext, 'model' | 'profile'>,
): OperationOf<'create-app'>['storage'] {
  const classes = model.volumeClaims
    .filter(claim => claim.app === app)
    .map(({ storageClass }) => storageClass);
  return Object.entries(profile.storage).flatMap(
    ([purpose, { class: storageClass }]) =>
      classes.includes(storageClass)
        ? [{ name: purpose, mountPath: '/', size: '1Gi', purpose }]
        : [],
  );
}
