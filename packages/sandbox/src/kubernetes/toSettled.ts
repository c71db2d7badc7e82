import type { NewObject } from './ObjectStore';
import { toHash } from './workloads/workload';

interface Settling {
  object: NewObject;
  now: string;
}

const condition = (type: string, reason: string, now: string) => ({
  type,
  status: 'True',
  reason,
  message: '',
  lastTransitionTime: now,
});

/** Per kind: what its controller reports as soon as the object is there. */
const statuses: Partial<
  Record<string, (settling: Settling) => Record<string, unknown>>
> = {
  Namespace: () => ({ phase: 'Active' }),
  PersistentVolumeClaim: () => ({ phase: 'Pending' }),
  PersistentVolume: () => ({ phase: 'Available' }),
  ExternalSecret: ({ now }) => ({
    refreshTime: now,
    conditions: [condition('Ready', 'SecretSynced', now)],
  }),
  ClusterSecretStore: ({ now }) => ({
    capabilities: 'ReadWrite',
    conditions: [condition('Ready', 'Valid', now)],
  }),
  ClusterExternalSecret: ({ now }) => ({
    conditions: [condition('Ready', 'Ready', now)],
  }),
  Certificate: ({ now }) => ({
    conditions: [condition('Ready', 'Ready', now)],
  }),
  ClusterPolicy: ({ now }) => ({
    conditions: [condition('Ready', 'Succeeded', now)],
  }),
  Keycloak: ({ now }) => ({ conditions: [condition('Ready', 'Ready', now)] }),
  KeycloakRealmImport: ({ now }) => ({
    conditions: [condition('Done', 'Done', now)],
  }),
  Gateway: ({ object, now }) => ({
    addresses: toRecord(object.spec).addresses ?? [
      { type: 'IPAddress', value: '192.168.0.200' },
    ],
    conditions: [
      condition('Accepted', 'Accepted', now),
      condition('Programmed', 'Programmed', now),
    ],
  }),
  HTTPRoute: ({ object, now }) => ({
    parents: readParentRefs(object).map(parentRef => ({
      parentRef,
      controllerName: 'io.cilium/gateway-controller',
      conditions: [
        condition('Accepted', 'Accepted', now),
        condition('ResolvedRefs', 'ResolvedRefs', now),
      ],
    })),
  }),
};

/** The object with the status and the fields that the cluster gives it at once. */
export function toSettled(object: NewObject, now: string): NewObject {
  const status = object.status ?? statuses[object.kind]?.({ object, now });
  const settled = status === undefined ? object : { ...object, status };
  const spec = toRecord(object.spec);
  if (object.kind === 'Service' && spec.clusterIP === undefined) {
    const octets = parseInt(toHash(object.metadata).slice(0, 6), 36);
    const clusterIP = `10.${96 + (octets % 16)}.${(octets >> 4) % 256}.${1 + ((octets >> 12) % 254)}`;
    return { ...settled, spec: { type: 'ClusterIP', ...spec, clusterIP } };
  }
  return settled;
}

function readParentRefs(object: NewObject): unknown[] {
  const { parentRefs } = toRecord(object.spec);
  return Array.isArray(parentRefs) ? parentRefs : [];
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
