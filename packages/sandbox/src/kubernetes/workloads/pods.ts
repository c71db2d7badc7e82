import { z } from 'zod';
import type { KubernetesObject } from '../KubernetesObject';
import { toOwnerReference } from '../KubernetesObject';
import type { NewObject } from '../ObjectStore';
import {
  type Container,
  podSpecSchema,
  type PodTemplate,
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
  return podSpecSchema.safeParse(pod.spec).data?.containers ?? [];
}

export function isScheduled(pod: KubernetesObject): boolean {
  return podSpecSchema.safeParse(pod.spec).data?.nodeName !== undefined;
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

export function toPendingPod(options: {
  owner: KubernetesObject;
  name: string;
  template: PodTemplate;
  labels: Record<string, string>;
  /** Undefined when no node takes it. */
  node: string | undefined;
  now: string;
}): NewObject {
  const { owner, name, template, node, now } = options;
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
      nodeName: node,
    },
    status: {
      phase: 'Pending',
      startTime: node && now,
      conditions: [
        node
          ? toCondition('PodScheduled', true, now)
          : {
              ...toCondition('PodScheduled', false, now),
              reason: 'Unschedulable',
              message: 'no node matches the node selector of the pod',
            },
        toCondition('Ready', false, now),
      ],
      containerStatuses: node
        ? template.spec.containers.map(container => ({
            ...toContainerStatus(container, false),
            state: { waiting: { reason: 'ContainerCreating' } },
          }))
        : undefined,
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
      ].map(type => toCondition(type, true, now)),
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
    ...toCondition('Ready', false, now),
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
        toCondition('PodScheduled', true, now),
        toCondition('Initialized', true, now),
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

function toCondition(type: string, status: boolean, now: string) {
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
