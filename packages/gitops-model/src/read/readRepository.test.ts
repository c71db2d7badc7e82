import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import {
  application,
  appOfApps,
  codes,
  deploys as path,
  own,
  read,
  route,
} from '../__testUtils__/readTree';

describe('readRepository', () => {
  it("reads the sandbox's repository whole, without an error", () => {
    const root = resolve(__dirname, '../../../sandbox/repositories/edgit-k8s');
    const files = Object.fromEntries(
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name))
        .map(file => [relative(root, file), readFileSync(file)]),
    );
    const model = read(files);
    expect(
      model.findings.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
    expect(model.units.filter(unit => !unit.wired || !unit.buildable)).toEqual(
      [],
    );
    expect(model.units.filter(unit => unit.orchestrator)).toMatchObject([
      { name: 'root' },
    ]);
    const apps = model.apps.map(({ name }) => name);
    expect(apps.length).toBe(model.units.length - 1);
    const hosts = new Set(model.routes.flatMap(({ hostnames }) => hostnames));
    expect(hosts.size).toBe(28);
    const patterns = new Set(model.units.map(({ pattern }) => pattern));
    expect([...patterns].sort()).toEqual(['A', 'B', 'C', 'D']);
    expect(model.gateways).toMatchObject([
      { name: 'main-gateway', namespace: 'gateway', unit: 'gateway' },
    ]);
    expect(model.secretStores).toMatchObject([
      { kind: 'ClusterSecretStore', name: 'vault-backend', provider: 'vault' },
    ]);
    expect(model.loginClients.length).toBeGreaterThan(5);
    for (const client of model.loginClients) {
      expect(client.source.file).toBe('terraform/keycloak/clients.tf');
      expect(apps).toContain(client.app);
    }
  });

  it('tells the shapes of Applications apart and finds routes in Helm values', () => {
    const chart = {
      repoURL: 'https://charts.example',
      chart: 'thing',
      targetRevision: '1.2.3',
    };
    const model = read({
      ...appOfApps({
        a: {
          sources: [
            {
              ...chart,
              helm: { valueFiles: ['$values/k8s/a/values.yaml'] },
            },
            { repoURL: own, ref: 'values' },
            { repoURL: own, path: 'k8s/a/configs' },
          ],
        },
        c: path('k8s/c'),
        d: path('k8s/d'),
        foreign: { source: { repoURL: 'https://git.example/x', path: 'y' } },
      }),
      // Written as text, so that the lines of the inline values are known.
      'apps/b.yaml': [
        'apiVersion: argoproj.io/v1alpha1',
        'kind: Application',
        'metadata: {name: b}',
        'spec:',
        '  destination: {name: in-cluster, namespace: default}',
        '  sources:',
        '    - repoURL: https://charts.example',
        '      chart: thing',
        '      targetRevision: 1.2.3',
        '      helm:',
        '        values: |',
        '          off: {enabled: false, hostnames: [no.example], parentRefs: [{name: g}]}',
        '          server:',
        '            httproute:',
        '              hostnames: ["{{ .Release.Name }}.example"]',
        '              parentRefs: [{name: g}]',
        '              rules: [{matches: [{path: {value: /api}}, {path: {value: /}}]}]',
        `    - {repoURL: '${own}', path: k8s/b, directory: {recurse: true, exclude: '{skip/*,*.txt.yaml}'}}`,
        '',
      ].join('\n'),
      'k8s/a/values.yaml': [
        'image: {repository: ghcr.io/a/a, tag: "1"}',
        'route:',
        '  main:',
        '    hostnames: [a.example]',
        '    parentRefs: [{name: main-gateway, namespace: gateway}]',
        '',
      ].join('\n'),
      'k8s/a/configs/route.yaml': route('extra', 'extra.example'),
      'k8s/b/deep/route.yaml': route('deep', 'deep.example'),
      'k8s/b/skip/route.yaml': route('skip', 'skip.example'),
      'k8s/b/notes.txt.yaml': 'not: an object',
      'k8s/c/Chart.yaml':
        'apiVersion: v2\nname: c\ndependencies: [{name: inner, version: 1.0.0, repository: https://charts.example}]\n',
      'k8s/c/values.yaml': 'inner: {}\n',
      'k8s/c/templates/route.yaml': route(
        "'{{ .Release.Name }}'",
        "'{{ .Release.Namespace }}.example'",
      ),
      'k8s/c/templates/_helpers.yaml': '{{- define "x" }}',
      'k8s/c/templates/other.yaml': '{{ range .Values.x }}{{ end }}',
      'k8s/d/route.yaml': route('d', 'd.example'),
    });
    expect(codes(model.findings)).toEqual([
      'info foreign-source apps/foreign.yaml:1',
      'warning not-wired k8s/b/skip/route.yaml:1',
      'info not-evaluated k8s/c/templates/other.yaml:1',
    ]);
    expect(
      model.units.map(({ name, pattern, charts }) => [
        name,
        pattern,
        charts.map(item => `${item.chart}@${item.version}`).join(),
      ]),
    ).toEqual([
      ['root', 'D', ''],
      ['a', 'A', 'thing@1.2.3'],
      ['b', 'B', 'thing@1.2.3'],
      ['c', 'C', 'inner@1.0.0'],
      ['d', 'D', ''],
      ['foreign', 'D', ''],
    ]);
    expect(
      model.routes.map(({ app, name, hostnames, paths, source }) => [
        app,
        name,
        hostnames.join(),
        paths.join(),
        `${source.file}:${source.line}`,
      ]),
    ).toEqual([
      ['a', 'extra', 'extra.example', '/', 'k8s/a/configs/route.yaml:1'],
      ['a', undefined, 'a.example', '/', 'k8s/a/values.yaml:4'],
      ['b', 'deep', 'deep.example', '/', 'k8s/b/deep/route.yaml:1'],
      ['b', undefined, 'b.example', '/api,/', 'apps/b.yaml:15'],
      ['c', 'c', 'c-ns.example', '/', 'k8s/c/templates/route.yaml:1'],
      ['d', 'd', 'd.example', '/', 'k8s/d/route.yaml:1'],
    ]);
    expect(model.units[1].images).toEqual(['ghcr.io/a/a:1']);
  });

  it('builds kustomizations: names, namespaces, images, components, and what lies elsewhere', () => {
    const model = read({
      ...appOfApps({ app: path('k8s/app') }),
      'k8s/app/kustomization.yaml': [
        'namespace: one',
        'nameSuffix: -x',
        'resources:',
        '  - ../base',
        '  - namespace.yaml',
        '  - https://example.com/crds.yaml # far away',
        '  - missing.yaml',
        'components: [component]',
        'images:',
        '  - {name: ghcr.io/a/web, newTag: "2"}',
        '  - {name: db, newName: registry.example:5000/db, digest: "sha256:0"}',
        'patches: [{path: patch.yaml}]',
        '',
      ].join('\n'),
      'k8s/app/namespace.yaml':
        'apiVersion: v1\nkind: Namespace\nmetadata: {name: _}\n',
      'k8s/app/component/kustomization.yaml':
        'kind: Component\nnamePrefix: pre-\nresources: [secret.yaml]\n',
      'k8s/app/component/secret.yaml': [
        '# before',
        'apiVersion: external-secrets.io/v1',
        'kind: ExternalSecret',
        'metadata: {name: es}',
        'spec:',
        '  secretStoreRef: {kind: ClusterSecretStore, name: vault-backend}',
        '  data: [{secretKey: A, remoteRef: {key: atlas/app/a, property: p}}]',
        '  dataFrom: [{extract: {key: atlas/app/b}}, {find: {name: {regexp: .*}}}]',
        '',
      ].join('\n'),
      'k8s/base/kustomization.yml': 'resources: [all.yaml]\n',
      'k8s/base/all.yaml': [
        'apiVersion: apps/v1',
        'kind: Deployment',
        'metadata: {name: web}',
        'spec: {template: {spec: {initContainers: [{name: i, image: db:1}], containers: [{name: w, image: "ghcr.io/a/web:1"}]}}}',
        '---',
        'apiVersion: v1',
        'kind: PersistentVolumeClaim',
        'metadata: {name: data, namespace: elsewhere}',
        'spec: {storageClassName: longhorn, resources: {requests: {storage: 5Gi}}}',
        '',
      ].join('\n'),
    });
    expect(codes(model.findings)).toEqual([
      'warning store-missing k8s/app/component/secret.yaml:2',
      'info remote-resource k8s/app/kustomization.yaml:6',
      'error missing-file k8s/app/kustomization.yaml:7',
      'error missing-file k8s/app/kustomization.yaml:12',
    ]);
    expect(model.units[1]).toMatchObject({
      wired: true,
      buildable: false,
      images: ['ghcr.io/a/web:2', 'registry.example:5000/db@sha256:0'],
    });
    expect(model.namespaces).toMatchObject([{ name: 'one' }]);
    expect(model.volumeClaims).toMatchObject([
      {
        name: 'pre-data-x',
        namespace: 'one',
        storageClass: 'longhorn',
        size: '5Gi',
        source: { file: 'k8s/base/all.yaml', line: 6 },
      },
    ]);
    expect(model.externalSecrets).toMatchObject([
      {
        name: 'pre-es-x',
        namespace: 'one',
        store: 'ClusterSecretStore/vault-backend',
        target: 'pre-es-x',
        keys: [
          { key: 'atlas/app/a', property: 'p', secretKey: 'A' },
          { key: 'atlas/app/b' },
          { key: '*' },
        ],
        source: { file: 'k8s/app/component/secret.yaml', line: 2 },
      },
    ]);
  });

  it('tells declared, wired and buildable apart', () => {
    const model = read({
      'k8s/root.yaml': application('root', path('apps')),
      'apps/kustomization.yaml': 'resources: [wired.yaml, gone.yaml]\n',
      'apps/wired.yaml': application('wired', path('k8s/wired')),
      'apps/gone.yaml': application('gone', path('k8s/gone')),
      'apps/forgotten.yaml': application('forgotten', path('k8s/wired')),
      'templates/scaffold.yaml': application('${name}', path('k8s/wired')),
      'k8s/wired/route.yaml': route('r', 'wired.example'),
    });
    expect(
      model.units.map(({ name, wired, buildable, orchestrator }) => ({
        name,
        wired,
        buildable,
        orchestrator,
      })),
    ).toEqual([
      { name: 'root', wired: true, buildable: true, orchestrator: true },
      { name: 'wired', wired: true, buildable: true, orchestrator: false },
      { name: 'gone', wired: true, buildable: false, orchestrator: false },
      { name: 'forgotten', wired: false, buildable: true, orchestrator: false },
    ]);
    expect(codes(model.findings)).toEqual([
      'warning not-wired apps/forgotten.yaml:1',
      'error missing-file apps/gone.yaml:1',
    ]);
    expect(model.apps.map(({ name }) => name)).toEqual(['wired', 'gone']);
    expect(model.routes).toHaveLength(1);
  });

  it('ends on circles, doubles and depth', () => {
    const model = read({
      ...appOfApps({
        root: path('apps'),
        circle: path('k8s/one'),
        twice: path('k8s/twice'),
      }),
      'apps/zcopy.yaml': application('twice', path('k8s/other')),
      'k8s/one/kustomization.yaml': 'resources: [../two]\n',
      'k8s/two/kustomization.yaml': 'resources: [../one]\n',
      'k8s/twice/kustomization.yaml': 'resources: [a.yaml, b.yaml]\n',
      'k8s/twice/a.yaml': route('same', 'a.example'),
      'k8s/twice/b.yaml': route('same', 'b.example'),
      'k8s/other/a.yaml': route('o', 'o.example'),
    });
    expect(codes(model.findings)).toEqual([
      'error duplicate-unit apps/root.yaml:1',
      'error duplicate-unit apps/zcopy.yaml:1',
      'warning not-wired k8s/other/a.yaml:1',
      'error duplicate-resource k8s/twice/b.yaml:1',
      'error cyclic-reference k8s/two/kustomization.yaml:1',
    ]);
    const buildable = Object.fromEntries(
      model.units.map(unit => [unit.name, unit.buildable]),
    );
    expect(buildable).toEqual({ root: true, circle: false, twice: false });
  });

  it.each([
    ['a syntax error', 'a: b\nkind: [', 2],
    ['a duplicate key', 'a: 1\na: 2\n', 2],
    ['a tab for indentation', 'a:\n\tb: 1\n', 2],
    ['an unknown alias', 'a: *nothing\n', 1],
    [
      'a billion laughs',
      [
        'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
        ...Array.from(
          { length: 9 },
          (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}*a${i}]`,
        ),
        '',
      ].join('\n'),
      1,
    ],
    ['endless nesting', `a: ${'['.repeat(20_000)}`, 1],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00]), 1],
    ['a Go template', '{{ if .x }}\nkind: Y\n{{ end }}\n', 2],
  ])('loses one document, and nothing else, to %s', (_, content, line) => {
    const model = read({
      ...appOfApps({ app: path('k8s/app'), other: path('k8s/other') }),
      'k8s/app/bad.yaml': content,
      'k8s/app/good.yaml': route('good', 'good.example'),
      'k8s/other/route.yaml': route('other', 'other.example'),
    });
    expect(codes(model.findings)).toEqual([
      `error unreadable-file k8s/app/bad.yaml:${line}`,
    ]);
    expect(model.routes.map(({ app, name }) => [app, name])).toEqual([
      ['app', 'good'],
      ['other', 'other'],
    ]);
    expect(model.units.map(({ buildable }) => buildable)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('accepts what engines accept: anchors defined again, merge keys, tabs after values, Windows lines, lists of objects', () => {
    const model = read({
      ...appOfApps({ app: path('k8s/app') }),
      'k8s/app/anchors.yaml': [
        'x: &x {a: 1}',
        'apiVersion: v1',
        'kind: ConfigMap',
        'metadata: {name: anchors}',
        'data: &x {b: "2"}',
        'again: {<<: *x}\t',
        '---',
        '',
      ].join('\r\n'),
      'k8s/app/list.yaml': JSON.stringify({
        apiVersion: 'v1',
        kind: 'List',
        items: [
          { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'one' } },
          { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'two' } },
        ],
      }),
    });
    expect(model.findings).toEqual([]);
    expect(model.namespaces.map(({ name }) => name)).toEqual(['one', 'two']);
  });

  it('names plain Secrets and keeps nothing of their values', () => {
    const model = read({
      ...appOfApps({ app: path('k8s/app') }),
      'k8s/app/secret.yaml': [
        'apiVersion: v1',
        'kind: Secret',
        'metadata: {name: leaked}',
        'stringData: {password: hunter2}',
        '---',
        'apiVersion: v1',
        'kind: SecretList',
        'items: [{apiVersion: v1, kind: Secret, metadata: {name: listed}, data: {a: aHVudGVyMg==}}]',
        '',
      ].join('\n'),
    });
    expect(model.findings.map(({ code, message }) => [code, message])).toEqual([
      ['plain-secret', 'The Secret leaked lies in Git as plain text.'],
      ['plain-secret', 'The Secret listed lies in Git as plain text.'],
    ]);
    expect(JSON.stringify(model)).not.toMatch(/hunter2|aHVudGVyMg/);
  });

  it('names objects that are not valid, and goes on', () => {
    const model = read({
      ...appOfApps({
        none: {},
        away: { ...path('k8s/x'), destination: { name: 'mars' } },
        outside: path('../../etc'),
      }),
      'k8s/x/gateway.yaml':
        'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: g}\nspec: {listeners: 3}\n',
      'k8s/x/nameless.yaml': 'apiVersion: v1\nkind: ConfigMap\n',
    });
    expect(codes(model.findings)).toEqual([
      'warning unknown-destination apps/away.yaml:1',
      'error invalid-manifest apps/none.yaml:1',
      'error missing-file apps/outside.yaml:1',
      'error invalid-manifest k8s/x/gateway.yaml:1',
      'error invalid-manifest k8s/x/nameless.yaml:1',
    ]);
  });

  it('says when the root is not there, and finds what lies there all the same', () => {
    const files = appOfApps({ app: path('k8s/app') });
    delete files['k8s/root.yaml'];
    const model = read({ ...files, 'k8s/app/r.yaml': route('r', 'r.example') });
    expect(codes(model.findings)).toEqual([
      'warning not-wired apps/app.yaml:1',
      'warning not-wired k8s/app/r.yaml:1',
      'error missing-file k8s/root.yaml:1',
    ]);
    expect(model.units).toMatchObject([{ name: 'app', wired: false }]);
    expect(model.apps).toEqual([]);
  });
});
