import type {
  Database,
  Gateway,
  LoginClient,
  Node,
  SourceRef,
  VolumeClaim,
} from '@internal/gitops-model';
import { entityRefs } from '@internal/gitops-repository';
import { portalAnnotations } from '../annotations';
import { annotate } from './annotate';
import type { BuiltEntity } from './BuiltEntity';
import type { EntityContext } from './EntityContext';
import { toPlainText } from './toPlainText';
import { toTags } from './toTags';

interface ResourceDescription {
  ref: string;
  type: string;
  title: string;
  description?: string;
  cluster: string;
  source?: SourceRef;
  unit?: string;
  /** Whose owner owns it; else the platform's default owner. */
  app?: string;
  dependsOn?: string[];
  tags?: string[];
}

const roleNames = { controlplane: 'Control plane', worker: 'Worker' } as const;

/** A Resource per cluster and per thing on it that apps use. */
export function buildResources(context: EntityContext): BuiltEntity[] {
  const { model, repository } = context;
  const { platform } = repository;
  const found: ResourceDescription[] = [
    ...platform.clusters.map(({ name }) => ({
      ref: entityRefs.cluster(name),
      type: 'kubernetes-cluster',
      title: name,
      description: `Kubernetes cluster of the platform ${platform.title}`,
      cluster: name,
      tags: [platform.profile.engine],
    })),
    ...model.nodes.map(describeNode),
    ...model.gateways.map(gateway => ({
      ...gateway,
      ref: entityRefs.gateway(gateway),
      type: 'gateway',
      title: `${gateway.namespace}/${gateway.name}`,
      description: `Gateway for ${hostsOf(gateway)}`,
    })),
    ...model.secretStores.map(store => ({
      ...store,
      ref: entityRefs.secretStore(store),
      type: 'secret-store',
      title: titleOf(store),
      description: `${store.kind}, provider ${store.provider}`,
    })),
    ...model.databases
      .filter(({ kind }) => kind !== 'Pooler')
      .map(database => describeDatabase(database, model.databases)),
    ...model.volumeClaims.map(describeVolumeClaim),
    ...model.loginClients.filter(({ wired }) => wired).map(describeLoginClient),
  ];
  return found.map(resource => toResource(context, resource));
}

/** What Git knows of a machine; what it runs is read from the machine itself. */
function describeNode(node: Node): ResourceDescription {
  const { role, address, installDisk, installDiskSelector } = node;
  const version = node.installImage?.match(/:(v?\d[\w.+-]*)$/)?.[1];
  const disk =
    installDisk ?? (installDiskSelector && `with ${installDiskSelector}`);
  const facts = [
    role && roleNames[role],
    address,
    disk && `install disk ${disk}`,
    version && `Talos ${version}`,
  ].filter(Boolean);
  return {
    ref: entityRefs.node(node),
    type: 'talos-node',
    title: node.name,
    description: facts.length > 0 ? facts.join(', ') : undefined,
    cluster: node.cluster,
    source: node.source,
    tags: role ? [role] : [],
  };
}

function describeDatabase(
  database: Database,
  all: readonly Database[],
): ResourceDescription {
  const { instances, size, storageClass, cluster, namespace } = database;
  const isCluster = database.kind === 'Cluster';
  const postgresCluster = all.find(
    other =>
      other.kind === 'Cluster' &&
      other.cluster === cluster &&
      other.namespace === namespace &&
      other.name === database.postgresCluster,
  );
  return {
    ...database,
    ref: entityRefs.database(database),
    type: 'database',
    title: titleOf(database),
    description: isCluster
      ? joinFacts('CloudNativePG cluster', [
          instances === undefined ? undefined : `${instances} instances`,
          size,
          storageClass,
        ])
      : joinFacts('Database', [
          database.postgresCluster && `of ${database.postgresCluster}`,
        ]),
    dependsOn:
      isCluster || !postgresCluster
        ? []
        : [entityRefs.database(postgresCluster)],
  };
}

function describeVolumeClaim(claim: VolumeClaim): ResourceDescription {
  return {
    ...claim,
    ref: entityRefs.volumeClaim(claim),
    type: 'volume-claim',
    title: titleOf(claim),
    description: joinFacts('Volume claim', [claim.size, claim.storageClass]),
  };
}

function describeLoginClient(client: LoginClient): ResourceDescription {
  return {
    ref: entityRefs.loginClient(client),
    type: 'login-client',
    title: client.clientId,
    description: joinFacts('Login client', [
      client.realm && `realm ${client.realm}`,
    ]),
    cluster: client.cluster,
    source: client.source,
    app: client.app,
  };
}

function toResource(
  context: EntityContext,
  resource: ResourceDescription,
): BuiltEntity {
  const { ref, type, title, description, cluster, source } = resource;
  const { clusters, profile } = context.repository.platform;
  const unitFile = resource.unit && context.unitFile(cluster, resource.unit);
  const clusterRef = entityRefs.cluster(cluster);
  const isOnCluster =
    ref !== clusterRef && clusters.some(({ name }) => name === cluster);
  const dependsOn = [
    ...(isOnCluster ? [clusterRef] : []),
    ...(resource.dependsOn ?? []),
  ];
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
        ...(description && { description: toPlainText(description, 1000) }),
        annotations: annotate(context, source, {
          [portalAnnotations.cluster]: cluster,
          [portalAnnotations.unitFile]: unitFile,
        }),
        tags: toTags(resource.tags ?? []),
      },
      spec: {
        type,
        owner: context.ownerOf(cluster, resource.app) ?? profile.owners.default,
        ...(dependsOn.length > 0 && { dependsOn }),
      },
    },
  };
}

function titleOf({ namespace, name }: { namespace?: string; name: string }) {
  return [namespace, name].filter(Boolean).join('/');
}

function joinFacts(
  what: string,
  facts: readonly (string | undefined)[],
): string {
  return [what, ...facts].filter(Boolean).join(', ');
}

function hostsOf({ listeners }: Gateway): string {
  const hosts = listeners.flatMap(({ hostname }) => hostname ?? []);
  return hosts.length > 0 ? [...new Set(hosts)].join(', ') : 'every host';
}
