import { gunzipSync } from 'node:zlib';
import { RenderedNodes } from './RenderedNodes';

function createList() {
  const world = { now: 0, revision: '1', broken: false, written: 0 };
  jest.spyOn(performance, 'now').mockImplementation(() => world.now);
  const rendered = new RenderedNodes({
    readRevision: () => world.revision,
    list: () => {
      if (world.broken) throw new Error('no list today');
      world.written += 1;
      return { items: [], clusters: [] };
    },
  });
  return { world, read: () => rendered.read() };
}

afterEach(() => jest.restoreAllMocks());

it('is written once for all who ask, and not again until something changes', async () => {
  const { world, read } = createList();
  const answers = await Promise.all([read(), read(), read()]);
  world.now = 60_000;
  answers.push(await read());
  expect(world.written).toBe(1);
  for (const { revision, gzipped } of answers) {
    expect(revision).toBe('1');
    expect(JSON.parse(gunzipSync(gzipped).toString())).toEqual({
      items: [],
      clusters: [],
    });
  }
});

it('may be a second old, and a few while a newer one is written', async () => {
  const { world, read } = createList();
  await read();
  world.revision = '2';
  world.now = 900;
  expect((await read()).revision).toBe('1');
  expect(world.written).toBe(1);
  world.now = 2500;
  expect((await read()).revision).toBe('1');
  expect(world.written).toBe(2);
  world.now = 3100;
  expect((await read()).revision).toBe('2');
  world.revision = '3';
  world.now = 9000;
  expect((await read()).revision).toBe('3');
});

it('is tried again after it could not be written', async () => {
  const { world, read } = createList();
  await read();
  Object.assign(world, { revision: '2', now: 2000, broken: true });
  expect((await read()).revision).toBe('1');
  world.now = 5000;
  await expect(read()).rejects.toThrow('no list today');
  world.broken = false;
  expect((await read()).revision).toBe('2');
});
