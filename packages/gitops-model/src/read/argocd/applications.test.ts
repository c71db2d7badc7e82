import { parseProfile } from '../../profile/parseProfile';
import { createSnapshot } from '../../snapshot/createSnapshot';
import type { RepositoryModel } from '../RepositoryModel';
import { readRepository } from '../readRepository';

const own = 'https://git.example/home/ops.git';

function read(
  files: Record<string, string>,
  roots: { cluster: string; path: string }[] = [
    { cluster: 'home', path: 'argo' },
  ],
): RepositoryModel {
  return readRepository(
    createSnapshot({ commit: 'a'.repeat(40), files }),
    parseProfile(
      {
        engine: 'argocd',
        roots,
        destinations: [
          { server: 'https://edge.example:6443', cluster: 'edge' },
        ],
        apps: { nameLabel: 'app.kubernetes.io/name' },
        exclude: ['argo/values.yaml'],
        owners: { default: 'group:default/platform' },
      },
      own,
    ),
  );
}

function application(
  name: string,
  spec: object,
  metadata: object = {},
): Record<string, string> {
  const document = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, namespace: 'argocd', ...metadata },
    spec: {
      project: 'apps',
      destination: { name: 'in-cluster', namespace: name },
      syncPolicy: { syncOptions: ['CreateNamespace=true'] },
      ...spec,
    },
  };
  return { [`argo/${name}.yaml`]: `${JSON.stringify(document)}\n` };
}

function deployment(image: string): string {
  return JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: { template: { spec: { containers: [{ name: 'web', image }] } } },
  });
}

function claim(name: string): string {
  return `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: ${name}}\nspec: {storageClassName: fast}\n`;
}

const codes = (model: RepositoryModel) =>
  model.findings.map(({ code, file, line }) => `${code} ${file}:${line}`);
const source = (path: string, more: object = {}) => ({
  source: { repoURL: own, path, ...more },
});

describe('Applications', () => {
  it('are applied by hand from files, directories and kustomizations that are roots', () => {
    const model = read(
      {
        ...application('one', source('apps/one')),
        ...application('two', source('apps/two')),
        'argo/deep/three.yaml': Object.values(
          application('three', source('apps/one')),
        )[0],
        'argo/four.json': Object.values(
          application('four', source('apps/one')),
        )[0],
        'list/kustomization.yaml': 'namePrefix: pre-\nresources: [five.yaml]\n',
        'list/five.yaml': Object.values(
          application('five', source('apps/two')),
        )[0],
        'six.yaml': Object.values(application('six', source('apps/two')))[0],
        'argo/values.yaml': 'not: an object\n',
        'apps/one/claim.yaml': claim('data'),
        'apps/two/claim.yaml': claim('data'),
      },
      [
        { cluster: 'home', path: 'argo' },
        { cluster: 'home', path: 'list' },
        { cluster: 'other', path: 'six.yaml' },
      ],
    );
    expect(codes(model)).toEqual(['not-wired argo/deep/three.yaml:1']);
    expect(
      model.units.map(({ cluster, name, wired }) => [cluster, name, wired]),
    ).toEqual([
      ['home', 'four', true],
      ['home', 'one', true],
      ['home', 'two', true],
      ['home', 'pre-five', true],
      ['other', 'six', true],
      ['home', 'three', false],
    ]);
  });

  it('carry labels, wave, namespace and parent, and name what Argo CD does not know', () => {
    const model = read({
      ...application('root', source('apps')),
      'apps/child.yaml': Object.values(
        application(
          'child',
          {
            ...source('web'),
            destination: { name: 'edge', namespace: 'web' },
            syncPolicy: { syncOptions: ['CreateNamespace=true'] },
          },
          {
            namespace: undefined,
            labels: { 'app.kubernetes.io/name': 'shop' },
            annotations: { 'argocd.argoproj.io/sync-wave': '-3' },
            finalizers: [
              'resources-finalizer.argocd.argoproj.io/background',
              'post-delete-finalizer.argocd.argoproj.io/cleanup',
              'example.com/mine',
              'resources-finaliser.argocd.argoproj.io',
            ],
          },
        ),
      )[0],
      'apps/lost.yaml': Object.values(
        application('lost', {
          ...source('web'),
          destination: { server: 'https://nowhere.example', namespace: 'x' },
        }),
      )[0],
      'web/claim.yaml': claim('data'),
    });
    expect(codes(model)).toEqual([
      'finalizer-misspelt apps/child.yaml:1',
      'unknown-destination apps/lost.yaml:1',
    ]);
    expect(model.units).toMatchObject([
      { name: 'root', objectNamespace: 'argocd', orchestrator: true },
      {
        name: 'child',
        app: 'shop',
        objectNamespace: 'root',
        parent: 'root',
        cluster: 'edge',
        syncWave: -3,
        suspended: false,
        labels: { 'app.kubernetes.io/name': 'shop' },
      },
      { name: 'lost', cluster: 'https://nowhere.example' },
    ]);
  });

  it('put kustomize settings on top of what they build', () => {
    const model = read({
      ...application(
        'web',
        source('web', {
          kustomize: {
            namePrefix: 'pre-',
            namespace: 'web',
            images: ['ghcr.io/a/web:2', 'db=registry.example:5000/db@sha256:0'],
            components: ['../volume', '../not-there'],
            ignoreMissingComponents: true,
            patches: [
              {
                target: { kind: 'PersistentVolumeClaim' },
                patch:
                  '[{"op": "replace", "path": "/spec/storageClassName", "value": "slow"}]',
              },
            ],
          },
        }),
      ),
      'web/kustomization.yaml':
        'resources: [deployment.json, db.json]\nimages: [{name: ghcr.io/a/web, newTag: "1"}]\n',
      'web/deployment.json': deployment('ghcr.io/a/web:0'),
      'web/db.json': deployment('db:1').replace('"web"', '"db"'),
      'volume/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [claim.yaml]\n',
      'volume/claim.yaml': claim('data'),
    });
    expect(codes(model)).toEqual([]);
    expect(model.units[0].images).toEqual([
      'ghcr.io/a/web:2',
      'registry.example:5000/db@sha256:0',
    ]);
    expect(model.volumeClaims).toMatchObject([
      { name: 'pre-data', namespace: 'web', storageClass: 'slow' },
    ]);
  });

  it('hand on the charts of a kustomization, with the routes in their values', () => {
    const model = read({
      ...application('web', source('web')),
      'web/kustomization.yaml': [
        'namespace: web',
        'helmCharts:',
        '  - name: app-template',
        '    repo: oci://ghcr.io/charts',
        '    version: 4.0.0',
        '    releaseName: shop',
        '    valuesFile: values.yaml',
        '',
      ].join('\n'),
      'web/values.yaml':
        'route:\n  app:\n    hostnames: ["{{ .Release.Name }}.example"]\n    parentRefs: [{name: g, namespace: gw, sectionName: https}]\n',
    });
    expect(model.units[0].charts).toMatchObject([
      {
        chart: 'app-template',
        version: '4.0.0',
        repository: 'oci://ghcr.io/charts',
        release: 'shop',
      },
    ]);
    expect(model.routes).toMatchObject([
      {
        hostnames: ['shop.example'],
        parents: [{ name: 'g', namespace: 'gw', section: 'https' }],
        source: { file: 'web/values.yaml', line: 3 },
      },
    ]);
  });

  it('set parameters of charts, the last word over files and inline values', () => {
    const chart = {
      repoURL: 'registry.example/charts',
      chart: 'thing',
      targetRevision: '1.0.0',
      helm: {
        releaseName: 'release',
        valueFiles: ['$here/values/thing.yaml', '$gone/values.yaml'],
        values: 'route: {hostnames: [b.example]}\n',
        parameters: [
          { name: 'route.hostnames[1]', value: 'c.example' },
          { name: 'route.parentRefs', value: '{g}', forceString: true },
          { name: 'route.parentRefs[0].name', value: 'gate' },
          { name: 'image.repository', value: 'ghcr.io/a/thing' },
          { name: 'image.tag', value: '2', forceString: true },
          { name: 'other\\.key.enabled', value: 'true' },
          { name: 'a[b', value: 'x' },
        ],
        fileParameters: [{ name: 'config', path: 'x' }],
      },
    };
    const model = read({
      ...application('web', {
        sources: [chart, { repoURL: own, ref: 'here' }],
      }),
      'values/thing.yaml':
        'route:\n  hostnames: [a.example]\n  parentRefs: [{name: x}]\nimage: {repository: docker.io/x, tag: "1"}\n',
    });
    expect(model.findings.map(({ code, message }) => [code, message])).toEqual([
      [
        'missing-file',
        'The Application web takes values from $gone/values.yaml, and none of its sources has that ref.',
      ],
      [
        'not-evaluated',
        'The Application web sets the parameter a[b, parameters from files, which the portal does not evaluate.',
      ],
    ]);
    expect(model.units[0]).toMatchObject({
      buildable: false,
      charts: [
        { repository: 'oci://registry.example/charts', release: 'release' },
      ],
      images: ['ghcr.io/a/thing:2'],
    });
    expect(model.routes).toMatchObject([
      { hostnames: ['b.example', 'c.example'], parents: [{ name: 'gate' }] },
    ]);
  });

  it('wrap charts under their names, leave out those that are off, and may be a chart themselves', () => {
    const model = read({
      ...application(
        'wrapper',
        source('wrapper', {
          helm: { parameters: [{ name: 'cache.enabled', value: 'false' }] },
        }),
      ),
      ...application('single', source('single')),
      ...application('registry', {
        source: {
          repoURL: 'oci://registry.example/charts/thing',
          path: '.',
          targetRevision: '3.0.0',
          helm: { values: 'a: 1\n' },
        },
      }),
      'wrapper/Chart.yaml': [
        'apiVersion: v2',
        'name: wrapper',
        'version: 0.1.0',
        'dependencies:',
        '  - {name: inner, alias: shop, version: 1.0.0, repository: https://charts.example}',
        '  - {name: redis, alias: cache, version: 2.0.0, repository: https://charts.example, condition: cache.enabled}',
        '',
      ].join('\n'),
      'wrapper/values.yaml': [
        'shop:',
        '  route: {hostnames: [shop.example], parentRefs: [{name: g}]}',
        'cache:',
        '  enabled: true',
        '  route: {hostnames: [cache.example], parentRefs: [{name: g}]}',
        '',
      ].join('\n'),
      'single/Chart.yaml': 'apiVersion: v2\nname: single\nversion: 0.2.0\n',
      'single/templates/claim.yaml': claim("'{{ .Release.Name }}-data'"),
    });
    expect(codes(model)).toEqual([]);
    expect(
      model.units.map(({ name, charts }) => [
        name,
        charts.map(
          chart => `${chart.repository} ${chart.chart} ${chart.version}`,
        ),
      ]),
    ).toEqual([
      ['registry', ['oci://registry.example/charts thing 3.0.0']],
      ['single', [' single 0.2.0']],
      ['wrapper', ['https://charts.example inner 1.0.0']],
    ]);
    expect(model.routes.map(({ hostnames }) => hostnames)).toEqual([
      ['shop.example'],
    ]);
    expect(model.volumeClaims).toMatchObject([{ name: 'single-data' }]);
  });
});
