import {
  application,
  appOfApps,
  codes,
  deploys,
  own,
  read,
  type Tree,
} from '../../__testUtils__/readTree';

const gateway = (name: string, listeners: object[]) =>
  JSON.stringify({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name, namespace: 'edge' },
    spec: { gatewayClassName: 'any', listeners },
  });
const https = (name: string, more: object) => ({
  name,
  protocol: 'HTTPS',
  port: 443,
  allowedRoutes: { namespaces: { from: 'All' } },
  ...more,
});

function routeTo(
  name: string,
  spec: object,
  { kind = 'HTTPRoute', namespace = 'default' } = {},
): string {
  return JSON.stringify({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind,
    metadata: { name, namespace },
    spec,
  });
}

const parentRefs = [{ name: 'main', namespace: 'edge', sectionName: 'all' }];
const rules = [{ backendRefs: [{ name: 'web', port: 80 }] }];

/** Apps `one` and `two` beside a gateway, each with the files of its directory. */
function beside(files: Tree): Tree {
  return {
    ...appOfApps({
      edge: deploys('k8s/edge'),
      one: deploys('k8s/one'),
      two: deploys('k8s/two'),
    }),
    'k8s/edge/namespace.yaml':
      'apiVersion: v1\nkind: Namespace\nmetadata: {name: edge}\n',
    'k8s/edge/main.yaml': gateway('main', [
      https('all', {}),
      https('shop', { hostname: '*.shop.example' }),
      https('same', { allowedRoutes: undefined }),
      https('labelled', {
        allowedRoutes: {
          namespaces: {
            from: 'Selector',
            selector: { matchLabels: { open: 'yes' } },
          },
        },
      }),
      https('grpc', {
        allowedRoutes: {
          kinds: [{ kind: 'GRPCRoute' }],
          namespaces: { from: 'All' },
        },
      }),
      {
        name: 'tcp',
        protocol: 'TCP',
        port: 1,
        allowedRoutes: { namespaces: { from: 'All' } },
      },
    ]),
    'k8s/one/some.yaml':
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n',
    'k8s/two/some.yaml':
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n',
    ...files,
  };
}

function messages(files: Tree): string[] {
  return read(beside(files)).findings.map(({ message }) => message);
}

describe('inspections', () => {
  it.each([
    ['any host of an open listener', 'all', 'a.example', undefined],
    ['a host below the wildcard', 'shop', 'a.shop.example', undefined],
    ['no listener named', undefined, 'a.example', undefined],
    ['a name that Git does not tell', '${SECTION}', 'a.example', undefined],
    [
      'a listener that is not there',
      'none',
      'a.example',
      'the gateway edge/main has no listener none',
    ],
    [
      'a host outside the wildcard',
      'shop',
      'a.example',
      'the gateway edge/main takes no requests for a.example on its listener shop',
    ],
    [
      'a listener for routes of its own namespace',
      'same',
      'a.example',
      'the gateway edge/main takes no routes of the namespace default',
    ],
    [
      'a namespace that Git says nothing of',
      'labelled',
      'a.example',
      undefined,
    ],
    [
      'a listener for another kind',
      'grpc',
      'a.example',
      'the gateway edge/main takes no HTTPRoute there',
    ],
    [
      'a listener of another protocol',
      'tcp',
      'a.example',
      'the gateway edge/main takes no HTTPRoute there',
    ],
  ])('hold a route against its listener: %s', (_, section, host, reason) => {
    const spec = {
      hostnames: [host],
      parentRefs: [{ name: 'main', namespace: 'edge', sectionName: section }],
      rules,
    };
    expect(messages({ 'k8s/one/route.yaml': routeTo('r', spec) })).toEqual(
      reason ? [`The HTTPRoute r is not served: ${reason}.`] : [],
    );
  });

  it('know the labels of namespaces that Git declares, and gateways by cluster', () => {
    const namespace = (labels: string) =>
      `apiVersion: v1\nkind: Namespace\nmetadata: {name: one, labels: {${labels}}}\n`;
    const spec = {
      hostnames: ['a.example'],
      parentRefs: [
        { name: 'main', namespace: 'edge', sectionName: 'labelled' },
      ],
    };
    const route = routeTo('r', spec, { namespace: 'one' });
    expect(
      messages({
        'k8s/one/namespace.yaml': namespace('open: "yes"'),
        'k8s/one/route.yaml': route,
      }),
    ).toEqual([]);
    expect(
      messages({
        'k8s/one/namespace.yaml': namespace('open: "no"'),
        'k8s/one/route.yaml': route,
      }),
    ).toEqual([
      'The HTTPRoute r is not served: the gateway edge/main takes no routes of the namespace one.',
    ]);
    const other = {
      ...spec,
      parentRefs: [{ name: 'other', namespace: 'edge' }],
    };
    expect(messages({ 'k8s/one/route.yaml': routeTo('r', other) })).toEqual([
      'The HTTPRoute r is not served: edgit has no such gateway as edge/other.',
    ]);
    const mesh = {
      ...spec,
      parentRefs: [{ kind: 'Service', group: '', name: 'web' }],
    };
    expect(messages({ 'k8s/one/route.yaml': routeTo('r', mesh) })).toEqual([]);
  });

  it('name two apps that serve one host and path, and nobody else', () => {
    const at = (more: object) =>
      routeTo('r', { hostnames: ['a.example'], parentRefs, rules, ...more });
    const both = (one: string, two: string) =>
      messages({ 'k8s/one/route.yaml': one, 'k8s/two/route.yaml': two });
    const path = (value: string) => ({
      rules: [{ ...rules[0], matches: [{ path: { value } }] }],
    });
    expect(both(at({}), at({}))).toEqual([
      'two and one both serve a.example; the other route is in k8s/one/route.yaml line 1.',
    ]);
    expect(both(at(path('/api')), at(path('/api')))).toEqual([
      'two and one both serve a.example/api; the other route is in k8s/one/route.yaml line 1.',
    ]);
    const everywhere = [{ name: 'main', namespace: 'edge' }];
    expect(both(at({}), at({ parentRefs: everywhere }))).toHaveLength(1);
    expect(both(at({}), at(path('/api')))).toEqual([]);
    expect(both(at({}), at({ hostnames: ['b.example'] }))).toEqual([]);
    const redirect = [{ filters: [{ type: 'RequestRedirect' }] }];
    expect(both(at({}), at({ rules: redirect }))).toEqual([]);
    const byHeader = [
      { ...rules[0], matches: [{ headers: [{ name: 'x', value: 'y' }] }] },
    ];
    expect(both(at({}), at({ rules: byHeader }))).toEqual([]);
    expect(
      messages({
        'k8s/one/a.yaml': at({}),
        'k8s/one/b.yaml': at({ rules }).replace('"r"', '"s"'),
      }),
    ).toEqual([]);
  });

  it('name links of the dashboard to hosts of the platform that nothing serves', () => {
    const links = [
      'https://a.example/path',
      'https://gone.example',
      'https://x.wild.example',
      'https://ingress.example:8443',
      'https://lb.example',
      'https://elsewhere.test',
      'https://{{HOMEPAGE_VAR_HOST}}.example',
    ];
    const services = [
      '- Group:',
      ...links.flatMap((href, at) => [
        `    - Link${at}:`,
        `        href: ${href}`,
      ]),
    ];
    const files = beside({
      'k8s/one/routes.yaml': routeTo('r', {
        hostnames: ['a.example', '*.wild.example'],
        parentRefs,
        rules,
      }),
      'k8s/one/ingress.yaml':
        'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: i}\nspec: {rules: [{host: ingress.example}]}\n',
      'k8s/one/service.yaml':
        'apiVersion: v1\nkind: Service\nmetadata: {name: s, annotations: {external-dns.alpha.kubernetes.io/hostname: lb.example}}\n',
      'k8s/two/dashboard.yaml': [
        'apiVersion: v1',
        'kind: ConfigMap',
        'metadata: {name: homepage}',
        'data:',
        '  services.yaml: |',
        ...services.map(line => `    ${line}`),
        '',
      ].join('\n'),
    });
    expect(codes(read(files).findings)).toEqual([
      'warning dashboard-link-dead k8s/two/dashboard.yaml:9',
    ]);
  });

  it('name stores that are not there, by kind, namespace and cluster', () => {
    const secret = (name: string, kind: string, store: string) =>
      `apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: ${name}, namespace: default}\nspec: {secretStoreRef: {kind: ${kind}, name: ${store}}}\n`;
    const store = (kind: string, name: string, namespace = 'default') =>
      `apiVersion: external-secrets.io/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: {provider: {vault: {}}}\n`;
    const files = {
      'k8s/one/stores.yaml': [
        store('ClusterSecretStore', 'vault'),
        store('SecretStore', 'near'),
        store('SecretStore', 'far', 'kube-system'),
      ].join('---\n'),
      'k8s/one/secrets.yaml': [
        secret('a', 'ClusterSecretStore', 'vault'),
        secret('b', 'SecretStore', 'near'),
        secret('c', 'SecretStore', 'vault'),
        secret('d', 'SecretStore', 'far'),
        secret('e', 'ClusterSecretStore', '"${STORE}"'),
      ].join('---\n'),
    };
    expect(messages(files)).toEqual([
      'The ExternalSecret c reads from SecretStore/vault, which nothing that is wired creates on edgit.',
      'The ExternalSecret d reads from SecretStore/far, which nothing that is wired creates on edgit.',
    ]);
    const unnamed = store('SecretStore', '"${NAME}"');
    expect(messages({ ...files, 'k8s/one/unnamed.yaml': unnamed })).toEqual([]);
  });

  it('name namespaces that nothing creates, once', () => {
    const app = (namespace: string | undefined, directory: string) => ({
      ...deploys(directory),
      destination: { server: 'https://kubernetes.default.svc', namespace },
      syncPolicy: {},
    });
    const object = (kind: string, apiVersion: string, namespace?: string) =>
      JSON.stringify({ apiVersion, kind, metadata: { name: 'o', namespace } });
    const model = read({
      ...appOfApps({
        a: app('gone', 'k8s/a'),
        b: app('gone', 'k8s/b'),
        cluster: app('gone-too', 'k8s/cluster'),
        foreign: app('gone-three', 'k8s/foreign'),
        own: app('made-here', 'k8s/own'),
        other: app('default', 'k8s/other'),
        chart: {
          ...app('for-the-chart', ''),
          source: {
            repoURL: 'https://charts.example',
            chart: 'c',
            targetRevision: '1',
          },
        },
      }),
      'k8s/a/o.yaml': object('ConfigMap', 'v1'),
      'k8s/b/o.yaml': object('Deployment', 'apps/v1'),
      'k8s/cluster/o.yaml': object(
        'ClusterRole',
        'rbac.authorization.k8s.io/v1',
      ),
      'k8s/foreign/o.yaml': object('Thing', 'things.example/v1'),
      'k8s/own/o.yaml': object('ConfigMap', 'v1', 'made-elsewhere'),
      'k8s/own/n.yaml':
        'apiVersion: v1\nkind: Namespace\nmetadata: {name: made-here}\n',
      'k8s/other/n.yaml':
        'apiVersion: v1\nkind: Namespace\nmetadata: {name: made-elsewhere}\n',
      'k8s/other/o.yaml': object('Role', 'rbac.authorization.k8s.io/v1'),
      'bootstrap/n.yaml':
        'apiVersion: v1\nkind: Namespace\nmetadata: {name: for-the-chart}\n',
    });
    expect(model.findings.map(({ code, message }) => [code, message])).toEqual([
      [
        'namespace-missing',
        'a deploys into the namespace gone, which nothing that is wired creates on edgit.',
      ],
      [
        'namespace-missing',
        'chart deploys into the namespace for-the-chart, which nothing that is wired creates on edgit; bootstrap/n.yaml does, but no root includes that file.',
      ],
      [
        'not-wired',
        'The Namespace for-the-chart is in a file that no root includes, so that it is not deployed.',
      ],
    ]);
  });

  it('name what no root includes, file by file, and leave out scaffolds', () => {
    const secret = (name: string) =>
      `apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: ${name}}\nspec: {}\n`;
    const files = {
      ...appOfApps({ app: deploys('k8s/app'), broken: deploys('k8s/broken') }),
      'apps/kustomization.yaml': 'resources: [app.yaml, broken.yaml]\n',
      'apps/late.yaml': application('late', deploys('k8s/late')),
      'k8s/app/kustomization.yaml': 'resources: [listed.yaml]\n',
      'k8s/app/listed.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n',
      'k8s/app/forgotten.yaml': [secret('one'), secret('two')].join('---\n'),
      'k8s/app/scaffold.yaml': ['_', 'not-used', '"${NAME}"', '"{{ .name }}"']
        .map(secret)
        .join('---\n'),
      'k8s/broken/kustomization.yaml': 'resources: [missing\n',
      'k8s/broken/unknown.yaml': secret('nobody-knows'),
      'k8s/late/secret.yaml': secret('of-an-unwired-unit'),
      'charts/x/Chart.yaml': 'apiVersion: v2\nname: x\n',
      'charts/x/templates/secret.yaml': secret('template'),
      'old/.archive/secret.yaml': secret('archived'),
      'values.yaml': 'kind: HTTPRoute\n',
    };
    const { findings } = read(files, { exclude: ['**/.archive/**'] });
    expect(codes(findings.filter(({ code }) => code === 'not-wired'))).toEqual([
      'warning not-wired apps/late.yaml:1',
      'warning not-wired k8s/app/forgotten.yaml:1',
      'warning not-wired k8s/app/forgotten.yaml:6',
      'warning not-wired k8s/late/secret.yaml:1',
    ]);
  });

  it('name encrypted objects and open none', () => {
    const model = read({
      ...appOfApps({ app: deploys('k8s/app') }),
      'k8s/app/secret.sops.yaml': [
        'apiVersion: v1',
        'kind: Secret',
        'metadata: {name: hidden}',
        'data: {password: "ENC[AES256_GCM,data:cipher]"}',
        'sops: {mac: "ENC[mac]"}',
        '',
      ].join('\n'),
    });
    expect(
      model.findings.map(({ severity, message }) => [severity, message]),
    ).toEqual([
      ['info', 'The Secret hidden is encrypted; the portal does not open it.'],
    ]);
    expect(JSON.stringify(model)).not.toMatch(/ENC\[/);
  });

  it('name units that wait for one which is not there', () => {
    const kustomization = (name: string, dependsOn: object[]) =>
      `${JSON.stringify({
        apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
        kind: 'Kustomization',
        metadata: { name, namespace: 'flux-system' },
        spec: {
          path: `./k8s/${name}`,
          sourceRef: { kind: 'GitRepository', name: 'flux-system' },
          targetNamespace: 'default',
          prune: true,
          interval: '10m',
          dependsOn,
        },
      })}\n`;
    const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n';
    const { findings } = read(
      {
        'clusters/one/a.yaml': kustomization('a', [{ name: 'b' }]),
        'clusters/one/b.yaml': kustomization('b', [
          { name: 'a', namespace: 'elsewhere' },
          { name: 'only-on-two' },
        ]),
        'clusters/two/c.yaml': kustomization('only-on-two', []),
        'k8s/a/c.yaml': configMap,
        'k8s/b/c.yaml': configMap,
        'k8s/only-on-two/c.yaml': configMap,
      },
      {
        engine: 'flux',
        repositoryUrls: [own],
        roots: [
          { cluster: 'one', path: 'clusters/one' },
          { cluster: 'two', path: 'clusters/two' },
        ],
      },
    );
    expect(
      findings
        .filter(({ code }) => code === 'dependency-missing')
        .map(({ cluster, message }) => [cluster, message]),
    ).toEqual([
      [
        'one',
        'b waits for elsewhere/a, which one does not have: it is never applied.',
      ],
      [
        'one',
        'b waits for flux-system/only-on-two, which one does not have: it is never applied.',
      ],
    ]);
  });
});
