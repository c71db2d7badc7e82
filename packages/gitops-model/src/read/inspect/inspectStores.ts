import type { Finding } from '../../finding/Finding';
import type { ExternalSecret, SecretStore } from '../RepositoryModel';
import { isLiteral } from './isLiteral';

/** ExternalSecrets of a store that their cluster does not have. */
export function inspectStores(
  externalSecrets: readonly ExternalSecret[],
  secretStores: readonly SecretStore[],
): Finding[] {
  return externalSecrets.flatMap(secret => {
    const { cluster, namespace, store, name, app, source } = secret;
    const [, kind, storeName] =
      /^(ClusterSecretStore|SecretStore)\/(.+)$/.exec(store) ?? [];
    if (storeName === undefined || !isLiteral(storeName)) return [];
    const candidates = secretStores.filter(
      found =>
        found.cluster === cluster &&
        found.kind === kind &&
        (kind === 'ClusterSecretStore' || found.namespace === namespace),
    );
    // A store whose own name is not known could be the one.
    const isThere = candidates.some(
      found => found.name === storeName || !isLiteral(found.name),
    );
    return isThere
      ? []
      : [
          {
            code: 'store-missing' as const,
            severity: 'warning' as const,
            message: `The ExternalSecret ${name} reads from ${store}, which nothing that is wired creates on ${cluster}.`,
            fix: 'Correct secretStoreRef, or add the store.',
            cluster,
            app,
            ...source,
          },
        ];
  });
}
