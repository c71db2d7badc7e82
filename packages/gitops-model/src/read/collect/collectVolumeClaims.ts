import { z } from 'zod';
import type { RenderedUnit } from '../RenderedUnit';
import type { Reading } from '../Reading';
import type { VolumeClaim } from '../RepositoryModel';
import { parseManifest } from './parseManifest';

const volumeClaimSchema = z.object({
  spec: z.object({
    storageClassName: z.string().optional(),
    resources: z
      .object({
        requests: z
          .object({ storage: z.coerce.string().optional() })
          .optional(),
      })
      .optional(),
  }),
});

/** PersistentVolumeClaims of a unit. */
export function collectVolumeClaims(
  reading: Reading,
  { unit, manifests }: RenderedUnit,
): VolumeClaim[] {
  return manifests.flatMap(manifest => {
    const { kind, name, source } = manifest;
    if (kind !== 'PersistentVolumeClaim') return [];
    const parsed = parseManifest(reading, volumeClaimSchema, manifest, unit);
    if (!parsed) return [];
    return [
      {
        unit: unit.name,
        app: unit.app,
        cluster: unit.cluster,
        name,
        namespace: manifest.namespace ?? unit.namespace,
        storageClass: parsed.spec.storageClassName,
        size: parsed.spec.resources?.requests?.storage,
        source,
      },
    ];
  });
}
