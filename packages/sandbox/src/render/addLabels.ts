import { z } from 'zod';
import type { Manifest } from '../kubernetes/KubernetesObject';

const labels = z.record(z.string(), z.string()).default({});
const workloadSchema = z.looseObject({
  selector: z.looseObject({ matchLabels: labels }).prefault({}),
  template: z.looseObject({
    metadata: z.looseObject({ labels }).prefault({}),
  }),
});
const serviceSchema = z.looseObject({ selector: labels });

/** Labels an object, its selectors and its pods, as `commonLabels` of kustomize does. */
export function addCommonLabels(
  manifest: Manifest,
  added: Record<string, string>,
): Manifest {
  const labelled = addLabels(manifest, added);
  const workload = workloadSchema.safeParse(manifest.spec).data;
  if (workload) {
    const { selector, template } = workload;
    return {
      ...labelled,
      spec: {
        ...workload,
        selector: {
          ...selector,
          matchLabels: { ...selector.matchLabels, ...added },
        },
        template: {
          ...template,
          metadata: {
            ...template.metadata,
            labels: { ...template.metadata.labels, ...added },
          },
        },
      },
    };
  }
  const service =
    manifest.kind === 'Service'
      ? serviceSchema.safeParse(manifest.spec).data
      : undefined;
  return service
    ? {
        ...labelled,
        spec: { ...service, selector: { ...service.selector, ...added } },
      }
    : labelled;
}

/** Labels the object alone. */
export function addLabels(
  manifest: Manifest,
  added: Record<string, string>,
): Manifest {
  const { metadata } = manifest;
  return {
    ...manifest,
    metadata: { ...metadata, labels: { ...metadata.labels, ...added } },
  };
}
