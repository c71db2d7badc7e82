import type {
  Database,
  Gateway,
  LoginClient,
  Node,
  SecretStore,
  VolumeClaim,
} from '@internal/gitops-model';
import { toEntityName } from './toEntityName';

type Named<T extends { cluster: string }, K extends keyof T> = Pick<
  T,
  'cluster' | K
>;

/** Catalog entity refs of what a repository declares and of what is observed beside it, in lower case. */
export const entityRefs = {
  component: (name: string) => `component:default/${name.toLowerCase()}`,
  system: (name: string) =>
    `system:default/${toEntityName(name).toLowerCase()}`,
  cluster: (cluster: string) => resource(cluster),
  gateway: ({
    cluster,
    namespace,
    name,
  }: Named<Gateway, 'namespace' | 'name'>) =>
    resource(cluster, namespace, name),
  secretStore: ({
    cluster,
    namespace,
    name,
  }: Named<SecretStore, 'namespace' | 'name'>) =>
    resource(cluster, namespace, name),
  node: ({ cluster, name }: Named<Node, 'name'>) => resource(cluster, name),
  /** By serial number, or by kernel name where it tells none. */
  disk: (disk: { cluster: string; node: string; id: string }) =>
    resource(disk.cluster, disk.node, disk.id),
  cephCluster: ({ cluster, name }: { cluster: string; name: string }) =>
    resource(cluster, name),
  osd: (osd: { cluster: string; ceph: string; id: number }) =>
    resource(osd.cluster, osd.ceph, `osd-${osd.id}`),
  /** A Pooler is a part of its Cluster. */
  database: ({
    cluster,
    namespace,
    name,
    kind,
    postgresCluster = name,
  }: Named<Database, 'namespace' | 'name' | 'kind' | 'postgresCluster'>) =>
    kind === 'Database'
      ? resource(cluster, namespace, postgresCluster, name, 'database')
      : resource(cluster, namespace, postgresCluster, 'database'),
  loginClient: ({
    cluster,
    realm,
    clientId,
  }: Named<LoginClient, 'realm' | 'clientId'>) =>
    resource(cluster, realm, clientId, 'login-client'),
  volumeClaim: ({
    cluster,
    namespace,
    name,
  }: Named<VolumeClaim, 'namespace' | 'name'>) =>
    resource(cluster, namespace, name, 'volume-claim'),
} as const;

function resource(...parts: (string | undefined)[]): string {
  const name = toEntityName(parts.filter(Boolean).join('.'));
  return `resource:default/${name.toLowerCase()}`;
}
