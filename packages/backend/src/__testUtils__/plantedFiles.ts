const manifest = (
  apiVersion: string,
  kind: string,
  name: string,
  body: object,
) => JSON.stringify({ apiVersion, kind, metadata: { name }, ...body });

const application = (name: string, source: object) =>
  manifest('argoproj.io/v1alpha1', 'Application', name, {
    spec: {
      project: 'apps',
      source,
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: name,
      },
    },
  });

const list = (resources: string[], more: object = {}) =>
  JSON.stringify({ resources, ...more });

/** An Argo CD repository that has a secret in every place where people put one. */
export function plantedFiles(
  url: string,
  plant: () => string,
): Record<string, string> {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  return {
    'k8s/root.yaml': application('root', { repoURL: url, path: 'k8s/apps' }),
    'k8s/apps/kustomization.yaml': list([
      'notes.yaml',
      'chart.yaml',
      'wrapper.yaml',
      'foreign.yaml',
    ]),
    'k8s/apps/notes.yaml': application('notes', {
      repoURL: url,
      path: 'k8s/notes',
    }),
    'k8s/apps/chart.yaml': application('chart', {
      repoURL: 'https://charts.example',
      chart: 'chart',
      targetRevision: '1.0.0',
      helm: {
        values: JSON.stringify({ auth: { password: plant() } }),
        valuesObject: { token: plant() },
        parameters: [{ name: 'auth.token', value: plant() }],
      },
    }),
    'k8s/apps/wrapper.yaml': application('wrapper', {
      repoURL: url,
      path: 'k8s/wrapper',
    }),
    'k8s/apps/foreign.yaml': application('foreign', {
      repoURL: `https://somebody:${plant()}@forge.example/other/repository.git`,
      path: 'deploy',
    }),
    'k8s/notes/kustomization.yaml': list(
      [
        'plain.yaml',
        'strings.yaml',
        'sealed.sops.yaml',
        'deployment.yaml',
        'external.yaml',
        'realm.yaml',
        'malformed.yaml',
        'route.yaml',
        'dashboard.yaml',
      ],
      {
        secretGenerator: [
          { name: 'generated', literals: [`password=${plant()}`] },
        ],
        configMapGenerator: [
          { name: 'settings', literals: [`token=${plant()}`] },
        ],
        patches: [
          {
            patch: JSON.stringify([
              { op: 'add', path: '/data/password', value: plant() },
            ]),
            target: { kind: 'Secret', name: 'nothing' },
          },
        ],
      },
    ),
    'k8s/notes/plain.yaml': manifest('v1', 'Secret', 'plain', {
      data: { password: base64(plant()), other: plant() },
    }),
    'k8s/notes/strings.yaml': manifest('v1', 'Secret', 'strings', {
      stringData: { password: plant() },
    }),
    'k8s/notes/sealed.sops.yaml': manifest('v1', 'Secret', 'sealed', {
      stringData: { password: `ENC[AES256_GCM,data:${plant()},type:str]` },
      sops: { mac: plant(), version: '3.9.0' },
    }),
    'k8s/notes/deployment.yaml': manifest('apps/v1', 'Deployment', 'notes', {
      spec: {
        template: {
          spec: {
            containers: [
              {
                name: 'app',
                image: 'registry.example/desk/notebook:4.2',
                env: [{ name: 'PASSWORD', value: plant() }],
                args: [`--token=${plant()}`],
              },
            ],
          },
        },
      },
    }),
    'k8s/notes/external.yaml': manifest(
      'external-secrets.io/v1',
      'ExternalSecret',
      'notes',
      {
        spec: {
          secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault-backend' },
          target: { template: { data: { dsn: `postgres://${plant()}@db` } } },
          data: [
            {
              secretKey: 'PASSWORD',
              remoteRef: { key: 'desk/notes/mailbox', property: 'password' },
            },
          ],
        },
      },
    ),
    'k8s/notes/realm.yaml': manifest(
      'k8s.keycloak.org/v2alpha1',
      'KeycloakRealmImport',
      'realm',
      {
        spec: {
          keycloakCRName: 'keycloak',
          realm: {
            realm: 'desk',
            clients: [{ clientId: 'notes', secret: plant() }],
            users: [{ username: 'root', credentials: [{ value: plant() }] }],
            smtpServer: { password: plant() },
          },
        },
      },
    ),
    'k8s/notes/malformed.yaml': `kind: Secret\npassword: ${plant()}\n  data: [${plant()}\n`,
    'k8s/notes/route.yaml': manifest(
      'gateway.networking.k8s.io/v1',
      'HTTPRoute',
      'notes',
      {
        spec: {
          hostnames: ['notes.apps.example'],
          parentRefs: [{ name: 'main', namespace: 'gateway' }],
          rules: [
            {
              filters: [
                {
                  type: 'RequestHeaderModifier',
                  requestHeaderModifier: {
                    set: [{ name: 'Authorization', value: plant() }],
                  },
                },
              ],
            },
          ],
        },
      },
    ),
    'k8s/notes/dashboard.yaml': manifest('v1', 'ConfigMap', 'homepage', {
      data: {
        'services.yaml': JSON.stringify([
          {
            Desk: [
              {
                Notes: {
                  href: 'https://notes.apps.example',
                  widget: { type: 'notes', key: plant() },
                },
              },
            ],
          },
        ]),
      },
    }),
    'k8s/wrapper/Chart.yaml': JSON.stringify({
      apiVersion: 'v2',
      name: 'wrapper',
      version: '1.0.0',
      dependencies: [
        {
          name: 'inner',
          version: '1.0.0',
          repository: `https://somebody:${plant()}@charts.example`,
        },
      ],
    }),
    'k8s/wrapper/values.yaml': JSON.stringify({
      inner: { auth: { password: plant() } },
    }),
    'k8s/wrapper/templates/secret.yaml': `kind: Secret\nstringData:\n  password: ${plant()}\n  other: {{ .Values.other }}\n`,
    'terraform/keycloak/clients.tf': [
      'resource "keycloak_openid_client" "notes" {',
      '  realm_id      = data.keycloak_realm.edgit.id',
      '  client_id     = "notes"',
      `  client_secret = "${plant()}"`,
      '}',
      `variable "password" { default = "${plant()}" }`,
      '',
    ].join('\n'),
    'terraform/keycloak/broken.tf': `resource "keycloak_openid_client" { secret = "${plant()}`,
    'keycloak/wiki.json': JSON.stringify({
      clientId: 'wiki',
      secret: plant(),
      redirectUris: ['https://wiki.example/*'],
    }),
    'keycloak/broken.json': `{"clientId": "broken", "secret": ${plant()}`,
    'talos/nodes/machine-1.yaml': JSON.stringify({
      machine: {
        token: plant(),
        ca: { key: base64(plant()) },
        network: { hostname: 'machine-1' },
      },
      cluster: { secret: plant(), aescbcEncryptionSecret: plant() },
    }),
    'k8s/notes/catalog-info.yaml': `kind: Component\nmetadata: {name: notes, annotations: {token: ${plant()}}}\nspec: [${plant()}`,
    '.env': `PASSWORD=${plant()}\n`,
  };
}
