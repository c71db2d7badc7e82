import { z } from 'zod';
import type { RenderedUnit } from '../RenderedUnit';
import type { Reading } from '../Reading';
import type { SecretStore } from '../RepositoryModel';
import { parseManifest } from './parseManifest';

const secretStoreSchema = z.object({
  spec: z.object({ provider: z.record(z.string(), z.unknown()) }),
});

/** Secret stores of a unit, with the name of their provider and nothing of its settings. */
export function collectSecretStores(
  reading: Reading,
  { unit, manifests }: RenderedUnit,
): SecretStore[] {
  return manifests.flatMap(manifest => {
    const { group, kind, name, source } = manifest;
    if (group !== 'external-secrets.io') return [];
    if (kind !== 'SecretStore' && kind !== 'ClusterSecretStore') return [];
    const parsed = parseManifest(reading, secretStoreSchema, manifest, unit);
    if (!parsed) return [];
    return [
      {
        kind,
        name,
        namespace:
          kind === 'SecretStore'
            ? (manifest.namespace ?? unit.namespace)
            : undefined,
        unit: unit.name,
        cluster: unit.cluster,
        provider: Object.keys(parsed.spec.provider).join(', '),
        source,
      },
    ];
  });
}
