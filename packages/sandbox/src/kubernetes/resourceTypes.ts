/** One kind the simulated API server serves. */
export interface ResourceType {
  /** Empty for the core group. */
  group: string;
  version: string;
  kind: string;
  plural: string;
  singular: string;
  namespaced: boolean;
  shortNames?: string[];
}

const namespaced = (
  group: string,
  version: string,
  kind: string,
  plural: string,
  shortNames?: string[],
): ResourceType => ({
  group,
  version,
  kind,
  plural,
  singular: kind.toLowerCase(),
  namespaced: true,
  shortNames,
});

const clusterScoped = (
  ...parameters: Parameters<typeof namespaced>
): ResourceType => ({ ...namespaced(...parameters), namespaced: false });

export const resourceTypes: ResourceType[] = [
  clusterScoped('', 'v1', 'Node', 'nodes', ['no']),
  clusterScoped('', 'v1', 'Namespace', 'namespaces', ['ns']),
  clusterScoped('', 'v1', 'PersistentVolume', 'persistentvolumes', ['pv']),
  namespaced('', 'v1', 'Pod', 'pods', ['po']),
  namespaced('', 'v1', 'Service', 'services', ['svc']),
  namespaced('', 'v1', 'ConfigMap', 'configmaps', ['cm']),
  namespaced('', 'v1', 'Secret', 'secrets'),
  namespaced('', 'v1', 'ServiceAccount', 'serviceaccounts', ['sa']),
  namespaced('', 'v1', 'PersistentVolumeClaim', 'persistentvolumeclaims', [
    'pvc',
  ]),
  namespaced('', 'v1', 'LimitRange', 'limitranges', ['limits']),
  namespaced('', 'v1', 'ResourceQuota', 'resourcequotas', ['quota']),
  namespaced('', 'v1', 'Event', 'events', ['ev']),
  namespaced('apps', 'v1', 'Deployment', 'deployments', ['deploy']),
  namespaced('apps', 'v1', 'ReplicaSet', 'replicasets', ['rs']),
  namespaced('apps', 'v1', 'StatefulSet', 'statefulsets', ['sts']),
  namespaced('apps', 'v1', 'DaemonSet', 'daemonsets', ['ds']),
  namespaced('batch', 'v1', 'Job', 'jobs'),
  namespaced('batch', 'v1', 'CronJob', 'cronjobs', ['cj']),
  namespaced(
    'autoscaling',
    'v2',
    'HorizontalPodAutoscaler',
    'horizontalpodautoscalers',
    ['hpa'],
  ),
  namespaced('networking.k8s.io', 'v1', 'Ingress', 'ingresses', ['ing']),
  namespaced('networking.k8s.io', 'v1', 'NetworkPolicy', 'networkpolicies', [
    'netpol',
  ]),
  namespaced('policy', 'v1', 'PodDisruptionBudget', 'poddisruptionbudgets', [
    'pdb',
  ]),
  namespaced('rbac.authorization.k8s.io', 'v1', 'Role', 'roles'),
  namespaced('rbac.authorization.k8s.io', 'v1', 'RoleBinding', 'rolebindings'),
  clusterScoped(
    'rbac.authorization.k8s.io',
    'v1',
    'ClusterRole',
    'clusterroles',
  ),
  clusterScoped(
    'rbac.authorization.k8s.io',
    'v1',
    'ClusterRoleBinding',
    'clusterrolebindings',
  ),
  clusterScoped('storage.k8s.io', 'v1', 'StorageClass', 'storageclasses', [
    'sc',
  ]),
  clusterScoped(
    'storage.k8s.io',
    'v1',
    'VolumeAttachment',
    'volumeattachments',
  ),
  clusterScoped('storage.k8s.io', 'v1', 'CSIDriver', 'csidrivers'),
  namespaced('ceph.rook.io', 'v1', 'CephCluster', 'cephclusters'),
  namespaced('ceph.rook.io', 'v1', 'CephBlockPool', 'cephblockpools', [
    'cephbp',
  ]),
  namespaced('ceph.rook.io', 'v1', 'CephFilesystem', 'cephfilesystems', [
    'cephfs',
  ]),
  namespaced('ceph.rook.io', 'v1', 'CephObjectStore', 'cephobjectstores'),
  clusterScoped(
    'gateway.networking.k8s.io',
    'v1',
    'GatewayClass',
    'gatewayclasses',
    ['gc'],
  ),
  namespaced('gateway.networking.k8s.io', 'v1', 'Gateway', 'gateways', ['gtw']),
  namespaced('gateway.networking.k8s.io', 'v1', 'HTTPRoute', 'httproutes'),
  namespaced('external-secrets.io', 'v1', 'ExternalSecret', 'externalsecrets', [
    'es',
  ]),
  clusterScoped(
    'external-secrets.io',
    'v1',
    'ClusterSecretStore',
    'clustersecretstores',
    ['css'],
  ),
  clusterScoped(
    'external-secrets.io',
    'v1',
    'ClusterExternalSecret',
    'clusterexternalsecrets',
    ['ces'],
  ),
  namespaced('cert-manager.io', 'v1', 'Certificate', 'certificates', ['cert']),
  clusterScoped('cert-manager.io', 'v1', 'ClusterIssuer', 'clusterissuers'),
  clusterScoped('kyverno.io', 'v1', 'ClusterPolicy', 'clusterpolicies', [
    'cpol',
  ]),
  clusterScoped(
    'cilium.io',
    'v2alpha1',
    'CiliumLoadBalancerIPPool',
    'ciliumloadbalancerippools',
    ['ippools'],
  ),
  clusterScoped(
    'cilium.io',
    'v2alpha1',
    'CiliumL2AnnouncementPolicy',
    'ciliuml2announcementpolicies',
    ['l2announcement'],
  ),
  namespaced('longhorn.io', 'v1beta2', 'RecurringJob', 'recurringjobs'),
  namespaced('longhorn.io', 'v1beta2', 'Volume', 'volumes', ['lhv']),
  namespaced('longhorn.io', 'v1beta2', 'Replica', 'replicas', ['lhr']),
  namespaced(
    'monitoring.coreos.com',
    'v1',
    'PrometheusRule',
    'prometheusrules',
    ['promrule'],
  ),
  namespaced('postgresql.cnpg.io', 'v1', 'Cluster', 'clusters'),
  namespaced('postgresql.cnpg.io', 'v1', 'Database', 'databases'),
  namespaced('postgresql.cnpg.io', 'v1', 'Pooler', 'poolers'),
  namespaced('k8s.keycloak.org', 'v2alpha1', 'Keycloak', 'keycloaks', ['kc']),
  namespaced(
    'k8s.keycloak.org',
    'v2alpha1',
    'KeycloakRealmImport',
    'keycloakrealmimports',
  ),
  namespaced('kafka.strimzi.io', 'v1beta2', 'Kafka', 'kafkas', ['k']),
  clusterScoped('tailscale.com', 'v1alpha1', 'Connector', 'connectors', ['cn']),
  namespaced(
    'source.toolkit.fluxcd.io',
    'v1',
    'GitRepository',
    'gitrepositories',
    ['gitrepo'],
  ),
  namespaced(
    'source.toolkit.fluxcd.io',
    'v1',
    'OCIRepository',
    'ocirepositories',
    ['ocirepo'],
  ),
  namespaced(
    'source.toolkit.fluxcd.io',
    'v1',
    'HelmRepository',
    'helmrepositories',
    ['helmrepo'],
  ),
  namespaced(
    'kustomize.toolkit.fluxcd.io',
    'v1',
    'Kustomization',
    'kustomizations',
    ['ks'],
  ),
  namespaced('helm.toolkit.fluxcd.io', 'v2', 'HelmRelease', 'helmreleases', [
    'hr',
  ]),
  namespaced('argoproj.io', 'v1alpha1', 'ApplicationSet', 'applicationsets', [
    'appset',
    'appsets',
  ]),
  namespaced('argoproj.io', 'v1alpha1', 'Application', 'applications', [
    'app',
    'apps',
  ]),
  namespaced('argoproj.io', 'v1alpha1', 'AppProject', 'appprojects', [
    'appproj',
    'appprojs',
  ]),
];

/** `v1`, or `apps/v1`. */
export function toApiVersion(type: Pick<ResourceType, 'group' | 'version'>) {
  return type.group === '' ? type.version : `${type.group}/${type.version}`;
}

/** The type an object belongs to; undefined where the cluster lacks the CRD. */
export function findResourceType(object: {
  apiVersion: string;
  kind: string;
}): ResourceType | undefined {
  return resourceTypes.find(
    type =>
      type.kind === object.kind && toApiVersion(type) === object.apiVersion,
  );
}

/** As {@link findResourceType}, for the kinds that are always there. */
export function requireResourceType(
  apiVersion: string,
  kind: string,
): ResourceType {
  const type = findResourceType({ apiVersion, kind });
  if (!type) {
    throw new Error(`The sandbox's cluster serves no ${apiVersion} ${kind}.`);
  }
  return type;
}
