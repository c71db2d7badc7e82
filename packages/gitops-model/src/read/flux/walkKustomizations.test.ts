import {
  codes,
  configMap,
  deployment,
  hosts,
  kustomization,
  read,
  route,
  unitOf,
  wiki,
  yaml,
} from './__testUtils__/readFlux';

describe('roots', () => {
  it('walks the Kustomizations that a path without kustomization file lists', () => {
    const model = read(
      wiki({}, { 'apps/wiki/route.yaml': yaml(route('wiki', 'wiki.example')) }),
    );
    expect(
      model.units.map(({ name, parent, orchestrator, paths, namespace }) => ({
        name,
        parent,
        orchestrator,
        paths,
        namespace,
      })),
    ).toEqual([
      {
        name: 'flux-system',
        parent: undefined,
        orchestrator: true,
        paths: ['clusters/alpha'],
        namespace: 'flux-system',
      },
      {
        name: 'wiki',
        parent: 'flux-system',
        orchestrator: false,
        paths: ['apps/wiki'],
        namespace: 'wiki',
      },
    ]);
    expect(hosts(model)).toEqual(['wiki.example']);
    expect(model.units.every(unit => unit.wired && unit.buildable)).toBe(true);
    expect(codes(model).filter(code => !code.includes('missing'))).toEqual([]);
  });

  it('assumes the Kustomization of a root that Git does not declare', () => {
    const model = read({
      'clusters/alpha/kustomization.yaml': yaml({ resources: ['wiki.yaml'] }),
      'clusters/alpha/wiki.yaml': yaml(
        kustomization('wiki', { path: 'apps/wiki' }),
      ),
      'apps/wiki/route.yaml': yaml(route('wiki', 'wiki.example')),
    });
    expect(unitOf(model, 'flux-system')).toMatchObject({
      objectNamespace: 'flux-system',
      orchestrator: true,
      source: { file: 'clusters/alpha/kustomization.yaml', line: 1 },
    });
    expect(unitOf(model, 'wiki').parent).toBe('flux-system');
  });

  it('says that a root is not there', () => {
    const model = read({ 'README.md': '' });
    expect(model.units).toEqual([]);
    expect(codes(model)).toEqual(['error missing-file clusters/alpha:1']);
  });

  it('walks what is deployed into several clusters once for each, with its own variables', () => {
    const cluster = (name: string, host: string) => ({
      [`clusters/${name}/apps.yaml`]: yaml(
        kustomization('apps', {
          path: './apps',
          postBuild: {
            substituteFrom: [{ kind: 'ConfigMap', name: 'settings' }],
          },
        }),
      ),
      [`clusters/${name}/settings.yaml`]: yaml(
        configMap('settings', { HOST: host, NAME: name }),
      ),
    });
    const model = read(
      {
        ...cluster('alpha', 'a.example'),
        ...cluster('beta', 'b.example'),
        'apps/wiki.yaml': yaml(
          kustomization('wiki', { path: './wiki/${NAME}' }),
        ),
        'wiki/alpha/route.yaml': yaml(route('wiki', 'wiki.a.example')),
        'wiki/beta/route.yaml': yaml(route('wiki', 'wiki.b.example')),
        'apps/route.yaml': yaml(route('portal', 'portal.${HOST}${OTHER}')),
      },
      {
        profile: {
          roots: [
            { cluster: 'alpha', path: 'clusters/alpha' },
            { cluster: 'beta', path: 'clusters/beta' },
          ],
        },
      },
    );
    expect(
      model.units
        .filter(({ name }) => name === 'wiki')
        .map(({ cluster: on, paths, parent }) => ({ on, paths, parent })),
    ).toEqual([
      { on: 'alpha', paths: ['wiki/alpha'], parent: 'apps' },
      { on: 'beta', paths: ['wiki/beta'], parent: 'apps' },
    ]);
    expect(
      model.routes.map(({ cluster: on, hostnames }) => [on, ...hostnames]),
    ).toEqual([
      ['alpha', 'portal.a.example'],
      ['alpha', 'wiki.a.example'],
      ['beta', 'portal.b.example'],
      ['beta', 'wiki.b.example'],
    ]);
    expect(
      model.findings
        .filter(({ code }) => code === 'variable-unset')
        .map(({ cluster: on, app }) => [on, app]),
    ).toEqual([
      ['alpha', 'apps'],
      ['beta', 'apps'],
    ]);
  });
});

describe('a Kustomization', () => {
  it('puts its own changes on top of what lies in its path', () => {
    const model = read(
      wiki(
        {
          targetNamespace: 'docs',
          namePrefix: 'a-',
          nameSuffix: '-z',
          components: ['../../components/cache'],
          images: [{ name: 'registry.example/wiki', newTag: '2.0.0' }],
          patches: [
            {
              patch: yaml(route('wiki', 'patched.example')).replace(
                '"namespace": "wiki"',
                '"namespace": "docs"',
              ),
              target: { kind: 'HTTPRoute' },
            },
            {
              patch:
                '[{"op":"add","path":"/spec/hostnames/-","value":"added.example"}]',
              target: { kind: 'HTTPRoute' },
            },
          ],
          commonMetadata: { labels: { tier: 'web' } },
        },
        {
          'apps/wiki/kustomization.yaml': yaml({
            resources: ['route.yaml', 'deployment.yaml', 'child.yaml'],
          }),
          'apps/wiki/route.yaml': yaml(route('wiki', 'wiki.example')),
          'apps/wiki/deployment.yaml': yaml(
            deployment('registry.example/wiki:1.0.0'),
          ),
          'apps/wiki/child.yaml': yaml(
            kustomization('child', { path: './apps/child' }),
          ),
          'apps/child/route.yaml': yaml(route('child', 'child.example')),
          'components/cache/kustomization.yaml': yaml({
            apiVersion: 'kustomize.config.k8s.io/v1alpha1',
            kind: 'Component',
            resources: ['claim.yaml'],
          }),
          'components/cache/claim.yaml': yaml({
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            metadata: { name: 'cache' },
            spec: { storageClassName: 'local' },
          }),
        },
      ),
    );
    expect(unitOf(model, 'wiki')).toMatchObject({
      namespace: 'docs',
      images: ['registry.example/wiki:2.0.0'],
      buildable: true,
    });
    expect(model.routes[0]).toMatchObject({
      name: 'a-wiki-z',
      namespace: 'docs',
      hostnames: ['patched.example', 'added.example'],
    });
    expect(model.volumeClaims).toMatchObject([
      { name: 'a-cache-z', namespace: 'docs', storageClass: 'local' },
    ]);
    expect(unitOf(model, 'a-child-z')).toMatchObject({
      parent: 'wiki',
      objectNamespace: 'docs',
      labels: { tier: 'web' },
    });
  });

  it('says what it waits for and watches, that it is suspended, and what app it belongs to', () => {
    const model = read(
      {
        'clusters/alpha/wiki.yaml': yaml(
          kustomization(
            'wiki-database',
            {
              path: 'apps/wiki',
              suspend: true,
              dependsOn: [
                { name: 'storage' },
                { name: 'gateway', namespace: 'network' },
              ],
              healthChecks: [
                { apiVersion: 'apps/v1', kind: 'Deployment', name: 'wiki' },
                { kind: 'HelmRelease', name: 'db', namespace: 'data' },
              ],
            },
            { labels: { 'app.kubernetes.io/name': 'wiki' } },
          ),
        ),
        'apps/wiki/route.yaml': yaml(route('wiki', 'wiki.example')),
      },
      { profile: { apps: { nameLabel: 'app.kubernetes.io/name' } } },
    );
    expect(unitOf(model, 'wiki-database')).toMatchObject({
      app: 'wiki',
      suspended: true,
      wired: true,
      dependsOn: ['flux-system/storage', 'network/gateway'],
      healthChecks: [
        { kind: 'Deployment', name: 'wiki' },
        { kind: 'HelmRelease', name: 'db', namespace: 'data' },
      ],
    });
    expect(model.findings).toContainEqual(
      expect.objectContaining({
        code: 'suspended',
        severity: 'info',
        cluster: 'alpha',
        app: 'wiki',
        file: 'clusters/alpha/wiki.yaml',
      }),
    );
  });

  it('is not read where it deploys from elsewhere, and is where the source is this repository', () => {
    const source = (name: string, url: string) => ({
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'GitRepository',
      metadata: { name, namespace: 'flux-system' },
      spec: { url },
    });
    const from = (name: string) =>
      kustomization(name, {
        path: 'apps/wiki',
        sourceRef: { kind: 'GitRepository', name },
      });
    const model = read({
      'clusters/alpha/a.yaml': yaml(from('same'), from('other'), from('gone')),
      'clusters/alpha/b.yaml': yaml(
        source('same', 'ssh://git@forge.example/platform/gitops'),
        source('other', 'https://forge.example/other/repository'),
      ),
      'apps/wiki/route.yaml': yaml(route('wiki', 'wiki.example')),
    });
    expect(model.routes.map(({ unit }) => unit)).toEqual(['same']);
    expect(
      model.findings
        .filter(({ code }) => code === 'foreign-source')
        .map(({ message }) => message),
    ).toEqual([
      expect.stringContaining('https://forge.example/other/repository'),
      expect.stringContaining('the GitRepository gone'),
    ]);
  });

  it('on another cluster is named, and what it deploys there is not walked', () => {
    const model = read(
      wiki(
        { kubeConfig: { secretRef: { name: 'edge' } } },
        {
          'apps/wiki/child.yaml': yaml(
            kustomization('child', { path: 'apps/child' }),
            route('wiki', 'wiki.example'),
          ),
          'apps/child/route.yaml': yaml(route('child', 'child.example')),
        },
      ),
    );
    expect(unitOf(model, 'wiki').cluster).toBe('edge');
    expect(model.units.map(({ name }) => name)).not.toContain('child');
    expect(codes(model)).toContain(
      'warning unknown-destination clusters/alpha/wiki.yaml:1',
    );
  });

  it('is reported where its path, its fields or its name are wrong', () => {
    const model = read({
      'clusters/alpha/a.yaml': yaml(
        kustomization('gone', { path: 'apps/gone' }),
        kustomization('outside', { path: '../../etc' }),
        kustomization('bad', { path: 7 }),
        kustomization('twice', { path: 'apps/wiki' }),
      ),
      'clusters/alpha/more.yaml': yaml(
        kustomization('more', { path: 'apps/more' }),
      ),
      'apps/more/b.yaml': yaml(
        kustomization('twice', { path: 'apps/wiki' }),
        kustomization('more', { path: 'apps/more' }),
      ),
      'apps/wiki/route.yaml': yaml(route('wiki', 'wiki.example')),
    });
    expect(unitOf(model, 'gone').buildable).toBe(false);
    expect(unitOf(model, 'outside').buildable).toBe(false);
    expect(codes(model).filter(code => /alpha|apps\/more/.test(code))).toEqual(
      expect.arrayContaining([
        'error missing-file clusters/alpha/a.yaml:1',
        'error missing-file clusters/alpha/a.yaml:19',
        'error invalid-manifest clusters/alpha/a.yaml:37',
        'error duplicate-unit apps/more/b.yaml:1',
      ]),
    );
    expect(model.units.map(({ name }) => name)).not.toContain('bad');
  });

  it('that deploys one above it is a cycle, and one level of a cycle is read', () => {
    const model = read({
      'clusters/alpha/a.yaml': yaml(kustomization('a', { path: 'apps/a' })),
      'apps/a/b.yaml': yaml(kustomization('b', { path: 'apps/b' })),
      'apps/b/kustomization.yaml': yaml({
        resources: ['../../clusters/alpha/a.yaml'],
      }),
    });
    expect(model.units.map(({ name }) => name)).toEqual([
      'flux-system',
      'a',
      'b',
    ]);
    expect(codes(model)).toContain(
      'warning cyclic-reference clusters/alpha/a.yaml:1',
    );
  });

  it('that no root reaches is listed by its file, scaffolds and excluded files are not', () => {
    const ks = (name: string) =>
      yaml(kustomization(name, { path: 'apps/wiki' }));
    const model = read(
      {
        ...wiki(
          {},
          { 'apps/wiki/route.yaml': yaml(route('wiki', 'wiki.example')) },
        ),
        'apps/other/ks.yaml': ks('other'),
        'archive/wiki.yaml': ks('wiki'),
        'apps/scaffold/ks.yaml': ks('${NAME}'),
        'apps/scaffold/template.yaml': ks('{{ name }}'),
        'excluded/ks.yaml': ks('excluded'),
        'apps/unreached/ks.yaml': yaml(
          kustomization('unreached', { path: 'apps/hidden' }),
        ),
        'apps/hidden/route.yaml': yaml(route('hidden', 'hidden.example')),
      },
      { profile: { exclude: ['excluded/*'] } },
    );
    expect(
      model.units
        .filter(({ wired }) => !wired)
        .map(({ name, source, paths }) => [name, source.file, ...paths])
        .sort(),
    ).toEqual([
      ['other', 'apps/other/ks.yaml', 'apps/wiki'],
      ['unreached', 'apps/unreached/ks.yaml', 'apps/hidden'],
      ['wiki', 'archive/wiki.yaml', 'apps/wiki'],
    ]);
    expect(hosts(model)).toEqual(['wiki.example']);
    expect(codes(model).filter(code => code.includes('not-wired'))).toEqual([
      'warning not-wired apps/hidden/route.yaml:1',
      'warning not-wired apps/other/ks.yaml:1',
      'warning not-wired apps/unreached/ks.yaml:1',
      'warning not-wired archive/wiki.yaml:1',
    ]);
  });
});
