import { profile } from '../../__testUtils__/readFixture';
import { createSnapshot } from '../../snapshot/createSnapshot';
import { Reading } from '../Reading';
import { buildKustomization } from './buildKustomization';
import { buildListed } from './buildListed';
import type { Built } from './Built';
import type { Overlay } from './Overlay';

const from = { file: 'unit.yaml', line: 3 };

function evaluate(
  files: Record<string, unknown>,
  build: (reading: Reading) => Built,
) {
  const texts = Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? content : JSON.stringify(content),
    ]),
  );
  const snapshot = createSnapshot({ commit: 'a'.repeat(40), files: texts });
  const reading = new Reading(snapshot, profile);
  const built = build(reading);
  return {
    ...built,
    objects: built.manifests.map(
      ({ kind, namespace = '-', name }) => `${kind} ${namespace}/${name}`,
    ),
    findings: reading.findings.map(
      ({ severity, code, file, line }) => `${severity} ${code} ${file}:${line}`,
    ),
  };
}

const buildApp = (files: Record<string, unknown>, overlay?: Overlay) =>
  evaluate(files, reading => buildKustomization(reading, 'app', from, overlay));

const configMap = (name: string, more: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  ...more,
});

const noOverlay: Overlay = { components: [], images: [], patches: [] };

describe('buildKustomization', () => {
  it.each<[string, Record<string, unknown>, string]>([
    [
      'a field kustomize does not know',
      { 'app/kustomization.yaml': { resources: [], resource: [] } },
      'error invalid-manifest app/kustomization.yaml:1',
    ],
    [
      'an empty kustomization',
      { 'app/kustomization.yaml': { kind: 'Kustomization' } },
      'error invalid-manifest app/kustomization.yaml:1',
    ],
    [
      'two kustomization files',
      {
        'app/kustomization.yaml': { resources: [] },
        'app/Kustomization': { resources: [] },
      },
      'error invalid-manifest unit.yaml:3',
    ],
    [
      'a directory without one',
      { 'app/a.yaml': configMap('a') },
      'error missing-file unit.yaml:3',
    ],
    [
      'a component that is a file',
      {
        'app/kustomization.yaml': 'components:\n  - a.yaml\n',
        'app/a.yaml': configMap('a'),
      },
      'error missing-file app/kustomization.yaml:2',
    ],
    [
      'a component among resources',
      {
        'app/kustomization.yaml': 'resources:\n  - ../part\n',
        'part/kustomization.yaml': { kind: 'Component', namespace: 'a' },
      },
      'error invalid-manifest app/kustomization.yaml:2',
    ],
    [
      'a resource among components',
      {
        'app/kustomization.yaml': 'components:\n  - ../part\n',
        'part/kustomization.yaml': { namespace: 'a' },
      },
      'error invalid-manifest app/kustomization.yaml:2',
    ],
    [
      'a circle over the directory above',
      {
        'app/kustomization.yaml': { resources: ['sub'] },
        'app/sub/kustomization.yaml': 'resources:\n  - ../../app\n',
      },
      'error cyclic-reference app/sub/kustomization.yaml:2',
    ],
    [
      'one object in two namespaces that are the same',
      {
        'app/kustomization.yaml': { resources: ['a.yaml', 'b.yaml'] },
        'app/a.yaml': configMap('a'),
        'app/b.yaml': {
          ...configMap('a'),
          metadata: { name: 'a', namespace: 'default' },
        },
      },
      'error duplicate-resource app/b.yaml:1',
    ],
    [
      'an object without a name',
      {
        'app/kustomization.yaml': { resources: ['a.yaml'] },
        'app/a.yaml': {
          apiVersion: 'batch/v1',
          kind: 'Job',
          metadata: { generateName: 'a-' },
        },
      },
      'error invalid-manifest app/a.yaml:1',
    ],
    [
      'a patch for what is not there',
      {
        'app/kustomization.yaml': 'patches:\n  - path: p.yaml\n',
        'app/p.yaml': configMap('gone'),
      },
      'error patch-without-target app/kustomization.yaml:2',
    ],
    [
      'an expression that may take for ever',
      {
        'app/kustomization.yaml': {
          resources: [],
          patches: [{ target: { name: '(a+)+' }, patch: '[]' }],
        },
      },
      'error invalid-manifest app/kustomization.yaml:1',
    ],
    [
      'an operation on a prototype',
      {
        'app/kustomization.yaml': {
          resources: ['a.yaml'],
          patches: [
            {
              target: { kind: 'ConfigMap' },
              patch: '[{"op": "add", "path": "/__proto__/x", "value": 1}]',
            },
          ],
        },
        'app/a.yaml': configMap('a'),
      },
      'error invalid-manifest app/kustomization.yaml:1',
    ],
  ])('does not build %s', (_what, files, finding) => {
    const { buildable, findings } = buildApp(files);
    expect(findings).toContain(finding);
    expect(buildable).toBe(false);
  });

  it('bears hostile values without changing what is shared', () => {
    const text = [
      'apiVersion: v1',
      'kind: ConfigMap',
      'metadata: {name: a}',
      'data: &data {__proto__: "1", constructor: "2"}',
      'spec: {big: 1e999, long: 123456789012345678901234567890, same: *data}',
      '',
    ].join('\n');
    const patch = { data: { toString: '3', ['__proto__']: '4' } };
    const files = {
      'app/kustomization.yaml': {
        resources: ['a.yaml'],
        namespace: 'one',
        patches: [{ patch: JSON.stringify({ ...configMap('a'), ...patch }) }],
      },
      'app/a.yaml': text,
    };
    const plain = { ...files, 'app/kustomization.yaml': 'resources: [a.yaml]' };
    const before = JSON.stringify(buildApp(plain).manifests[0].value);
    const { manifests, buildable } = buildApp(files);
    expect(buildable).toBe(true);
    expect(JSON.stringify(manifests[0].value)).toContain(
      '"data":{"__proto__":"4","constructor":"2","toString":"3"}',
    );
    expect(JSON.stringify(buildApp(plain).manifests[0].value)).toBe(before);
    expect(Object.prototype).not.toHaveProperty('x');
  });

  it('puts what the engine adds behind what the file says', () => {
    const { objects, manifests, findings } = buildApp(
      {
        'app/kustomization.yaml': {
          resources: ['a.yaml'],
          namespace: 'one',
          images: [{ name: 'a', newTag: '1' }],
          patches: [
            {
              target: { kind: 'Pod' },
              patch: '[{op: replace, path: /metadata/labels/by, value: file}]',
            },
          ],
        },
        'app/a.yaml':
          'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  labels: {by: none}\nspec:\n  containers:\n    - {name: a, image: a}\n',
        'part/kustomization.yaml': {
          kind: 'Component',
          configMapGenerator: [{ name: 'made' }],
          generatorOptions: { disableNameSuffixHash: true },
        },
      },
      {
        ...noOverlay,
        components: ['../part'],
        namespace: 'two',
        nameSuffix: '-x',
        images: [{ name: 'a', newTag: '2' }],
        patches: [
          {
            target: { kind: 'Pod' },
            patch: '[{op: test, path: /metadata/labels/by, value: file}]',
          },
        ],
      },
    );
    expect(findings).toEqual([]);
    expect(objects).toEqual(['Pod two/a-x', 'ConfigMap two/made-x']);
    expect(manifests[0].value).toMatchObject({
      spec: { containers: [{ image: 'a:2' }] },
    });
  });

  it('keeps the lines of what it copies', () => {
    const { manifests } = buildApp({
      'app/kustomization.yaml': {
        resources: ['a.yaml'],
        patches: [
          {
            target: { kind: 'HTTPRoute' },
            patch:
              '[{op: replace, path: /spec/rules/0/backendRefs/0/port, value: 81}]',
          },
        ],
      },
      'app/a.yaml': [
        'apiVersion: gateway.networking.k8s.io/v1',
        'kind: HTTPRoute',
        'metadata: {name: a}',
        'spec:',
        '  rules:',
        '    - backendRefs:',
        '        - {name: a, port: 80}',
        '',
      ].join('\n'),
    });
    const [{ value, document, source }] = manifests;
    expect(source).toEqual({ file: 'app/a.yaml', line: 1 });
    expect(value).toMatchObject({
      spec: { rules: [{ backendRefs: [{ port: 81 }] }] },
    });
    const lines = [value, value.spec].map(
      mapping =>
        typeof mapping === 'object' &&
        mapping !== null &&
        document.lines.get(mapping),
    );
    expect(lines).toEqual([1, 5]);
  });

  it('keeps no value of a Secret, and says where generated data is from', () => {
    const canary = `canary-${Math.random()}`;
    const built = buildApp({
      'app/kustomization.yaml': {
        resources: ['secret.yaml'],
        secretGenerator: [
          { name: 'made', literals: [`key=${canary}`], files: ['token'] },
        ],
        configMapGenerator: [
          { name: 'values', files: ['values.yaml=helm.yaml'] },
        ],
        patches: [
          {
            target: { kind: 'Secret' },
            patch: JSON.stringify({
              kind: 'Secret',
              metadata: { name: 'any' },
              stringData: { patched: canary },
            }),
          },
          {
            target: { kind: 'Secret', name: 'plain' },
            patch: JSON.stringify([
              { op: 'replace', path: '/stringData/key', value: canary },
            ]),
          },
        ],
      },
      'app/secret.yaml': {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'plain' },
        stringData: { key: canary },
      },
      'app/token': canary,
      'app/helm.yaml': 'a: 1\n',
    });
    expect(built.buildable).toBe(true);
    const values = built.manifests.map(({ value }) => value);
    expect(JSON.stringify(values)).not.toContain(canary);
    expect(JSON.stringify(values)).not.toContain(btoa(canary));
    expect(
      built.manifests.map(({ dataSources }) => dataSources),
    ).toContainEqual({ 'values.yaml': { file: 'app/helm.yaml', line: 1 } });
  });

  it('names charts with their values and where those are from', () => {
    const { charts, values, findings } = buildApp({
      'app/kustomization.yaml': [
        'namespace: media',
        'helmCharts:',
        '  - name: app-template',
        '    repo: oci://registry.example/charts',
        '    version: 4.6.2',
        '    releaseName: sonarr',
        '    valuesFile: values.yaml',
        '    valuesInline:',
        '      route:',
        '        inline: true',
        '    additionalValuesFiles: [more.yaml]',
        '',
      ].join('\n'),
      'app/values.yaml': 'route:\n  app:\n    hostnames: [a.example]\n',
      'app/more.yaml': 'route: {inline: more}\n',
    });
    expect(findings).toEqual([]);
    expect(charts).toEqual([
      {
        chart: 'app-template',
        version: '4.6.2',
        repository: 'oci://registry.example/charts',
        release: 'sonarr',
        namespace: 'media',
      },
    ]);
    const [{ value, releaseName, namespace }] = values;
    expect({ value, releaseName, namespace }).toEqual({
      value: { route: { app: { hostnames: ['a.example'] }, inline: 'more' } },
      releaseName: 'sonarr',
      namespace: 'media',
    });
    const { app } = Object(value.route);
    expect(values[0].sourceOf(app)).toEqual({
      file: 'app/values.yaml',
      line: 3,
    });
  });

  it('names what lies elsewhere and what it does not evaluate', () => {
    const { buildable, findings } = buildApp({
      'app/kustomization.yaml': {
        resources: ['https://example.com/crds.yaml', 'a.yaml'],
        vars: [],
        transformers: ['t.yaml'],
      },
      'app/a.yaml': configMap('a'),
    });
    expect(buildable).toBe(true);
    expect(findings).toEqual([
      'info not-evaluated app/kustomization.yaml:1',
      'info remote-resource app/kustomization.yaml:1',
    ]);
  });
});

describe('buildListed', () => {
  it('takes every file, and a directory with a kustomization as one', () => {
    const { objects, buildable } = evaluate(
      {
        'app/a.yaml': configMap('a'),
        'app/.sops.yaml': { creation_rules: [] },
        'app/readme.md': 'text',
        'app/deep/er/b.yml': configMap('b'),
        'app/kustomized/kustomization.yaml': {
          namePrefix: 'k-',
          resources: ['c.yaml'],
        },
        'app/kustomized/c.yaml': configMap('c'),
        'app/kustomized/ignored.yaml': 'no: object',
      },
      reading =>
        buildListed(reading, 'app', from, { ...noOverlay, namespace: 'one' }),
    );
    expect(buildable).toBe(true);
    expect(objects.sort()).toEqual([
      'ConfigMap one/a',
      'ConfigMap one/b',
      'ConfigMap one/k-c',
    ]);
  });

  it('does not build where a file holds no objects, as Flux does not', () => {
    const { buildable, findings } = evaluate(
      { 'app/a.yaml': configMap('a'), 'app/values.yaml': 'a: 1\n' },
      reading => buildListed(reading, 'app', from),
    );
    expect(buildable).toBe(false);
    expect(findings).toEqual(['error invalid-manifest app/values.yaml:1']);
  });
});
