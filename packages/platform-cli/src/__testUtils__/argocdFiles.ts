const repository = 'https://forge.example/acme/platform.git';

/** An Application that deploys a directory of the repository. */
export function application(name: string, path: string): string {
  return [
    'apiVersion: argoproj.io/v1alpha1',
    'kind: Application',
    `metadata: {name: ${name}, namespace: argocd}`,
    'spec:',
    '  project: apps',
    `  source: {repoURL: "${repository}", path: ${path}}`,
    `  destination: {server: "https://kubernetes.default.svc", namespace: ${name}}`,
    '',
  ].join('\n');
}

/** A small app-of-apps: one app with a route, a secret and a volume. */
export const argocdFiles = {
  'k8s/root.yaml': application('root', 'k8s/apps'),
  'k8s/apps/kustomization.yaml': 'resources: [notes.yaml]\n',
  'k8s/apps/notes.yaml': application('notes', 'k8s/notes'),
  'k8s/notes/kustomization.yaml':
    'resources: [namespace.yaml, route.yaml, secret.yaml, volume.yaml]\n',
  'k8s/notes/namespace.yaml':
    'apiVersion: v1\nkind: Namespace\nmetadata: {name: notes}\n',
  'k8s/notes/route.yaml': [
    '# The host',
    'apiVersion: gateway.networking.k8s.io/v1',
    'kind: HTTPRoute',
    'metadata: {name: notes, namespace: notes}',
    'spec:',
    '  hostnames: [notes.example.org]',
    '',
  ].join('\n'),
  'k8s/notes/secret.yaml': [
    'apiVersion: external-secrets.io/v1',
    'kind: ExternalSecret',
    'metadata: {name: notes, namespace: notes}',
    'spec:',
    '  secretStoreRef: {kind: ClusterSecretStore, name: vault}',
    '  data: [{secretKey: A, remoteRef: {key: team/notes, property: a}}]',
    '---',
    'apiVersion: external-secrets.io/v1',
    'kind: ClusterSecretStore',
    'metadata: {name: vault}',
    'spec: {provider: {vault: {server: "https://vault.example", path: kv}}}',
    '',
  ].join('\n'),
  'k8s/notes/volume.yaml': [
    'apiVersion: v1',
    'kind: PersistentVolumeClaim',
    'metadata: {name: data, namespace: notes}',
    'spec: {storageClassName: fast, resources: {requests: {storage: 1Gi}}}',
    '',
  ].join('\n'),
};
