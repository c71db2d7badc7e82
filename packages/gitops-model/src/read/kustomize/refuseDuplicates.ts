import type { Resource } from './Resource';
import { idKey } from './ResourceId';
import type { Step } from './Step';

/** Objects that kustomize cannot tell apart are a finding each. */
export function refuseDuplicates(
  step: Step,
  resources: readonly Resource[],
): void {
  const seen = new Map<string, Resource>();
  for (const resource of resources) {
    const { id, source } = resource;
    const key = idKey(id);
    const other = seen.get(key);
    if (other) {
      step.refuse(
        'duplicate-resource',
        `${id.kind} ${id.name} is there twice, also in ${other.source.file} line ${other.source.line}; kustomize refuses that.`,
        source,
        'Remove one of the two.',
      );
    }
    seen.set(key, resource);
  }
}
