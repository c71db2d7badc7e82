import type { KubernetesObject } from '../KubernetesObject';
import type { ObjectStore } from '../ObjectStore';
import { requireResourceType } from '../resourceTypes';
import { matchesSelectors } from '../scheduling/matchesNode';
import { findUntolerated } from '../scheduling/taints';
import { type PodTemplate, toHash } from './workload';

const nodeType = requireResourceType('v1', 'Node');

/** What pods of a DaemonSet bear without being asked: a node in trouble, and one that takes no others. */
const daemonTolerations = [
  { key: 'node.kubernetes.io/not-ready', effect: 'NoExecute' },
  { key: 'node.kubernetes.io/unreachable', effect: 'NoExecute' },
  { key: 'node.kubernetes.io/disk-pressure', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/memory-pressure', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' },
  // Set together with NoExecute.
  { key: 'node.kubernetes.io/unreachable', effect: 'NoSchedule' },
].map(toleration => ({ ...toleration, operator: 'Exists' }));

/** One pod for each node that takes it, bound to that node by affinity. */
export function toDaemonPods(
  store: ObjectStore,
  owner: KubernetesObject,
  template: PodTemplate,
): { name: string; template: PodTemplate; labels: Record<string, string> }[] {
  const spec = {
    ...template.spec,
    tolerations: [...(template.spec.tolerations ?? []), ...daemonTolerations],
  };
  return store
    .list(nodeType)
    .filter(
      node => matchesSelectors(spec, node) && !findUntolerated(spec, node),
    )
    .map(({ metadata }) => ({
      name: `${owner.metadata.name}-${toHash([owner.metadata.name, metadata.name]).slice(0, 5)}`,
      labels: {},
      template: {
        ...template,
        spec: {
          ...spec,
          affinity: {
            nodeAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: {
                nodeSelectorTerms: [
                  {
                    matchExpressions: [],
                    matchFields: [
                      {
                        key: 'metadata.name',
                        operator: 'In',
                        values: [metadata.name],
                      },
                    ],
                  },
                ],
              },
            },
          },
        },
      },
    }));
}
