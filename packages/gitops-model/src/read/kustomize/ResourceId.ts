import { isRecord } from '../isRecord';

/** What kustomize tells objects apart by. */
export interface ResourceId {
  group: string;
  version: string;
  kind: string;
  name: string;
  /** Empty where none is written. */
  namespace: string;
}

const webhooks = [
  'MutatingWebhookConfiguration',
  'ValidatingWebhookConfiguration',
];
const storage = ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'];
const roles = ['ClusterRole', 'ClusterRoleBinding'];
const byVersion: Record<string, Record<string, readonly string[]>> = {
  '': {
    v1: [
      'ComponentStatus',
      'Namespace',
      'Node',
      'NodeProxyOptions',
      'PersistentVolume',
    ],
  },
  'admissionregistration.k8s.io': { v1: webhooks, v1beta1: webhooks },
  'apiextensions.k8s.io': {
    v1: ['CustomResourceDefinition'],
    v1beta1: ['CustomResourceDefinition'],
  },
  'apiregistration.k8s.io': { v1: ['APIService'], v1beta1: ['APIService'] },
  'certificates.k8s.io': {
    v1: ['CertificateSigningRequest'],
    v1beta1: ['CertificateSigningRequest'],
  },
  'flowcontrol.apiserver.k8s.io': {
    v1beta1: ['FlowSchema', 'PriorityLevelConfiguration'],
  },
  'networking.k8s.io': { v1: ['IngressClass'], v1beta1: ['IngressClass'] },
  'node.k8s.io': { v1: ['RuntimeClass'], v1beta1: ['RuntimeClass'] },
  policy: { v1beta1: ['PodSecurityPolicy'] },
  'rbac.authorization.k8s.io': { v1: roles, v1beta1: roles },
  'scheduling.k8s.io': { v1: ['PriorityClass'], v1beta1: ['PriorityClass'] },
  'storage.k8s.io': { v1: storage, v1beta1: storage },
};

const clusterScoped = new Set(
  Object.entries(byVersion).flatMap(([group, versions]) =>
    Object.entries(versions).flatMap(([version, kinds]) =>
      kinds.map(kind => [group, version, kind].join('/')),
    ),
  ),
);

export function idOf(value: Record<string, unknown>): ResourceId {
  const metadata = isRecord(value.metadata) ? value.metadata : {};
  return {
    ...groupVersionOf(value),
    kind: text(value.kind),
    name: text(metadata.name),
    namespace: text(metadata.namespace),
  };
}

export function groupVersionOf({
  apiVersion,
}: Record<string, unknown>): Pick<ResourceId, 'group' | 'version'> {
  const [first, ...rest] = text(apiVersion).split('/');
  return rest.length === 0
    ? { group: '', version: first }
    : { group: first, version: rest.join('/') };
}

/** The namespace that counts when two objects are compared. */
export function effectiveNamespace(id: ResourceId): string {
  if (isClusterScopedType(id)) return '_non_namespaceable_';
  return id.namespace === '' ? 'default' : id.namespace;
}

/** Equal for two ids that are the same to kustomize. */
export function idKey(id: ResourceId): string {
  return JSON.stringify([
    id.group,
    id.version,
    id.kind,
    effectiveNamespace(id),
    id.name,
  ]);
}

/**
 * The kinds kustomize knows to be cluster-scoped. Others, also those of custom
 * resources, get a namespace from it.
 */
export function isClusterScopedType({
  group,
  version,
  kind,
}: Pick<ResourceId, 'group' | 'version' | 'kind'>): boolean {
  return clusterScoped.has([group, version, kind].join('/'));
}

function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
