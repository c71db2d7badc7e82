import type { Finding } from '../../finding/Finding';
import { isWritable } from '../../profile/isWritable';
import { isLiteral } from '../../read/inspect/isLiteral';
import type { RepositoryModel, SourceRef } from '../../read/RepositoryModel';
import { checkImage } from '../checkImage';
import { checkSecretKey } from '../checkSecretKey';
import type { Change } from './Change';
import { isPullSecretKey } from './isPullSecretKey';
import { isRoleSecretKey } from './isRoleSecretKey';
import { type Holding, ownersOf, takenHoldings } from './Holding';

/** What a profile for writing says of every app: registries with a proxy project, and which keys it may read. */
export function checkProfileRules(change: Change): Finding[] {
  const { fork, head, profile } = change;
  if (!isWritable(profile)) return [];
  const { store } = profile.secrets;
  const keysOf = ({ externalSecrets }: RepositoryModel) =>
    externalSecrets
      .filter(secret => secret.store === `${store.kind}/${store.name}`)
      .flatMap(secret =>
        secret.keys
          .filter(
            ({ key }) =>
              isLiteral(key) &&
              !key.endsWith('*') &&
              !isPullSecretKey(key, secret, profile),
          )
          .map(({ key }) => ({ ...secret, key })),
      );
  const imagesOf = ({ units }: RepositoryModel) =>
    units.flatMap(({ app, images, source, wired }) =>
      wired
        ? images.filter(isLiteral).map((key): Holding => ({ app, key, source }))
        : [],
    );
  const owners = ownersOf(head.model);
  const context = { profile, model: head.model };
  return [
    ...takenHoldings(keysOf(fork.model), keysOf(head.model)).flatMap(
      ({ key, ...secret }) =>
        isRoleSecretKey(key, secret, change, profile)
          ? []
          : inPlace(
              checkSecretKey(
                key,
                secret.app,
                owners.get(secret.app) ?? '',
                context,
              ),
              secret.app,
              secret.source,
            ),
    ),
    ...takenHoldings(imagesOf(fork.model), imagesOf(head.model)).flatMap(
      ({ app, key, source }) =>
        inPlace(
          checkImage(key, context).filter(
            ({ code }) => code === 'image-registry-unproxied',
          ),
          app,
          source,
        ),
    ),
  ];
}

/** Findings about a file, where the checks of a form speak of its fields. */
function inPlace(
  findings: readonly Finding[],
  app: string,
  source: SourceRef,
): Finding[] {
  return findings.map(({ field: _, ...finding }) => ({
    ...finding,
    app,
    ...source,
  }));
}
