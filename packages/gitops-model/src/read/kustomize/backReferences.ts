import type { FieldSpec } from './FieldSpec';
import type { BackReference } from './Step';

const podSpecs: { kind: string; path: string }[] = [
  { kind: 'Pod', path: 'spec' },
  { kind: 'PodTemplate', path: 'template/spec' },
  ...[
    'Deployment',
    'ReplicaSet',
    'ReplicationController',
    'DaemonSet',
    'StatefulSet',
    'Job',
  ].map(kind => ({ kind, path: 'spec/template/spec' })),
  { kind: 'CronJob', path: 'spec/jobTemplate/spec/template/spec' },
];

function inPods(
  leftOut: readonly string[],
  paths: readonly string[],
): FieldSpec[] {
  return podSpecs
    .filter(({ kind }) => !leftOut.includes(kind))
    .flatMap(({ kind, path }) =>
      paths.map(below => ({ kind, path: `${path}/${below}` })),
    );
}

function inContainers(path: string): string[] {
  return [`containers/${path}`, `initContainers/${path}`];
}

function inKind(kind: string, ...paths: string[]): FieldSpec[] {
  return paths.map(path => ({ kind, path }));
}

const withoutReplication = ['ReplicationController'];
const withoutReplicaSet = ['ReplicaSet', 'PodTemplate'];
const rbac = 'rbac.authorization.k8s.io';
const admission = 'admissionregistration.k8s.io';
const grantedNames = [
  ...inKind('Role', 'rules/resourceNames'),
  ...inKind('ClusterRole', 'rules/resourceNames'),
];

/** Where kustomize knows names of other objects to be written. */
export const builtInBackReferences: readonly BackReference[] = [
  ...['Deployment', 'ReplicationController', 'ReplicaSet', 'StatefulSet'].map(
    kind => ({
      kind,
      fieldSpecs: inKind('HorizontalPodAutoscaler', 'spec/scaleTargetRef/name'),
    }),
  ),
  {
    kind: 'ConfigMap',
    version: 'v1',
    fieldSpecs: [
      ...inPods(withoutReplication, [
        'volumes/configMap/name',
        'volumes/projected/sources/configMap/name',
        ...inContainers('env/valueFrom/configMapKeyRef/name'),
        ...inContainers('envFrom/configMapRef/name'),
      ]),
      ...inKind('Node', 'spec/configSource/configMap'),
      ...grantedNames,
      ...inKind(
        'Ingress',
        'metadata/annotations/nginx.ingress.kubernetes.io\\/fastcgi-params-configmap',
      ),
    ],
  },
  {
    kind: 'Secret',
    version: 'v1',
    fieldSpecs: [
      ...inPods(withoutReplication, [
        'volumes/secret/secretName',
        'volumes/projected/sources/secret/name',
        'imagePullSecrets/name',
        ...inContainers('env/valueFrom/secretKeyRef/name'),
        ...inContainers('envFrom/secretRef/name'),
      ]),
      ...inKind(
        'Ingress',
        'spec/tls/secretName',
        'metadata/annotations/ingress.kubernetes.io\\/auth-secret',
        'metadata/annotations/nginx.ingress.kubernetes.io\\/auth-secret',
        'metadata/annotations/nginx.ingress.kubernetes.io\\/auth-tls-secret',
      ),
      ...inKind('ServiceAccount', 'imagePullSecrets/name'),
      ...inKind(
        'StorageClass',
        'parameters/secretName',
        'parameters/adminSecretName',
        'parameters/userSecretName',
        'parameters/secretRef',
      ),
      ...grantedNames,
      {
        group: 'serving.knative.dev',
        version: 'v1',
        kind: 'Service',
        path: 'spec/template/spec/containers/env/valueFrom/secretKeyRef/name',
      },
      ...inKind('PersistentVolume', 'spec/azureFile/secretName'),
    ],
  },
  {
    kind: 'Service',
    version: 'v1',
    fieldSpecs: [
      { group: 'apps', kind: 'StatefulSet', path: 'spec/serviceName' },
      ...inKind(
        'Ingress',
        'spec/rules/http/paths/backend/serviceName',
        'spec/backend/serviceName',
        'spec/rules/http/paths/backend/service/name',
        'spec/defaultBackend/service/name',
      ),
      {
        group: 'apiregistration.k8s.io',
        kind: 'APIService',
        path: 'spec/service/name',
      },
      ...['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'].map(
        kind => ({
          group: admission,
          kind,
          path: 'webhooks/clientConfig/service',
        }),
      ),
    ],
  },
  {
    group: rbac,
    kind: 'Role',
    fieldSpecs: [{ group: rbac, kind: 'RoleBinding', path: 'roleRef/name' }],
  },
  {
    group: rbac,
    kind: 'ClusterRole',
    fieldSpecs: ['RoleBinding', 'ClusterRoleBinding'].map(kind => ({
      group: rbac,
      kind,
      path: 'roleRef/name',
    })),
  },
  {
    kind: 'ServiceAccount',
    version: 'v1',
    fieldSpecs: [
      ...['RoleBinding', 'ClusterRoleBinding'].map(kind => ({
        group: rbac,
        kind,
        path: 'subjects',
      })),
      ...inPods(withoutReplicaSet, ['serviceAccountName']),
    ],
  },
  {
    kind: 'PersistentVolumeClaim',
    version: 'v1',
    fieldSpecs: inPods(withoutReplicaSet, [
      'volumes/persistentVolumeClaim/claimName',
    ]),
  },
  {
    kind: 'PersistentVolume',
    version: 'v1',
    fieldSpecs: [
      ...inKind('PersistentVolumeClaim', 'spec/volumeName'),
      ...inKind('ClusterRole', 'rules/resourceNames'),
    ],
  },
  {
    group: 'storage.k8s.io',
    kind: 'StorageClass',
    version: 'v1',
    fieldSpecs: [
      ...inKind('PersistentVolume', 'spec/storageClassName'),
      ...inKind('PersistentVolumeClaim', 'spec/storageClassName'),
      ...inKind(
        'StatefulSet',
        'spec/volumeClaimTemplates/spec/storageClassName',
      ),
    ],
  },
  {
    group: 'scheduling.k8s.io',
    kind: 'PriorityClass',
    version: 'v1',
    fieldSpecs: inPods(withoutReplicaSet, ['priorityClassName']),
  },
  {
    group: admission,
    kind: 'ValidatingAdmissionPolicy',
    fieldSpecs: [
      {
        group: admission,
        kind: 'ValidatingAdmissionPolicyBinding',
        path: 'spec/policyName',
      },
    ],
  },
];
