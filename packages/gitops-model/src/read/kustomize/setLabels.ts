import { isRecord } from '../isRecord';
import { changeFields, type FieldSpec } from './FieldSpec';
import type { KustomizationFile } from './kustomizationSchema';
import type { Resource } from './Resource';

const metadata: FieldSpec[] = [{ path: 'metadata/labels', create: true }];

const templates: FieldSpec[] = [
  ...['ReplicationController', 'Deployment', 'ReplicaSet', 'DaemonSet'].map(
    kind => ({ kind, path: 'spec/template/metadata/labels', create: true }),
  ),
  {
    group: 'apps',
    kind: 'StatefulSet',
    path: 'spec/template/metadata/labels',
    create: true,
  },
  {
    group: 'apps',
    kind: 'StatefulSet',
    path: 'spec/volumeClaimTemplates[]/metadata/labels',
    create: true,
  },
  {
    group: 'batch',
    kind: 'Job',
    path: 'spec/template/metadata/labels',
    create: true,
  },
  {
    group: 'batch',
    kind: 'CronJob',
    path: 'spec/jobTemplate/metadata/labels',
    create: true,
  },
  {
    group: 'batch',
    kind: 'CronJob',
    path: 'spec/jobTemplate/spec/template/metadata/labels',
    create: true,
  },
];

const podsNearby = [
  ...['podAffinity', 'podAntiAffinity'].flatMap(affinity => [
    `affinity/${affinity}/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm`,
    `affinity/${affinity}/requiredDuringSchedulingIgnoredDuringExecution`,
  ]),
  'topologySpreadConstraints',
];

const selectors: FieldSpec[] = [
  { version: 'v1', kind: 'Service', path: 'spec/selector', create: true },
  {
    version: 'v1',
    kind: 'ReplicationController',
    path: 'spec/selector',
    create: true,
  },
  ...['Deployment', 'ReplicaSet', 'DaemonSet'].map(kind => ({
    kind,
    path: 'spec/selector/matchLabels',
    create: true,
  })),
  {
    group: 'apps',
    kind: 'StatefulSet',
    path: 'spec/selector/matchLabels',
    create: true,
  },
  { group: 'batch', kind: 'Job', path: 'spec/selector/matchLabels' },
  {
    group: 'batch',
    kind: 'CronJob',
    path: 'spec/jobTemplate/spec/selector/matchLabels',
  },
  {
    group: 'policy',
    kind: 'PodDisruptionBudget',
    path: 'spec/selector/matchLabels',
  },
  ...['', 'ingress/from/', 'egress/to/'].map(peers => ({
    group: 'networking.k8s.io',
    kind: 'NetworkPolicy',
    path: `spec/${peers}podSelector/matchLabels`,
  })),
  ...['Deployment', 'StatefulSet'].flatMap(kind =>
    podsNearby.map(path => ({
      group: 'apps',
      kind,
      path: `spec/template/spec/${path}/labelSelector/matchLabels`,
    })),
  ),
];

const annotations: FieldSpec[] = [
  ...metadata,
  ...templates.filter(({ path }) => !path.includes('[]')),
].map(spec => ({ ...spec, path: spec.path.replace(/labels$/, 'annotations') }));

/** `labels`, `commonLabels` and `commonAnnotations`. */
export function setLabels(
  resource: Resource,
  kustomization: KustomizationFile,
): void {
  for (const label of kustomization.labels) {
    set(resource, label.pairs, [
      ...label.fields,
      ...metadata,
      ...(label.includeSelectors || label.includeTemplates ? templates : []),
      ...(label.includeSelectors ? selectors : []),
    ]);
  }
  set(resource, kustomization.commonLabels, [
    ...metadata,
    ...templates,
    ...selectors,
  ]);
  set(resource, kustomization.commonAnnotations, annotations);
}

function set(
  resource: Resource,
  pairs: Record<string, string>,
  specs: readonly FieldSpec[],
): void {
  if (Object.keys(pairs).length === 0) return;
  changeFields(resource, specs, found => ({
    ...(isRecord(found) ? found : {}),
    ...pairs,
  }));
}
