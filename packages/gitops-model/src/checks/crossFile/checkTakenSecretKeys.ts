import { directoryOf } from '../../edit/directoryOf';
import type { Finding } from '../../finding/Finding';
import { isLiteral } from '../../read/inspect/isLiteral';
import type { RepositoryModel } from '../../read/RepositoryModel';
import type { Change } from './Change';
import { type Holding, ownersOf, takenHoldings } from './Holding';
import { isPullSecretKey } from './isPullSecretKey';

interface HeldKey extends Holding {
  cluster: string;
  store: string;
  /** Of the secret store; one that ends in `*` is a search. */
  path: string;
}

/**
 * Keys of a secret store that apps newly read and only apps of other owners
 * have read so far, or that lie beside keys of one such app alone. A search is
 * never right: it finds what is added later, too.
 */
export function checkTakenSecretKeys({
  fork,
  base,
  head,
  profile,
}: Change): Finding[] {
  const held = keysOf(base.model, profile);
  const owners = { before: ownersOf(base.model), after: ownersOf(head.model) };
  return takenHoldings(
    keysOf(fork.model, profile),
    keysOf(head.model, profile),
  ).flatMap((taken): Finding[] => {
    const { app, cluster, path, store, source } = taken;
    const at = { cluster, app, ...source };
    if (path.endsWith('*')) {
      return [
        {
          code: 'secret-key-invalid',
          severity: 'error',
          message: `An ExternalSecret of the app ${app} searches ${store} instead of naming keys.`,
          fix: 'Name each key that the app needs.',
          ...at,
        },
      ];
    }
    const isForeign = (others: readonly HeldKey[]) =>
      others.length > 0 &&
      others.every(
        other =>
          other.app !== app &&
          (owners.after.get(app) === undefined ||
            owners.before.get(other.app) !== owners.after.get(app)),
      );
    const near = held.filter(other => other.store === store);
    const same = near.filter(other => other.path === path);
    const beside = near.filter(
      other =>
        directoryOf(path) !== '' &&
        directoryOf(other.path) === directoryOf(path),
    );
    const isOneApps = new Set(beside.map(other => other.app)).size === 1;
    if (isForeign(same)) {
      return [
        foreign(
          `The app ${app} reads the key ${path} of ${store}, which is the app ${same[0].app}’s.`,
          'error',
          at,
        ),
      ];
    }
    return isOneApps && isForeign(beside)
      ? [
          foreign(
            `The app ${app} reads the key ${path} of ${store}, which lies beside the keys of the app ${beside[0].app}.`,
            'warning',
            at,
          ),
        ]
      : [];
  });
}

function foreign(
  message: string,
  severity: Finding['severity'],
  at: Pick<Finding, 'app' | 'cluster' | 'file' | 'line'>,
): Finding {
  return {
    code: 'secret-key-foreign',
    severity,
    message,
    fix: 'Use a key of the team’s own, or let the owner of that app review this change.',
    ...at,
  };
}

function keysOf(
  { externalSecrets }: RepositoryModel,
  profile: Change['profile'],
): HeldKey[] {
  return externalSecrets.flatMap(secret => {
    const { app, cluster, store, keys, source } = secret;
    return keys
      .filter(
        ({ key }) => isLiteral(key) && !isPullSecretKey(key, secret, profile),
      )
      .map(({ key }) => ({
        app,
        cluster,
        store,
        path: key,
        key: JSON.stringify([store, key]),
        source,
      }));
  });
}
