import { z } from 'zod';
import type { HelmValues } from '../helm/HelmValues';
import type { Manifest } from '../manifests/Manifest';
import { isWorkload } from './isWorkload';
import { visitMappings } from './visitMappings';

const containerSchema = z.object({ name: z.string(), image: z.string() });

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
    visitMappings(manifest.value, mapping => {
      const container = containerSchema.safeParse(mapping);
      if (container.success) images.add(container.data.image);
    });
  }
  for (const { value } of values) {
    visitMappings(value, mapping => {
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
