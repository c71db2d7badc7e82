/** A manifest as JSON, which is YAML. */
export function manifest(
  apiVersion: string,
  kind: string,
  metadata: object,
  spec: object = {},
): string {
  return JSON.stringify({ apiVersion, kind, metadata, spec });
}

function application(name: string, url: string, path: string): string {
  return manifest(
    'argoproj.io/v1alpha1',
    'Application',
    {
      name,
      namespace: 'argocd',
      annotations: { 'portal.internal/owner': 'group:default/atlas' },
    },
    {
      project: 'apps',
      source: { repoURL: url, path },
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: name,
      },
    },
  );
}

function externalSecret(name: string): string {
  return manifest(
    'external-secrets.io/v1',
    'ExternalSecret',
    { name },
    {
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault-backend' },
      data: [
        {
          secretKey: 'PASSWORD',
          remoteRef: { key: 'atlas/shared/mailbox', property: 'password' },
        },
      ],
    },
  );
}

/** An app-of-apps repository: `notes` and `wiki` share a secret key, `broken` cannot be built, `lost` is listed nowhere. */
export function exampleFiles(url: string): Record<string, string> {
  const apps = ['gateway', 'notes', 'wiki', 'broken'];
  const directory = (path: string, files: Record<string, string>) =>
    Object.fromEntries([
      [
        `${path}/kustomization.yaml`,
        JSON.stringify({ resources: Object.keys(files) }),
      ],
      ...Object.entries(files).map(([name, text]) => [`${path}/${name}`, text]),
    ]);
  const route = (name: string) =>
    manifest(
      'gateway.networking.k8s.io/v1',
      'HTTPRoute',
      { name },
      {
        hostnames: [`${name}.apps.example`],
        parentRefs: [
          { name: 'main', namespace: 'gateway', sectionName: 'https' },
        ],
      },
    );
  return {
    'k8s/root.yaml': application('root', url, 'k8s/apps'),
    ...directory(
      'k8s/apps',
      Object.fromEntries(
        apps.map(name => [
          `${name}.yaml`,
          application(name, url, `k8s/${name}`),
        ]),
      ),
    ),
    'k8s/apps/lost.yaml': application('lost', url, 'k8s/lost'),
    ...directory('k8s/gateway', {
      'gateway.yaml': manifest(
        'gateway.networking.k8s.io/v1',
        'Gateway',
        { name: 'main' },
        {
          gatewayClassName: 'cilium',
          listeners: [
            {
              name: 'https',
              protocol: 'HTTPS',
              port: 443,
              hostname: '*.apps.example',
              allowedRoutes: { namespaces: { from: 'All' } },
            },
          ],
        },
      ),
      'store.yaml': manifest(
        'external-secrets.io/v1',
        'ClusterSecretStore',
        { name: 'vault-backend' },
        { provider: { vault: { server: 'https://vault.example' } } },
      ),
    }),
    ...directory('k8s/notes', {
      'route.yaml': route('notes'),
      'secret.yaml': externalSecret('notes-mail'),
      'deployment.yaml': manifest(
        'apps/v1',
        'Deployment',
        { name: 'notes' },
        {
          template: {
            spec: {
              containers: [
                {
                  name: 'app',
                  image: 'registry.example/desk-tools/notebook:4.2',
                },
              ],
            },
          },
        },
      ),
    }),
    ...directory('k8s/wiki', {
      'route.yaml': route('wiki'),
      'secret.yaml': externalSecret('wiki-mail'),
    }),
    'k8s/broken/kustomization.yaml': JSON.stringify({
      resources: ['missing.yaml'],
    }),
  };
}
