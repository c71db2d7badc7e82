/** A profile as configuration holds it; the mirror only passes it on. */
export const exampleProfile = {
  engine: 'argocd',
  roots: [{ cluster: 'edgit', file: 'k8s/root.yaml' }],
  repositoryUrls: ['http://forge.example/org/gitops.git'],
  destinations: [
    { server: 'https://kubernetes.default.svc', cluster: 'edgit' },
  ],
  owners: { default: 'group:default/platform' },
  appDirectory: 'k8s/{app}',
  domains: [
    {
      domain: 'apps.example',
      gateway: { name: 'main', namespace: 'gateway', sectionName: 'https' },
    },
  ],
  secrets: {
    store: { kind: 'ClusterSecretStore', name: 'vault-backend' },
    mount: 'kv',
    keyPrefix: '{group}/',
    appKey: '{group}/{app}/{name}',
    sharedKey: '{group}/shared/{name}',
  },
  storage: {
    local: { class: 'local-path', accessMode: 'ReadWriteOnce', maxSize: '1Gi' },
  },
  images: {
    rewrite: 'admission',
    registries: { 'docker.io': 'proxy-dockerhub' },
    ownRegistry: 'harbor.example',
    pullSecret: 'harbor-registry',
  },
  titles: 'plain',
  blocks: [{ block: 'service', file: 'k8s/{app}/service.yaml' }],
};
