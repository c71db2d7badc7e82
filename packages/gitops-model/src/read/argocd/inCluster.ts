/** How Argo CD calls the cluster it runs on. */
export const inCluster = {
  name: 'in-cluster',
  server: 'https://kubernetes.default.svc',
};
