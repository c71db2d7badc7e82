import { z } from 'zod';
import type { KubernetesObject } from '../KubernetesObject';
import type { ObjectStore } from '../ObjectStore';
import { requireResourceType } from '../resourceTypes';
import { listPodsOf } from './ownership';
import { toPendingPod } from './pods';
import type { ReconcileContext } from './ReconcileContext';
import { type PodTemplate, toHash } from './workload';

const nodeSpecSchema = z.looseObject({
  taints: z.array(z.looseObject({ effect: z.string() })).default([]),
});
const nodeType = requireResourceType('v1', 'Node');
const podType = requireResourceType('v1', 'Pod');

/** Gives an owner the pods of these names and no others, spread over the nodes. */
export function keepPods(
  context: ReconcileContext,
  owner: KubernetesObject,
  wanted: {
    names: string[];
    template: PodTemplate;
    labels: Record<string, string>;
  },
): void {
  const { store } = context;
  listPodsOf(store, owner)
    .filter(pod => !wanted.names.includes(pod.metadata.name))
    .forEach(pod => store.delete(pod));
  const nodes = listNodesFor(store, wanted.template);
  const start =
    owner.kind === 'DaemonSet'
      ? 0
      : parseInt(toHash(owner.metadata.name).slice(0, 4), 36);
  wanted.names.forEach((name, index) => {
    if (!store.get(podType, owner.metadata.namespace, name)) {
      store.put(
        toPendingPod({
          owner,
          name,
          template: wanted.template,
          labels: wanted.labels,
          node: nodes[(start + index) % nodes.length],
          now: context.now(),
        }),
      );
    }
  });
}

/** Names of the nodes that take pods of the template; tainted ones and the GPU machine only if asked for. */
export function listNodesFor(
  store: ObjectStore,
  template: PodTemplate,
): string[] {
  const selector = Object.entries(template.spec.nodeSelector ?? {});
  return store
    .list(nodeType)
    .filter(({ metadata: { labels = {} }, spec }) =>
      selector.length > 0
        ? selector.every(([key, value]) => labels[key] === value)
        : !nodeSpecSchema
            .parse(spec)
            .taints.some(taint => taint.effect === 'NoSchedule') &&
          labels['nvidia.com/gpu.present'] === undefined,
    )
    .map(node => node.metadata.name);
}
