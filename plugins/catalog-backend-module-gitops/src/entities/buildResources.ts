import type { Gateway, SecretStore, SourceRef } from '@internal/gitops-model';
import { portalAnnotations } from '../annotations';
import type { BuiltEntity } from './BuiltEntity';
import { annotate, type EntityContext } from './EntityContext';
import { toEntityName } from './toEntityName';
import { toPlainText } from './toPlainText';

/** Entity refs of the things apps depend on. */
export const resourceRefs = {
  cluster: (cluster: string) => refOf(cluster),
  gateway: ({
    cluster,
    namespace,
    name,
  }: Pick<Gateway, 'cluster' | 'namespace' | 'name'>) =>
    refOf(`${cluster}.${namespace}.${name}`),
  secretStore: ({
    cluster,
    namespace,
    name,
  }: Pick<SecretStore, 'cluster' | 'namespace' | 'name'>) =>
    refOf([cluster, namespace, name].filter(Boolean).join('.')),
};

/** A Resource per cluster, gateway and secret store. */
export function buildResources(context: EntityContext): BuiltEntity[] {
  const { model, repository } = context;
  const { platform } = repository;
  return [
    ...platform.clusters.map(({ name }) =>
      toResource(context, {
        ref: resourceRefs.cluster(name),
        type: 'kubernetes-cluster',
        title: name,
        description: `Kubernetes cluster of the platform ${platform.title}`,
        cluster: name,
      }),
    ),
    ...model.gateways.map(gateway =>
      toResource(context, {
        ref: resourceRefs.gateway(gateway),
        type: 'gateway',
        title: `${gateway.namespace}/${gateway.name}`,
        description: `Gateway for ${hostsOf(gateway)}`,
        cluster: gateway.cluster,
        source: gateway.source,
        unit: gateway.unit,
      }),
    ),
    ...model.secretStores.map(store =>
      toResource(context, {
        ref: resourceRefs.secretStore(store),
        type: 'secret-store',
        title: [store.namespace, store.name].filter(Boolean).join('/'),
        description: `${store.kind}, provider ${store.provider}`,
        cluster: store.cluster,
        source: store.source,
        unit: store.unit,
      }),
    ),
  ];
}

function toResource(
  context: EntityContext,
  resource: {
    ref: string;
    type: string;
    title: string;
    description: string;
    cluster: string;
    source?: SourceRef;
    unit?: string;
  },
): BuiltEntity {
  const { ref, type, title, description, cluster, source, unit } = resource;
  const { clusters, profile } = context.repository.platform;
  const unitFile = context.model.units.find(
    ({ name, cluster: on }) => name === unit && on === cluster,
  )?.source.file;
  const isCluster = type === 'kubernetes-cluster';
  return {
    entityRef: ref,
    file: source?.file,
    unitFile,
    complete: true,
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        namespace: 'default',
        name: ref.slice(ref.indexOf('/') + 1),
        title: toPlainText(title, 200),
        description: toPlainText(description, 1000),
        annotations: annotate(context, source, {
          [portalAnnotations.cluster]: cluster,
          [portalAnnotations.unitFile]: unitFile,
        }),
        tags: [profile.engine],
      },
      spec: {
        type,
        owner: profile.owners.default,
        ...(!isCluster &&
          clusters.some(({ name }) => name === cluster) && {
            dependsOn: [resourceRefs.cluster(cluster)],
          }),
      },
    },
  };
}

function hostsOf({ listeners }: Gateway): string {
  const hosts = listeners.flatMap(({ hostname }) => hostname ?? []);
  return hosts.length > 0 ? [...new Set(hosts)].join(', ') : 'every host';
}

function refOf(text: string): string {
  return `resource:default/${toEntityName(text).toLowerCase()}`;
}
