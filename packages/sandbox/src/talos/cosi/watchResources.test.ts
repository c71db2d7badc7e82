import { status } from '@grpc/grpc-js';
import {
  startTestTalos,
  type TestTalos,
} from '../__testUtils__/startTestTalos';
import {
  failureOf,
  type TalosTestClient,
} from '../__testUtils__/TalosTestClient';
import type { SimulatedMachine } from '../fleet/SimulatedMachine';

let talos: TestTalos;
let reader: TalosTestClient;
let machine: SimulatedMachine;

const type = 'Diagnostics.runtime.talos.dev';
const kind = { namespace: 'runtime', type };
const node = { node: 'worker-01' };
const put = (id: string, message: string, labels = {}) =>
  machine.state.put({ type, id, spec: { message }, labels });

beforeEach(async () => {
  talos = await startTestTalos();
  reader = await talos.connect('pitower');
  machine = talos.cluster('pitower').machine('worker-01');
});
afterEach(() => talos.stop());

it('says first that it watches, then what is there, then what happens', async () => {
  put('b', 'second');
  put('a', 'first');
  const watch = reader.watch(
    { ...kind, options: { bootstrap_contents: true } },
    node,
  );
  expect(await watch.next()).toEqual([]);
  expect(await watch.next()).toEqual([
    { event: 'created', id: 'a', spec: { message: 'first' } },
  ]);
  expect(await watch.next()).toEqual([
    { event: 'created', id: 'b', spec: { message: 'second' } },
  ]);
  expect(await watch.next()).toEqual([
    { event: 'bootstrapped', id: '', bookmark: expect.anything() },
  ]);
  put('a', 'changed');
  expect(await watch.next()).toMatchObject([
    { event: 'updated', id: 'a', spec: { message: 'changed' } },
  ]);
  machine.state.destroy(type, 'a');
  expect(await watch.next()).toMatchObject([
    { event: 'destroyed', id: 'a', spec: { message: 'changed' } },
  ]);
  watch.cancel();
});

it('puts all that is there into one frame when asked to', async () => {
  put('a', 'first');
  const watch = reader.watch(
    { ...kind, options: { bootstrap_contents: true, aggregated: true } },
    node,
  );
  expect(await watch.next()).toEqual([]);
  expect(await watch.next()).toMatchObject([
    { event: 'created', id: 'a' },
    { event: 'bootstrapped', id: '' },
  ]);
  watch.cancel();
});

it('keeps newer events from clients of the first version', async () => {
  put('a', 'first');
  const watch = reader.watch(
    { ...kind, api_version: 0, options: { bootstrap_contents: true } },
    node,
  );
  expect(await watch.next()).toEqual([]);
  expect(await watch.next()).toMatchObject([{ event: 'created', id: 'a' }]);
  put('a', 'changed');
  expect(await watch.next()).toMatchObject([{ event: 'updated', id: 'a' }]);
  watch.cancel();
});

it('shows a single resource at once, present or not', async () => {
  const watch = reader.watch({ ...kind, id: 'a' }, node);
  expect(await watch.next()).toEqual([]);
  expect(await watch.next()).toEqual([{ event: 'destroyed', id: 'a' }]);
  put('b', 'another');
  put('a', 'first');
  expect(await watch.next()).toMatchObject([{ event: 'created', id: 'a' }]);
  watch.cancel();

  const again = reader.watch({ ...kind, id: 'a' }, node);
  await again.next();
  expect(await again.next()).toMatchObject([{ event: 'created', id: 'a' }]);
  again.cancel();

  const wrong = reader.watch(
    { ...kind, id: 'a', options: { bootstrap_contents: true } },
    node,
  );
  expect(await failureOf(wrong.next())).toMatchObject({
    code: status.UNIMPLEMENTED,
  });
});

it('lets resources come and go as a query chooses them', async () => {
  const watch = reader.watch(
    {
      ...kind,
      options: {
        label_query: [{ terms: [{ key: 'level', op: 1, value: ['high'] }] }],
        id_query: { regexp: '^disk' },
      },
    },
    node,
  );
  expect(await watch.next()).toEqual([]);
  put('disk-1', 'fine', { level: 'low' });
  put('fan-1', 'loud', { level: 'high' });
  put('disk-1', 'failing', { level: 'high' });
  expect(await watch.next()).toMatchObject([
    { event: 'created', id: 'disk-1' },
  ]);
  put('disk-1', 'fine', { level: 'low' });
  expect(await watch.next()).toMatchObject([
    { event: 'destroyed', id: 'disk-1' },
  ]);
  watch.cancel();
});

it('goes on from a bookmark, unless machined began anew', async () => {
  const first = reader.watch(
    { ...kind, options: { bootstrap_bookmark: true } },
    node,
  );
  await first.next();
  const [noop] = (await first.next()) ?? [];
  expect(noop).toMatchObject({ event: 'noop' });
  first.cancel();
  put('a', 'while nobody looked');

  const options = { start_from_bookmark: noop?.bookmark };
  const second = reader.watch({ ...kind, options }, node);
  expect(await second.next()).toEqual([]);
  expect(await second.next()).toMatchObject([{ event: 'created', id: 'a' }]);

  machine.restartMachined();
  expect(await failureOf(second.next())).toMatchObject({
    code: status.UNAVAILABLE,
  });
  const third = reader.watch({ ...kind, options }, node);
  expect(await failureOf(third.next())).toMatchObject({
    code: status.FAILED_PRECONDITION,
  });
});

it('gives up on those who are too slow, and refuses their bookmarks', async () => {
  const watch = reader.watch(
    { ...kind, options: { bootstrap_bookmark: true } },
    node,
  );
  await watch.next();
  const [noop] = (await watch.next()) ?? [];
  // More than the ring holds, in one go: nobody can have read it.
  for (let count = 0; count < 1030; count += 1) {
    put('a', `change ${count}`);
  }
  expect(await watch.next()).toEqual([
    { event: 'errored', error: expect.stringContaining('buffer overrun') },
  ]);
  expect(await watch.next()).toBeUndefined();
  const late = reader.watch(
    { ...kind, options: { start_from_bookmark: noop?.bookmark } },
    node,
  );
  expect(await failureOf(late.next())).toMatchObject({
    code: status.FAILED_PRECONDITION,
  });
});

it('refuses with one code for three reasons', async () => {
  const admin = await talos.connect('pitower', 'admin');
  const list = (client: TalosTestClient, namespace: string, of: string) =>
    client.list(namespace, of, node);
  const refused = (details: string) => ({
    code: status.PERMISSION_DENIED,
    details,
  });
  expect(await failureOf(list(reader, 'runtime', 'disks'))).toEqual(
    refused('resource type "disks" is not supported'),
  );
  expect(await failureOf(list(reader, 'elsewhere', type))).toEqual(
    refused('namespace "elsewhere" is not supported'),
  );
  expect(
    await failureOf(list(reader, 'config', 'MachineConfigs.config.talos.dev')),
  ).toEqual(refused('not authorized'));
  expect(
    await list(admin, 'config', 'MachineConfigs.config.talos.dev'),
  ).toEqual([]);
  const write = '/cosi.resource.State/Destroy';
  expect(await failureOf(reader.unary(write, Buffer.alloc(0), node))).toEqual(
    refused('not authorized'),
  );
  expect(await failureOf(admin.unary(write, Buffer.alloc(0), node))).toEqual(
    refused('write access is not allowed'),
  );
});
