import { stringify } from 'yaml';

/** Where the generated manifests say that they lie. */
export const repositoryUrl = 'http://localhost/bench/gitops.git';

/** The files of an app-of-apps with so many apps: an Application and six files each. */
export function* generateFiles(
  apps: number,
): Generator<{ path: string; text: string }> {
  const names = Array.from(
    { length: apps },
    (_, index) => `app-${String(index).padStart(5, '0')}`,
  );
  yield file('k8s/root.yaml', application('root', 'k8s/apps', 'argocd'));
  yield file('k8s/apps/kustomization.yaml', {
    ...kustomization,
    resources: names.map(name => `${name}.yaml`),
  });
  for (const name of names) {
    yield file(`k8s/apps/${name}.yaml`, application(name, `k8s/${name}`, name));
    for (const [path, value] of Object.entries(appFiles(name))) {
      yield file(`k8s/${name}/${path}`, value);
    }
  }
}

/** The file that a commit changes: another image of one app. */
export function changedFile(image: number): { path: string; text: string } {
  const name = 'app-00007';
  return file(
    `k8s/${name}/deployment.yaml`,
    deployment(name, `ghcr.io/acme/${name}:1.0.${image}`),
  );
}

const kustomization = {
  apiVersion: 'kustomize.config.k8s.io/v1beta1',
  kind: 'Kustomization',
};

function file(path: string, value: unknown): { path: string; text: string } {
  return { path, text: stringify(value) };
}

function application(name: string, path: string, namespace: string) {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name,
      namespace: 'argocd',
      annotations: {
        'portal.internal/owner': 'group:default/atlas',
        'portal.internal/system': 'bench',
        'portal.internal/description': `The app ${name}`,
      },
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
    },
    spec: {
      project: 'apps',
      source: { repoURL: repositoryUrl, targetRevision: 'main', path },
      destination: { server: 'https://kubernetes.default.svc', namespace },
      syncPolicy: { automated: { prune: true, selfHeal: true } },
    },
  };
}

function appFiles(name: string): Record<string, unknown> {
  const metadata = {
    name,
    namespace: name,
    labels: { 'app.kubernetes.io/name': name },
  };
  return {
    'kustomization.yaml': {
      ...kustomization,
      namespace: name,
      resources: [
        'namespace.yaml',
        'deployment.yaml',
        'service.yaml',
        'httproute.yaml',
        'externalsecret.yaml',
      ],
    },
    'namespace.yaml': {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { 'harbor-registry': 'true' } },
    },
    'deployment.yaml': deployment(name, `ghcr.io/acme/${name}:1.0.0`),
    'service.yaml': {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: {
        selector: { 'app.kubernetes.io/name': name },
        ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      },
    },
    'httproute.yaml': {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata,
      spec: {
        parentRefs: [
          { name: 'main', namespace: 'gateway', sectionName: 'https' },
        ],
        hostnames: [`${name}.example.org`],
        rules: [
          {
            matches: [{ path: { type: 'PathPrefix', value: '/' } }],
            backendRefs: [{ name, port: 80 }],
          },
        ],
      },
    },
    'externalsecret.yaml': {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata,
      spec: {
        refreshInterval: '1h',
        secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
        target: { name },
        data: ['url', 'token'].map(property => ({
          secretKey: property.toUpperCase(),
          remoteRef: { key: `atlas/${name}/main`, property },
        })),
      },
    },
  };
}

function deployment(name: string, image: string) {
  const labels = {
    'app.kubernetes.io/name': name,
    'backstage.io/kubernetes-id': name,
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: name, labels },
    spec: {
      replicas: 2,
      selector: { matchLabels: { 'app.kubernetes.io/name': name } },
      template: {
        metadata: { labels },
        spec: {
          securityContext: {
            runAsNonRoot: true,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          containers: [
            {
              name,
              image,
              ports: [{ name: 'http', containerPort: 8080 }],
              env: [{ name: 'LOG_LEVEL', value: 'info' }],
              readinessProbe: { httpGet: { path: '/', port: 'http' } },
              resources: {
                requests: { cpu: '10m', memory: '64Mi' },
                limits: { memory: '256Mi' },
              },
              securityContext: {
                allowPrivilegeEscalation: false,
                capabilities: { drop: ['ALL'] },
              },
            },
          ],
        },
      },
    },
  };
}
