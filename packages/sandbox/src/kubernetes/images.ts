import type { KubernetesObject } from './KubernetesObject';
import { readWorkloadSpec } from './workloads/workload';

/** The images a workload runs. */
export function listImages(object: KubernetesObject): string[] {
  return (
    readWorkloadSpec(object)?.template.spec.containers.map(
      container => container.image,
    ) ?? []
  );
}
