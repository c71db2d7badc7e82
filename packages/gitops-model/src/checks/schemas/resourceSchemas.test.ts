import { resourceSchemas } from './resourceSchemas';

type Spec = Record<string, unknown>;

const own = { name: 'x', namespace: 'y', labels: { a: 'b' }, annotations: {} };

/** Says what is wrong with a resource, as `spec/interval must match …`. */
function check(type: string, spec: Spec, more: Spec = {}): string[] {
  const [apiVersion, kind] = type.split(' ');
  const schema = resourceSchemas.get(type);
  if (!schema) throw new Error(`There is no schema of ${type}.`);
  return schema({ apiVersion, kind, metadata: own, spec, ...more }).map(
    ({ path, message }) => `${path.join('/')} ${message}`,
  );
}

const labels = {
  matchLabels: { app: 'x' },
  matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }],
};
const toPorts = [
  {
    ports: [{ port: '80', endPort: 90, protocol: 'TCP' }],
    listener: {},
    originatingTLS: {},
    terminatingTLS: {},
    serverNames: ['x'],
    rules: { dns: [{}], http: [{}], kafka: [], l7: [], l7proto: 'x' },
  },
];
const cidrs = [
  { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] },
  { cidrGroupRef: 'x', cidrGroupSelector: labels },
];
const peers = { authentication: { mode: 'required' }, icmps: [{}], toPorts };
const selector = {
  kind: 'Deployment',
  name: 'x',
  group: 'apps',
  version: 'v1',
};
const patches = [{ patch: 'a', target: selector }];
const images = [{ name: 'a', newName: 'b', newTag: '1', digest: 'c' }];
const secret = { name: 'a' };
const common = {
  commonMetadata: { labels: { a: 'b' }, annotations: { a: 'b' } },
  dependsOn: [{ name: 'a', namespace: 'b', readyExpr: 'c' }],
  healthCheckExprs: [{ apiVersion: 'v1', kind: 'A', current: 'b' }],
  kubeConfig: { configMapRef: secret, secretRef: { name: 'a', key: 'b' } },
  timeout: '5m30s',
  interval: '1.5h',
  suspend: false,
};
const action = {
  crds: 'Skip',
  disableHooks: true,
  strategy: { name: 'RetryOnFailure', retryInterval: '5ms' },
  timeout: '5m',
};

/** Of each kind a resource that has every part there is. */
const whole: Record<string, Spec> = {
  'cilium.io/v2 CiliumNetworkPolicy': {
    description: 'x',
    endpointSelector: labels,
    enableDefaultDeny: { egress: true, ingress: false },
    labels: [{}],
    log: { value: 'x' },
    ingress: [
      {
        ...peers,
        fromCIDR: ['10.0.0.0/8'],
        fromCIDRSet: cidrs,
        fromEndpoints: [labels],
        fromEntities: ['ingress', 'world'],
        fromNodes: [labels],
      },
    ],
    ingressDeny: [{ fromEntities: ['all'] }],
    egress: [
      {
        ...peers,
        toCIDRSet: cidrs,
        toEndpoints: [labels],
        toEntities: ['kube-apiserver'],
        toFQDNs: [{ matchName: 'x.org', matchPattern: '*' }],
      },
    ],
    egressDeny: [{ toCIDR: ['10.0.0.0/8'] }],
  },
  'helm.toolkit.fluxcd.io/v2 HelmRelease': {
    ...common,
    chart: {
      metadata: common.commonMetadata,
      spec: {
        chart: 'x',
        sourceRef: { kind: 'HelmRepository', name: 'x', namespace: 'y' },
        interval: '1h',
        reconcileStrategy: 'Revision',
        valuesFiles: ['a'],
        verify: { provider: 'cosign', secretRef: secret },
        version: '1',
      },
    },
    install: {
      ...action,
      createNamespace: true,
      remediation: { retries: 3, remediateLastFailure: true },
      serverSideApply: true,
    },
    upgrade: {
      ...action,
      chartNameChangeStrategy: 'Reinstall',
      remediation: { retries: 3, strategy: 'rollback' },
      serverSideApply: 'auto',
    },
    rollback: { force: true, timeout: '5m', serverSideApply: 'enabled' },
    uninstall: { deletionPropagation: 'orphan', keepHistory: true },
    test: { enable: true, filters: [{ name: 'a', exclude: true }] },
    driftDetection: {
      mode: 'warn',
      ignore: [{ paths: ['/a'], target: selector }],
    },
    postRenderStrategy: 'combined',
    postRenderers: [{ kustomize: { images, patches } }],
    releaseName: 'x'.repeat(53),
    storageNamespace: 'x'.repeat(63),
    targetNamespace: 'x'.repeat(63),
    values: { any: ['thing'] },
    valuesFrom: [
      {
        kind: 'ConfigMap',
        name: 'a',
        targetPath: 'a.b[12345]\\c/d-e',
        valuesKey: 'a.b-c_d',
      },
    ],
    waitStrategy: { name: 'poller' },
  },
  'k8s.keycloak.org/v2alpha1 KeycloakRealmImport': {
    keycloakCRName: 'x',
    realm: {
      realm: 'x',
      enabled: true,
      somethingElse: true,
      clients: [
        {
          clientId: 'x',
          enabled: true,
          redirectUris: ['https://x'],
          notBefore: 1,
          attributes: { a: 'b' },
          registeredNodes: { a: 1 },
          access: { view: true },
          protocolMappers: [
            { name: 'a', consentRequired: false, config: { a: 'b' } },
          ],
        },
      ],
    },
    placeholders: { A: { secret: { name: 'a', key: 'b', optional: true } } },
    resources: {},
  },
  'kustomize.toolkit.fluxcd.io/v1 Kustomization': {
    ...common,
    prune: true,
    sourceRef: { apiVersion: 'v1', kind: 'GitRepository', name: 'x' },
    buildMetadata: ['originAnnotations', 'transformerAnnotations'],
    components: ['a'],
    decryption: { provider: 'sops', secretRef: secret },
    deletionPolicy: 'Orphan',
    healthChecks: [{ apiVersion: 'v1', kind: 'A', name: 'b', namespace: 'c' }],
    ignore: [{ paths: ['/a'] }],
    images,
    namePrefix: 'x'.repeat(200),
    nameSuffix: 'x'.repeat(200),
    patches,
    path: './x',
    postBuild: {
      substituteStrategy: 'Always',
      substitute: { a: 'b' },
      substituteFrom: [{ kind: 'Secret', name: 'a', optional: true }],
    },
    retryInterval: '1m',
    targetNamespace: 'x'.repeat(63),
    wait: true,
  },
  'postgresql.cnpg.io/v1 Database': {
    name: 'x',
    owner: 'x',
    cluster: { name: 'x' },
    connectionLimit: -1,
    databaseReclaimPolicy: 'retain',
    ensure: 'present',
    extensions: [{ name: 'a', ensure: 'absent', schema: 'b', version: '1' }],
    fdws: [
      {
        name: 'a',
        handler: 'b',
        options: [{ name: 'a', value: 'b' }],
        usage: [{ name: 'a', type: 'grant' }],
      },
    ],
    schemas: [{ name: 'a', owner: 'b' }],
    servers: [{ name: 'a', fdw: 'b' }],
  },
  'source.toolkit.fluxcd.io/v1 HelmRepository': {
    url: 'https://x',
    accessFrom: { namespaceSelectors: [{ matchLabels: { a: 'b' } }] },
    certSecretRef: secret,
    interval: '1h',
    provider: 'aws',
    timeout: '1m30s',
    type: 'default',
  },
  'source.toolkit.fluxcd.io/v1 OCIRepository': {
    interval: '1h',
    url: 'oci://x',
    layerSelector: { mediaType: 'a', operation: 'copy' },
    provider: 'generic',
    ref: { digest: 'a', semver: 'b', semverFilter: 'c', tag: 'd' },
    secretRef: secret,
    timeout: '90s',
    verify: {
      provider: 'notation',
      secretRef: secret,
      trustedRootSecretRef: secret,
      matchOIDCIdentity: [{ issuer: 'a', subject: 'b' }],
    },
  },
  'v1.edp.epam.com/v1 KeycloakClient': {
    clientId: 'x',
    realmRef: { kind: 'ClusterKeycloakRealm', name: 'x' },
    advancedSettings: {},
    attributes: { a: 'b' },
    authenticationFlowBindingOverrides: { browser: 'a', directGrant: 'b' },
    authorization: {},
    clientRolesV2: [{ name: 'a', associatedClientRoles: ['b'] }],
    permission: {},
    protocolMappers: [{ name: 'a', config: { a: 'b' } }],
    public: true,
    realmRoles: [{ composite: 'a', name: 'b' }],
    reconciliationStrategy: 'addOnly',
    redirectUris: ['https://x'],
    serviceAccount: {
      attributesV2: { a: ['b'] },
      clientRoles: [{ clientId: 'a', roles: ['b'] }],
      enabled: true,
    },
  },
};

const policy = 'cilium.io/v2 CiliumNetworkPolicy';
const release = 'helm.toolkit.fluxcd.io/v2 HelmRelease';
const realm = 'k8s.keycloak.org/v2alpha1 KeycloakRealmImport';
const kustomization = 'kustomize.toolkit.fluxcd.io/v1 Kustomization';
const database = 'postgresql.cnpg.io/v1 Database';
const helmSource = 'source.toolkit.fluxcd.io/v1 HelmRepository';
const source = 'source.toolkit.fluxcd.io/v1 OCIRepository';
const client = 'v1.edp.epam.com/v1 KeycloakClient';

describe.each(Object.entries(whole))('%s', (type, spec) => {
  it('has all its parts', () => {
    expect(check(type, spec)).toEqual([]);
    expect(check(type, spec, { status: {}, metadata: undefined })).toEqual([]);
  });

  it('has no other fields, and names and labels that are texts', () => {
    expect(check(type, { ...spec, odd: 1 })).toEqual([
      'spec must not have odd',
    ]);
    expect(check(type, spec, { odd: 1 })).toEqual([' must not have odd']);
    expect(
      check(type, spec, { metadata: { name: 1, labels: { a: 1 }, uid: 1 } }),
    ).toEqual([
      'metadata/name must be string',
      'metadata/labels/a must be string',
    ]);
  });
});

it.each<[string, Spec, string]>([
  [
    policy,
    { endpointSelector: { matchLabel: {} } },
    'spec/endpointSelector must not have matchLabel',
  ],
  [
    policy,
    { nodeSelector: {} },
    'spec must have either endpointSelector or nodeSelector',
  ],
  [
    policy,
    { endpointSelector: undefined },
    'spec must have either endpointSelector or nodeSelector',
  ],
  [
    policy,
    {
      ingress: undefined,
      egress: undefined,
      ingressDeny: undefined,
      egressDeny: undefined,
    },
    'spec must have rules of ingress or egress',
  ],
  [
    policy,
    { ingress: [{ toPorts: [{ ports: [{ endPort: 65536 }] }] }] },
    'spec/ingress/0/toPorts/0/ports/0/endPort must be at most 65535',
  ],
  [
    policy,
    { ingress: [{ toPorts: [{ ports: Array(41).fill({ port: '80' }) }] }] },
    'spec/ingress/0/toPorts/0/ports must be at most 40 items',
  ],
  [
    policy,
    { egress: [{ toPorts: [{ ports: [{ endPort: -1 }] }] }] },
    'spec/egress/0/toPorts/0/ports/0/endPort must be at least 0',
  ],
  [
    release,
    { releaseName: 'x'.repeat(54) },
    'spec/releaseName must be at most 53 characters',
  ],
  [release, { chart: undefined }, 'spec must have either chart or chartRef'],
  [
    release,
    { chartRef: { kind: 'HelmChart', name: 'x' } },
    'spec must have either chart or chartRef',
  ],
  [release, { maxHistory: 1.5 }, 'spec/maxHistory must be int'],
  [
    release,
    { waitStrategy: { name: 'x' } },
    'spec/waitStrategy/name must be poller or legacy',
  ],
  [
    realm,
    { realm: { clients: [{}] } },
    'spec/realm/clients/0/clientId must be string',
  ],
  [
    realm,
    { placeholders: { A: { secret: {} } } },
    'spec/placeholders/A/secret/key must be string',
  ],
  [kustomization, { prune: undefined }, 'spec/prune must be boolean'],
  [
    kustomization,
    { namePrefix: 'x'.repeat(201) },
    'spec/namePrefix must be at most 200 characters',
  ],
  [
    kustomization,
    { decryption: { provider: 'age' } },
    'spec/decryption/provider must be sops',
  ],
  [database, { cluster: {}, owner: 1 }, 'spec/owner must be string'],
  [
    database,
    { name: 'postgres' },
    'spec/name must be no database of PostgreSQL itself',
  ],
  [
    database,
    { name: 'template0' },
    'spec/name must be no database of PostgreSQL itself',
  ],
  [
    database,
    { name: 'template1' },
    'spec/name must be no database of PostgreSQL itself',
  ],
  [
    helmSource,
    { provider: 'x' },
    'spec/provider must be generic or aws or azure or gcp',
  ],
  [source, { ref: { branch: 'x' } }, 'spec/ref must not have branch'],
  [
    client,
    { realmRef: { kind: 'KeycloakRealm' } },
    'spec/realmRef/name must be string',
  ],
])('%s with %j is told of as %s', (type, change, told) => {
  expect(check(type, { ...whole[type], ...change })).toEqual([told]);
});

it.each<[string, string, string[], string[]]>([
  [
    kustomization,
    'interval',
    ['1h', '10m', '1m30s', '1.25s', '100ms'],
    ['', '1', '1d', '1 h', 'x1h', '1hx', '.5s', '1.s', '1h1'],
  ],
  [
    source,
    'timeout',
    ['10m', '1m30s', '1.25s', '100ms'],
    ['1h', '1', 'x1m', '1mx', '.5s', '1.s'],
  ],
  [source, 'url', ['oci://x/y'], ['https://x', 'xoci://y', 'oci:/x', '']],
  [
    helmSource,
    'url',
    ['http://x', 'https://x', 'oci://x'],
    ['git://x', 'xhttps://y', 'httpss://x'],
  ],
])('%s takes for %s %j, and not %j', (type, field, good, bad) => {
  const told = (value: string) =>
    check(type, { ...whole[type], [field]: value });
  expect(good.filter(value => told(value).length > 0)).toEqual([]);
  expect(bad.filter(value => told(value).length === 0)).toEqual([]);
});

it.each([
  [
    'targetPath',
    ['a', 'a.b', 'a[0]', 'a\\.b'],
    ['', 'a b', 'a[x]', 'a[123456]', ' a', 'a*'],
  ],
  ['valuesKey', ['a', 'a.b', 'A_b-1'], ['', 'a b', 'a/b', ' a', 'a*']],
])('takes values by %s %j, and not %j', (field, good, bad) => {
  const told = (value: string) =>
    check(release, {
      ...whole[release],
      valuesFrom: [{ kind: 'Secret', name: 'a', [field]: value }],
    });
  expect(good.filter(value => told(value).length > 0)).toEqual([]);
  expect(bad.filter(value => told(value).length === 0)).toEqual([]);
});

it('takes several rules of a policy', () => {
  const rule = { endpointSelector: {}, ingress: [] };
  const manifest = { specs: [rule, { ...rule, egress: [{}] }] };
  expect(check(policy, rule, manifest)).toEqual([]);
  expect(check(policy, rule, { specs: [{ ingress: [] }] })).toEqual([
    'specs/0 must have either endpointSelector or nodeSelector',
  ]);
});
