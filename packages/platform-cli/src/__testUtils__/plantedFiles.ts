import { randomBytes } from 'node:crypto';
import { application, argocdFiles } from './argocdFiles';
import { fluxFiles, kustomization } from './fluxFiles';

/** Values that stand for secrets, made anew in every run. */
export class Planted {
  readonly values: string[] = [];

  /** A value that nothing may show. */
  plain(): string {
    const value = `x${randomBytes(9).toString('hex')}`;
    this.values.push(value);
    return value;
  }

  /** As a Secret's `data` holds it; neither form may show. */
  encoded(): string {
    const encoded = Buffer.from(this.plain()).toString('base64');
    this.values.push(encoded);
    return encoded;
  }
}

const secret = (name: string, body: string) =>
  `apiVersion: v1\nkind: Secret\nmetadata: {name: ${name}}\n${body}\n`;

const furtherProfile = [
  'owners: {default: "group:default/them"}',
  'loginClients:',
  '  - {form: terraform, directory: terraform, realm: main}',
  '  - {form: json, directory: clients, realm: main}',
  'nodes: [{cluster: home, form: machine-configs, directory: machines}]',
  '',
];

function route(name: string): string {
  return [
    'apiVersion: gateway.networking.k8s.io/v1',
    'kind: HTTPRoute',
    `metadata: {name: ${name}}`,
    `spec: {hostnames: [${name}.example.org]}`,
    '',
  ].join('\n');
}

/** What both engines have in one directory. */
function appFiles(directory: string, planted: Planted): Record<string, string> {
  const at = (name: string) => `${directory}/${name}`;
  return {
    [at('kustomization.yaml')]: [
      'resources:',
      '  - secrets.yaml',
      '  - sops.yaml',
      '  - deployment.yaml',
      '  - externalsecret.yaml',
      '  - realm.yaml',
      '  - homepage.yaml',
      '  - route.yaml',
      '  - alias.yaml',
      '  - tag.yaml',
      '  - twice.yaml',
      `  - https://user:${planted.plain()}@forge.example/base?token=${planted.plain()}`,
      'configMapGenerator:',
      `  - {name: settings, literals: [PASSWORD=${planted.plain()}]}`,
      'secretGenerator:',
      `  - {name: generated, literals: [PASSWORD=${planted.plain()}], files: [token.txt], envs: [token.env]}`,
      'patches:',
      '  - patch: |-',
      '      apiVersion: v1',
      '      kind: Secret',
      '      metadata: {name: written}',
      `      stringData: {patched: ${planted.plain()}}`,
      `  - target: {kind: Secret, name: gone-${'x'.repeat(4)}}`,
      `    patch: '[{"op": "add", "path": "/stringData/a", "value": "${planted.plain()}"}]'`,
      '',
    ].join('\n'),
    [at('token.txt')]: planted.plain(),
    [at('token.env')]: `TOKEN=${planted.plain()}\n`,
    [at('secrets.yaml')]: [
      secret('written', `stringData: {password: ${planted.plain()}}`),
      secret('encoded', `data: {password: ${planted.encoded()}}`),
      secret(
        'annotated',
        `data: {a: ${planted.encoded()}}\nextra: {a: ${planted.plain()}}`,
      ),
      [
        'apiVersion: v1',
        'kind: List',
        'items:',
        `  - {apiVersion: v1, kind: Secret, metadata: {name: listed}, data: {a: ${planted.encoded()}}}`,
        '',
      ].join('\n'),
    ].join('---\n'),
    [at('sops.yaml')]: secret(
      'encrypted',
      [
        `stringData: {a: "ENC[AES256_GCM,data:${planted.plain()},type:str]"}`,
        `unencrypted: ${planted.plain()}`,
        `sops: {mac: "ENC[${planted.plain()}]", age: [{recipient: age1x, enc: ${planted.plain()}}]}`,
      ].join('\n'),
    ),
    [at('deployment.yaml')]: [
      'apiVersion: apps/v1',
      'kind: Deployment',
      'metadata: {name: web}',
      'spec:',
      '  template:',
      '    spec:',
      '      containers:',
      '        - name: web',
      '          image: registry.example/web:1',
      `          args: [--password=${planted.plain()}]`,
      `          env: [{name: PASSWORD, value: ${planted.plain()}}]`,
      '---',
      'apiVersion: v1',
      'kind: ConfigMap',
      'metadata: {name: plain}',
      `data: {password: ${planted.plain()}}`,
      '',
    ].join('\n'),
    [at('externalsecret.yaml')]: [
      'apiVersion: external-secrets.io/v1',
      'kind: ExternalSecret',
      'metadata: {name: external}',
      'spec:',
      '  secretStoreRef: {kind: ClusterSecretStore, name: vault}',
      `  target: {template: {data: {url: "db://user:${planted.plain()}@db"}}}`,
      '  data: [{secretKey: A, remoteRef: {key: team/external}}]',
      '---',
      'apiVersion: external-secrets.io/v1',
      'kind: ClusterSecretStore',
      'metadata: {name: vault}',
      `spec: {provider: {fake: {data: [{key: a, value: ${planted.plain()}}]}}}`,
      '',
    ].join('\n'),
    [at('realm.yaml')]: [
      'apiVersion: k8s.keycloak.org/v2alpha1',
      'kind: KeycloakRealmImport',
      'metadata: {name: realm}',
      'spec:',
      '  realm:',
      '    realm: main',
      `    smtpServer: {password: ${planted.plain()}}`,
      `    users: [{username: admin, credentials: [{value: ${planted.plain()}}]}]`,
      `    clients: [{clientId: imported, secret: ${planted.plain()}, redirectUris: []}]`,
      '---',
      'apiVersion: v1.edp.epam.com/v1',
      'kind: KeycloakClient',
      'metadata: {name: resource}',
      `spec: {clientId: resource, secret: ${planted.plain()}, redirectUris: []}`,
      '',
    ].join('\n'),
    [at('homepage.yaml')]: [
      'apiVersion: v1',
      'kind: ConfigMap',
      'metadata: {name: homepage}',
      'data:',
      '  services.yaml: |',
      '    - Tools:',
      '        - Gone:',
      `            href: https://user:${planted.plain()}@gone.example.org/`,
      `            widget: {type: x, key: ${planted.plain()}}`,
      '',
    ].join('\n'),
    [at('route.yaml')]: route('found'),
    // What a parser says of these must not quote them.
    [at('alias.yaml')]: secret('a', `stringData: {a: *${planted.plain()}}`),
    [at('tag.yaml')]: secret('b', `stringData: {a: !${planted.plain()} b}`),
    [at('twice.yaml')]: secret(
      'c',
      `stringData:\n  a: ${planted.plain()}\n  a: "${planted.plain()}`,
    ),
  };
}

/** Files beside the manifests that clients and machines are read from. */
function furtherFiles(planted: Planted): Record<string, string> {
  return {
    'terraform/clients.tf': [
      'resource "keycloak_openid_client" "web" {',
      '  realm_id      = "main"',
      '  client_id     = "terraformed"',
      `  client_secret = "${planted.plain()}"`,
      '}',
      'resource "vault_kv_secret_v2" "web" {',
      `  data_json = jsonencode({ password = "${planted.plain()}" })`,
      '}',
      '',
    ].join('\n'),
    'terraform/broken.tf': `locals {\n  a = "${planted.plain()}\n`,
    'clients/web.json': JSON.stringify({
      clientId: 'written',
      secret: planted.plain(),
      redirectUris: [],
    }),
    'clients/broken.json': `{"clientId": "x", "secret": "${planted.plain()}`,
    'clients/wrong.json': JSON.stringify({ clientId: [planted.plain()] }),
    'machines/one.yaml': [
      'machine:',
      '  type: worker',
      `  token: ${planted.plain()}`,
      `  ca: {crt: ${planted.encoded()}, key: ${planted.encoded()}}`,
      '  network: {hostname: one}',
      `cluster: {secret: ${planted.plain()}, aescbcEncryptionSecret: ${planted.plain()}}`,
      '',
    ].join('\n'),
    '.env': `TOKEN=${planted.plain()}\n`,
  };
}

/** An Argo CD repository with secret values wherever one can lie. */
export function plantedArgocdFiles(planted: Planted): Record<string, string> {
  const chart = [
    'apiVersion: argoproj.io/v1alpha1',
    'kind: Application',
    'metadata: {name: chart, namespace: argocd}',
    'spec:',
    '  destination: {server: "https://kubernetes.default.svc", namespace: chart}',
    '  sources:',
    `    - repoURL: https://user:${planted.plain()}@charts.example`,
    '      chart: web',
    '      targetRevision: 1.0.0',
    '      helm:',
    `        parameters: [{name: password, value: ${planted.plain()}}]`,
    `        valuesObject: {auth: {password: ${planted.plain()}}, route: {app: {hostnames: [chart.example.org], parentRefs: [{name: g}]}}}`,
    '        values: |',
    `          password: ${planted.plain()}`,
    `    - {repoURL: "https://user:${planted.plain()}@forge.example/foreign.git", path: x}`,
    `    - {repoURL: "https://user:${planted.plain()}@forge.example/acme/platform.git", path: gone}`,
    '',
  ].join('\n');
  return {
    ...argocdFiles,
    ...appFiles('k8s/notes', planted),
    ...furtherFiles(planted),
    'k8s/apps/kustomization.yaml':
      'resources: [notes.yaml, chart.yaml, wrapper.yaml]\n',
    'k8s/apps/chart.yaml': chart,
    'k8s/apps/wrapper.yaml': application('wrapper', 'k8s/wrapper'),
    'k8s/wrapper/Chart.yaml': `apiVersion: v2\nname: wrapper\nversion: 1.0.0\ndependencies: [{name: web, version: 1.0.0, repository: "https://user:${planted.plain()}@charts.example"}]\n`,
    'k8s/wrapper/values.yaml': `web: {password: ${planted.plain()}}\n`,
    'k8s/wrapper/templates/secret.yaml': secret(
      'templated',
      `stringData: {a: "{{ .Values.web.password }}", b: ${planted.plain()}}`,
    ),
    'profile.yaml': [
      'engine: argocd',
      'roots: [{cluster: home, path: k8s/root.yaml}]',
      ...furtherProfile,
    ].join('\n'),
  };
}

/** A Flux repository with secret values wherever one can lie. */
export function plantedFluxFiles(planted: Planted): Record<string, string> {
  return {
    ...fluxFiles,
    ...appFiles('apps/notes', planted),
    ...furtherFiles(planted),
    'clusters/blue/settings.yaml': [
      'apiVersion: v1',
      'kind: ConfigMap',
      'metadata: {name: settings, namespace: flux-system}',
      `data: {DATABASE_PASSWORD: ${planted.plain()}}`,
      '---',
      'apiVersion: v1',
      'kind: Secret',
      'metadata: {name: settings-secret, namespace: flux-system}',
      `stringData: {TOKEN: ${planted.plain()}}`,
      '',
    ].join('\n'),
    'clusters/blue/apps.yaml': kustomization('notes', './apps/notes', [
      '  postBuild:',
      `    substitute: {INLINE: ${planted.plain()}}`,
      '    substituteFrom: [{kind: ConfigMap, name: settings}, {kind: Secret, name: settings-secret}]',
      '  patches:',
      '    - patch: |-',
      '        apiVersion: v1',
      '        kind: Secret',
      '        metadata: {name: written}',
      `        stringData: {a: ${planted.plain()}}`,
    ]),
    'clusters/blue/release.yaml': kustomization('release', './apps/release'),
    'apps/release/release.yaml': [
      'apiVersion: source.toolkit.fluxcd.io/v1',
      'kind: HelmRepository',
      'metadata: {name: charts, namespace: release}',
      `spec: {url: "https://user:${planted.plain()}@charts.example"}`,
      '---',
      'apiVersion: helm.toolkit.fluxcd.io/v2',
      'kind: HelmRelease',
      'metadata: {name: release, namespace: release}',
      'spec:',
      '  chart: {spec: {chart: web, version: 1.0.0, sourceRef: {kind: HelmRepository, name: charts}}}',
      '  valuesFrom: [{kind: Secret, name: release-values}]',
      '  values:',
      `    password: ${planted.plain()}`,
      `    url: "\${UNSET:=${planted.plain()}}\${ALSO_UNSET}"`,
      '    route: {app: {hostnames: [release.example.org], parentRefs: [{name: g}]}}',
      '---',
      secret(
        'release-values',
        `stringData: {values.yaml: "a: ${planted.plain()}"}`,
      ),
    ].join('\n'),
    'apps/notes/deployment.yaml': [
      'apiVersion: apps/v1',
      'kind: Deployment',
      'metadata: {name: web}',
      'spec:',
      '  template:',
      '    spec:',
      '      containers:',
      '        - name: web',
      '          image: registry.example/web:1',
      '          env: [{name: A, value: "${DATABASE_PASSWORD}${TOKEN}${INLINE}"}]',
      '',
    ].join('\n'),
    'profile.yaml': [
      'engine: flux',
      'roots: [{cluster: home, path: clusters/blue}]',
      ...furtherProfile,
    ].join('\n'),
  };
}
