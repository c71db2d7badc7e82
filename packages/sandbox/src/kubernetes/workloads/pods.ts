import { z } from 'zod';
import type { KubernetesObject } from '../KubernetesObject';
import { toOwnerReference } from '../KubernetesObject';
import type { NewObject } from '../ObjectStore';
import { readConditions } from './conditions';
import { readPodSpec } from './readPodSpec';
import {
  type Container,
  type PodTemplate,
  type Toleration,
  toHash,
} from './workload';

const podStatusSchema = z.looseObject({
  phase: z.string(),
  containerStatuses: z
    .array(
      z.looseObject({
        state: z.looseObject({
          waiting: z.looseObject({ reason: z.string() }).optional(),
        }),
      }),
    )
    .default([]),
});

/** The containers of a pod that is in the store. */
export function readContainers(pod: KubernetesObject): Container[] {
  return readPodSpec(pod)?.containers ?? [];
}

export function isScheduled(pod: KubernetesObject): boolean {
  return readPodSpec(pod)?.nodeName !== undefined;
}

/** Somebody asked for its end; it stays as long as its kubelet is silent. */
export function isEnding({ metadata }: KubernetesObject): boolean {
  return metadata.deletionTimestamp !== undefined;
}

/** Runs, is ready, and is to stay. */
export function isAvailable(pod: KubernetesObject): boolean {
  return (
    isRunning(pod) &&
    !isEnding(pod) &&
    readConditions(pod).some(
      ({ type, status }) => type === 'Ready' && status === 'True',
    )
  );
}

/** Waits for an image that does not come. */
export function isBackingOff(pod: KubernetesObject): boolean {
  return (
    podStatusSchema
      .safeParse(pod.status)
      .data?.containerStatuses.some(
        container => container.state.waiting?.reason === 'ImagePullBackOff',
      ) ?? false
  );
}

export function isRunning(pod: KubernetesObject): boolean {
  return podStatusSchema.safeParse(pod.status).data?.phase === 'Running';
}

/** An image with the tag `broken` can never be pulled. */
export function hasBrokenImage(pod: KubernetesObject): boolean {
  return readContainers(pod).some(container =>
    /:broken(@|$)/.test(container.image),
  );
}

/** What admission gives every pod: five minutes on a node that is not heard of. */
const defaultTolerations: Toleration[] = ['not-ready', 'unreachable'].map(
  state => ({
    key: `node.kubernetes.io/${state}`,
    operator: 'Exists',
    effect: 'NoExecute',
    tolerationSeconds: 300,
  }),
);

/** A pod as its controller makes it; it is on no node yet. */
export function toPendingPod(options: {
  owner: KubernetesObject;
  name: string;
  template: PodTemplate;
  labels: Record<string, string>;
}): NewObject {
  const { owner, name, template } = options;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...template.metadata,
      name,
      namespace: owner.metadata.namespace,
      labels: { ...template.metadata.labels, ...options.labels },
      ownerReferences: [toOwnerReference(owner)],
    },
    spec: {
      restartPolicy: 'Always',
      schedulerName: 'default-scheduler',
      ...template.spec,
      tolerations: [
        ...(template.spec.tolerations ?? []),
        ...defaultTolerations,
      ],
    },
    status: { phase: 'Pending', qosClass: 'Burstable' },
  };
}

/** The pod as its kubelet takes it on. */
export function toContainerCreating(
  pod: KubernetesObject,
  now: string,
): NewObject {
  return {
    ...pod,
    status: {
      phase: 'Pending',
      qosClass: 'Burstable',
      startTime: now,
      conditions: [
        toPodCondition('PodScheduled', true, now),
        toPodCondition('Ready', false, now),
      ],
      containerStatuses: readContainers(pod).map(container => ({
        ...toContainerStatus(container, false),
        state: { waiting: { reason: 'ContainerCreating' } },
      })),
    },
  };
}

/** The pod as node lifecycle writes it when its node is heard of or not. */
export function withReadiness(
  pod: KubernetesObject,
  isReady: boolean,
  now: string,
): NewObject {
  const status = podStatusSchema.parse(pod.status);
  return {
    ...pod,
    status: {
      ...status,
      conditions: readConditions(pod).map(condition =>
        condition.type === 'Ready' || condition.type === 'ContainersReady'
          ? toPodCondition(condition.type, isReady, now)
          : condition,
      ),
    },
  };
}

/** The pod as it is once its images are there. */
export function toRunningPod(pod: KubernetesObject, now: string): NewObject {
  const ip = `10.244.${toOctet(pod.metadata.uid)}.${toOctet(pod.metadata.name)}`;
  return {
    ...pod,
    status: {
      phase: 'Running',
      qosClass: 'Burstable',
      startTime: pod.metadata.creationTimestamp,
      podIP: ip,
      podIPs: [{ ip }],
      conditions: [
        'PodScheduled',
        'Initialized',
        'ContainersReady',
        'Ready',
      ].map(type => toPodCondition(type, true, now)),
      containerStatuses: readContainers(pod).map(container => ({
        ...toContainerStatus(container, true),
        containerID: `containerd://${toHash([pod.metadata.uid, container.name])}`,
        state: { running: { startedAt: now } },
      })),
    },
  };
}

/** The pod as it stays when an image cannot be pulled. */
export function toFailingPod(pod: KubernetesObject, now: string): NewObject {
  const ready = {
    ...toPodCondition('Ready', false, now),
    reason: 'ContainersNotReady',
    message: 'containers with unready status',
  };
  return {
    ...pod,
    status: {
      phase: 'Pending',
      qosClass: 'Burstable',
      startTime: pod.metadata.creationTimestamp,
      conditions: [
        toPodCondition('PodScheduled', true, now),
        toPodCondition('Initialized', true, now),
        { ...ready, type: 'ContainersReady' },
        ready,
      ],
      containerStatuses: readContainers(pod).map(container => ({
        ...toContainerStatus(container, false),
        state: {
          waiting: {
            reason: 'ImagePullBackOff',
            message: `Back-off pulling image "${container.image}"`,
          },
        },
      })),
    },
  };
}

function toContainerStatus(container: Container, ready: boolean) {
  return {
    name: container.name,
    image: container.image,
    imageID: ready
      ? `${container.image.split(':')[0]}@sha256:${'0'.repeat(64)}`
      : '',
    ready,
    started: ready,
    restartCount: 0,
    lastState: {},
  };
}

/** A condition of a pod. */
export function toPodCondition(type: string, status: boolean, now: string) {
  return {
    type,
    status: status ? 'True' : 'False',
    lastProbeTime: null,
    lastTransitionTime: now,
  };
}

function toOctet(text: string): number {
  return 1 + (parseInt(toHash(text).slice(0, 4), 36) % 254);
}
