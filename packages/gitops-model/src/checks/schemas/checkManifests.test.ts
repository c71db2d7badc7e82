import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { FileEdit } from '../../plan/Plan';
import { isYamlFile } from '../readManifests';
import { checkManifests } from './checkManifests';

const check = (manifest: object) =>
  checkManifests([
    { kind: 'create', path: 'x.yaml', after: JSON.stringify(manifest) },
  ]).map(({ code, message }) => `${code} ${message}`);

const policy = { name: 'limits', ruleNames: ['cpu'] };
const source = { kind: 'GitRepository', name: 'flux-system' };
const own = { name: 'x' };

/** Type, a spec that the cluster takes, what is wrong with it then, and what is said of that. */
const kinds: [string, object, object, string][] = [
  [
    'argoproj.io/v1alpha1 AppProject',
    { sourceRepos: ['https://example.org'] },
    { sourceRepos: 'https://example.org' },
    'data/spec/sourceRepos must be array',
  ],
  [
    'argoproj.io/v1alpha1 ApplicationSet',
    {
      generators: [{ list: { elements: [{ app: 'x' }] } }],
      template: {
        metadata: {},
        spec: { project: 'apps', destination: { namespace: 'x' } },
      },
    },
    { generators: {} },
    'data/spec/generators must be array',
  ],
  [
    'cert-manager.io/v1 Certificate',
    { secretName: 'x', issuerRef: own, dnsNames: ['x.example.org'] },
    { issuerRef: undefined },
    'data/spec must have required property issuerRef',
  ],
  [
    'cilium.io/v2 CiliumNetworkPolicy',
    {
      endpointSelector: {},
      ingress: [
        {
          fromEntities: ['ingress'],
          toPorts: [{ ports: [{ port: '80', protocol: 'TCP' }] }],
        },
      ],
    },
    { ingress: [{ toPorts: [{ ports: [{ port: 80 }] }] }] },
    'data/spec/ingress/0/toPorts/0/ports/0/port must be string',
  ],
  [
    'gateway.networking.k8s.io/v1 Gateway',
    {
      gatewayClassName: 'cilium',
      listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }],
    },
    { listeners: [{ name: 'http', port: 0, protocol: 'HTTP' }] },
    'data/spec/listeners/0/port must be >= 1',
  ],
  [
    'gateway.networking.k8s.io/v1beta1 ReferenceGrant',
    {
      from: [
        {
          group: 'gateway.networking.k8s.io',
          kind: 'HTTPRoute',
          namespace: 'x',
        },
      ],
      to: [{ group: '', kind: 'Service' }],
    },
    { to: [{ kind: 'Service' }] },
    'data/spec/to/0 must have required property',
  ],
  [
    'helm.toolkit.fluxcd.io/v2 HelmRelease',
    { interval: '1h', chartRef: { kind: 'OCIRepository', name: 'x' } },
    { value: {} },
    'data/spec must not have value',
  ],
  [
    'helm.toolkit.fluxcd.io/v2 HelmRelease',
    {
      interval: '1h',
      chart: { spec: { chart: 'x', sourceRef: { ...source } } },
    },
    { chartRef: { kind: 'OCIRepository', name: 'x' } },
    'data/spec must have either chart or chartRef',
  ],
  [
    'k8s.keycloak.org/v2alpha1 KeycloakRealmImport',
    {
      keycloakCRName: 'keycloak',
      realm: { realm: 'x', sslRequired: 'none', clients: [{ clientId: 'x' }] },
    },
    { realm: { clients: [{ clientId: 'x', redirectUri: 'https://x' }] } },
    'data/spec/realm/clients/0 must not have redirectUri',
  ],
  [
    'kustomize.toolkit.fluxcd.io/v1 Kustomization',
    { interval: '10m', prune: true, path: './x', sourceRef: source },
    { interval: '10 minutes' },
    'data/spec/interval must match',
  ],
  [
    'kyverno.io/v2 PolicyException',
    {
      exceptions: [{ policyName: policy.name, ruleNames: policy.ruleNames }],
      match: { any: [{ resources: { kinds: ['Pod'], namespaces: ['x'] } }] },
    },
    { exceptions: [policy] },
    'data/spec/exceptions/0 must have required property policyName',
  ],
  [
    'networking.k8s.io/v1 NetworkPolicy',
    { podSelector: {}, ingress: [{ ports: [{ port: 80 }] }] },
    { ingress: [{ ports: [{ port: {} }] }] },
    'data/spec/ingress/0/ports/0/port must be',
  ],
  [
    'policy/v1 PodDisruptionBudget',
    { maxUnavailable: 1, selector: { matchLabels: { app: 'x' } } },
    { selector: { matchLabels: { app: 1 } } },
    'data/spec/selector/matchLabels/app must be string',
  ],
  [
    'postgresql.cnpg.io/v1 Cluster',
    { instances: 2, storage: { size: '1Gi' } },
    { instances: 0 },
    'data/spec/instances must be >= 1',
  ],
  [
    'postgresql.cnpg.io/v1 Database',
    { name: 'x', owner: 'x', cluster: own },
    { reclaimPolicy: 'retain' },
    'data/spec must not have reclaimPolicy',
  ],
  [
    'postgresql.cnpg.io/v1 Pooler',
    { cluster: own, pgbouncer: { poolMode: 'session' }, type: 'rw' },
    { pgbouncer: { poolMode: 'statement' } },
    'data/spec/pgbouncer/poolMode must be equal to one of the allowed values',
  ],
  [
    'source.toolkit.fluxcd.io/v1 HelmRepository',
    { url: 'oci://ghcr.io/example/charts', type: 'oci' },
    { type: 'git' },
    'data/spec/type must be default or oci',
  ],
  [
    'source.toolkit.fluxcd.io/v1 OCIRepository',
    { url: 'oci://ghcr.io/example/x', interval: '1h', ref: { tag: '1.0.0' } },
    { ref: { version: '1.0.0' } },
    'data/spec/ref must not have version',
  ],
  [
    'v1.edp.epam.com/v1 KeycloakClient',
    { clientId: 'x', realmRef: { kind: 'KeycloakRealm', name: 'main' } },
    { realmRef: { kind: 'Realm', name: 'main' } },
    'data/spec/realmRef/kind must be KeycloakRealm or ClusterKeycloakRealm',
  ],
];

describe('checkManifests', () => {
  it.each(kinds)('knows a %s', (type, spec, wrong, told) => {
    const [apiVersion, kind] = type.split(' ');
    const manifest = { apiVersion, kind, metadata: own, spec };
    expect(check(manifest)).toEqual([]);
    expect(check({ ...manifest, spec: { ...spec, ...wrong } })).toEqual([
      expect.stringContaining(
        `manifest-invalid x.yaml is no valid ${type}: ${told}`,
      ),
    ]);
  });

  it('wants a policy of Cilium to select pods and to rule something', () => {
    const policyOf = (spec: object) =>
      check({
        apiVersion: 'cilium.io/v2',
        kind: 'CiliumNetworkPolicy',
        metadata: own,
        spec,
      });
    expect(policyOf({ endpointSelector: {} })).toEqual([
      expect.stringContaining('data/spec must have rules'),
    ]);
    expect(policyOf({ ingress: [] })).toEqual([
      expect.stringContaining('data/spec must have either endpointSelector'),
    ]);
    expect(policyOf({ nodeSelector: {}, egressDeny: [{}] })).toEqual([]);
  });

  it('says nothing of what a variable stands for', () => {
    const pooler = (instances: string) => ({
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Pooler',
      metadata: own,
      spec: {
        cluster: { name: '${CLUSTER}' },
        instances,
        pgbouncer: { poolMode: 'session' },
      },
    });
    expect(check(pooler('${POOLERS}'))).toEqual([]);
    expect(check(pooler('three'))).toEqual([
      expect.stringContaining('data/spec/instances must be integer'),
    ]);
  });

  it('looks at what an edit brings to YAML', () => {
    const service = (name: string, port: unknown) =>
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name },
        spec: { ports: [{ port }] },
      });
    const wrong = service('x', 'eighty');
    const path = 'x.yml';
    const edits: [FileEdit, number][] = [
      [{ kind: 'create', path, after: wrong }, 1],
      [{ kind: 'create', path: 'x.txt', after: wrong }, 0],
      [{ kind: 'delete', path, before: wrong }, 0],
      [{ kind: 'change', path, before: wrong, after: `# x\n${wrong}` }, 0],
      [{ kind: 'change', path, before: service('x', 80), after: wrong }, 1],
      [
        {
          kind: 'change',
          path,
          before: `${wrong}\n---\n${service('y', 80)}`,
          after: `${wrong}\n---\n${service('y', 'x')}\n---\n${wrong}`,
        },
        1,
      ],
    ];
    for (const [edit, count] of edits) {
      expect(checkManifests([edit])).toHaveLength(count);
    }
    expect(checkManifests(edits.map(([edit]) => edit))).toHaveLength(3);
  });

  it('says nothing of what was wrong with the very object before', () => {
    const release = (name: string, tag: unknown, spec: object = {}) =>
      JSON.stringify({
        apiVersion: 'helm.toolkit.fluxcd.io/v2',
        kind: 'HelmRelease',
        metadata: { name, namespace: 'x' },
        spec: { interval: '1h', chartRef: source, values: { tag }, ...spec },
      });
    const newer = { ofANewerFlux: true };
    const told = (before: string, after: string) =>
      checkManifests([{ kind: 'change', path: 'x.yaml', before, after }]).map(
        ({ message }) => message.replace(/^.*HelmRelease: /, ''),
      );
    const before = release('x', 1, newer);
    expect(told(before, release('x', 2, newer))).toEqual([]);
    expect(told(before, release('x', 2, { ...newer, interval: 5 }))).toEqual([
      expect.stringMatching(/^data\/spec\/interval [^,]*$/),
    ]);
    expect(told(before, release('y', 2, newer))).toEqual([
      expect.stringContaining('ofANewerFlux'),
    ]);
    expect(told(release('x', 1), release('x', 2, newer))).toHaveLength(1);
  });

  it('says which kinds it does not know, but for those that no cluster reads', () => {
    const kind = (apiVersion: string | undefined, name: string) =>
      check({ apiVersion, kind: name, metadata: own });
    expect(kind('backstage.io/v1alpha1', 'Component')).toEqual([]);
    expect(kind('kustomize.config.k8s.io/v1alpha1', 'Component')).toEqual([]);
    expect(kind('kustomize.config.k8s.io/v1beta1', 'Kustomization')).toEqual(
      [],
    );
    expect(kind('example.org/v1', 'Odd')).toEqual([
      'schema-unknown x.yaml holds a example.org/v1 Odd, whose schema is not known here.',
    ]);
    expect(kind(undefined, 'Service')).toHaveLength(1);
    expect(
      checkManifests([
        {
          kind: 'create',
          path: 'x.yaml',
          after: 'apiVersion: a/v1\nkind: B\n',
        },
      ]),
    ).toMatchObject([
      {
        severity: 'info',
        file: 'x.yaml',
        fix: expect.stringContaining('with care'),
      },
    ]);
  });

  it('knows every manifest of the golden plans', () => {
    const goldens = resolve(__dirname, '../../plan/__goldens__');
    const told = filesIn(goldens).map(file => readFileSync(file, 'utf8'));
    expect(told.join('')).toContain('+kind: HelmRelease\n');
    expect(told.filter(text => /^\w+ (schema|manifest)-/m.test(text))).toEqual(
      [],
    );
  });
});

function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(file => file.isFile())
    .map(file => join(file.parentPath, file.name));
}

const corpus = resolve(__dirname, '../../../../../../shared/corpus');
const isThere = existsSync(corpus);
if (!isThere) {
  process.stderr.write(
    'Skipped schemas of real manifests: they are not here.\n',
  );
}

/** What is wrong in a real repository, by the part of its path that tells files apart. */
const refused = {
  pitower: [],
  monosense: [
    // Flux knows a version below the chart only.
    ['victoria-logs/helmrelease.yaml', 'spec must not have version'],
    ['vmagent/helmrelease.yaml', 'spec must not have version'],
    ['vmcluster/helmrelease.yaml', 'spec must not have version'],
    // A template of pods needs containers; CloudNativePG wants an empty list.
    ...['gitlab', 'harbor', 'keycloak', 'synergyflow'].map(app => [
      `poolers/${app}-pooler.yaml`,
      'template/spec must have required property containers',
    ]),
    // CloudNativePG wants extensions as mappings with a name.
    ['shared-cluster/databases.yaml', 'extensions/0 must be object'],
    ['shared-cluster/databases.yaml', 'extensions/0 must be object'],
  ],
};

(isThere ? describe : describe.skip)('checkManifests on the tree of', () => {
  it.each(Object.entries(refused))('%s', (repository, problems) => {
    const tree = join(corpus, repository, 'tree');
    const edits = filesIn(tree)
      .filter(isYamlFile)
      .map(file => ({
        kind: 'create' as const,
        path: relative(tree, file),
        after: readFileSync(file, 'utf8'),
      }));
    const findings = checkManifests(edits).filter(
      ({ code }) => code === 'manifest-invalid',
    );
    expect(findings.map(({ message }) => message).sort()).toEqual(
      problems.map(([file, problem]) =>
        expect.stringMatching(new RegExp(`${file} is no valid .*${problem}`)),
      ),
    );
  });
});
