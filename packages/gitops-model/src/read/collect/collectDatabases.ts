import { z } from 'zod';
import type { RenderedUnit } from '../RenderedUnit';
import type { Reading } from '../Reading';
import type { Database } from '../RepositoryModel';
import { parseManifest } from './parseManifest';

/** Facts that a variable may stand for are left out rather than refused. */
const databaseSchema = z.object({
  spec: z.object({
    instances: z.number().optional().catch(undefined),
    storage: z
      .object({
        storageClass: z.string().optional().catch(undefined),
        size: z.string().optional().catch(undefined),
      })
      .optional()
      .catch(undefined),
    cluster: z.object({ name: z.string() }).optional().catch(undefined),
  }),
});

/** What a unit asks CloudNativePG for. */
export function collectDatabases(
  reading: Reading,
  { unit, manifests }: RenderedUnit,
): Database[] {
  return manifests.flatMap(manifest => {
    const { group, kind, name, source } = manifest;
    if (group !== 'postgresql.cnpg.io') return [];
    if (kind !== 'Cluster' && kind !== 'Database' && kind !== 'Pooler')
      return [];
    const parsed = parseManifest(reading, databaseSchema, manifest, unit);
    if (!parsed) return [];
    const { instances, storage, cluster } = parsed.spec;
    return [
      {
        kind,
        unit: unit.name,
        app: unit.app,
        cluster: unit.cluster,
        name,
        namespace: manifest.namespace ?? unit.namespace,
        postgresCluster: cluster?.name,
        instances,
        storageClass: storage?.storageClass,
        size: storage?.size,
        source,
      },
    ];
  });
}
