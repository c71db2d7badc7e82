import type { ResourceId } from './ResourceId';

/** The key of lists of plain values, which are united. */
export const itself = '';

const builtInGroups = new Set([
  '',
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'apps',
  'autoscaling',
  'batch',
  'networking.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
]);

const ofAll: Partial<Record<string, readonly string[]>> = {
  conditions: ['type'],
  finalizers: [itself],
  ownerReferences: ['uid'],
};

const ofPods: typeof ofAll = {
  containers: ['name'],
  env: ['name'],
  ephemeralContainers: ['name'],
  hostAliases: ['ip'],
  imagePullSecrets: ['name'],
  initContainers: ['name'],
  topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'],
  volumeDevices: ['devicePath'],
  volumeMounts: ['mountPath'],
  volumes: ['name'],
};

const containers = new Set([
  'containers',
  'ephemeralContainers',
  'initContainers',
]);

const withPods = new Set([
  'CronJob',
  'DaemonSet',
  'Deployment',
  'Job',
  'Pod',
  'PodTemplate',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
]);

/**
 * What the entries of a list are told apart by in a strategic merge;
 * `undefined` where the list is replaced, as all are in custom resources.
 */
export function mergeKeysOf(
  { group, kind }: Pick<ResourceId, 'group' | 'kind'>,
  path: readonly string[],
): readonly string[] | undefined {
  if (!builtInGroups.has(group)) return undefined;
  const field = path[path.length - 1];
  if (Object.hasOwn(ofAll, field)) return ofAll[field];
  switch (kind) {
    case 'Service':
      return field === 'ports' ? ['port', 'protocol'] : undefined;
    case 'ServiceAccount':
      return /^(secrets|imagePullSecrets)$/.test(field) ? ['name'] : undefined;
    case 'MutatingWebhookConfiguration':
    case 'ValidatingWebhookConfiguration':
      return field === 'webhooks' ? ['name'] : undefined;
    default:
      if (!withPods.has(kind)) return undefined;
  }
  if (field === 'ports') {
    return containers.has(path[path.length - 2])
      ? ['containerPort', 'protocol']
      : undefined;
  }
  return Object.hasOwn(ofPods, field) ? ofPods[field] : undefined;
}
