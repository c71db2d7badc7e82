import type { ExternalSecret } from '@internal/gitops-model';
import type { SecretRow } from '@internal/plugin-platforms-common';
import type { RowContext } from './RowContext';
import type { FilterableRow } from './RowList';

/** A row per key of a store, with all that read it; never a value. */
export function buildSecretRows(
  context: RowContext,
): FilterableRow<SecretRow>[] {
  const rows = new Map<string, SecretRow>();
  for (const secret of context.model.externalSecrets) {
    const { cluster, store, name, namespace } = secret;
    for (const { key, property } of secret.keys) {
      const id = JSON.stringify([cluster, storeOf(secret), key, property]);
      const row = rows.get(id) ?? {
        cluster,
        store,
        key,
        property,
        consumers: [],
      };
      rows.set(id, row);
      row.consumers.push({
        externalSecret: name,
        namespace,
        app: context.appLink(cluster, secret.app),
        source: context.place(secret.source),
      });
    }
  }
  return [...rows.values()]
    .sort(
      (a, b) =>
        a.cluster.localeCompare(b.cluster) ||
        a.store.localeCompare(b.store) ||
        a.key.localeCompare(b.key),
    )
    .map(row => ({ row, values: { cluster: [row.cluster] } }));
}

/** A SecretStore is known in its namespace alone. */
function storeOf({ store, namespace }: ExternalSecret): string {
  return store.startsWith('SecretStore/') ? `${store}@${namespace}` : store;
}
