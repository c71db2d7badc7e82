import type { Entity } from '@backstage/catalog-model';
import { AppIndex } from './AppIndex';

function component(
  name: string,
  annotations: Record<string, string>,
  further: Partial<Entity> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { namespace: 'default', name, annotations },
    spec: { type: 'service', owner: 'group:default/atlas' },
    ...further,
  };
}

/** As the catalog has an app of a platform that the portal writes to. */
const written = (
  app: string,
  { platform = 'edgit-k8s', cluster = 'edgit', name = app } = {},
) =>
  component(name, {
    'portal.internal/app': app,
    'portal.internal/platform': platform,
    'portal.internal/cluster': cluster,
    'backstage.io/kubernetes-id': app,
    'backstage.io/kubernetes-namespace': app,
    'backstage.io/kubernetes-cluster': cluster,
  });

/** As the catalog has an app of a platform that is only read. */
const selected = (app: string, namespace: string, selector: string) =>
  component(app, {
    'portal.internal/app': app,
    'portal.internal/platform': 'pitower',
    'portal.internal/cluster': 'pitower',
    'backstage.io/kubernetes-id': app,
    'backstage.io/kubernetes-namespace': namespace,
    'backstage.io/kubernetes-label-selector': selector,
  });

const onPitower = (namespace: string, labels: Record<string, string>) => ({
  platform: 'pitower',
  cluster: 'pitower',
  namespace,
  labels,
});

it('finds what the portal wrote by its id, on the cluster it is on', () => {
  const index = AppIndex.create([
    written('grafana', { name: 'grafana-edgit' }),
    written('grafana', {
      platform: 'monosense',
      cluster: 'infra',
      name: 'grafana-infra',
    }),
    written('grafana', {
      platform: 'monosense',
      cluster: 'apps',
      name: 'grafana-apps',
    }),
    { ...written('grafana'), kind: 'System' },
  ]);
  const find = (platform: string, cluster: string, namespace = 'grafana') =>
    index.find({
      platform,
      cluster,
      namespace,
      labels: { 'backstage.io/kubernetes-id': 'grafana', other: 'x' },
    });
  expect(find('edgit-k8s', 'edgit')).toEqual({
    name: 'grafana',
    namespace: 'grafana',
    entityRef: 'component:default/grafana-edgit',
    owner: 'group:default/atlas',
  });
  expect(find('monosense', 'apps')?.entityRef).toBe(
    'component:default/grafana-apps',
  );
  expect(find('monosense', 'infra')?.entityRef).toBe(
    'component:default/grafana-infra',
  );
  expect(find('monosense', 'edgit')).toBeUndefined();
  expect(find('edgit-k8s', 'edgit', 'elsewhere')).toBeUndefined();
});

it('finds what charts made by the selector, which comes before the id', () => {
  const index = AppIndex.create([
    selected('plex', 'media', 'app.kubernetes.io/instance in (plex, plex-db)'),
    selected('sonarr', 'media', 'app.kubernetes.io/name in (sonarr)'),
  ]);
  const instance = (value: string) => ({
    'app.kubernetes.io/instance': value,
  });
  expect(index.find(onPitower('media', instance('plex-db')))?.name).toBe(
    'plex',
  );
  expect(
    index.find(onPitower('media', { 'app.kubernetes.io/name': 'sonarr' }))
      ?.name,
  ).toBe('sonarr');
  const strangers: Record<string, string>[] = [
    instance('sonarr'),
    { 'backstage.io/kubernetes-id': 'plex' },
    {},
  ];
  for (const labels of strangers) {
    expect(index.find(onPitower('media', labels))).toBeUndefined();
  }
});

it('knows the forms of selectors that people write', () => {
  const find = (selector: string, labels: Record<string, string>) =>
    AppIndex.create([selected('app', 'space', selector)]).find(
      onPitower('space', labels),
    )?.name;
  const labels = { app: 'a', tier: 'web' };
  for (const selector of [
    'app=a',
    'app == a, tier',
    'app!=b,!old,tier notin (db,cache)',
    'tier in(web),app in (a,b)',
  ]) {
    expect([selector, find(selector, labels)]).toEqual([selector, 'app']);
  }
  for (const selector of [
    'app=b',
    'app=a,old',
    'tier in (db)',
    'app notin (a)',
    '!tier',
    // None that Kubernetes would take.
    'app=a,tier is web',
    ',',
    ' ',
  ]) {
    expect([selector, find(selector, labels)]).toEqual([selector, undefined]);
  }
});

it('does not guess between several apps', () => {
  const index = AppIndex.create([
    selected('one', 'space', 'app=a'),
    selected('two', 'space', 'tier=web'),
  ]);
  expect(index.find(onPitower('space', { app: 'a' }))?.name).toBe('one');
  expect(
    index.find(onPitower('space', { app: 'a', tier: 'web' })),
  ).toBeUndefined();
});

it('takes apps that people describe themselves, and their owners as the catalog sees them', () => {
  const annotations = {
    'backstage.io/kubernetes-id': 'shop',
    'backstage.io/kubernetes-cluster': 'pitower',
  };
  const find = (further: Partial<Entity>) =>
    AppIndex.create([component('Shop', annotations, further)]).find(
      onPitower('any', { 'backstage.io/kubernetes-id': 'shop' }),
    );
  expect(find({})).toEqual({
    name: 'Shop',
    namespace: 'any',
    entityRef: 'component:default/shop',
    owner: 'group:default/atlas',
  });
  expect(find({ spec: { owner: 'boris' } })?.owner).toBe('group:default/boris');
  expect(
    find({ relations: [{ type: 'ownedBy', targetRef: 'user:default/ada' }] })
      ?.owner,
  ).toBe('user:default/ada');
  for (const spec of [{}, { owner: 'a/' }, { owner: 3 }]) {
    expect(find({ spec })).toMatchObject({ owner: undefined });
  }
  expect(
    AppIndex.create([component('lost', {})]).find(onPitower('any', {})),
  ).toBeUndefined();
});
