import type { AppReference } from '@internal/plugin-ceph-common';
import { parseQuantity, type Pod } from '@internal/upstream';
import type { PodFacts } from '../facts/PodFacts';
import { toPlacement } from './toPlacement';

/** Folders that are a part of the system, and devices: each machine has its own. */
const SYSTEM_FOLDER =
  /^\/(?:dev|etc|lib|lib64|proc|run|sys|usr|var\/(?:lib\/kubelet|log|run))(?:\/|$)/;
const MIRROR = 'kubernetes.io/config.mirror';

/** Absent for a pod that is finished. */
export function toPodFacts(
  pod: Pod,
  findApp: (pod: Pod) => AppReference | undefined,
): PodFacts | undefined {
  const { metadata, spec, status } = pod;
  if (status.phase === 'Succeeded' || status.phase === 'Failed') {
    return undefined;
  }
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    labels: metadata.labels,
    node: spec.nodeName,
    kind: toKind(pod),
    ready: status.conditions.some(
      condition => condition.type === 'Ready' && condition.status === 'True',
    ),
    app: findApp(pod) ?? nameByController(pod),
    requests: {
      cpu: sumRequests(pod, 'cpu'),
      memory: sumRequests(pod, 'memory'),
      pods: 1,
    },
    placement: toPlacement(pod),
    hostPorts: [...spec.containers, ...spec.initContainers].flatMap(
      ({ ports }) =>
        ports.flatMap(({ hostPort, protocol }) =>
          hostPort ? [`${protocol}/${hostPort}`] : [],
        ),
    ),
    hostFolders: spec.volumes.flatMap(({ hostPath }) =>
      hostPath && !SYSTEM_FOLDER.test(hostPath.path) ? [hostPath.path] : [],
    ),
  };
}

function controllerOf({ metadata }: Pod) {
  return metadata.ownerReferences.find(({ controller }) => controller);
}

function toKind(pod: Pod): PodFacts['kind'] {
  const controller = controllerOf(pod);
  if (controller?.kind === 'Node' || MIRROR in pod.metadata.annotations) {
    return 'static';
  }
  if (!controller) return 'bare';
  return controller.kind === 'DaemonSet' ? 'daemon' : 'moves';
}

/** Of pods that belong to no app: what made them, without the hash that a ReplicaSet adds. */
function nameByController(pod: Pod): AppReference {
  const { name, namespace } = pod.metadata;
  const controller = controllerOf(pod);
  const found =
    controller?.kind === 'ReplicaSet'
      ? controller.name.replace(/-[a-z0-9]{5,10}$/, '')
      : controller?.name;
  return { name: found ?? name, namespace };
}

/** What Kubernetes reserves: all containers together, or the largest that runs before them. */
function sumRequests({ spec }: Pod, resource: 'cpu' | 'memory'): number {
  const requested = ({ resources }: (typeof spec.containers)[number]) =>
    parseQuantity(resources.requests[resource]) ?? 0;
  const lasting = [
    ...spec.containers,
    ...spec.initContainers.filter(
      ({ restartPolicy }) => restartPolicy === 'Always',
    ),
  ].reduce((sum, container) => sum + requested(container), 0);
  return Math.max(lasting, ...spec.initContainers.map(requested));
}
