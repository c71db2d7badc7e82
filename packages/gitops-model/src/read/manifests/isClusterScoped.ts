const clusterScopedKinds = new Set([
  'APIService',
  'CSIDriver',
  'CiliumClusterwideNetworkPolicy',
  'CiliumL2AnnouncementPolicy',
  'CiliumLoadBalancerIPPool',
  'ClusterExternalSecret',
  'ClusterIssuer',
  'ClusterPolicy',
  'ClusterRole',
  'ClusterRoleBinding',
  'ClusterSecretStore',
  'CustomResourceDefinition',
  'GatewayClass',
  'IngressClass',
  'MutatingWebhookConfiguration',
  'Namespace',
  'PersistentVolume',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
  'VolumeSnapshotClass',
]);

/** Whether objects of this kind lie in no namespace; kinds not known here do. */
export function isClusterScoped(kind: string): boolean {
  return clusterScopedKinds.has(kind);
}
