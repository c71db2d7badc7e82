import {
  central,
  centralProfile,
  centralRepository,
  gateway,
  listenerText,
  notes,
  planCentral,
  request,
  route,
  secondRoute,
  withOptions,
} from '../__testUtils__/centralFixture';
import { textsOf } from '../__testUtils__/textsOf';
import { withFiles } from '../__testUtils__/withFiles';
import { pullSecretOptions } from '../__testUtils__/policyFixture';
import { petra, readTexts } from '../__testUtils__/readFixture';
import { checkChange } from '../checks/crossFile/checkChange';
import { checkManifests } from '../checks/schemas/checkManifests';
import type { Operation } from '../operation/Operation';
import { blockOptionsSchema, type WritableProfile } from '../profile/Profile';
import { readRepository } from '../read/readRepository';
import { applyEdits } from '../snapshot/applyEdits';
import { createSnapshot } from '../snapshot/createSnapshot';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import type { Plan } from './Plan';

const list = 'networking/gateways/base/kustomization.yaml';
const certificate = 'cert-manager/certificates/base/notes-certificate.yaml';
const routesWithGateway = centralProfile(blocks => [
  ...withOptions('http-route', { namespace: 'gateway' })(blocks),
  {
    block: 'reference-grant',
    file: 'applications/{app}/reference-grant.yaml',
    name: '{app}-routes',
    of: 'route',
    from: 'gateway',
  },
]);
const retire: Operation = {
  type: 'retire-app',
  app: 'notes',
  confirmation: 'notes',
};

describe('an app that lies in central directories', () => {
  it('is written there with two hosts as its siblings are', () => {
    const { edits, findings } = planCentral(request);
    expect(findings).toEqual([]);
    expect(
      Object.fromEntries(
        edits.map(edit => [
          edit.path,
          edit.kind === 'delete' ? undefined : edit.after,
        ]),
      ),
    ).toEqual(readTexts('central/planned'));
    expect(checkManifests(edits)).toEqual([]);
  });

  it('is read again, and nothing is left to write', () => {
    const after = planned(request);
    const model = readRepository(after, central);
    for (const { host } of [route, secondRoute]) {
      expect(model.routes).toContainEqual(
        expect.objectContaining({
          app: 'notes',
          unit: 'networking',
          namespace: 'notes',
          hostnames: [host],
          paths: ['/'],
          backends: [{ name: 'notes', port: 8080 }],
        }),
      );
    }
    expect(model.namespaces.map(({ name }) => name)).toContain('notes');
    expect(model.findings).toEqual(
      readRepository(centralRepository, central).findings,
    );
    expect(planCentral(request, after)).toMatchObject({
      edits: [],
      findings: [],
    });
  });

  it('gets another path on the listener that it has', () => {
    const after = planned(request);
    const { edits, findings } = planCentral(
      [{ ...route, path: '/api' }],
      after,
    );
    expect(findings).toEqual([]);
    expect(edits.map(({ path }) => path)).toEqual([
      'networking/gateways/base/http-routes/notes.yaml',
    ]);
  });

  it('takes a host under the listener of all apps without one of its own', () => {
    const host = 'notes.office.example.org';
    const before = planned([notes]);
    const { edits, findings } = planCentral([{ ...route, host }], before);
    expect(findings).toEqual([]);
    expect(edits.map(({ path }) => path)).toEqual([
      'networking/gateways/base/http-routes/notes.yaml',
      list,
    ]);
    const [created] = edits;
    expect(created).toMatchObject({
      after: expect.stringContaining('sectionName: office-https'),
    });
  });

  it('has no certificate for a host on a Gateway without listeners of apps', () => {
    const [{ gateway: _main, ...domain }] = central.domains;
    const profile = {
      ...central,
      domains: [
        ...central.domains,
        {
          ...domain,
          domain: 'pier.example.org',
          gateway: { name: 'pier', namespace: 'gateway' },
        },
      ],
    };
    const host = 'notes.pier.example.org';
    const before = withFiles(planned([notes]), texts => ({
      [gateway]: `${texts[gateway]}---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: pier, namespace: gateway }
spec:
  gatewayClassName: cilium
  listeners:
  - { name: all, port: 443, protocol: HTTPS, allowedRoutes: { namespaces: { from: All } } }
`,
    }));
    const { edits, findings } = planCentral(
      [{ ...route, host }],
      before,
      profile,
    );
    expect(findings).toEqual([]);
    expect(edits.map(({ path }) => path)).toEqual([
      'networking/gateways/base/http-routes/notes.yaml',
      list,
    ]);
  });

  it.each([
    ['the first', route.host],
    ['a further', secondRoute.host],
  ])('moves %s host in route, listener and certificate', (_which, host) => {
    const before = planned(request);
    const newHost = 'ledger.harbour.example.org';
    const change: Operation = {
      type: 'change-route',
      app: 'notes',
      host,
      newHost,
    };
    const changed = planCentral([change], before);
    expect(changed.findings).toEqual([]);
    expect(linesOf(changed).sort()).toEqual(
      [
        `+    hostname: ${newHost}`,
        `+  - ${newHost}`,
        `+  - ${newHost}`,
        `-    hostname: ${host}`,
        `-  - ${host}`,
        `-  - ${host}`,
      ].sort(),
    );
    const after = applyEdits(before, changed.edits);
    expect(planCentral([change], after).edits).toEqual([]);
    expect(
      readRepository(after, central)
        .routes.filter(({ app }) => app === 'notes')
        .flatMap(({ hostnames }) => hostnames),
    ).toContain(newHost);
    expectAsBefore(applyEdits(after, planCentral([retire], after).edits));
  });

  it('leaves every byte of others as it was when it is retired', () => {
    const before = planned(request);
    const { edits, findings } = planCentral([retire], before);
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const after = applyEdits(before, edits);
    expectAsBefore(after);
    expect(planCentral([retire], after)).toMatchObject({
      edits: [],
      findings: [],
    });
  });

  it('leaves missing line ends missing', () => {
    const open = createSnapshot({
      commit: centralRepository.commit,
      files: Object.fromEntries(
        Object.entries(textsOf(centralRepository)).map(([path, text]) => [
          path,
          text.trimEnd(),
        ]),
      ),
    });
    const before = applyEdits(open, planCentral(request, open).edits);
    const gone = planCentral([retire], before);
    expect(textsOf(applyEdits(before, gone.edits))).toEqual(textsOf(open));
  });

  it('leaves what only looks like its own', () => {
    const foreign = {
      'networking/gateways/base/http-routes/notes.yaml':
        'networking/gateways/base/http-routes/tides.yaml',
      [certificate]: 'cert-manager/certificates/base/tides-certificate.yaml',
      'namespaces/base/notes-namespace.yaml':
        'namespaces/base/tides-namespace.yaml',
    };
    const before = withFiles(planned([notes]), tree =>
      Object.fromEntries(
        Object.entries(foreign).map(([path, like]) => [path, tree[like]]),
      ),
    );
    const { edits, findings } = planCentral([retire], before);
    for (const file of Object.keys(foreign)) {
      expect(edits.map(({ path }) => path)).not.toContain(file);
      expect(findings).toContainEqual(
        expect.objectContaining({ code: 'survives', file }),
      );
    }
  });

  it.each([
    ['./', './redirect.yaml', '- ./http-routes/notes.yaml'],
    ['../', '../base/redirect.yaml', '- http-routes/notes.yaml'],
  ])('has its line beside one that starts with %s', (_start, other, line) => {
    const like = (snapshot: RepositorySnapshot) =>
      withFiles(snapshot, texts => ({
        [list]: texts[list].replace('redirect.yaml', other),
      }));
    const empty = like(centralRepository);
    const { edits } = planCentral(request, empty);
    const after = applyEdits(empty, edits);
    expect(after.readText(list)?.split('\n')).toContain(line);
    for (const before of [after, like(planned(request))]) {
      expect(planCentral(request, before).edits).toEqual([]);
      const gone = planCentral([retire], before);
      expect(textsOf(applyEdits(before, gone.edits))).toEqual(textsOf(empty));
    }
  });

  it('leaves what others have in files called after it', () => {
    const like = {
      'networking/gateways/base/http-routes/notes.yaml':
        'networking/gateways/base/http-routes/tides.yaml',
      'networking/gateways/base/reference-grants/main-notes-tls.yaml':
        'networking/gateways/base/reference-grants/main-tides-tls.yaml',
      [certificate]: 'cert-manager/certificates/base/tides-certificate.yaml',
      'namespaces/base/notes-namespace.yaml':
        'namespaces/base/tides-namespace.yaml',
    };
    const foreign = Object.entries(like).map(([path, other]) => ({
      path,
      text: `---\n${centralRepository.readText(other)?.replaceAll('tides', 'wharf')}`,
    }));
    const before = withFiles(planned(request), texts =>
      Object.fromEntries(
        foreign.map(({ path, text }) => [path, `${texts[path]}${text}`]),
      ),
    );
    const { edits, findings } = planCentral([retire], before);
    expect(errorsIn(findings)).toEqual([]);
    const after = applyEdits(before, edits);
    for (const { path, text } of foreign) {
      expect(after.readText(path)).toBe(text);
    }
    for (const path of [list, 'namespaces/base/kustomization.yaml']) {
      expect(after.readText(path)).toContain('notes');
    }
  });

  it('leaves what is of an app whose name begins as its own', () => {
    const web: Operation[] = [
      { ...notes, app: 'notes-web' },
      { ...route, app: 'notes-web', host: 'web.harbour.example.org' },
      { ...route, app: 'notes-web', host: 'site.harbour.example.org' },
    ];
    const before = planned(web);
    const { edits, findings } = planCentral(request, before);
    expect(findings).toEqual([]);
    const both = applyEdits(before, edits);
    expect(planCentral(web, both).edits).toEqual([]);
    const gone = planCentral([retire], both);
    expect(textsOf(applyEdits(both, gone.edits))).toEqual(textsOf(before));
  });

  it('takes no name that another app has by being called so', () => {
    const app = 'notes-minutes-harbour-example-org';
    const before = planned([
      { ...notes, app },
      { ...route, app, host: 'other.harbour.example.org' },
    ]);
    const { findings } = planCentral(request, before);
    expect(errorsIn(findings)).toEqual(['listener-name-taken']);
  });

  it('leaves what is of the app whose namespace it lies in', () => {
    const before = withFiles(centralRepository, texts => ({
      'argo/apps/gauges.yaml': texts['argo/apps/tides.yaml']
        .replace('name: tides', 'name: gauges')
        .replace('applications/tides', 'applications/gauges'),
      'applications/gauges/kustomization.yaml':
        texts['applications/tides/kustomization.yaml'],
      'applications/gauges/deployment.yaml': texts[
        'applications/tides/deployment.yaml'
      ].replaceAll(/tides$/gm, 'gauges'),
      'applications/gauges/service.yaml': texts[
        'applications/tides/service.yaml'
      ].replaceAll(/tides$/gm, 'gauges'),
    }));
    const { edits, findings } = planCentral(
      [{ type: 'retire-app', app: 'gauges', confirmation: 'gauges' }],
      before,
      central,
      petra,
    );
    expect(errorsIn(findings)).toEqual([]);
    expectAsBefore(applyEdits(before, edits));
  });

  it('leaves what apps of others have in its namespace', () => {
    const web = (text: string) =>
      text
        .replace('borealis', 'atlas')
        .replace(
          /^( *(?:- )?(?:name|path|sectionName|hostname|app.kubernetes.io\/name): "?(?:applications\/)?| {2}- )tides/gm,
          '$1tides-web',
        );
    const before = withFiles(centralRepository, texts => ({
      ...Object.fromEntries(
        [
          'argo/apps/tides.yaml',
          'applications/tides/kustomization.yaml',
          'applications/tides/deployment.yaml',
          'applications/tides/service.yaml',
          'networking/gateways/base/http-routes/tides.yaml',
        ].map(path => [path.replace('tides', 'tides-web'), web(texts[path])]),
      ),
      [gateway]: `${texts[gateway]}${web(texts[gateway].slice(texts[gateway].indexOf('  - name: tides-https')))}`,
      [list]: texts[list].replace(
        '- http-routes/tides.yaml',
        '- http-routes/tides-web.yaml\n$&',
      ),
    }));
    const isWeb = (text: string) => text.includes('tides-web');
    expect(
      readRepository(before, central).routes.map(({ app, hostnames }) => [
        app,
        ...hostnames,
      ]),
    ).toContainEqual(['tides-web', 'tides-web.harbour.example.org']);

    const changed = planCentral(
      [
        {
          type: 'change-route',
          app: 'tides',
          host: 'tides-web.harbour.example.org',
          newHost: 'ebb.harbour.example.org',
        },
      ],
      before,
      central,
      petra,
    );
    expect(errorsIn(changed.findings)).toEqual(['route-unknown']);

    const operation: Operation = {
      type: 'retire-app',
      app: 'tides',
      confirmation: 'tides',
    };
    const gone = planCentral([operation], before, central, petra);
    expect(errorsIn(gone.findings)).toEqual([]);
    expect(gone.findings).toContainEqual(
      expect.objectContaining({
        code: 'survives',
        message: expect.stringContaining('the Namespace tides'),
        fix: expect.stringContaining('tides-web'),
      }),
    );
    const after = applyEdits(before, gone.edits);
    const texts = textsOf(after);
    expect(Object.keys(texts).filter(isWeb)).toEqual(
      Object.keys(textsOf(before)).filter(isWeb),
    );
    expect(Object.keys(texts)).toContain(
      'namespaces/base/tides-namespace.yaml',
    );
    expect(texts['networking/gateways/base/http-routes/tides.yaml']).toBe(
      undefined,
    );
    expect(texts[gateway]).toContain('name: tides-web-https');
    expect(texts[gateway]).not.toContain('name: tides-https');
    expect(planCentral([operation], after, central, petra)).toMatchObject({
      edits: [],
      findings: [],
    });
  });

  it('leaves its pull secret to apps that lie in its namespace', () => {
    const file = 'secrets/base/notes-pull.yaml';
    const [layout] = central.layouts;
    const block = blockOptionsSchema.parse({
      ...pullSecretOptions,
      file: 'secrets/base/{app}-pull.yaml',
    });
    const profile: WritableProfile = {
      ...central,
      images: {
        ...central.images,
        pullSecret: 'registry',
        ownRegistry: 'registry.example.org',
      },
      layouts: [{ ...layout, blocks: [...layout.blocks, block] }],
    };
    const { edits } = planCentral(
      [{ ...notes, storage: [] }],
      centralRepository,
      profile,
    );
    const alone = applyEdits(centralRepository, edits);
    const shared = withFiles(alone, texts => ({
      'argo/apps/wharf.yaml': texts['argo/apps/tides.yaml']
        .replaceAll('tides', 'wharf')
        .replace('namespace: wharf', 'namespace: notes'),
      ...Object.fromEntries(
        ['deployment.yaml', 'kustomization.yaml', 'service.yaml'].map(name => [
          `applications/wharf/${name}`,
          texts[`applications/tides/${name}`]
            .replaceAll('tides', 'wharf')
            .replace('namespace: wharf', 'namespace: notes'),
        ]),
      ),
    }));
    const gone = planCentral([retire], shared, profile);
    expect(errorsIn(gone.findings)).toEqual([]);
    expect(
      gone.findings.flatMap(({ code, message }) =>
        code === 'survives' ? [message] : [],
      ),
    ).toEqual([
      expect.stringContaining('the Namespace notes'),
      expect.stringContaining('the pull secret of the namespace notes'),
    ]);
    expect(applyEdits(shared, gone.edits).readText(file)).toBe(
      alone.readText(file),
    );
    expect(planCentral([retire], alone, profile).edits).toContainEqual(
      expect.objectContaining({ kind: 'delete', path: file }),
    );
  });

  it('gives an app that is there already up with all it has', () => {
    const { edits, findings } = planCentral(
      [{ type: 'retire-app', app: 'tides', confirmation: 'tides' }],
      centralRepository,
      central,
      petra,
    );
    expect(errorsIn(findings)).toEqual([]);
    const after = applyEdits(centralRepository, edits);
    const left = Object.entries(textsOf(after)).filter(([, text]) =>
      text.replace('made.', '').includes('tides'),
    );
    expect(left).toEqual([]);
    expect(readRepository(after, central).findings).toEqual(
      readRepository(centralRepository, central).findings,
    );
  });
});

describe('a branch', () => {
  const check = (
    head: RepositorySnapshot,
    profile = central,
    base = centralRepository,
  ) => errorsIn(checkChange({ head, profile, since: { fork: base, base } }));

  it.each([
    ['apps', central],
    ['the Gateway', routesWithGateway],
  ])('may hold what is planned, with routes beside %s', (_where, profile) => {
    const { edits } = planCentral(request, centralRepository, profile);
    expect(check(applyEdits(centralRepository, edits), profile)).toEqual([]);
  });

  it('may not have a second listener for the host of another app', () => {
    const head = withFiles(centralRepository, texts => ({
      [gateway]: `${texts[gateway]}${listenerText('notes-https', 'tides')}`,
    }));
    expect(check(head)).toEqual(['host-taken']);
  });
});

describe('a listener of an app', () => {
  it.each([
    [
      'a host of a route on the listener of another',
      { host: 'tides.harbour.example.org' },
      (text: string) => text,
      'host-taken',
    ],
    [
      'a host that a listener without a route has',
      { host: 'wharf.harbour.example.org' },
      (text: string) => `${text}${listenerText('wharf-https', 'wharf')}`,
      'host-taken',
    ],
    [
      'a name that another listener has',
      {},
      (text: string) => `${text}${listenerText('notes-https', 'wharf')}`,
      'listener-name-taken',
    ],
    [
      'more than a Gateway can have',
      {},
      (text: string) =>
        `${text}${Array.from({ length: 60 }, (_, at) =>
          listenerText(`berth-${at}-https`, `berth-${at}`),
        ).join('')}`,
      'gateway-full',
    ],
  ])('is refused for %s', (_what, change, extend, code) => {
    const before = withFiles(centralRepository, texts => ({
      [gateway]: extend(texts[gateway]),
    }));
    const { findings } = planCentral([notes, { ...route, ...change }], before);
    expect(new Set(errorsIn(findings))).toEqual(new Set([code]));
  });

  it('is set apart by a blank line as its siblings are', () => {
    const before = withFiles(centralRepository, texts => ({
      [gateway]: texts[gateway].replaceAll('\n  - name:', '\n\n  - name:'),
    }));
    const after = applyEdits(before, planCentral(request, before).edits);
    expect(after.readText(gateway)).toMatch(
      /: tides\n\n {2}- name: notes-https\n[^]*: notes\n\n {2}- name: notes-minutes/,
    );
    const gone = planCentral([retire], after);
    expect(textsOf(applyEdits(after, gone.edits))).toEqual(textsOf(before));
  });

  it('moves to no host that another listener has', () => {
    const before = withFiles(planned(request), texts => ({
      [gateway]: `${texts[gateway]}${listenerText('wharf-https', 'wharf')}`,
    }));
    const newHost = 'wharf.harbour.example.org';
    const { findings } = planCentral(
      [{ type: 'change-route', app: 'notes', host: route.host, newHost }],
      before,
    );
    expect(errorsIn(findings)).toEqual(['host-taken']);
  });
});

describe('the namespace of an app', () => {
  const all = 'namespaces/base/all.yaml';
  const inOneFile = centralProfile(
    withOptions('namespace', { file: all, list: undefined }),
  );
  const oneFile = withFiles(centralRepository, texts => ({
    [all]: `${texts['namespaces/base/journal-namespace.yaml']}---\n${texts['namespaces/base/tides-namespace.yaml']}`,
    'namespaces/base/kustomization.yaml':
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n- gateway-namespace.yaml\n- all.yaml\n',
  }));

  it('is a document of a file of all of them', () => {
    const { edits, findings } = planCentral([notes], oneFile, inOneFile);
    expect(findings).toEqual([]);
    const edit = edits.find(({ path }) => path === all);
    if (edit?.kind !== 'change') throw new Error(`${all} is not changed`);
    expect(edit.after).toBe(
      `${edit.before}---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: notes\n  labels:\n    pull-secret: harbor\n`,
    );
    const after = applyEdits(oneFile, edits);
    expect(planCentral([notes], after, inOneFile).edits).toEqual([]);
    const gone = planCentral([retire], after, inOneFile);
    expect(textsOf(applyEdits(after, gone.edits))).toEqual(textsOf(oneFile));
  });

  it('is left to Argo CD where no file says it', () => {
    const profile = centralProfile(blocks =>
      withOptions('argocd-application', { createNamespace: true })(
        blocks,
      ).filter(({ block }) => block !== 'namespace'),
    );
    const { edits, findings } = planCentral(
      [notes],
      centralRepository,
      profile,
    );
    expect(findings).toEqual([]);
    const application = edits.find(
      ({ path }) => path === 'argo/apps/notes.yaml',
    );
    expect(application).toMatchObject({
      after: expect.stringMatching(/syncOptions:\n +- CreateNamespace=true\n$/),
    });
    const after = applyEdits(centralRepository, edits);
    expect(namespaceFindings(after, profile)).toEqual([]);
  });

  it('is told of where its line is forgotten and Argo CD makes none', () => {
    const forgotten = withFiles(planned([notes]), texts => ({
      'namespaces/base/kustomization.yaml': texts[
        'namespaces/base/kustomization.yaml'
      ].replace('- notes-namespace.yaml\n', ''),
    }));
    expect(namespaceFindings(forgotten, central)).toEqual([
      expect.stringContaining('namespaces/base/notes-namespace.yaml does'),
    ]);
  });
});

describe('a grant that is there already', () => {
  const file = 'networking/gateways/base/reference-grants/main-notes-tls.yaml';
  const plan = (change: (text: string) => string) => {
    const before = withFiles(planned([notes, route]), texts => ({
      [file]: change(texts[file]),
    }));
    return planCentral([route], before);
  };

  it.each([
    [
      'is from another namespace',
      (text: string) =>
        text.replace('namespace: gateway', 'namespace: harbour'),
    ],
    [
      'is from another kind',
      (text: string) => text.replace('kind: Gateway', 'kind: HTTPRoute'),
    ],
    [
      'is from more, and would let them in',
      (text: string) =>
        text
          .replace(
            '  to:',
            '  - group: gateway.networking.k8s.io\n    kind: Gateway\n    namespace: harbour\n  to:',
          )
          .replace(/notes-tls\n$/, 'other-tls\n'),
    ],
  ])('is left to the platform team where it %s', (_what, change) => {
    const { edits, findings } = plan(change);
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'file-not-writable',
        file,
        message: expect.stringContaining(
          'main-notes-tls is for others than each Gateway of gateway',
        ),
      }),
    ]);
    expect(edits).toEqual([]);
  });

  it('gets the Secret besides another kind of that name', () => {
    const { edits, findings } = plan(text =>
      text.replace('kind: Secret', 'kind: ConfigMap'),
    );
    expect(findings).toEqual([]);
    expect(edits).toEqual([
      expect.objectContaining({
        path: file,
        after: expect.stringMatching(
          /kind: ConfigMap\n +name: notes-tls\n[^]*kind: Secret\n +name: notes-tls\n$/,
        ),
      }),
    ]);
  });
});

describe('routes that lie in the namespace of the Gateway', () => {
  const profile = routesWithGateway;

  it('name the namespace of their backends, which lets them in', () => {
    const { edits, findings } = planCentral(
      request,
      centralRepository,
      profile,
    );
    expect(findings).toEqual([]);
    const texts = textsOf(applyEdits(centralRepository, edits));
    expect(texts['networking/gateways/base/http-routes/notes.yaml']).toContain(
      '  - name: notes\n      namespace: notes\n'.replace(/^ {2}/, '    '),
    );
    expect(texts['networking/gateways/base/http-routes/notes.yaml']).toContain(
      '  name: notes\n  namespace: gateway\n',
    );
    expect(texts['applications/notes/reference-grant.yaml']).toBe(
      [
        'apiVersion: gateway.networking.k8s.io/v1beta1',
        'kind: ReferenceGrant',
        'metadata:',
        '  name: notes-routes',
        '  namespace: notes',
        '  labels:',
        '    app.kubernetes.io/name: notes',
        '    backstage.io/kubernetes-id: notes',
        'spec:',
        '  from:',
        '  - group: gateway.networking.k8s.io',
        '    kind: HTTPRoute',
        '    namespace: gateway',
        '  to:',
        '  - group: ""',
        '    kind: Service',
        '    name: notes',
        '',
      ].join('\n'),
    );
    expect(texts['applications/notes/kustomization.yaml']).toContain(
      '- reference-grant.yaml',
    );
    expect(texts[gateway]).toContain('kubernetes.io/metadata.name: gateway');
    const after = applyEdits(centralRepository, edits);
    const model = readRepository(after, profile);
    expect(model.findings).toEqual(
      readRepository(centralRepository, profile).findings,
    );
    expect(
      model.routes.filter(({ app }) => app === 'notes').map(({ name }) => name),
    ).toEqual(['notes', 'notes-minutes-harbour-example-org']);
    expect(planCentral(request, after, profile).edits).toEqual([]);
    const gone = planCentral([retire], after, profile);
    expectAsBefore(applyEdits(after, gone.edits));
  });

  it('take no name of another route there', () => {
    const { findings } = planCentral(
      [
        { ...notes, app: 'redirect' },
        { ...route, app: 'redirect', host: 'turn.harbour.example.org' },
      ],
      centralRepository,
      { ...profile, reservedNames: [] },
    );
    expect(errorsIn(findings)).toEqual(['file-not-writable']);
  });
});

describe('apps that share a namespace', () => {
  const value = centralProfile(blocks =>
    withOptions('namespace', { file: 'namespaces/base/harbour.yaml' })(
      blocks,
    ).filter(
      ({ block }) => block !== 'reference-grant' && block !== 'certificate',
    ),
  );
  const [layout] = value.layouts;
  const profile = {
    ...value,
    layouts: [{ ...layout, namespace: 'harbour' }],
  };
  const before = withFiles(centralRepository, texts => ({
    ...Object.fromEntries(
      Object.entries(texts)
        .filter(([path]) => !path.startsWith('cert-manager'))
        .map(([path, text]) => [
          path,
          text.replace(
            /((namespace|metadata\.name):) (journal|tides)$/gm,
            '$1 harbour',
          ),
        ]),
    ),
    'namespaces/base/harbour.yaml':
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: harbour\n',
    'namespaces/base/kustomization.yaml':
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n- gateway-namespace.yaml\n- harbour.yaml\n',
  }));

  it('are told apart by the names of their files, and leave each other alone', () => {
    const { edits, findings } = planCentral(request, before, profile);
    expect(findings).toEqual([]);
    expect(edits.map(({ path }) => path)).not.toContain(
      'namespaces/base/harbour.yaml',
    );
    const after = applyEdits(before, edits);
    const { routes } = readRepository(after, profile);
    expect(
      routes.flatMap(({ app, hostnames }) => hostnames.map(() => app)).sort(),
    ).toEqual(['journal', 'notes', 'notes', 'tides']);
    expect(planCentral(request, after, profile).edits).toEqual([]);
    const gone = planCentral([retire], after, profile);
    expect(textsOf(applyEdits(after, gone.edits))).toEqual(textsOf(before));
  });
});

describe('a certificate that lies with the Gateway', () => {
  it('stays there although the app deploys it', () => {
    const file = '{directory}/certificate.yaml';
    const profile = centralProfile(blocks =>
      withOptions('gateway-listener', { certificate: { name: '{app}-tls' } })(
        withOptions('app-kustomization', { setsNamespace: false })(
          withOptions('certificate', {
            file,
            list: undefined,
            namespace: 'gateway',
          })(blocks),
        ),
      ).filter(({ block }) => block !== 'reference-grant'),
    );
    const { edits, findings } = planCentral(
      request,
      centralRepository,
      profile,
    );
    expect(findings).toEqual([]);
    const texts = textsOf(applyEdits(centralRepository, edits));
    expect(texts['applications/notes/certificate.yaml']).toContain(
      '  name: notes-tls\n  namespace: gateway\n',
    );
    expect(texts['applications/notes/kustomization.yaml']).toBe(
      [
        'apiVersion: kustomize.config.k8s.io/v1beta1',
        'kind: Kustomization',
        'resources:',
        '- certificate.yaml',
        '- deployment.yaml',
        '- pvc-data.yaml',
        '- service.yaml',
        '',
      ].join('\n'),
    );
    expect(texts[gateway]).toMatch(
      /name: notes-tls\n +kind: Secret\n +allowedRoutes/,
    );
  });
});

describe('a profile of central files', () => {
  it.each([
    [
      'listeners of a gateway that no domain needs them on',
      withOptions('gateway-listener', { gateway: 'other' }),
      /a domain of the gateway other without a sectionName/,
    ],
    [
      'a certificate elsewhere that the app’s kustomization would move',
      withOptions('certificate', {
        file: '{directory}/certificate.yaml',
        namespace: 'gateway',
      }),
      /setsNamespace: false at the app-kustomization of the layout raw/,
    ],
  ])('is refused for %s', (_what, change, sentence) => {
    expect(() => centralProfile(change)).toThrow(sentence);
  });
});

function planned(operations: Operation[]): RepositorySnapshot {
  return applyEdits(centralRepository, planCentral(operations).edits);
}

function errorsIn(findings: Plan['findings']): string[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

function expectAsBefore(after: RepositorySnapshot) {
  expect(textsOf(after)).toEqual(textsOf(centralRepository));
}

function namespaceFindings(
  snapshot: RepositorySnapshot,
  profile: WritableProfile,
): string[] {
  return readRepository(snapshot, profile)
    .findings.filter(
      ({ code, app }) => code === 'namespace-missing' && app === 'notes',
    )
    .map(({ message }) => message);
}

/** Lines that a plan takes out and puts in. */
function linesOf({ edits }: Plan): string[] {
  return edits.flatMap(edit => {
    if (edit.kind !== 'change') throw new Error(`${edit.path} is not changed`);
    const before = edit.before.split('\n');
    const after = edit.after.split('\n');
    return [
      ...before.filter(line => !after.includes(line)).map(line => `-${line}`),
      ...after.filter(line => !before.includes(line)).map(line => `+${line}`),
    ];
  });
}
