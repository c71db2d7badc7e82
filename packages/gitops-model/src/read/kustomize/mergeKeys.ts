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

const byField: Partial<Record<string, readonly string[]>> = {
  conditions: ['type'],
  containers: ['name'],
  env: ['name'],
  ephemeralContainers: ['name'],
  finalizers: [itself],
  hostAliases: ['ip'],
  imagePullSecrets: ['name'],
  initContainers: ['name'],
  ownerReferences: ['uid'],
  topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'],
  volumeDevices: ['devicePath'],
  volumeMounts: ['mountPath'],
  volumes: ['name'],
  webhooks: ['name'],
};

const containers = new Set([
  'containers',
  'ephemeralContainers',
  'initContainers',
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
  if (field === 'ports') {
    if (kind === 'Service') return ['port', 'protocol'];
    return containers.has(path[path.length - 2])
      ? ['containerPort', 'protocol']
      : undefined;
  }
  if (field === 'secrets') {
    return kind === 'ServiceAccount' ? ['name'] : undefined;
  }
  return Object.hasOwn(byField, field) ? byField[field] : undefined;
}
