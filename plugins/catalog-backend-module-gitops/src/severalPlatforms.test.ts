import {
  appFiles,
  appList,
  exampleRepository,
} from './__testUtils__/exampleRepository';
import { exampleProfile } from './__testUtils__/exampleProfile';
import {
  startPlatform,
  type TestPlatform,
} from './__testUtils__/startPlatform';
import { startPortal, type TestPortal } from './__testUtils__/startPortal';

jest.setTimeout(60_000);

describe('several platforms', () => {
  let first: TestPlatform;
  let second: TestPlatform;
  let portal: TestPortal;

  beforeEach(async () => {
    first = await startPlatform(url => exampleRepository(['notes'], url));
    const profile = JSON.parse(
      JSON.stringify(exampleProfile).replaceAll('"edgit"', '"other"'),
    );
    second = await startPlatform(
      url => exampleRepository(['notes', 'todo'], url),
      { clusters: [{ name: 'other' }], profile },
    );
  });
  afterEach(async () => {
    await portal.stop();
    await first.stop();
    await second.stop();
  });

  async function start(): Promise<void> {
    portal = await startPortal({
      ...first.config,
      platforms: { first: first.entry, second: second.entry },
    });
    await portal.settle();
  }

  /** Components with the platform of each. */
  function components(): Record<string, string | undefined> {
    return Object.fromEntries(
      [...portal.entities()]
        .filter(([ref]) => ref.startsWith('component:'))
        .map(([ref, { metadata }]) => [
          ref.slice('component:default/'.length),
          metadata.annotations?.['portal.internal/platform'],
        ]),
    );
  }

  it('names what clashes after its cluster, whichever is read first', async () => {
    await start();
    expect(components()).toEqual({
      notes: 'first',
      gateway: 'first',
      'notes-other': 'second',
      'gateway-other': 'second',
      todo: 'second',
    });
    expect(
      portal.entities().get('component:default/notes-other'),
    ).toMatchObject({
      metadata: {
        title: 'notes',
        annotations: { 'portal.internal/app': 'notes' },
      },
      spec: { providesApis: ['api:default/other.notes.apps.example'] },
    });
    // The second begins with its last names; it never had others.
    const taken = portal.recorded
      .filter(({ provider }) => provider.endsWith(':second'))
      .map(({ mutation }) => mutation.type);
    expect(taken).toEqual(['full']);
  });

  it('gives up names in time for a platform that could not be read before', async () => {
    first.setReachable(false);
    await start();
    expect(components()).toEqual({
      notes: 'second',
      gateway: 'second',
      todo: 'second',
    });
    first.setReachable(true);
    await portal.settle();
    expect(components()).toMatchObject({
      notes: 'first',
      'notes-other': 'second',
    });
  });

  it('follows names that an earlier platform takes and gives back', async () => {
    await start();
    await first.commit({
      ...appList(['notes', 'todo', 'gateway']),
      ...appFiles('todo', { url: first.cloneUrl }),
    });
    await portal.settle();
    expect(components()).toMatchObject({
      todo: 'first',
      'todo-other': 'second',
    });
    await first.commit({
      ...appList(['notes', 'gateway']),
      'k8s/apps/todo.yaml': null,
      'k8s/todo/route.yaml': null,
      'k8s/todo/kustomization.yaml': null,
    });
    await portal.settle();
    expect(components()).toMatchObject({ todo: 'second' });
    expect(components()).not.toHaveProperty('todo-other');
  });

  it('leaves names alone while an earlier platform is broken, and takes both commits that come together', async () => {
    await start();
    const before = components();
    await first.commit({ 'k8s/root.yaml': null });
    await second.commit({
      ...appList(['notes', 'todo', 'gateway', 'wiki']),
      ...appFiles('wiki', { url: second.cloneUrl }),
    });
    await portal.settle();
    expect(components()).toEqual({ ...before, wiki: 'second' });
  });
});
