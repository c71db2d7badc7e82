import type { SourceRef } from '../RepositoryModel';
import type { KustomizationFile } from './kustomizationSchema';
import type { Resource } from './Resource';
import type { Step } from './Step';
import { changeAt } from './tree';

const scalable = new Set([
  'Deployment',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
]);

/** One entry of `replicas`. */
export function setReplicas(
  step: Step,
  resources: readonly Resource[],
  { name, count }: KustomizationFile['replicas'][number],
  source: SourceRef,
): void {
  const targets = resources.filter(resource =>
    [resource.id, ...resource.previousIds].some(
      id => id.name === name && scalable.has(id.kind),
    ),
  );
  if (targets.length === 0) {
    step.refuse(
      'patch-without-target',
      `There is no workload ${name} to set the replicas of.`,
      source,
      'Correct the name, or remove the entry.',
    );
  }
  for (const target of targets) {
    target.change(
      changeAt(target.value, ['spec', 'replicas'], () => count, true),
    );
  }
}
