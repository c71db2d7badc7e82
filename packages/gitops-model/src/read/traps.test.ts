import {
  application,
  appOfApps,
  codes,
  deploys,
  own,
  route,
  type Tree,
} from '../__testUtils__/readTree';
import { profile } from '../__testUtils__/readFixture';
import type { Profile } from '../profile/Profile';
import { createSnapshot } from '../snapshot/createSnapshot';
import type { SnapshotFile } from '../snapshot/RepositorySnapshot';
import type { RepositoryModel } from './RepositoryModel';
import { readRepository } from './readRepository';

interface Trap {
  files?: Tree;
  /** Files that are there without a text: no regular files, or too large. */
  unread?: Record<string, Partial<SnapshotFile>>;
  changes?: Partial<Profile>;
}

/** Two apps that nothing may disturb, and the app `trap` with a directory between them. */
const healthy = {
  ...appOfApps({
    first: deploys('k8s/first'),
    last: deploys('k8s/last'),
    trap: deploys('k8s/trap'),
  }),
  'k8s/first/route.yaml': route('first', 'first.example'),
  'k8s/last/kustomization.yaml': 'resources: [route.yaml]\n',
  'k8s/last/route.yaml': route('last', 'last.example'),
  'k8s/trap/config.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: config}\n',
};

function model({ files = {}, unread = {}, changes = {} }: Trap) {
  const snapshot = createSnapshot({
    commit: 'a'.repeat(40),
    files: { ...healthy, ...files },
  });
  const entries = Object.entries(unread).map(
    ([path, file]): [string, SnapshotFile] => [
      path,
      { oid: 'b'.repeat(40), size: 10, mode: 'file', ...file },
    ],
  );
  return readRepository(
    { ...snapshot, files: new Map([...snapshot.files, ...entries]) },
    { ...profile, loginClients: [], ...changes },
  );
}

/** Everything but the trap itself. */
function undisturbed({ units, apps, routes, hosts, ...rest }: RepositoryModel) {
  const apart = (name: string) => name === 'first' || name === 'last';
  return {
    clusters: rest.clusters,
    units: units.filter(({ name }) => apart(name)),
    apps: apps.filter(({ name }) => apart(name)),
    routes: routes.filter(({ app }) => apart(app)),
    hosts: hosts.filter(item => item.apps.some(apart)),
  };
}

/** What came of the trap: its hosts and names, whether it builds, and what is said. */
function outcome({ units, routes, namespaces, findings }: RepositoryModel) {
  return {
    hosts: routes
      .filter(({ app }) => app !== 'first' && app !== 'last')
      .flatMap(({ hostnames }) => hostnames),
    namespaces: namespaces.map(({ name }) => name),
    buildable: units.find(({ name }) => name === 'trap')?.buildable,
    findings: codes(findings),
  };
}

const fine = { hosts: [], namespaces: [], buildable: true, findings: [] };
const chart = {
  repoURL: 'https://charts.example',
  chart: 'thing',
  targetRevision: '1',
};
const withValues = application('trap', {
  sources: [
    { ...chart, helm: { valueFiles: ['$values/k8s/trap/values.yaml'] } },
    { repoURL: own, ref: 'values' },
  ],
});
const longName = 'x'.repeat(50);

const traps: [string, Trap, object][] = [
  [
    'anchors that are defined again',
    {
      files: {
        'k8s/trap/route.yaml': [
          'apiVersion: gateway.networking.k8s.io/v1',
          'kind: HTTPRoute',
          'metadata: {name: &name one}',
          'spec:',
          '  hostnames: [&host one.example, &host two.example, *host]',
          '  parentRefs: [{name: main-gateway}]',
          '',
        ].join('\n'),
      },
    },
    { hosts: ['one.example', 'two.example', 'two.example'] },
  ],
  [
    'tabs behind values',
    {
      files: {
        'k8s/trap/route.yaml': route('trap', 'trap.example').replace(
          'kind: HTTPRoute',
          'kind: HTTPRoute\t',
        ),
      },
    },
    { hosts: ['trap.example'] },
  ],
  [
    'a file of many documents, some of them empty and one of them bad',
    {
      files: {
        'k8s/trap/all.yaml': [
          '# nothing yet',
          route('one', 'one.example').trimEnd(),
          'a: [',
          '',
          route('two', 'two.example').trimEnd(),
          '',
        ].join('\n---\n'),
      },
    },
    {
      hosts: ['one.example', 'two.example'],
      buildable: false,
      findings: ['error unreadable-file k8s/trap/all.yaml:11'],
    },
  ],
  [
    'a kustomization without apiVersion and kind',
    {
      files: {
        'k8s/trap/kustomization.yaml':
          'namespace: one\nresources: [namespace.yaml]\n',
        'k8s/trap/namespace.yaml':
          'apiVersion: v1\nkind: Namespace\nmetadata: {name: one}\n',
      },
    },
    { namespaces: ['one'] },
  ],
  [
    'a Go template that is called kustomization.yaml and that nothing includes',
    {
      files: {
        'boilerplate/kustomization.yaml':
          'resources:\n{{- range .Apps }}\n  - {{ . }}\n{{- end }}\n',
        'boilerplate/route.yaml': route('"{{ .Name }}"', 'x.example'),
      },
    },
    {},
  ],
  [
    'a Go template that is called kustomization.yaml and deployed',
    {
      files: {
        'k8s/trap/kustomization.yaml':
          'resources:\n{{- range .Apps }}\n  - {{ . }}\n{{- end }}\n',
      },
    },
    {
      buildable: false,
      findings: ['error unreadable-file k8s/trap/kustomization.yaml:2'],
    },
  ],
  [
    'an archive and a folder of templates',
    {
      files: {
        'old/.archive/apps/app.yaml': application('old', deploys('old')),
        'old/.archive/route.yaml': route('old', 'old.example'),
        'templates/app/route.yaml': route('app', 'app.example'),
      },
      changes: { exclude: ['**/.archive/**', 'templates/**'] },
    },
    {},
  ],
  [
    'hosts with the name of the release in them, and routes that are switched off',
    {
      files: {
        'apps/trap.yaml': withValues,
        'k8s/trap/values.yaml': [
          'route:',
          '  app: {hostnames: ["{{ .Release.Name }}.example"], parentRefs: [{name: g}]}',
          '  off: {enabled: false, hostnames: [off.example], parentRefs: [{name: g}]}',
          '',
        ].join('\n'),
      },
    },
    { hosts: ['trap.example'] },
  ],
  [
    'wildcard hosts',
    {
      files: { 'k8s/trap/route.yaml': route('trap', "'*.trap.example'") },
    },
    { hosts: ['*.trap.example'] },
  ],
  [
    'one host twice',
    {
      files: {
        'apps/other.yaml': application('other', deploys('k8s/other')),
        'k8s/other/route.yaml': route('other', 'trap.example'),
        'k8s/trap/one.yaml': route('one', 'trap.example'),
        'k8s/trap/two.yaml': route('two', 'trap.example'),
      },
    },
    {
      hosts: ['trap.example', 'trap.example', 'trap.example'],
      findings: [
        'warning host-twice k8s/trap/one.yaml:1',
        'warning host-twice k8s/trap/two.yaml:1',
      ],
    },
  ],
  [
    'comments in other scripts',
    {
      files: {
        'k8s/trap/route.yaml': `# écrit à la main — ملاحظة — 備考 🧭\n${route('trap', 'trap.example')}`,
      },
    },
    { hosts: ['trap.example'] },
  ],
  [
    'invalid YAML that nothing uses',
    {
      files: {
        'unused/values.yaml': 'a: [\n\tb: {{ x }}\nkind: HTTPRoute\n',
        'unused/kustomization.yaml': 'resources: ][\n',
      },
    },
    {},
  ],
  [
    'a symbolic link',
    {
      unread: {
        'k8s/trap/link.yaml': { mode: 'symlink' },
        'k8s/unused-link': { mode: 'symlink' },
      },
    },
    {
      buildable: false,
      findings: ['error unreadable-file k8s/trap/link.yaml:1'],
    },
  ],
  [
    'a submodule',
    {
      files: { 'k8s/trap/kustomization.yaml': 'resources: [vendor]\n' },
      unread: { 'k8s/trap/vendor': { mode: 'submodule' } },
    },
    {
      buildable: false,
      findings: ['error unreadable-file k8s/trap/vendor:1'],
    },
  ],
  [
    'a name of 50 characters',
    {
      files: {
        [`apps/${longName}.yaml`]: application(longName, deploys('k8s/long')),
        'k8s/long/route.yaml': route(longName, `${longName}.example`),
      },
    },
    { hosts: [`${longName}.example`] },
  ],
  [
    'a billion laughs',
    {
      files: {
        'k8s/trap/laughs.yaml': [
          'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
          ...Array.from(
            { length: 9 },
            (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}*a${i}]`,
          ),
          '',
        ].join('\n'),
        'talos/nodes/laughs.yaml': '[&a [*a, *a]]\n',
      },
    },
    {
      buildable: false,
      findings: ['error unreadable-file k8s/trap/laughs.yaml:1'],
    },
  ],
  [
    'a file of 50 MB',
    {
      unread: { 'k8s/trap/large.yaml': { size: 50 * 1024 * 1024 } },
    },
    {
      buildable: false,
      findings: ['error unreadable-file k8s/trap/large.yaml:1'],
    },
  ],
  [
    'paths that lead in circles',
    {
      files: {
        'apps/self.yaml': application('self', deploys('apps')),
        'k8s/trap/kustomization.yaml': 'resources: [one]\n',
        'k8s/trap/one/kustomization.yaml': 'resources: [../two, ../../trap]\n',
        'k8s/trap/two/kustomization.yaml': 'components: [../one]\n',
      },
    },
    {
      buildable: false,
      findings: [
        'warning cyclic-reference apps/first.yaml:1',
        'warning cyclic-reference apps/last.yaml:1',
        'warning cyclic-reference apps/self.yaml:1',
        'warning cyclic-reference apps/trap.yaml:1',
        'error cyclic-reference k8s/trap/one/kustomization.yaml:1',
        'error cyclic-reference k8s/trap/two/kustomization.yaml:1',
      ],
    },
  ],
  [
    'namespaces that kustomize names, and their files that nothing lists',
    {
      files: {
        'k8s/trap/kustomization.yaml':
          'namespace: real\nresources: [namespace.yaml]\n',
        'k8s/trap/namespace.yaml':
          'apiVersion: v1\nkind: Namespace\nmetadata: {name: _}\n',
        'components/namespace.yaml':
          'apiVersion: v1\nkind: Namespace\nmetadata: {name: not-used}\n',
      },
    },
    { namespaces: ['real'] },
  ],
  [
    'resources from elsewhere',
    {
      files: {
        'k8s/trap/kustomization.yaml':
          'resources:\n  - https://example.com/crds.yaml\n  - github.com/example/repository//path?ref=v1\n',
      },
    },
    {
      findings: [
        'info remote-resource k8s/trap/kustomization.yaml:2',
        'info remote-resource k8s/trap/kustomization.yaml:3',
      ],
    },
  ],
  [
    'templates of a chart, which are no YAML',
    {
      files: {
        'k8s/trap/Chart.yaml': 'apiVersion: v2\nname: trap\n',
        'k8s/trap/templates/route.yaml':
          '{{- if .Values.route }}\nkind: HTTPRoute\n{{- end }}\n',
      },
    },
    { findings: ['info not-evaluated k8s/trap/templates/route.yaml:1'] },
  ],
];

/** Each level is entered twice by the one before it. */
const doubling: Trap['files'] = Object.fromEntries(
  Array.from({ length: 24 }, (_, level): [string, string][] =>
    ['left', 'right'].map(side => [
      `k8s/trap/${level}${side}/kustomization.yaml`,
      `kind: Component\ncomponents: [../${level + 1}left, ../${level + 1}right]\n`,
    ]),
  ).flat(),
);

const costly: [string, Trap, { buildable?: boolean; findings?: string[] }][] = [
  [
    'a mapping of very many keys',
    {
      files: {
        'k8s/trap/config.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: config}\ndata:\n${Array.from({ length: 40_000 }, (_, key) => `  k${key}: v`).join('\n')}\n`,
      },
    },
    {},
  ],
  [
    'very many anchors, each used once',
    {
      files: {
        'k8s/trap/config.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: config}\ndata:\n${Array.from({ length: 8000 }, (_, key) => `  a${key}: &x${key} v\n  b${key}: *x${key}`).join('\n')}\n`,
      },
    },
    {
      buildable: false,
      findings: ['error unreadable-file k8s/trap/config.yaml:1'],
    },
  ],
  [
    'components that double at each level',
    {
      files: {
        ...doubling,
        'k8s/trap/kustomization.yaml':
          'resources: [config.yaml]\ncomponents: [0left, 0right]\n',
        'k8s/trap/24left/kustomization.yaml': 'kind: Component\n',
        'k8s/trap/24right/kustomization.yaml': 'kind: Component\n',
      },
    },
    { buildable: false },
  ],
];

describe('the rest of a repository', () => {
  it.each(costly)('is read in spite of %s', (_, trap, expected) => {
    const found = model(trap);
    expect(undisturbed(found)).toEqual(undisturbed(model({})));
    const { buildable, findings } = outcome(found);
    expect(buildable).toBe(expected.buildable ?? true);
    expect(findings).toEqual(expect.arrayContaining(expected.findings ?? []));
  });

  it.each(traps)('is read as if there was not: %s', (_, trap, expected) => {
    const found = model(trap);
    expect(undisturbed(found)).toEqual(undisturbed(model({})));
    expect(outcome(found)).toEqual({ ...fine, ...expected });
  });

  it('keeps apart what has one name on two clusters', () => {
    const destination = (server: string) => ({
      destination: { server, namespace: 'default' },
    });
    const far = 'https://far.example:6443';
    const found = model({
      files: {
        'apps/trap.yaml': application('trap', {
          ...deploys('k8s/trap'),
          ...destination('https://kubernetes.default.svc'),
        }),
        'apps/trap-far.yaml': application(
          'trap-far',
          { ...deploys('k8s/trap'), ...destination(far) },
          { labels: { app: 'trap' } },
        ),
        'k8s/trap/route.yaml': route('trap', 'trap.example'),
      },
      changes: {
        apps: { nameLabel: 'app' },
        destinations: [{ server: far, cluster: 'far' }],
      },
    });
    expect(undisturbed(found)).toEqual(undisturbed(model({})));
    const here = (items: { cluster: string; name?: string }[]) =>
      items
        .filter(({ name }) => name === 'trap')
        .map(({ cluster }) => cluster)
        .sort();
    expect(here(found.apps)).toEqual(['edgit', 'far']);
    expect(here(found.routes)).toEqual(['edgit', 'far']);
    expect(
      found.hosts.filter(({ host }) => host === 'trap.example'),
    ).toMatchObject([
      { cluster: 'edgit', apps: ['trap'] },
      { cluster: 'far', apps: ['trap'] },
    ]);
    expect(codes(found.findings)).toEqual([]);
  });

  it('is read where there is no app at all', () => {
    const found = readRepository(
      createSnapshot({
        commit: 'a'.repeat(40),
        files: {
          'k8s/root.yaml': application('root', deploys('apps')),
          'apps/kustomization.yaml':
            'resources:\n  - project.yaml\n  # - one.yaml\n',
          'apps/project.yaml':
            'apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata: {name: apps, namespace: argocd}\n',
          'README.md': '# Nothing yet\n',
        },
      }),
      { ...profile, loginClients: [] },
    );
    expect(found).toMatchObject({
      units: [{ name: 'root', buildable: true }],
      routes: [],
      findings: [],
    });
  });
});
