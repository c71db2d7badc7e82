import { z } from 'zod';
import type { HelmValues } from '../helm/HelmValues';
import { isRecord } from '../isRecord';
import type { Manifest } from '../manifests/Manifest';
import { isWorkload } from './isWorkload';
import { visitMappings } from './visitMappings';

const imageValueSchema = z.object({
  registry: z.string().optional(),
  repository: z.string(),
  tag: z.coerce.string().optional(),
});

/** Images of workloads, and those that Helm values name by repository and tag; sorted, each once. */
export function collectImages(
  manifests: readonly Manifest[],
  values: readonly HelmValues[],
): string[] {
  const images = new Set<string>();
  for (const manifest of manifests.filter(isWorkload)) {
    visitMappings(manifest.value, ({ name, image }) => {
      if (typeof name === 'string' && typeof image === 'string') {
        images.add(image);
      }
    });
  }
  for (const { value } of values) {
    visitMappings(value, mapping => {
      if (!isRecord(mapping.image)) return;
      const image = imageValueSchema.safeParse(mapping.image);
      if (!image.success) return;
      const { registry, repository, tag } = image.data;
      images.add(
        `${registry ? `${registry}/` : ''}${repository}${tag ? `:${tag}` : ''}`,
      );
    });
  }
  return [...images].sort();
}
