import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { CephStore } from './CephStore';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;
const NOW = new Date('2026-03-20T12:00:00Z');
const ago = (milliseconds: number) =>
  new Date(NOW.getTime() - milliseconds).toISOString();
const here = { platform: 'home', cluster: 'here', name: 'rook-ceph' };
const there = { ...here, cluster: 'there' };

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

async function createStore() {
  const knex = await databases.init('SQLITE_3');
  return CephStore.create(mockServices.database({ knex }));
}

test('keeps half minutes for six hours, ten minutes for thirty days, and nothing older', async () => {
  const store = await createStore();
  const add = async (key: typeof here, at: string) =>
    store.addSample(key, { at, health: 'ok', usedBytes: 1 });
  const dense = [0, 0.5, 1, 9.5].map(minutes => ago(minutes * MINUTE));
  // Two periods of ten minutes, each with several samples, a day ago.
  const sparse = [0, 3, 9.5, 10, 19].map(minutes =>
    ago(DAY + 20 * MINUTE - minutes * MINUTE),
  );
  const tooOld = [ago(31 * DAY), ago(40 * DAY)];
  for (const at of [...tooOld, ...sparse, ...dense]) {
    await add(here, at);
    await add(there, at);
  }
  await store.prune(NOW);
  await store.prune(NOW);
  for (const key of [here, there]) {
    const kept = await store.readSamples(key, new Date(0));
    expect(kept.map(({ at }) => at)).toEqual([
      sparse[0],
      sparse[3],
      ...[...dense].sort(),
    ]);
  }
});

test('keeps one sample of a half minute, the first, and what was not known as not known', async () => {
  const store = await createStore();
  await store.addSample(here, { at: ago(0), health: 'unknown' });
  await store.addSample(here, {
    at: ago(-10_000),
    health: 'ok',
    usedBytes: 5,
  });
  await store.addSample(here, {
    at: ago(-30_000),
    health: 'ok',
    usedBytes: 0,
    totalBytes: 7,
  });
  expect(await store.readSamples(here, NOW)).toEqual([
    { at: ago(0), health: 'unknown' },
    { at: ago(-30_000), health: 'ok', usedBytes: 0, totalBytes: 7 },
  ]);
});
