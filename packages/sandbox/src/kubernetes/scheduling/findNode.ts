import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { KubernetesObject } from '../KubernetesObject';
import type { ObjectStore } from '../ObjectStore';
import { requireResourceType } from '../resourceTypes';
import { readPodSpec } from '../workloads/readPodSpec';
import type { PodSpec } from '../workloads/workload';
import { matchesSelectors, matchesTerms } from './matchesNode';
import { readQuantity } from './quantity';
import { sumRequests, toRequests } from './resources';
import { findUntolerated } from './taints';
import type { PodVolumes } from './readPodVolumes';

/** The node for a pod, or why there is none, as the scheduler says it. */
export type FoundNode =
  { outcome: 'found'; node: string } | { outcome: 'none'; message: string };

const nodeType = requireResourceType('v1', 'Node');
const podType = requireResourceType('v1', 'Pod');

const nodeStatusSchema = z.looseObject({
  allocatable: z.record(z.string(), z.string()),
});

/**
 * Looks for the node that takes the pod. Of several it is the one with the
 * fewest pods of the same owner, then one that only the names of owner and
 * node decide: so pods lie on the same nodes at every start, whatever comes first.
 */
export function findNode(
  store: ObjectStore,
  pod: KubernetesObject,
  volumes: PodVolumes,
): FoundNode {
  const nodes = store.list(nodeType);
  const none = (reason: string): FoundNode => ({
    outcome: 'none',
    message: `0/${nodes.length} nodes are available: ${reason}.`,
  });
  const spec = readPodSpec(pod);
  if (!spec) {
    return none('the pod has no containers');
  }
  if (volumes.problem !== undefined) {
    return none(volumes.problem);
  }
  const requested = sumRequests(store);
  const reasons = new Map<string, number>();
  const fitting = nodes.filter(node => {
    const reason = findObstacle(store, { pod, spec, volumes, requested, node });
    if (reason !== undefined) {
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    return reason === undefined;
  });
  const [best] = rank(store, pod, fitting);
  return best
    ? { outcome: 'found', node: best.metadata.name }
    : none(
        [...reasons]
          .map(([reason, count]) => `${count} ${reason}`)
          .sort()
          .join(', '),
      );
}

function findObstacle(
  store: ObjectStore,
  {
    pod,
    spec,
    volumes,
    requested,
    node,
  }: {
    pod: KubernetesObject;
    spec: PodSpec;
    volumes: PodVolumes;
    requested: ReturnType<typeof sumRequests>;
    node: KubernetesObject;
  },
): string | undefined {
  const { name } = node.metadata;
  const taint = findUntolerated(spec, node);
  if (taint) {
    return taint.key === 'node.kubernetes.io/unschedulable'
      ? 'node(s) were unschedulable'
      : `node(s) had untolerated taint {${taint.key}: ${taint.value}}`;
  }
  if (!matchesSelectors(spec, node)) {
    return "node(s) didn't match Pod's node affinity/selector";
  }
  if (volumes.nodeTerms.some(terms => !matchesTerms(terms, node))) {
    return "node(s) didn't match PersistentVolume's node affinity";
  }
  if (isRepelled(store, pod, spec, name)) {
    return "node(s) didn't match pod anti-affinity rules";
  }
  const { allocatable } = nodeStatusSchema.parse(node.status);
  const used = requested.get(name) ?? {};
  const lacking = Object.entries(toRequests(spec)).find(
    ([resource, amount]) =>
      (used[resource] ?? 0) + amount > readQuantity(allocatable[resource]),
  );
  if (!lacking) {
    return undefined;
  }
  return lacking[0] === 'pods' ? 'Too many pods' : `Insufficient ${lacking[0]}`;
}

/** Whether a pod that this one must not be near is on the node. */
function isRepelled(
  store: ObjectStore,
  pod: KubernetesObject,
  { affinity }: PodSpec,
  node: string,
): boolean {
  const terms =
    affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ??
    [];
  return terms
    .filter(({ topologyKey }) => topologyKey === 'kubernetes.io/hostname')
    .some(({ labelSelector }) =>
      store
        .list(podType, pod.metadata.namespace)
        .some(
          other =>
            other.metadata.uid !== pod.metadata.uid &&
            readPodSpec(other)?.nodeName === node &&
            Object.entries(labelSelector?.matchLabels ?? {}).every(
              ([key, value]) => other.metadata.labels?.[key] === value,
            ),
        ),
    );
}

function rank(
  store: ObjectStore,
  pod: KubernetesObject,
  nodes: KubernetesObject[],
): KubernetesObject[] {
  const [owner] = pod.metadata.ownerReferences ?? [];
  const siblings = store
    .list(podType, pod.metadata.namespace)
    .filter(
      ({ metadata }) =>
        owner && metadata.ownerReferences?.[0]?.uid === owner.uid,
    )
    .map(sibling => readPodSpec(sibling)?.nodeName);
  // Of a Deployment, whatever its template: so a rollout stays where it was.
  const hash = pod.metadata.labels?.['pod-template-hash'];
  const name = (owner?.name ?? pod.metadata.name).replace(`-${hash}`, '');
  const key = `${pod.metadata.namespace}/${name}`;
  return nodes
    .map(node => ({
      node,
      siblings: siblings.filter(at => at === node.metadata.name).length,
      weight: toWeight(key, node),
    }))
    .sort(
      (left, right) =>
        left.siblings - right.siblings || right.weight - left.weight,
    )
    .map(({ node }) => node);
}

/** By chance, which grows with the node's memory. */
function toWeight(key: string, node: KubernetesObject): number {
  const { allocatable } = nodeStatusSchema.parse(node.status);
  const digest = createHash('sha256').update(`${key} ${node.metadata.name}`);
  const chance = (digest.digest().readUInt32BE() + 1) / 2 ** 32;
  return -readQuantity(allocatable.memory) / Math.log(chance * 0.999_999);
}
