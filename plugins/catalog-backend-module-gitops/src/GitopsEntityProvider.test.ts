import type { Entity } from '@backstage/catalog-model';
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import {
  appFiles,
  appList,
  exampleRepository,
} from './__testUtils__/exampleRepository';
import {
  startPlatform,
  type TestPlatform,
} from './__testUtils__/startPlatform';
import {
  startPortal as startPortalOf,
  type TestPortal,
} from './__testUtils__/startPortal';

jest.setTimeout(60_000);

const names = Array.from({ length: 12 }, (_, index) => `app-${index}`);

describe('GitopsEntityProvider', () => {
  let platform: TestPlatform;
  const stops: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    platform = await startPlatform(url => exampleRepository(names, url));
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
    await platform.stop();
  });

  async function startPortal(known: Entity[] = []): Promise<TestPortal> {
    const portal = await startPortalOf(platform.config, known);
    stops.push(portal.stop);
    return portal;
  }

  async function mutationsAfter(
    portal: TestPortal,
    work: () => Promise<unknown>,
  ): Promise<EntityProviderMutation> {
    const before = portal.recorded.length;
    await work();
    await portal.settle();
    return portal.recorded[before].mutation;
  }

  async function vanishedAfter(
    portal: TestPortal,
    work: () => Promise<unknown>,
  ): Promise<string[]> {
    const before = portal.recorded.length;
    await work();
    await portal.settle();
    return portal.recorded
      .slice(before)
      .flatMap(({ mutation }) =>
        mutation.type === 'full' ? ['by a full mutation'] : removedOf(mutation),
      );
  }

  it('gives the whole first, then what changed, and no more', async () => {
    const portal = await startPortal();
    const full = await mutationsAfter(portal, async () => {});
    expect(full.type).toBe('full');
    expect(addedOf(full).sort()).toEqual(
      [
        'Resource:edgit',
        'Resource:edgit.gateway.main',
        'Component:gateway',
        ...names.map(name => `API:${name}.apps.example`),
        ...names.map(name => `Component:${name}`),
      ].sort(),
    );
    expect(portal.recorded[0].provider).toBe('GitopsEntityProvider:edgit-k8s');
    expect(entityOf(full, 'app-3')).toMatchObject({
      metadata: {
        tags: ['argocd', 'pattern-d'],
        links: [{ url: 'https://app-3.apps.example', icon: 'web' }],
        annotations: {
          'argocd/app-name': 'app-3',
          'backstage.io/kubernetes-id': 'app-3',
          'backstage.io/kubernetes-namespace': 'app-3',
          'backstage.io/kubernetes-cluster': 'edgit',
          'backstage.io/managed-by-location': 'gitops:edgit-k8s',
          'backstage.io/managed-by-origin-location': 'gitops:edgit-k8s',
          'portal.internal/owner-reason': 'default owner of the profile',
          'portal.internal/findings': '0',
        },
      },
      spec: {
        type: 'service',
        owner: 'group:default/platform',
        dependsOn: [
          'resource:default/edgit',
          'resource:default/edgit.gateway.main',
        ],
      },
    });

    let commit = '';
    const delta = await mutationsAfter(portal, async () => {
      commit = await platform.commit({
        ...appList([
          ...names.filter(name => name !== 'app-1'),
          'gateway',
          'new',
        ]),
        ...appFiles('new', {
          url: platform.cloneUrl,
          annotations: {
            'portal.internal/owner': 'group:default/atlas',
            'portal.internal/system': 'atlas-tools',
            'portal.internal/description': 'New\u001b[31m and \u202Ered',
            'portal.internal/template': 'new-service 1.0.0',
          },
        }),
        'k8s/apps/app-1.yaml': null,
        'README.md': 'Not a part of any app',
      });
    });
    expect(delta.type).toBe('delta');
    expect(addedOf(delta).sort()).toEqual([
      'API:new.apps.example',
      'Component:new',
      'System:atlas-tools',
    ]);
    expect(removedOf(delta).sort()).toEqual([
      'api:default/app-1.apps.example',
      'component:default/app-1',
    ]);
    expect(keysOf(delta)).toEqual(['gitops:edgit-k8s']);
    const url = platform.cloneUrl.replace(/\.git$/, '');
    expect(entityOf(delta, 'new')).toMatchObject({
      metadata: {
        description: 'New [31m and  red',
        annotations: {
          'portal.internal/source-commit': commit,
          'portal.internal/owner-reason': 'annotation portal.internal/owner',
          'portal.internal/template': 'new-service 1.0.0',
          'backstage.io/source-location': `url:${url}/blob/${commit}/k8s/apps/new.yaml`,
          'backstage.io/view-url': `${url}/blob/${commit}/k8s/apps/new.yaml#L1`,
        },
      },
      spec: { owner: 'group:default/atlas', system: 'atlas-tools' },
    });
  });

  it('renames an app: the old one goes, the new one comes', async () => {
    const portal = await startPortal();
    await mutationsAfter(portal, async () => {});
    const delta = await mutationsAfter(portal, () =>
      platform.commit({
        ...appList([...names.slice(1), 'gateway', 'renamed']),
        ...appFiles('renamed', { url: platform.cloneUrl }),
        'k8s/apps/app-0.yaml': null,
      }),
    );
    expect(addedOf(delta).sort()).toEqual([
      'API:renamed.apps.example',
      'Component:renamed',
    ]);
    expect(removedOf(delta).sort()).toEqual([
      'api:default/app-0.apps.example',
      'component:default/app-0',
    ]);
  });

  it('removes nothing while Git fails, and goes on afterwards', async () => {
    const portal = await startPortal();
    await mutationsAfter(portal, async () => {});
    const vanished = await vanishedAfter(portal, async () =>
      platform.setReachable(false),
    );
    expect(vanished).toEqual([]);
    const delta = await mutationsAfter(portal, async () => {
      await platform.commit({
        'k8s/apps/app-2.yaml': null,
        ...without('app-2'),
      });
      platform.setReachable(true);
    });
    expect(removedOf(delta).sort()).toEqual([
      'api:default/app-2.apps.example',
      'component:default/app-2',
    ]);
  });

  it.each<[string, () => unknown]>([
    ['it cannot be reached', () => platform.setReachable(false)],
    [
      'its credential is refused',
      () => {
        platform.server.fault = (_, response) => response.writeHead(403).end();
      },
    ],
    [
      'the branch vanishes',
      () => platform.server.git('update-ref', '-d', 'refs/heads/main'),
    ],
    [
      'the tree is empty',
      () => {
        const tree = platform.server.write('tree', []);
        const commit = platform.server.git('commit-tree', tree, '-m', 'empty');
        platform.server.git('update-ref', 'refs/heads/main', commit.trim());
      },
    ],
    [
      'it is half fetched',
      () => {
        platform.server.commit({ 'k8s/apps/app-1.yaml': null });
        platform.server.cutAfterBytes = 40;
      },
    ],
  ])('keeps every entity when %s, also over a restart', async (_, fail) => {
    const portal = await startPortal();
    await portal.settle();
    const before = portal.entities();
    const vanished = await vanishedAfter(portal, async () => fail());
    expect(vanished).toEqual([]);
    expect(portal.repositories[0].current().failure?.since).toMatch(/^2/);
    await portal.stop();
    stops.length = 0;

    const second = await startPortal([...before.values()]);
    await second.settle();
    expect(second.recorded).toEqual([]);

    platform.server.fault = undefined;
    platform.server.cutAfterBytes = undefined;
    platform.server.commit(appFiles('app-1', { url: platform.cloneUrl }));
    await second.settle();
    expect([...second.entities().keys()].sort()).toEqual(
      [...before.keys()].sort(),
    );
  });

  it('follows a branch that is force-pushed', async () => {
    const portal = await startPortal();
    await portal.settle();
    const delta = await mutationsAfter(portal, async () =>
      platform.server.commit(
        {
          ...appList([...names.slice(1), 'gateway']),
          'k8s/apps/app-0.yaml': null,
        },
        { amend: true },
      ),
    );
    expect(removedOf(delta)).toContain('component:default/app-0');
  });

  it.each([
    ['the root is gone', { 'k8s/root.yaml': null }],
    [
      'the root is something else',
      {
        'k8s/root.yaml':
          '{apiVersion: v1, kind: ConfigMap, metadata: {name: root}}',
      },
    ],
    ['no app is listed', { 'k8s/apps/kustomization.yaml': 'resources: []\n' }],
    ['the list is broken', { 'k8s/apps/kustomization.yaml': 'resources: [' }],
    [
      'most apps are unlisted and their files stay',
      appList([...names.slice(8), 'gateway']),
    ],
    [
      'the list names a file that is missing',
      appList([...names, 'gateway', 'nothing']),
    ],
  ])('removes nothing when %s', async (_, files) => {
    const portal = await startPortal();
    await mutationsAfter(portal, async () => {});
    const vanished = await vanishedAfter(portal, () => platform.commit(files));
    expect(vanished).toEqual([]);
  });

  it('removes many where Git deletes the file of each', async () => {
    const portal = await startPortal();
    await mutationsAfter(portal, async () => {});
    const gone = names.slice(0, 10);
    const delta = await mutationsAfter(portal, () =>
      platform.commit({
        ...appList([...names.slice(10), 'gateway']),
        ...Object.fromEntries(
          gone.map(name => [`k8s/apps/${name}.yaml`, null]),
        ),
      }),
    );
    expect(removedOf(delta).sort()).toEqual(
      gone
        .flatMap(name => [
          `component:default/${name}`,
          `api:default/${name}.apps.example`,
        ])
        .sort(),
    );
  });

  it('keeps the last good entity of a malformed file, and takes the others', async () => {
    const portal = await startPortal();
    await mutationsAfter(portal, async () => {});
    const delta = await mutationsAfter(portal, () =>
      platform.commit({
        'k8s/apps/app-4.yaml': 'kind: Application\n  metadata: {',
        ...appFiles('app-5', {
          url: platform.cloneUrl,
          annotations: { 'portal.internal/description': 'Changed' },
        }),
        'k8s/app-6/route.yaml': 'spec: [unclosed',
      }),
    );
    expect(removedOf(delta)).toEqual([]);
    expect(addedOf(delta).sort()).toEqual([
      'Component:app-5',
      'Component:app-6',
    ]);
    expect(entityOf(delta, 'app-6')).toMatchObject({
      metadata: {
        links: [{ url: 'https://app-6.apps.example' }],
        annotations: { 'portal.internal/findings': '1' },
      },
      spec: {
        dependsOn: [
          'resource:default/edgit',
          'resource:default/edgit.gateway.main',
        ],
      },
    });
  });

  it('takes names, owners and texts of any kind without losing the batch', async () => {
    const portal = await startPortal();
    await mutationsAfter(portal, async () => {});
    const long = 'l'.repeat(200);
    const hostile = [long, 'a..b', 'Ünïcode', 'x'.repeat(63)];
    const delta = await mutationsAfter(portal, () =>
      platform.commit({
        ...appList([...names, 'gateway', 'poison']),
        'k8s/apps/poison.yaml': hostile
          .map(
            name =>
              appFiles(name, {
                url: platform.cloneUrl,
                annotations: {
                  'portal.internal/owner': 'group:default/../../x',
                  'portal.internal/system': 'S'.repeat(300),
                  'portal.internal/description': 'd'.repeat(100_000),
                },
              })[`k8s/apps/${name}.yaml`],
          )
          .join('\n---\n'),
      }),
    );
    const components = addedOf(delta).filter(name => name.startsWith('Comp'));
    expect(components).toHaveLength(hostile.length);
    expect(components).toContain(`Component:${'x'.repeat(63)}`);
    for (const name of addedOf(delta)) {
      expect(name).toMatch(
        /^(Component|System):[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$/,
      );
      expect(name.split(':')[1].length).toBeLessThanOrEqual(63);
    }
    expect(entityOf(delta, 'x'.repeat(63))).toMatchObject({
      spec: { owner: 'group:default/platform' },
      metadata: {
        annotations: {
          'portal.internal/owner-reason': expect.stringContaining(
            'does not name a group or user',
          ),
        },
      },
    });
    expect(JSON.stringify(delta).length).toBeLessThan(64 * 1024);
  });

  it('never takes people, templates or locations from the tree', async () => {
    const portal = await startPortal();
    await mutationsAfter(portal, async () => {});
    const kinds = ['User', 'Group', 'Template', 'Location', 'Component'];
    const delta = await mutationsAfter(portal, () =>
      platform.commit({
        ...Object.fromEntries(
          kinds.map(kind => [
            `k8s/app-7/${kind.toLowerCase()}.yaml`,
            JSON.stringify({
              apiVersion: 'backstage.io/v1alpha1',
              kind,
              metadata: { name: 'intruder' },
              spec: { type: 'url', targets: ['http://127.0.0.1/'] },
            }),
          ]),
        ),
        'k8s/app-7/kustomization.yaml': `resources: [${kinds.map(kind => `${kind.toLowerCase()}.yaml`)}]\n`,
        'catalog-info.yaml':
          '{apiVersion: backstage.io/v1alpha1, kind: User, metadata: {name: root}, spec: {memberOf: []}}',
      }),
    );
    expect(addedOf(delta)).toEqual(['Component:app-7']);
    expect(JSON.stringify(delta)).not.toContain('intruder');
  });

  it('starts from what the catalog holds: a broken repository removes nothing after a restart either', async () => {
    const first = await startPortal();
    const full = await mutationsAfter(first, async () => {});
    await first.stop();
    stops.length = 0;
    await platform.commit(appList([...names.slice(8), 'gateway']));
    const known = full.type === 'full' ? full.entities : [];

    const second = await startPortal(known.map(({ entity }) => entity));
    await second.settle();
    expect(second.recorded).toEqual([]);
    const repaired = await mutationsAfter(second, () =>
      platform.commit(appList([...names.slice(1), 'gateway'])),
    );
    expect(repaired.type).toBe('full');
    // Without app-0 and its host.
    expect(addedOf(repaired)).toHaveLength(known.length - 2);
  });

  function without(name: string): Record<string, string> {
    return appList([...names.filter(other => other !== name), 'gateway']);
  }
});

function addedOf(mutation: EntityProviderMutation): string[] {
  const deferred =
    mutation.type === 'full' ? mutation.entities : mutation.added;
  return deferred.map(({ entity }) => `${entity.kind}:${entity.metadata.name}`);
}

function removedOf(mutation: EntityProviderMutation): string[] {
  return mutation.type === 'full'
    ? []
    : mutation.removed.map(item =>
        'entityRef' in item ? item.entityRef : item.entity.metadata.name,
      );
}

function keysOf(mutation: EntityProviderMutation): (string | undefined)[] {
  const all =
    mutation.type === 'full'
      ? mutation.entities
      : [...mutation.added, ...mutation.removed];
  return [...new Set(all.map(({ locationKey }) => locationKey))];
}

function entityOf(
  mutation: EntityProviderMutation,
  name: string,
): Entity | undefined {
  const deferred =
    mutation.type === 'full' ? mutation.entities : mutation.added;
  return deferred.find(({ entity }) => entity.metadata.name === name)?.entity;
}
