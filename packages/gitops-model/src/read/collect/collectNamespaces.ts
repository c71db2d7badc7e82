import { z } from 'zod';
import type { RenderedUnit } from '../RenderedUnit';
import type { Namespace } from '../RepositoryModel';

const labelsSchema = z.object({
  metadata: z.object({ labels: z.record(z.string(), z.coerce.string()) }),
});

/** Namespace objects of a unit. */
export function collectNamespaces({
  unit,
  manifests,
}: RenderedUnit): Namespace[] {
  return manifests
    .filter(({ group, kind }) => group === '' && kind === 'Namespace')
    .map(({ name, value, source }) => ({
      name,
      cluster: unit.cluster,
      labels: labelsSchema.safeParse(value).data?.metadata.labels,
      source,
    }));
}
