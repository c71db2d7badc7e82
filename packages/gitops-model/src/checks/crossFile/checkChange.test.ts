import { randomBytes } from 'node:crypto';
import {
  profile as writableProfile,
  repository,
} from '../../__testUtils__/readFixture';
import { parseProfile } from '../../profile/parseProfile';
import { createSnapshot } from '../../snapshot/createSnapshot';
import { readRepository } from '../../read/readRepository';
import { applyEdits } from '../../snapshot/applyEdits';
import { checkChange } from './checkChange';

type Files = Record<string, string>;

const url = 'https://forge.example/acme/platform.git';
const profile = parseProfile(
  {
    engine: 'argocd',
    roots: [
      { cluster: 'one', path: 'root.yaml' },
      { cluster: 'two', path: 'second.yaml' },
    ],
    destinations: [
      { server: 'https://one.example', cluster: 'one' },
      { server: 'https://two.example', cluster: 'two' },
    ],
    owners: {
      rules: [
        { apps: ['notes', 'notes-*'], owner: 'group:default/atlas' },
        { apps: ['tides', 'tides-*'], owner: 'group:default/borealis' },
      ],
      default: 'group:default/platform',
    },
    loginClients: [{ form: 'json', directory: 'clients', realm: 'main' }],
  },
  url,
);

function application(
  name: string,
  path = `apps/${name}`,
  { namespace = name, cluster = 'one' } = {},
): string {
  return JSON.stringify({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, namespace: 'argocd' },
    spec: {
      project: 'apps',
      source: { repoURL: url, path, targetRevision: 'main' },
      destination: { server: `https://${cluster}.example`, namespace },
      syncPolicy: { syncOptions: ['CreateNamespace=true'] },
    },
  });
}

function route(
  name: string,
  host: string,
  { path = '/', port = 80, backend = name, namespace = name } = {},
): string {
  return JSON.stringify({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name, namespace },
    spec: {
      hostnames: [host],
      parentRefs: [{ name: 'main', namespace: 'gateway', sectionName: 'web' }],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: path } }],
          backendRefs: [{ name: backend, port }],
        },
      ],
    },
  });
}

function gateway(listeners: string[]): string {
  return JSON.stringify({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name: 'main', namespace: 'gateway' },
    spec: {
      gatewayClassName: 'envoy',
      listeners: listeners.map((name, index) => ({
        name,
        protocol: 'HTTP',
        port: 80 + index,
        hostname: '*.example.org',
        allowedRoutes: { namespaces: { from: 'All' } },
      })),
    },
  });
}

function service(name: string): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: name },
    spec: { ports: [{ port: 80 }] },
  });
}

function secret(name: string, keys: object, namespace = name): string {
  return JSON.stringify({
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name, namespace },
    spec: {
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
      ...keys,
    },
  });
}

const reads = (...keys: string[]) => ({
  data: keys.map(key => ({ secretKey: 'A', remoteRef: { key } })),
});

function client(clientId: string, ...redirectUris: string[]): string {
  return JSON.stringify({ clientId, redirectUris });
}

function deployment(image: string, pod: object = {}): string {
  return JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          automountServiceAccountToken: false,
          securityContext: {
            runAsNonRoot: true,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          containers: [
            {
              name: 'web',
              image,
              resources: {
                requests: { cpu: '10m', memory: '10Mi' },
                limits: { memory: '10Mi' },
              },
              securityContext: {
                allowPrivilegeEscalation: false,
                capabilities: { drop: ['ALL'] },
              },
            },
          ],
          ...pod,
        },
      },
    },
  });
}

const image = 'ghcr.io/example/web:1.0.0';
const base: Files = {
  'root.yaml': application('root', 'one'),
  'second.yaml': application('second', 'two', { cluster: 'two' }),
  'two/kustomization.yaml': 'resources: [harbour.yaml]\n',
  'two/harbour.yaml': application('harbour', 'far/harbour', { cluster: 'two' }),
  'far/harbour/service.yaml': service('harbour'),
  'one/notes.yaml': application('notes'),
  'one/tides.yaml': application('tides'),
  'one/gateway.yaml': application('gateway'),
  'apps/gateway/gateway.yaml': gateway(['web']),
  'apps/gateway/store.yaml':
    'apiVersion: external-secrets.io/v1\nkind: ClusterSecretStore\nmetadata: {name: vault}\nspec: {provider: {vault: {server: "https://vault.example"}}}\n',
  ...Object.fromEntries(
    ['notes', 'tides'].flatMap(name => [
      [`apps/${name}/service.yaml`, service(name)],
      [`apps/${name}/route.yaml`, route(name, `${name}.example.org`)],
      [`apps/${name}/secret.yaml`, secret(name, reads(`${name}/db`))],
      [`apps/${name}/deployment.yaml`, deployment(image)],
      [
        `clients/${name}.json`,
        client(name, `https://${name}.example.org/callback`),
      ],
    ]),
  ),
};

const snapshotOf = (commit: string, files: Files) =>
  createSnapshot({ commit: commit.repeat(40), files });

/** What is said of a change; `meanwhile` is what the base got since. */
function check(change: Files, meanwhile: Files = {}) {
  const fork = snapshotOf('a', base);
  return checkChange({
    head: snapshotOf('b', { ...base, ...change }),
    profile,
    since: { fork, base: snapshotOf('c', { ...base, ...meanwhile }) },
  });
}

function said(change: Files, meanwhile?: Files): string[] {
  return check(change, meanwhile).map(
    ({ severity, code, file }) => `${severity} ${code} ${file}`,
  );
}

/** Something random that no other run has. */
const password = `x${randomBytes(9).toString('hex')}`;

interface Case {
  code: string;
  severity: 'error' | 'warning';
  fires: Record<string, Files>;
  /** The nearest changes that are fine. */
  silent: Record<string, Files>;
}

const cases: Case[] = [
  {
    code: 'host-taken',
    severity: 'error',
    fires: {
      'another app’s host': {
        'apps/notes/route.yaml': route('notes', 'tides.example.org'),
      },
      'a longer path of it': {
        'apps/notes/more.yaml': route('notes', 'TIDES.example.org', {
          path: '/login',
        }),
      },
      'a wildcard over it': {
        'apps/notes/route.yaml': route('notes', '*.example.org'),
      },
    },
    silent: {
      'a host of its own': {
        'apps/notes/route.yaml': route('notes', 'paper.example.org'),
      },
      'a longer path of its own': {
        'apps/notes/more.yaml': route('notes', 'notes.example.org', {
          path: '/login',
        }),
      },
    },
  },
  {
    code: 'client-id-taken',
    severity: 'error',
    fires: {
      'a second client of the id': {
        'clients/second.json': client('Tides', 'https://notes.example.org/x'),
      },
      'a client that moves to another app': {
        'clients/tides.json': client('tides', 'https://notes.example.org/x'),
      },
    },
    silent: {
      'another id': {
        'clients/second.json': client('paper', 'https://notes.example.org/x'),
      },
      'a client whose app goes': {
        'apps/tides/route.yaml': '',
        'one/tides.yaml': '',
      },
      'another address of the same app': {
        'clients/tides.json': client('tides', 'https://tides.example.org/x'),
      },
    },
  },
  {
    code: 'namespace-taken',
    severity: 'error',
    fires: {
      'an object in a foreign namespace': {
        'apps/notes/spy.yaml': secret('spy', reads('notes/db'), 'tides'),
      },
      'an app in a foreign namespace': {
        'one/paper.yaml': application('paper', 'apps/paper', {
          namespace: 'tides',
        }),
        'apps/paper/service.yaml': service('tides'),
      },
    },
    silent: {
      'the namespace of the same team': {
        'one/notes-web.yaml': application('notes-web', 'apps/notes-web', {
          namespace: 'notes',
        }),
        'apps/notes-web/secret.yaml': secret('web', reads('notes/db'), 'notes'),
      },
    },
  },
  {
    code: 'directory-foreign',
    severity: 'error',
    fires: {
      'another app’s directory': {
        'one/paper.yaml': application('paper', 'apps/tides'),
      },
      'one that holds it': {
        'one/notes-all.yaml': application('notes-all', 'far'),
      },
    },
    silent: {
      'a directory beside it': {
        'one/paper.yaml': application('paper', 'apps/tides-2'),
        'apps/tides-2/service.yaml': service('paper'),
      },
      'the one of an app of the same team': {
        'one/notes-web.yaml': application('notes-web', 'apps/notes'),
      },
    },
  },
  {
    code: 'listener-name-taken',
    severity: 'error',
    fires: {
      'a name twice': {
        'apps/gateway/gateway.yaml': gateway(['web', 'web']),
      },
    },
    silent: {
      'another name': {
        'apps/gateway/gateway.yaml': gateway(['web', 'admin']),
      },
    },
  },
  {
    code: 'secret-key-foreign',
    severity: 'error',
    fires: {
      'another app’s key': {
        'apps/notes/secret.yaml': secret('notes', reads('tides/db')),
      },
    },
    silent: {
      'a new key of its own': {
        'apps/notes/secret.yaml': secret('notes', reads('notes/mail')),
      },
      'a key of the same team': {
        'one/notes-web.yaml': application('notes-web'),
        'apps/notes-web/secret.yaml': secret('notes-web', reads('notes/db')),
      },
    },
  },
  {
    code: 'secret-key-foreign',
    severity: 'warning',
    fires: {
      'a key beside another app’s': {
        'apps/notes/secret.yaml': secret('notes', reads('tides/mail')),
      },
    },
    silent: {
      'a key beside its own': {
        'apps/tides/secret.yaml': secret('tides', reads('tides/mail')),
      },
    },
  },
  {
    code: 'secret-key-invalid',
    severity: 'error',
    fires: {
      'a search': {
        'apps/notes/secret.yaml': secret('notes', {
          dataFrom: [{ find: { name: { regexp: '.*' } } }],
        }),
      },
    },
    silent: {
      'everything below one key': {
        'apps/notes/secret.yaml': secret('notes', {
          dataFrom: [{ extract: { key: 'notes/db' } }],
        }),
      },
    },
  },
  {
    code: 'app-name-taken',
    severity: 'warning',
    fires: {
      'the name of an app on another cluster': {
        'one/harbour.yaml': application('harbour'),
        'apps/harbour/service.yaml': service('harbour'),
      },
    },
    silent: {
      'the same app from beside it': {
        'one/harbour.yaml': application('harbour', 'far/harbour-one'),
        'far/harbour-one/service.yaml': service('harbour'),
      },
    },
  },
  {
    code: 'backend-port-unknown',
    severity: 'error',
    fires: {
      'a port the Service has not': {
        'apps/notes/route.yaml': route('notes', 'notes.example.org', {
          port: 8080,
        }),
      },
    },
    silent: {
      'a port that comes along': {
        'apps/notes/route.yaml': route('notes', 'notes.example.org', {
          port: 8080,
        }),
        'apps/notes/service.yaml': service('notes').replace('80', '8080'),
      },
    },
  },
  {
    code: 'backend-missing',
    severity: 'warning',
    fires: {
      'a Service that is nowhere': {
        'apps/notes/route.yaml': route('notes', 'notes.example.org', {
          backend: 'gone',
        }),
      },
    },
    silent: {
      'a Service that a chart may create': {
        'apps/notes/route.yaml': route('notes', 'notes.example.org', {
          backend: 'gone',
        }),
        'apps/notes/kustomization.yaml':
          'resources: [service.yaml, route.yaml, secret.yaml, deployment.yaml]\nhelmCharts: [{name: gone, repo: "https://charts.example", version: 1.0.0}]\n',
      },
    },
  },
  {
    code: 'redirect-uri-invalid',
    severity: 'error',
    fires: {
      'any host': { 'clients/notes.json': client('notes', 'https://*') },
      'an unencrypted host': {
        'clients/notes.json': client('notes', 'http://notes.example.org/x'),
      },
      'the own machine': {
        'clients/notes.json': client('notes', 'http://localhost:8080/x'),
      },
    },
    silent: {
      'one address': {
        'clients/notes.json': client('notes', 'https://notes.example.org/x'),
      },
      'an app on a phone': {
        'clients/notes.json': client('notes', 'notes.app:/callback'),
      },
    },
  },
  {
    code: 'redirect-uri-invalid',
    severity: 'warning',
    fires: {
      'any path': {
        'clients/notes.json': client('notes', 'https://notes.example.org/*'),
      },
    },
    silent: {
      'one path': {
        'clients/notes.json': client('notes', 'https://notes.example.org/x'),
      },
    },
  },
  {
    code: 'redirect-host-foreign',
    severity: 'error',
    fires: {
      'another app’s host': {
        'clients/notes.json': client(
          'notes',
          'https://notes.example.org/callback',
          'https://tides.example.org/callback',
        ),
      },
    },
    silent: {
      'a second own host': {
        'apps/notes/more.yaml': route('notes', 'paper.example.org'),
        'clients/notes.json': client(
          'notes',
          'https://notes.example.org/callback',
          'https://paper.example.org/callback',
        ),
      },
    },
  },
  {
    code: 'image-untagged',
    severity: 'error',
    fires: {
      'no tag': {
        'apps/notes/deployment.yaml': deployment('ghcr.io:5000/example/web'),
      },
      'the tag latest': {
        'apps/notes/deployment.yaml': deployment('ghcr.io/example/web:latest'),
      },
    },
    silent: {
      'a version': {
        'apps/notes/deployment.yaml': deployment('ghcr.io/example/web:1.0.1'),
      },
      'a digest': {
        'apps/notes/deployment.yaml': deployment(
          `ghcr.io/example/web@sha256:${'0'.repeat(64)}`,
        ),
      },
    },
  },
  {
    code: 'pod-insecure',
    severity: 'error',
    fires: {
      'the host’s network': {
        'apps/notes/deployment.yaml': deployment(image, { hostNetwork: true }),
      },
    },
    silent: {
      'a patch, which is no pod yet': {
        'apps/notes/kustomization.yaml':
          'resources: [service.yaml, route.yaml, secret.yaml, deployment.yaml]\npatches: [{path: patch.yaml}]\n',
        'apps/notes/patch.yaml':
          'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 2, template: {spec: {containers: [{name: web, image: "ghcr.io/example/web:2.0.0"}]}}}\n',
      },
    },
  },
  {
    code: 'manifest-invalid',
    severity: 'error',
    fires: {
      'a text for a number': {
        'apps/notes/service.yaml': service('notes').replace('80', '"eighty"'),
      },
    },
    silent: {
      'a template of a chart': {
        'charts/x/Chart.yaml': 'name: x\nversion: 1.0.0\n',
        'charts/x/templates/service.yaml':
          'apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {ports: [{port: eighty}]}\n',
      },
    },
  },
  {
    code: 'unreadable-file',
    severity: 'error',
    fires: {
      'a file of no app': { 'other/broken.yaml': 'a: [\n' },
      'more aliases than anybody needs': {
        'other/bomb.yaml': `a: &a [1]\nkind: [${'*a, '.repeat(500)}*a]\n`,
      },
    },
    silent: {
      'a text of no app': { 'other/broken.txt': 'a: [\n' },
      'a tag of another program': {
        'other/pipeline.yaml': 'job: !reference [.base, script]\n',
      },
    },
  },
  {
    code: 'file-too-large',
    severity: 'error',
    fires: {
      'more than is read': { 'other/a.yaml': `a: ${'b '.repeat(600_000)}` },
    },
    silent: {
      'a large file that is no YAML': {
        'other/a.txt': 'b '.repeat(600_000),
      },
    },
  },
  {
    code: 'file-too-large',
    severity: 'warning',
    fires: {
      'more than is applied': { 'other/a.yaml': `a: ${'b '.repeat(140_000)}` },
    },
    silent: {
      'what is applied': { 'other/a.yaml': `a: ${'b '.repeat(100_000)}` },
    },
  },
  {
    code: 'plain-secret-value',
    severity: 'error',
    fires: {
      'a variable named like one': {
        'apps/notes/values.yaml': `env:\n  - name: DB_PASSWORD\n    value: ${password}\n`,
      },
      'a setting named like one': {
        'apps/notes/values.yaml': `env:\n  DB_PASSWORD: ${password}\n`,
      },
      'a token in any file': {
        'notes.txt': `see ghp_${password}${password}\n`,
      },
    },
    silent: {
      'a variable of Flux': {
        'apps/notes/values.yaml': 'env:\n  DB_PASSWORD: ${DB_PASSWORD}\n',
      },
      'an encrypted file': {
        'apps/notes/values.yaml': `env:\n  DB_PASSWORD: ENC[AES256_GCM,data:${password}]\nsops: {}\n`,
      },
    },
  },
];

describe('checkChange', () => {
  it('has nothing to say of no change, nor of the base on its own', () => {
    expect(check({})).toEqual([]);
    expect(
      checkChange({ head: snapshotOf('a', base), profile }).filter(
        ({ code }) => code !== 'schema-unknown',
      ),
    ).toEqual([]);
  });

  describe.each(cases)('says $code as $severity', testCase => {
    const { code, severity, fires, silent } = testCase;

    it.each(Object.entries(fires))('of %s', (_, change) => {
      const findings = check(change);
      const [found] = findings.filter(
        finding => finding.code === code && finding.severity === severity,
      );
      expect(found?.file).toMatch(
        new RegExp(`^(${Object.keys(change).join('|')})$`),
      );
      expect(JSON.stringify(findings)).not.toContain(password);
    });

    it.each(Object.entries(silent))('and not of %s', (_, change) => {
      expect(said(change).filter(text => text.includes(code))).toEqual([]);
    });
  });

  it('judges by what the base has become since, and blames nobody for the base', () => {
    const paper = {
      'one/paper.yaml': application('paper'),
      'apps/paper/service.yaml': service('paper'),
      'apps/paper/route.yaml': route('paper', 'paper.example.org'),
    };
    const taking = {
      'apps/notes/more.yaml': route('notes', 'paper.example.org', {
        backend: 'notes',
        namespace: 'notes',
      }),
    };
    expect(said(taking)).toEqual([]);
    expect(said(taking, paper)).toEqual([
      'error host-taken apps/notes/more.yaml',
    ]);
    expect(said({}, paper)).toEqual([]);
  });

  it('lets a team move a host between its own apps, with a word', () => {
    const moved = {
      'one/notes-web.yaml': application('notes-web', 'apps/notes-web', {
        namespace: 'notes',
      }),
      'apps/notes-web/route.yaml': route('web', 'notes.example.org', {
        backend: 'notes',
        namespace: 'notes',
      }),
      'apps/notes/route.yaml': route('notes', 'paper.example.org'),
    };
    expect(said(moved)).toEqual(
      expect.arrayContaining(['warning host-taken apps/notes-web/route.yaml']),
    );
    const kept = {
      ...moved,
      'apps/notes/route.yaml': base['apps/notes/route.yaml'],
    };
    expect(said(kept)).toEqual(
      expect.arrayContaining(['error host-taken apps/notes-web/route.yaml']),
    );
  });

  it('says once what the reader says as well', () => {
    expect(
      said({
        'apps/notes/a.yaml': 'a: [\n',
        'apps/notes/b.yaml': 'a: 1\n\nb: [\n',
        'clients/third.json': '{',
      }),
    ).toEqual([
      'error unreadable-file apps/notes/a.yaml',
      'error unreadable-file apps/notes/b.yaml',
      'error unreadable-file clients/third.json',
    ]);
  });

  it('says what the reader says, as far as it is new', () => {
    const broken = {
      'apps/tides/secret.yaml': secret('tides', {
        secretStoreRef: { kind: 'ClusterSecretStore', name: 'gone' },
        ...reads('tides/db'),
      }),
    };
    expect(said(broken)).toEqual([
      'warning store-missing apps/tides/secret.yaml',
    ]);
    const fork = snapshotOf('a', { ...base, ...broken });
    const head = snapshotOf('b', {
      ...base,
      'apps/tides/secret.yaml': `\n\n${broken['apps/tides/secret.yaml']}`,
    });
    expect(checkChange({ head, profile, since: { fork, base: fork } })).toEqual(
      [],
    );
  });

  it('takes pods for allowed where the base’s namespace says so, and not where the change does', () => {
    const namespace = `apiVersion: v1\nkind: Namespace\nmetadata: {name: notes, labels: {pod-security.kubernetes.io/enforce: privileged}}\n`;
    const insecure = {
      'apps/notes/deployment.yaml': deployment(image, { hostNetwork: true }),
    };
    const granted = { 'apps/notes/namespace.yaml': namespace };
    expect(said(insecure, granted)).toEqual([
      'warning pod-insecure apps/notes/deployment.yaml',
    ]);
    expect(said({ ...insecure, ...granted })).toEqual([
      'error pod-insecure apps/notes/deployment.yaml',
    ]);
  });

  it('holds apps to what a profile for writing says of keys and registries', () => {
    const changed = (
      key: string,
      registry: string,
      rules = writableProfile,
      name = 'tides',
    ) => {
      const keys = {
        secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault-backend' },
        ...reads(key),
      };
      const files = {
        'k8s/tides/externalsecret.yaml': secret(name, keys, 'tides'),
        'k8s/tides/kustomization.yaml':
          'resources: [namespace.yaml, deployment.yaml, service.yaml, httproute.yaml, externalsecret.yaml]\n',
        'k8s/tides/deployment.yaml': deployment(`${registry}/example/tides:1`),
      };
      const head = applyEdits(
        repository,
        Object.entries(files).map(([path, after]) => ({
          kind: 'create',
          path,
          after,
        })),
      );
      return checkChange({
        head,
        profile: rules,
        since: { fork: repository, base: repository },
      }).flatMap(({ code, file }) =>
        code === 'secret-key-foreign' || code === 'image-registry-unproxied'
          ? [`${code} ${file}`]
          : [],
      );
    };
    const owner = ownerOfTides();
    expect(changed('strangers/tides/db', 'ghcr.io')).toEqual([
      'secret-key-foreign k8s/tides/externalsecret.yaml',
    ]);
    expect(changed(`${owner}/tides/db`, 'registry.example')).toEqual([
      'image-registry-unproxied k8s/apps/tides.yaml',
    ]);
    expect(changed(`${owner}/tides/db`, 'ghcr.io')).toEqual([]);
    const sharing = (file: string) => ({
      ...writableProfile,
      blocks: [
        ...writableProfile.blocks,
        {
          block: 'postgres-role-secret' as const,
          file,
          namespace: 'databases',
          key: 'shared/{app}',
          refreshInterval: '1h',
        },
      ],
    });
    const here = sharing('k8s/tides/externalsecret.yaml');
    const elsewhere = sharing('k8s/databases/externalsecret.yaml');
    const role = 'tides-db-credentials';
    expect(changed('shared/tides', 'ghcr.io', here, role)).toEqual([]);
    for (const [key, rules, name] of [
      ['shared/strangers', here, role],
      ['shared/tides', elsewhere, role],
      ['shared/tides', here, 'tides'],
    ] as const) {
      expect(changed(key, 'ghcr.io', rules, name)).toEqual([
        'secret-key-foreign k8s/tides/externalsecret.yaml',
      ]);
    }
  });
});

/** Name of the group that the fixture's app `tides` belongs to. */
function ownerOfTides(): string | undefined {
  return readRepository(repository, writableProfile)
    .apps.find(({ name }) => name === 'tides')
    ?.owner?.split('/')[1];
}
