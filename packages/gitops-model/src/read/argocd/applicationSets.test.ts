import fc from 'fast-check';
import { parse } from 'yaml';
import { parseProfile } from '../../profile/parseProfile';
import { createSnapshot } from '../../snapshot/createSnapshot';
import type { RepositoryModel } from '../RepositoryModel';
import { readRepository } from '../readRepository';

const own = 'https://git.example/home/ops.git';
const profile = parseProfile(
  {
    engine: 'argocd',
    roots: [{ cluster: 'home', path: 'argo' }],
    destinations: [{ server: 'https://edge.example:6443', cluster: 'edge' }],
    exclude: ['scaffold/**'],
    owners: { default: 'group:default/platform' },
  },
  own,
);

function read(files: Record<string, string>): RepositoryModel {
  return readRepository(
    createSnapshot({ commit: 'a'.repeat(40), files }),
    profile,
  );
}

interface SetSpec {
  generators: object[];
  template?: object;
  templatePatch?: string;
  goTemplate?: boolean;
  goTemplateOptions?: string[];
}

/** An Application of the templates' shape: its name, and further fields of the spec. */
function template(name: string, spec: object = {}, metadata: object = {}) {
  return {
    metadata: { name, ...metadata },
    spec: {
      project: 'apps',
      source: { repoURL: own, path: 'empty' },
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: 'apps',
      },
      syncPolicy: { syncOptions: ['CreateNamespace=true'] },
      ...spec,
    },
  };
}

function set(name: string, spec: SetSpec): Record<string, string> {
  const document = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name, namespace: 'argocd' },
    spec: { template: template('{{.path.basename}}'), ...spec },
  };
  return { [`argo/${name}.yaml`]: `${JSON.stringify(document)}\n` };
}

function goSet(name: string, spec: SetSpec): Record<string, string> {
  return set(name, {
    goTemplate: true,
    goTemplateOptions: ['missingkey=error'],
    ...spec,
  });
}

function configMap(name: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n`;
}

const empty = { 'empty/map.yaml': configMap('nothing') };
const git = (directories: object[], more: object = {}) => ({
  git: { repoURL: own, revision: 'HEAD', directories, ...more },
});
const names = (model: RepositoryModel) =>
  model.units.map(({ name }) => name).sort();
const codes = (model: RepositoryModel) =>
  model.findings.map(({ code, file, line }) => `${code} ${file}:${line}`);

describe('Applications of ApplicationSets', () => {
  it('are one per directory, with all that Argo CD says of a path, and say where they come from', () => {
    const model = read({
      ...goSet('media', {
        generators: [
          git([
            { path: 'apps/media/*' },
            { path: 'apps/*/common', exclude: true },
          ]),
        ],
        template: template(
          '{{index .path.segments 1}}-{{.path.basenameNormalized}}',
          {
            source: { repoURL: own, path: '{{.path.path}}' },
            destination: {
              name: 'in-cluster',
              namespace: '{{ index .path.segments 1 }}',
            },
          },
          {
            namespace: 'not-there',
            labels: { '{{ printf "is-%s" .path.basename }}': 'yes' },
            annotations: {
              'argocd.argoproj.io/sync-wave': '{{ len .path.segments }}',
              'portal.internal/owner': 'group:default/{{ .path.basename }}',
            },
          },
        ),
      }),
      'apps/media/Son_arr/config/map.yaml': configMap('deep'),
      'apps/media/Son_arr/map.yaml': configMap('sonarr'),
      'apps/media/common/map.yaml': configMap('common'),
      'apps/media/.hidden/map.yaml': configMap('hidden'),
      'apps/media/file.yaml': configMap('file'),
    });
    expect(codes(model)).toEqual([]);
    expect(model.units).toMatchObject([
      {
        name: 'media-son-arr',
        app: 'media-son-arr',
        objectNamespace: 'argocd',
        namespace: 'media',
        cluster: 'home',
        project: 'apps',
        paths: ['apps/media/Son_arr'],
        labels: { 'is-Son_arr': 'yes' },
        syncWave: 3,
        generatedBy: 'media',
        suspended: false,
        wired: true,
        source: { file: 'argo/media.yaml', line: 1 },
      },
    ]);
    expect(model.units[0].parent).toBeUndefined();
    expect(model.apps).toMatchObject([{ owner: 'group:default/Son_arr' }]);
  });

  it('come of a category directory itself, and under a prefix of their parameters', () => {
    const model = read({
      ...goSet('itself', { generators: [git([{ path: 'apps/openebs' }])] }),
      ...goSet('prefixed', {
        generators: [git([{ path: '*/openebs' }], { pathParamPrefix: 'app' })],
        template: template('{{ .app.path.basename }}-two'),
      }),
      ...set('plain', {
        generators: [git([{ path: 'apps/o*' }], { pathParamPrefix: 'app' })],
        template: template('{{ app.path[0] }}-{{app.path.basename}}'),
      }),
      'apps/openebs/map.yaml': configMap('openebs'),
      ...empty,
    });
    expect(codes(model)).toEqual([]);
    expect(names(model)).toEqual(['apps-openebs', 'openebs', 'openebs-two']);
  });

  it('take the keys of files, nested for Go templates and flat without', () => {
    const files = {
      'apps/a/app.yaml':
        'name: alpha\nargo: {wave: 5, on: true}\nhosts: [one, two]\n',
      'apps/b/app.json':
        '[{"name": "beta", "argo": {"wave": 1.5}}, {"name": "gamma"}]',
      'apps/c/other.yaml': 'name: not-taken\n',
      ...empty,
    };
    const generators = [
      {
        git: {
          repoURL: own,
          files: [
            { path: 'apps/*/app.*' },
            { path: 'apps/skipped/*', exclude: true },
          ],
        },
      },
    ];
    const nested = read({
      ...files,
      'apps/skipped/app.yaml': 'name: skipped\n',
      ...goSet('nested', {
        generators,
        template: template('{{ .name }}', {
          project:
            '{{ dig "wave" 0 (default dict (get . "argo")) }}-{{ .path.filename }}',
        }),
      }),
    });
    expect(codes(nested)).toEqual([]);
    expect(
      nested.units.map(({ name, project, paths }) => [name, project, paths]),
    ).toEqual([
      ['alpha', '5-app.yaml', ['empty', 'apps/a']],
      ['beta', '1.5-app.json', ['empty', 'apps/b']],
      ['gamma', '0-app.json', ['empty', 'apps/b']],
    ]);
    const flat = read({
      ...files,
      ...set('flat', {
        generators,
        template: template('{{name}}', {
          project:
            '{{argo.wave}} {{ argo.on }} {{hosts.1}} {{path.basename}} {{path[1]}} {{path.filenameNormalized}}',
        }),
      }),
    });
    expect(flat.units.map(({ project }) => project)).toEqual([
      '5 true two a a app.yaml',
      '1.5 {{ argo.on }} {{hosts.1}} b b app.json',
      '{{argo.wave}} {{ argo.on }} {{hosts.1}} b b app.json',
    ]);
  });

  it('come of lists, clusters, and products and merges of generators', () => {
    const model = read({
      ...goSet('listed', {
        generators: [
          {
            list: {
              elements: [{ name: 'one', deep: { x: 1 } }],
              elementsYaml: '- {name: two, deep: {x: 2}}\n',
            },
          },
        ],
        template: template('listed-{{ .name }}-{{ .deep.x }}'),
      }),
      ...goSet('clustered', {
        generators: [{ clusters: { values: { at: '{{ .name }}!' } } }],
        template: template('cluster-{{ .nameNormalized }}', {
          project: '{{ .values.at }}',
          destination: { server: '{{ .server }}', namespace: 'apps' },
        }),
      }),
      ...goSet('product', {
        generators: [
          {
            matrix: {
              generators: [
                { list: { elements: [{ area: 'web' }, { area: 'none' }] } },
                git([{ path: 'apps/{{ .area }}/*' }]),
              ],
            },
          },
        ],
        template: template('{{ .area }}-{{ .path.basename }}'),
      }),
      ...set('plain-product', {
        generators: [
          {
            matrix: {
              generators: [
                { list: { elements: [{ area: 'web', values: { x: 'v' } }] } },
                git([{ path: 'apps/{{area}}/b*' }]),
              ],
            },
          },
        ],
        template: template('plain-{{area}}-{{path.basename}}-{{values.x}}'),
      }),
      ...goSet('merged', {
        generators: [
          {
            merge: {
              mergeKeys: ['id'],
              generators: [
                {
                  list: {
                    elements: [
                      { id: 'm1', on: { a: 'x', b: 'y' } },
                      { id: 'm2', on: { a: 'x', b: 'y' } },
                    ],
                  },
                },
                {
                  list: {
                    elements: [
                      { id: 'm2', on: { b: 'z' } },
                      { id: 'm3', on: {} },
                    ],
                  },
                },
              ],
            },
            selector: {
              matchExpressions: [
                { key: 'on.b', operator: 'In', values: ['y', 'z'] },
              ],
            },
          },
        ],
        template: template('{{ .id }}-{{ .on.a }}{{ .on.b }}'),
      }),
      'apps/web/blog/map.yaml': configMap('blog'),
      'apps/web/shop/map.yaml': configMap('shop'),
      ...empty,
    });
    expect(codes(model)).toEqual([]);
    expect(
      model.units.map(({ name, cluster }) => `${cluster}/${name}`).sort(),
    ).toEqual([
      'edge/cluster-edge',
      'home/cluster-in-cluster',
      'home/listed-one-1',
      'home/listed-two-2',
      'home/m1-xy',
      'home/m2-xz',
      'home/plain-web-blog-v',
      'home/web-blog',
      'home/web-shop',
    ]);
    expect(
      model.units.flatMap(({ project }) => (project === 'edge!' ? 1 : [])),
    ).toEqual([1]);
  });

  it('are changed by the template of their generator and by a patch of the template', () => {
    const patched = [
      'metadata:',
      '  labels: {tier: "{{ .name }}"}',
      '{{- if eq .name "one" }}',
      'spec: {project: special, syncPolicy: null}',
      '{{- end }}',
    ].join('\n');
    const elements = [{ name: 'one' }, { name: 'two' }];
    const model = read({
      ...goSet('patched', {
        generators: [
          {
            list: {
              elements,
              template: { metadata: { labels: { from: 'generator' } } },
            },
          },
        ],
        template: template('{{ .name }}', {}, { labels: { kept: 'yes' } }),
        templatePatch: patched,
      }),
      ...goSet('directive', {
        generators: [{ list: { elements: [{ name: 'three' }] } }],
        template: template('{{ .name }}'),
        templatePatch: 'spec: {$patch: replace}',
      }),
      ...empty,
    });
    expect(
      model.findings.filter(({ code }) => code !== 'namespace-missing'),
    ).toMatchObject([
      { code: 'not-evaluated', file: 'argo/directive.yaml', line: 1 },
    ]);
    expect(
      model.units.map(({ name, project, labels }) => [name, project, labels]),
    ).toEqual([
      ['three', 'apps', {}],
      ['one', 'special', { kept: 'yes', from: 'generator', tier: 'one' }],
      ['two', 'apps', { kept: 'yes', from: 'generator', tier: 'two' }],
    ]);
  });

  it('stay when a sibling fails, which is named with file and line', () => {
    const model = read({
      'argo/set.yaml': [
        'apiVersion: argoproj.io/v1alpha1',
        'kind: ApplicationSet',
        'metadata: {name: set, namespace: argocd}',
        'spec:',
        '  goTemplate: true',
        '  goTemplateOptions: [missingkey=error]',
        '  generators:',
        '    - list:',
        '        elements: [{name: good, wave: "1"}, {name: bad}, {name: Not A Name, wave: "1"}]',
        '  template:',
        '    metadata:',
        '      name: "{{ .name }}"',
        '      annotations:',
        '        argocd.argoproj.io/sync-wave: "{{ .wave }}"',
        '    spec:',
        '      destination: {name: in-cluster, namespace: apps}',
        '      syncPolicy: {syncOptions: [CreateNamespace=true]}',
        `      source: {repoURL: '${own}', path: empty}`,
        '',
      ].join('\n'),
      ...goSet('unknown', {
        generators: [{ list: { elements: [{ name: 'x' }] } }],
        template: template('{{ derivePassword .name }}'),
      }),
      ...set('unresolved', {
        generators: [{ list: { elements: [{ name: 'x' }] } }],
        template: template('{{ nome }}'),
      }),
      ...empty,
    });
    expect(names(model)).toEqual(['good']);
    expect(
      model.findings.map(
        ({ code, severity, file, line, message }) =>
          `${severity} ${code} ${file}:${line} ${message}`,
      ),
    ).toEqual([
      'error template-failed argo/set.yaml:1 The ApplicationSet set makes no Application for map[name:Not A Name wave:1]: its name would be "Not A Name", which is no name for an object.',
      'error template-failed argo/set.yaml:14 The ApplicationSet set makes no Application for map[name:bad]: there is no entry for key "wave".',
      'error template-failed argo/unknown.yaml:1 The ApplicationSet unknown makes no Application for map[name:x]: the function derivePassword is not known.',
      'error template-failed argo/unresolved.yaml:1 The ApplicationSet unresolved makes no Application for map[name:x]: its name would be "{{ nome }}", which is no name for an object.',
    ]);
  });

  it('are not guessed where only Argo CD knows them, and what yields nothing is named', () => {
    const model = read({
      ...goSet('foreign', {
        generators: [
          {
            git: {
              repoURL: 'https://git.example/else',
              directories: [{ path: '*' }],
            },
          },
        ],
      }),
      ...goSet('nothing', { generators: [git([{ path: 'nowhere/*' }])] }),
      ...goSet('selected', {
        generators: [
          { clusters: { selector: { matchLabels: { region: 'eu' } } } },
        ],
      }),
      ...goSet('source', {
        generators: [{ scmProvider: { github: { organization: 'x' } } }],
      }),
      ...goSet('wrong', { generators: [{ merge: { generators: [{}] } }] }),
    });
    expect(model.units).toEqual([]);
    expect(codes(model)).toEqual([
      'foreign-source argo/foreign.yaml:1',
      'generator-empty argo/nothing.yaml:1',
      'not-evaluated argo/selected.yaml:1',
      'not-evaluated argo/source.yaml:1',
      'invalid-manifest argo/wrong.yaml:1',
    ]);
  });

  it('may be of several sets over one tree, but no two of one name', () => {
    const model = read({
      ...goSet('first', { generators: [git([{ path: 'apps/*' }])] }),
      ...goSet('second', {
        generators: [git([{ path: 'apps/b*' }])],
        template: template('second-{{ .path.basename }}'),
      }),
      ...goSet('third', { generators: [git([{ path: 'apps/a' }])] }),
      'apps/a/map.yaml': configMap('a'),
      'apps/b/map.yaml': configMap('b'),
      ...empty,
    });
    expect(names(model)).toEqual(['a', 'b', 'second-b']);
    expect(codes(model)).toEqual(['duplicate-unit argo/third.yaml:1']);
  });

  it('have the Application that deploys their set for parent, and sets no root reaches generate nothing', () => {
    const inner = Object.values(
      goSet('inner', { generators: [git([{ path: 'apps/*' }])] }),
    )[0];
    const lost = inner.replace(/inner/g, 'lost');
    const model = read({
      'argo/root.yaml': JSON.stringify({
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        ...template('root', { source: { repoURL: own, path: 'sets' } }),
      }),
      'argo/nested/ignored.yaml': lost.replace(/lost/g, 'nested'),
      'sets/inner.yaml': inner,
      'lost/set.yaml': lost,
      'lost/template.yaml': lost.replace(/lost/g, '{{ name }}'),
      'scaffold/set.yaml': lost,
      'apps/a/map.yaml': configMap('a'),
      ...empty,
    });
    expect(codes(model)).toEqual([
      'not-wired argo/nested/ignored.yaml:1',
      'not-wired lost/set.yaml:1',
    ]);
    expect(model.units).toMatchObject([
      { name: 'root', orchestrator: true },
      { name: 'a', parent: 'root', generatedBy: 'inner' },
    ]);
  });

  it('come once of a set that deploys itself, or that is there twice', () => {
    const itself = goSet('itself', { generators: [git([{ path: 'a*' }])] });
    const model = read({
      ...goSet('itself', {
        generators: [git([{ path: 'argo' }]), git([{ path: 'arg?' }])],
        template: template('{{ .path.basename }}', {
          source: { repoURL: own, path: '{{ .path.path }}' },
        }),
      }),
      ...set('other', { generators: [] }),
      'argo/same.yaml': Object.values(itself)[0],
    });
    expect(names(model)).toEqual(['argo']);
    expect(
      model.findings.map(({ code, message }) => `${code} ${message}`).sort(),
    ).toEqual([
      'cyclic-reference The ApplicationSet itself is deployed by more than one Application, or by itself.',
      'cyclic-reference The ApplicationSet other is deployed by more than one Application, or by itself.',
      'duplicate-unit There are two ApplicationSets itself; the other is in argo/itself.yaml line 1.',
      'duplicate-unit There are two Applications argo; the other is in argo/itself.yaml line 1.',
    ]);
  });

  it('come of anything at all without an exception', () => {
    const kind = fc.constantFrom('git', 'list', 'clusters', 'matrix', 'merge');
    const text = fc.constantFrom(
      own,
      '*',
      '**/[a',
      '{{ .x }}',
      '{{',
      '__proto__',
      '',
    );
    const key = fc.constantFrom(
      ...'repoURL directories files path exclude elements elementsYaml generators mergeKeys selector matchLabels values template metadata name spec source __proto__'.split(
        ' ',
      ),
    );
    const { tree } = fc.letrec<{ tree: unknown }>(tie => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        text,
        fc.constantFrom(null, true, 0),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.oneof(key, kind), tie('tree'), { maxKeys: 5 }),
      ),
    }));
    const generator = fc.dictionary(kind, tree, { minKeys: 1, maxKeys: 2 });
    fc.assert(
      fc.property(
        fc.array(generator),
        tree,
        fc.boolean(),
        (generators, templatePatch, goTemplate) => {
          const model = read({
            ...set('hostile', {
              generators,
              goTemplate,
              templatePatch: JSON.stringify(templatePatch),
            }),
            ...goSet('good', { generators: [git([{ path: 'empty' }])] }),
            ...empty,
          });
          expect(names(model)).toContain('empty');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keep the lines of values that stand in the template', () => {
    const model = read({
      'argo/set.yaml': [
        'apiVersion: argoproj.io/v1alpha1',
        'kind: ApplicationSet',
        'metadata: {name: set, namespace: argocd}',
        'spec:',
        '  goTemplate: true',
        '  generators: [{list: {elements: [{name: blog, host: blog.example}]}}]',
        '  template:',
        '    metadata: {name: "{{ .name }}"}',
        '    spec:',
        '      destination: {name: in-cluster, namespace: apps}',
        '      syncPolicy: {syncOptions: [CreateNamespace=true]}',
        '      source:',
        '        repoURL: ghcr.io/charts',
        '        chart: "{{ .name }}-chart"',
        '        targetRevision: 1.0.0',
        '        helm:',
        '          valuesObject:',
        '            route:',
        '              hostnames: ["{{ .host }}"]',
        '              parentRefs: [{name: g}]',
        '',
      ].join('\n'),
    });
    expect(model.units[0].charts).toEqual([
      {
        chart: 'blog-chart',
        version: '1.0.0',
        repository: 'oci://ghcr.io/charts',
        release: 'blog',
        namespace: 'apps',
      },
    ]);
    expect(model.routes).toMatchObject([
      {
        hostnames: ['blog.example'],
        source: { file: 'argo/set.yaml', line: 19 },
      },
    ]);
  });

  it('come of anything a set can hold without more than a finding', () => {
    const broken: [string, string][] = [
      ['generators: 5', 'invalid-manifest'],
      ['generators: [{}]', 'not-evaluated'],
      ['generators: [null]', 'invalid-manifest'],
      ['generators: [{matrix: {generators: []}}]', 'invalid-manifest'],
      ['goTemplate: maybe', 'invalid-manifest'],
      ['template: []', 'invalid-manifest'],
      ['generators: [{list: {elementsYaml: "{"}}]', 'template-failed'],
      ['generators: [{list: {elements: [{a: {b: 1}}]}}]', 'template-failed'],
    ];
    for (const [spec, code] of broken) {
      const document: Record<string, unknown> = {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'ApplicationSet',
        metadata: { name: 'set' },
        spec: { generators: [], template: template('x'), ...parse(spec) },
      };
      const model = read({
        'argo/set.yaml': JSON.stringify(document),
        ...empty,
      });
      expect([spec, model.units]).toEqual([spec, []]);
      expect([spec, ...codes(model)]).toEqual([
        spec,
        `${code} argo/set.yaml:1`,
      ]);
    }
  });
});
