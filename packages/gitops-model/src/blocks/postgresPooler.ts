import { expandNames } from '../profile/expandNames';
import { appLabels } from './appLabels';
import type { RetiringBlock } from './Block';
import { fileFinding } from './fileFinding';
import { kustomizationLine } from './kustomizationLine';
import { sharedDocuments } from './sharedDocuments';

/** Name of the Service that an app reaches its database at. */
export function poolerName(app: string): string {
  return `${app}-pooler`;
}

/** The app's own connections to a cluster that apps share, in a file that the cluster's kustomization lists. */
export const postgresPooler: RetiringBlock<'postgres-pooler', 'pooled'> = {
  write({ tree, app, names }, options) {
    const file = expandNames(options.file, names);
    const name = poolerName(app);
    const metadata = {
      name,
      namespace: options.namespace,
      labels: appLabels(app, names.unit),
    };
    const created = tree.createYaml(file, {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Pooler',
      metadata,
      spec: {
        cluster: { name: options.cluster },
        instances: options.instances,
        type: 'rw',
        pgbouncer: {
          poolMode: 'transaction',
          parameters: { max_client_conn: '200', default_pool_size: '15' },
        },
      },
    });
    if (!created.ok) return fileFinding(file, created);
    const outcome = tree.addYaml(file, {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata,
      spec: {
        maxUnavailable: 1,
        selector: { matchLabels: { 'cnpg.io/poolerName': name } },
      },
    });
    const list = expandNames(options.list, names);
    const listed = tree.editYaml(list, {
      kind: 'insert-item',
      path: ['resources'],
      value: expandNames(options.line, names),
      sorted: true,
      grouped: true,
    });
    return [...fileFinding(file, outcome), ...fileFinding(list, listed)];
  },

  find({ tree, app, names }, options) {
    const file = expandNames(options.file, names);
    return sharedDocuments({ tree }, file, 'Pooler', poolerName(app)).map(
      () => 'pooled',
    );
  },

  retire(context, options) {
    context.tree.remove(expandNames(options.file, context.names));
    return kustomizationLine.retire(
      context,
      {
        block: 'kustomization-line',
        file: options.list,
        line: options.line,
        sorted: true,
      },
      'listed',
    );
  },

  claims: () => [],
};
