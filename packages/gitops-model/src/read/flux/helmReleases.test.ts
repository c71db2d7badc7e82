import type { RepositoryModel } from '../RepositoryModel';
import {
  codes,
  configMap,
  kustomization,
  read,
  unitOf,
  wiki,
  yaml,
} from './__testUtils__/readFlux';

function helmRelease(spec: object, metadata: object = {}) {
  return {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: { name: 'wiki', namespace: 'docs', ...metadata },
    spec: { interval: '1h', ...spec },
  };
}

function source(kind: string, name: string, spec: object, namespace = 'docs') {
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind,
    metadata: { name, namespace },
    spec,
  };
}

const oci = (ref: object) =>
  source('OCIRepository', 'wiki', {
    url: 'oci://registry.example/charts/wiki-chart',
    ref,
  });
const chartRef = { chartRef: { kind: 'OCIRepository', name: 'wiki' } };
const route = (...hostnames: string[]) => ({
  route: { hostnames, parentRefs: [{ name: 'main', namespace: 'gateway' }] },
});

function readRelease(...objects: object[]): RepositoryModel {
  return read(wiki({}, { 'apps/wiki/release.yaml': yaml(...objects) }));
}

function chartsOf(model: RepositoryModel) {
  return unitOf(model, 'wiki').charts;
}

describe('the chart of a HelmRelease', () => {
  it.each([
    [{ tag: '1.2.3' }, '1.2.3'],
    [{ tag: '1.2.3', semver: '1.x' }, '1.x'],
    [{ tag: '1.2.3', semver: '1.x', digest: 'sha256:ab' }, 'sha256:ab'],
  ])('comes from an OCIRepository at %j', (ref, version) => {
    expect(chartsOf(readRelease(helmRelease(chartRef), oci(ref)))).toEqual([
      {
        chart: 'wiki-chart',
        version,
        repository: 'oci://registry.example/charts',
        release: 'wiki',
        namespace: 'docs',
      },
    ]);
  });

  it.each([
    [{ releaseName: 'custom' }, 'custom'],
    [{ targetNamespace: 'far' }, 'far-wiki'],
    [{ releaseName: 'custom', targetNamespace: 'far' }, 'custom'],
    [{ releaseName: 'wiki' }, undefined],
  ])('is installed under the name of %j', (spec, instance) => {
    const model = readRelease(
      helmRelease({ ...chartRef, ...spec }),
      oci({ tag: '1.2.3' }),
    );
    const [chart] = chartsOf(model);
    expect(chart).toMatchObject({ release: 'wiki', namespace: 'docs' });
    expect(chart.instance).toBe(instance);
  });

  it('comes from a HelmRepository, and by a HelmChart, in whichever unit they are', () => {
    const spec = {
      chart: 'wiki',
      version: '1.x',
      sourceRef: {
        kind: 'HelmRepository',
        name: 'charts',
        namespace: 'flux-system',
      },
    };
    const model = read({
      ...wiki(
        {},
        {
          'apps/wiki/release.yaml': yaml(
            helmRelease({ chart: { spec } }),
            helmRelease(
              { chartRef: { kind: 'HelmChart', name: 'other' } },
              { name: 'other' },
            ),
            source('HelmChart', 'other', { ...spec, chart: 'other' }),
          ),
        },
      ),
      'clusters/alpha/sources.yaml': yaml(
        kustomization('sources', { path: 'sources' }),
      ),
      'sources/charts.yaml': yaml(
        source(
          'HelmRepository',
          'charts',
          { url: 'https://charts.example' },
          'flux-system',
        ),
      ),
    });
    const repository = 'https://charts.example';
    expect(chartsOf(model)).toEqual([
      {
        chart: 'wiki',
        version: '1.x',
        repository,
        release: 'wiki',
        namespace: 'docs',
      },
      {
        chart: 'other',
        version: '1.x',
        repository,
        release: 'other',
        namespace: 'docs',
      },
    ]);
    expect(codes(model).filter(code => code.includes('evaluated'))).toEqual([]);
  });

  it('may lie in this repository', () => {
    const model = read(
      wiki(
        {},
        {
          'apps/wiki/release.yaml': yaml(
            helmRelease({
              chart: {
                spec: {
                  chart: './charts/wiki',
                  sourceRef: {
                    kind: 'GitRepository',
                    name: 'flux-system',
                    namespace: 'flux-system',
                  },
                },
              },
              values: { app: route('b.example') },
            }),
          ),
          'charts/wiki/Chart.yaml': yaml({
            name: 'wiki',
            dependencies: [
              { name: 'app', version: '2.0.0', repository: 'oci://r.example' },
            ],
          }),
          'charts/wiki/values.yaml': yaml({ extra: route('a.example') }),
          'charts/wiki/templates/secret.yaml': yaml({
            apiVersion: 'external-secrets.io/v1',
            kind: 'ExternalSecret',
            metadata: { name: '{{ .Release.Name }}-login', namespace: 'docs' },
            spec: {
              secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
              data: [{ secretKey: 'a', remoteRef: { key: 'wiki/login' } }],
            },
          }),
        },
      ),
    );
    expect(chartsOf(model)).toMatchObject([{ chart: 'app', version: '2.0.0' }]);
    expect(model.routes.flatMap(({ hostnames }) => hostnames).sort()).toEqual([
      'a.example',
      'b.example',
    ]);
    expect(model.externalSecrets).toMatchObject([{ name: 'wiki-login' }]);
  });

  it('whose source is in no unit of the cluster is named', () => {
    const model = readRelease(
      helmRelease(chartRef),
      source('OCIRepository', 'wiki', { url: 'oci://r.example/wiki' }, 'other'),
    );
    expect(chartsOf(model)).toMatchObject([
      { chart: 'wiki', version: '', repository: '' },
    ]);
    expect(codes(model)).toContain(
      'warning not-evaluated apps/wiki/release.yaml:1',
    );
  });

  it('is asked for', () => {
    const model = readRelease(helmRelease({}));
    expect(unitOf(model, 'wiki').buildable).toBe(false);
    expect(codes(model)).toContain(
      'error invalid-manifest apps/wiki/release.yaml:1',
    );
  });
});

describe('the values of a HelmRelease', () => {
  const values = (data: object) =>
    configMap('values', { 'values.yaml': yaml(data) }, { namespace: 'docs' });
  const routes = ({ routes: found }: RepositoryModel) =>
    found.map(({ hostnames, source: { file, line } }) => ({
      hostnames,
      at: `${file}:${line}`,
    }));

  it('are its own, with the names of the release put in', () => {
    const model = readRelease(
      helmRelease({
        ...chartRef,
        targetNamespace: 'web',
        values: {
          image: { repository: 'r.example/wiki', tag: '1' },
          ...route('{{ .Release.Name }}.{{ .Release.Namespace }}.example'),
        },
      }),
      oci({ tag: '1.0.0' }),
    );
    expect(routes(model)).toEqual([
      { hostnames: ['web-wiki.web.example'], at: 'apps/wiki/release.yaml:20' },
    ]);
    expect(unitOf(model, 'wiki').images).toEqual(['r.example/wiki:1']);
  });

  it('come from ConfigMaps in their order, and its own win', () => {
    const model = readRelease(
      helmRelease({
        ...chartRef,
        valuesFrom: [
          { kind: 'ConfigMap', name: 'values' },
          {
            kind: 'ConfigMap',
            name: 'single',
            valuesKey: 'host',
            targetPath: 'route.hostnames[1]',
          },
          { kind: 'ConfigMap', name: 'gone', optional: true },
        ],
        values: { image: { tag: '2' } },
      }),
      oci({ tag: '1.0.0' }),
      values({
        image: { repository: 'r.example/wiki', tag: '1' },
        ...route('a.example'),
      }),
      configMap('single', { host: 'b.example' }, { namespace: 'docs' }),
    );
    expect(routes(model)).toMatchObject([
      { hostnames: ['a.example', 'b.example'] },
    ]);
    expect(unitOf(model, 'wiki').images).toEqual(['r.example/wiki:2']);
    expect(codes(model).filter(code => code.includes('evaluated'))).toEqual([]);
  });

  it('come from a ConfigMap that kustomize generates, by the name before its hash', () => {
    const model = read(
      wiki(
        {},
        {
          'apps/wiki/kustomization.yaml': yaml({
            namespace: 'docs',
            resources: ['release.yaml'],
            configMapGenerator: [
              { name: 'values', files: ['values.yaml=wiki.yaml'] },
            ],
          }),
          'apps/wiki/release.yaml': yaml(
            helmRelease({
              ...chartRef,
              valuesFrom: [{ kind: 'ConfigMap', name: 'values' }],
            }),
            oci({ tag: '1.0.0' }),
          ),
          'apps/wiki/wiki.yaml':
            'server:\n  route:\n    hostnames: [a.example]\n    parentRefs: [{name: main, namespace: gateway}]\n',
        },
      ),
    );
    expect(routes(model)).toEqual([
      { hostnames: ['a.example'], at: 'apps/wiki/wiki.yaml:3' },
    ]);
  });

  it('of Secrets are not read, and of bad YAML make the unit unbuildable', () => {
    const model = readRelease(
      helmRelease({
        ...chartRef,
        suspend: true,
        valuesFrom: [
          { kind: 'Secret', name: 'secret' },
          { kind: 'ConfigMap', name: 'values' },
        ],
      }),
      oci({ tag: '1.0.0' }),
      configMap('values', { 'values.yaml': 'a: b: c' }, { namespace: 'docs' }),
    );
    expect(unitOf(model, 'wiki').buildable).toBe(false);
    expect(codes(model)).toEqual(
      expect.arrayContaining([
        'info suspended apps/wiki/release.yaml:1',
        'info not-evaluated apps/wiki/release.yaml:1',
        expect.stringMatching(
          /^error unreadable-file apps\/wiki\/release\.yaml:\d+$/,
        ),
      ]),
    );
  });
});

describe('the namespace of a release', () => {
  const missing = (install: object) =>
    read(
      wiki(
        { targetNamespace: 'media' },
        {
          'apps/wiki/release.yaml': yaml(
            helmRelease({ ...chartRef, targetNamespace: 'media', install }),
            oci({ tag: '1' }),
          ),
        },
      ),
    ).findings.filter(({ code }) => code === 'namespace-missing');

  it('is there where Helm makes it, and missing where nothing does', () => {
    expect(missing({ createNamespace: true })).toEqual([]);
    expect(missing({})).toEqual([
      expect.objectContaining({
        cluster: 'alpha',
        app: 'wiki',
        message: expect.stringContaining('the namespace media'),
      }),
    ]);
  });
});

it('says of an object that does not fit which unit it is of', () => {
  const model = readRelease(helmRelease({ chartRef: 7 }));
  expect(model.findings).toContainEqual(
    expect.objectContaining({
      code: 'invalid-manifest',
      cluster: 'alpha',
      app: 'wiki',
    }),
  );
});
