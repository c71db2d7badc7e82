import fc from 'fast-check';
import type { RepositoryModel } from '../RepositoryModel';
import {
  codes,
  configMap,
  deployment,
  hosts,
  read,
  route,
  unitOf,
  wiki,
  yaml,
} from './__testUtils__/readFlux';

const from = (...names: string[]) => ({
  postBuild: {
    substituteFrom: names.map(name => ({ kind: 'ConfigMap', name })),
  },
});

/** The host that a unit with this `postBuild` gives a route. */
function hostOf(
  host: string,
  spec: object,
  files: Record<string, string> = {},
): { hosts: string[]; model: RepositoryModel } {
  const model = read(
    wiki(spec, { 'apps/wiki/route.yaml': yaml(route('wiki', host)), ...files }),
  );
  return { hosts: hosts(model), model };
}

function messages({ findings }: RepositoryModel, code: string): string[] {
  return findings
    .filter(finding => finding.code === code)
    .map(({ message }) => message);
}

describe('variables', () => {
  it('come from ConfigMaps, the later one first, and substitute wins', () => {
    const { hosts: found } = hostOf(
      '${A}.${B}.${C}',
      {
        postBuild: {
          ...from('one', 'two').postBuild,
          substitute: { C: 'inline' },
        },
      },
      {
        'clusters/alpha/maps.yaml': yaml(
          configMap('one', { A: 'one', B: 'one', C: 'one' }),
          configMap('two', { B: 'two\n', C: 'two' }),
        ),
      },
    );
    expect(found).toEqual(['one.two.inline']);
  });

  it('come from a ConfigMap that another Kustomization deploys later, or the unit itself', () => {
    const kustomization = (name: string, spec: object) => ({
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: { name, namespace: 'flux-system' },
      spec: {
        sourceRef: { kind: 'GitRepository', name: 'flux-system' },
        ...spec,
      },
    });
    const model = read({
      'clusters/alpha/a.yaml': yaml(
        kustomization('first', { path: 'apps/first', ...from('shared') }),
        kustomization('itself', { path: 'apps/itself', ...from('own') }),
        kustomization('settings', {
          path: 'settings',
          postBuild: { substitute: { DOMAIN: 'example.org' } },
        }),
      ),
      'settings/map.yaml': yaml(configMap('shared', { HOST: 'a.${DOMAIN}' })),
      'apps/first/route.yaml': yaml(route('first', '${HOST}')),
      'apps/itself/route.yaml': yaml(
        route('itself', '${HOST}'),
        configMap('own', { HOST: 'b.example' }),
      ),
    });
    expect(
      model.routes.map(({ unit, hostnames }) => [unit, ...hostnames]),
    ).toEqual(
      expect.arrayContaining([
        ['first', 'a.example.org'],
        ['itself', 'b.example'],
      ]),
    );
    expect(messages(model, 'not-evaluated')).toEqual([]);
  });

  it('of another namespace or cluster are not taken', () => {
    const { hosts: found, model } = hostOf('${A}', from('map'), {
      'clusters/alpha/map.yaml': yaml(
        configMap('map', { A: 'wrong' }, { namespace: 'other' }),
      ),
    });
    expect(found).toEqual(['${A}']);
    expect(messages(model, 'not-evaluated')).toEqual([
      expect.stringContaining('the ConfigMap map, which no unit of alpha'),
    ]);
    expect(messages(model, 'variable-unset')).toEqual([]);
  });

  it('of an optional ConfigMap that is not there are unset', () => {
    const { hosts: found, model } = hostOf('x${A}', {
      postBuild: {
        substituteFrom: [{ kind: 'ConfigMap', name: 'map', optional: true }],
        substitute: { B: 'b' },
      },
    });
    expect(found).toEqual(['x']);
    expect(messages(model, 'variable-unset')).toHaveLength(1);
  });

  it('of Secrets are unknown, in whatever form, and their values nowhere', () => {
    const canary = 'canary-value-of-a-secret';
    const { hosts: found, model } = hostOf(
      '${KNOWN}.${TOKEN}.${NONE:=default}',
      {
        postBuild: {
          substituteFrom: [
            { kind: 'ConfigMap', name: 'map' },
            { kind: 'Secret', name: 'plain' },
            { kind: 'Secret', name: 'gone', optional: true },
            { kind: 'Secret', name: 'encrypted' },
            { kind: 'ConfigMap', name: 'encrypted' },
          ],
        },
      },
      {
        'clusters/alpha/maps.yaml': yaml(
          configMap('map', { KNOWN: 'known' }),
          { ...configMap('encrypted', { TOKEN: canary }), sops: {} },
          {
            apiVersion: 'v1',
            kind: 'Secret',
            metadata: { name: 'plain', namespace: 'flux-system' },
            stringData: { TOKEN: canary },
          },
          {
            apiVersion: 'v1',
            kind: 'Secret',
            metadata: { name: 'encrypted', namespace: 'flux-system' },
            stringData: { TOKEN: canary },
            sops: {},
          },
        ),
      },
    );
    expect(found).toEqual(['known.${TOKEN}.${NONE:=default}']);
    expect(messages(model, 'variable-unset')).toEqual([]);
    expect(messages(model, 'not-evaluated')).toHaveLength(2);
    expect(messages(model, 'encrypted')).toEqual(
      expect.arrayContaining([
        expect.stringContaining('variables from the Secret encrypted'),
        expect.stringContaining('variables from the ConfigMap encrypted'),
      ]),
    );
    expect(JSON.stringify(model)).not.toContain(canary);
  });

  it('are left alone where a Kustomization has none, and where an object says so', () => {
    expect(hostOf('${A}', {}).hosts).toEqual(['${A}']);
    expect(hostOf('${A}', { postBuild: {} }).hosts).toEqual(['${A}']);
    const off = { 'kustomize.toolkit.fluxcd.io/substitute': 'disabled' };
    for (const metadata of [{ labels: off }, { annotations: off }]) {
      const marked = route('wiki', '${A} $${A}');
      const { hosts: found, model } = hostOf(
        '',
        { postBuild: { substitute: { A: 'a' } } },
        {
          'apps/wiki/route.yaml': yaml({
            ...marked,
            metadata: { ...marked.metadata, ...metadata },
          }),
        },
      );
      expect(found).toEqual(['${A} $${A}']);
      expect(messages(model, 'variable-unset')).toEqual([]);
    }
  });

  it('that are unset are told once per unit, with file and line of the first use', () => {
    const text = [
      'apiVersion: v1',
      'kind: ConfigMap',
      'metadata: {name: script, namespace: wiki}',
      'data:',
      '  run: |',
      '    echo $${ESCAPED} ${DEFAULT:-x}',
      '    echo ${COUNTER} ${COUNT}',
      '    echo ${COUNT}',
      '',
    ].join('\n');
    const model = read(
      wiki(
        { postBuild: { substitute: { COUNTER: '1' } } },
        {
          'apps/wiki/a.yaml': text,
          'apps/wiki/b.yaml': text.replace('script', 'other'),
        },
      ),
    );
    expect(
      model.findings.filter(({ code }) => code === 'variable-unset'),
    ).toEqual([
      expect.objectContaining({
        severity: 'warning',
        cluster: 'alpha',
        app: 'wiki',
        file: 'apps/wiki/a.yaml',
        line: 7,
        message: expect.stringContaining('the variable COUNT and'),
      }),
    ]);
  });

  it('change the type of what stands alone, as Flux reads it back', () => {
    const script = (data: object) => ({
      apiVersion: 'example.org/v1',
      kind: 'Thing',
      metadata: { name: 'thing', namespace: 'wiki' },
      spec: { hostnames: [data], parentRefs: [], ...data },
    });
    const model = read(
      wiki(
        {
          postBuild: {
            substitute: {
              LIST: '["a.example", "b.example"]',
              MAP: '{name: main}',
              CLAIM: '10Gi',
              NUMBER: '3',
            },
          },
        },
        {
          'apps/wiki/things.yaml': yaml(
            {
              ...script({}),
              spec: { hostnames: '${LIST}', parentRefs: ['${MAP}'] },
            },
            {
              apiVersion: 'postgresql.cnpg.io/v1',
              kind: 'Cluster',
              metadata: { name: 'db-${NUMBER}', namespace: 'wiki' },
              spec: { instances: '${NUMBER}', storage: { size: '${CLAIM}' } },
            },
          ),
        },
      ),
    );
    expect(model.routes).toMatchObject([
      { hostnames: ['a.example', 'b.example'], parents: [{ name: 'main' }] },
    ]);
    expect(model.databases).toMatchObject([
      { name: 'db-3', instances: 3, size: '10Gi' },
    ]);
  });

  it.each([
    [
      'an image name that ends in a colon',
      deployment('registry.example/wiki:${NONE}'),
    ],
    [
      'a name that is empty',
      { ...route('wiki', 'a.example'), metadata: { name: '${NONE}' } },
    ],
    [
      'an expression that Flux does not know',
      route('wiki', '${__field.labels.job}'),
    ],
    ['an expression that does not end', route('wiki', '${A')],
  ])('make a unit unbuildable by %s', (_case, object) => {
    const model = read(
      wiki(
        { postBuild: { substitute: { A: 'a' } } },
        { 'apps/wiki/a.yaml': yaml(object, route('other', 'other.example')) },
      ),
    );
    expect(unitOf(model, 'wiki').buildable).toBe(false);
    expect(hosts(model)).toEqual(['other.example']);
    expect(codes(model)).toContain('error invalid-manifest apps/wiki/a.yaml:1');
  });

  it('whose names Flux refuses make the unit unbuildable', () => {
    const { model } = hostOf('${A}', {
      postBuild: { substitute: { 'a-b': 'x', A: 'a' } },
    });
    expect(unitOf(model, 'wiki').buildable).toBe(false);
    expect(messages(model, 'invalid-manifest')).toEqual([
      expect.stringContaining('a-b'),
    ]);
  });

  it('in expressions that the portal does not evaluate are named', () => {
    const { hosts: found, model } = hostOf('${A^^}.example', {
      postBuild: { substitute: { A: 'a' } },
    });
    expect(found).toEqual(['${A^^}.example']);
    expect(messages(model, 'not-evaluated')).toEqual([
      expect.stringContaining('${A^^}'),
    ]);
  });

  it('stand for a directory too, and one that is unknown is no missing directory', () => {
    const nested = {
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: { name: 'nested', namespace: 'flux-system' },
      spec: {
        path: './apps/${KIND}',
        sourceRef: { kind: 'GitRepository', name: 'flux-system' },
      },
    };
    const files = {
      'apps/wiki/nested.yaml': yaml(nested),
      'apps/blue/route.yaml': yaml(route('blue', 'blue.example')),
    };
    const known = read(
      wiki({ postBuild: { substitute: { KIND: 'blue' } } }, files),
    );
    expect(hosts(known)).toEqual(['blue.example']);
    const unknown = read(
      wiki(
        { postBuild: { substituteFrom: [{ kind: 'Secret', name: 's' }] } },
        files,
      ),
    );
    expect(unitOf(unknown, 'nested').buildable).toBe(false);
    expect(codes(unknown)).toContain(
      'warning not-evaluated apps/wiki/nested.yaml:1',
    );
    expect(messages(unknown, 'missing-file')).toEqual([]);
  });

  it('leave a text as it is that has none, whatever else it holds', () => {
    const text = fc
      .string({ maxLength: 40 })
      .filter(value => !/\$[${]/.test(value) && value.trim() !== '');
    fc.assert(
      fc.property(text, value => {
        const { hosts: found } = hostOf(value, {
          postBuild: { substitute: { A: 'a' } },
        });
        expect(found).toEqual([value]);
      }),
      { numRuns: 50 },
    );
  });

  it('never end the reading, whatever their values and texts', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(
        '$',
        '${',
        '}',
        'A',
        ':',
        ' ',
        '"',
        "'",
        '-',
        '#',
        '[',
        '{',
        '|',
        '&',
        '*',
        '<<',
        '__proto__',
        '\n',
        '\\',
        '%',
        '!',
        'é',
      ),
      maxLength: 30,
    });
    fc.assert(
      fc.property(hostile, hostile, (value, host) => {
        const { model } = hostOf(host, {
          postBuild: { substitute: { A: value } },
        });
        const { buildable } = unitOf(model, 'wiki');
        const refusals = messages(model, 'invalid-manifest').filter(message =>
          message.includes('of the Kustomization wiki'),
        );
        expect(refusals).toHaveLength(buildable ? 0 : 1);
        expect(unitOf(model, 'flux-system').buildable).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
