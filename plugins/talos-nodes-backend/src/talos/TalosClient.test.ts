import {
  copyFile,
  mkdtemp,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTalos, type Talos } from '@internal/sandbox';
import { parse, stringify } from 'yaml';
import { describeTalosFailure } from './describeTalosFailure';
import { listResources } from './listResources';
import { ResourceWatch } from './ResourceWatch';
import { talosResources } from './resources';
import { TalosClient } from './TalosClient';
import type { TalosAnswer } from './TalosFailure';

jest.setTimeout(60_000);

let stateDir: string;
let talos: Talos;
const clients: TalosClient[] = [];
const { signal } = new AbortController();

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'talos-client-'));
  talos = await startTalos({ stateDir });
});

afterEach(async () => {
  clients.splice(0).forEach(client => client.close());
  await talos.stop();
  await rm(stateDir, { recursive: true });
});

function createClient(
  talosconfig: string = talos.talosconfigs.reader,
  { context = 'pitower', deadlineMilliseconds = 2000 } = {},
): TalosClient {
  const client = TalosClient.create({
    talosconfig,
    context,
    deadlineMilliseconds,
  });
  clients.push(client);
  return client;
}

async function connect(...options: Parameters<typeof createClient>) {
  const client = createClient(...options);
  const access = await client.reload(new Date());
  const answer: TalosAnswer<unknown> = access.ok
    ? await client.findEndpoint(signal)
    : access;
  return { client, answer };
}

/** The sentence for what went wrong; `fine` where nothing did. */
function tell(answer: TalosAnswer<unknown>): string {
  return answer.ok
    ? 'fine'
    : describeTalosFailure(answer.failure, {
        platform: 'pitower',
        cluster: 'pitower',
        talosconfig: 'talosconfig',
        deadlineMilliseconds: 300,
      });
}

function version(client: TalosClient, node: string) {
  return client.call(node, signal, ({ machine }, options) =>
    machine.version({}, options),
  );
}

/** A talosconfig of the reader's with other endpoints. */
async function withEndpoints(...endpoints: string[]): Promise<string> {
  const config = parse(await readFile(talos.talosconfigs.reader, 'utf8'));
  config.contexts.pitower.endpoints = endpoints;
  const path = join(stateDir, 'other-endpoints');
  await writeFile(path, stringify(config));
  return path;
}

async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; !isSo(); turn += 1) {
    if (turn > 4000) throw new Error('It does not come to pass.');
    await sleep(10);
  }
}

it('reads machines through an endpoint, each by itself', async () => {
  const { client, answer } = await connect();
  expect(tell(answer)).toBe('fine');
  const access = await client.reload(new Date());
  expect(access.ok && access.value.roles).toEqual(['os:reader']);
  for (const [node, architecture] of [
    ['192.168.0.201', 'amd64'],
    ['192.168.0.211', 'arm64'],
  ]) {
    const told = await version(client, node);
    expect(told.ok && told.value.messages[0].version?.arch).toBe(architecture);
  }
  const disks = await listResources(
    client,
    '192.168.0.201',
    talosResources.disks,
    signal,
  );
  expect(disks.ok && disks.value.map(({ id }) => id)).toContain('nvme0n1');
  const etcd = await client.call('192.168.0.201', signal, (endpoint, options) =>
    endpoint.machine.etcdMemberList({}, options),
  );
  expect(
    etcd.ok && etcd.value.messages[0].members.map(({ id }) => id.toString()),
  ).toContain(talos.cluster('pitower').machine('worker-01').etcdMemberId);
});

describe('says what is wrong and what to do', () => {
  it.each([
    [
      'expired',
      /client certificate for pitower has expired on \d.*talosctl config new/,
    ],
    ['stranger', /does not accept the client certificate.*another authority/],
    ['wrong-usage', /does not accept the client certificate/],
    ['nobody', /does not let this certificate read it.*os:reader/],
  ] as const)('to %s', async (person, sentence) => {
    const { answer } = await connect(talos.talosconfigs[person]);
    expect(tell(answer)).toMatch(sentence);
  });

  it('where the authority is that of another cluster', async () => {
    const config = parse(await readFile(talos.talosconfigs.reader, 'utf8'));
    config.contexts.pitower.ca = config.contexts.edgit.ca;
    const path = join(stateDir, 'wrong-ca');
    await writeFile(path, stringify(config));
    expect(tell((await connect(path)).answer)).toMatch(
      /presents a certificate that the talosconfig's ca did not sign/,
    );
  });

  it('where the port is closed, silent, or not that of Talos', async () => {
    const cluster = talos.cluster('pitower');
    const silent = await connect(talos.talosconfigs.reader, {
      deadlineMilliseconds: 300,
    });
    expect(tell(silent.answer)).toBe('fine');
    cluster.setEndpointMode('silent');
    expect(tell(await silent.client.findEndpoint(signal))).toMatch(
      /did not answer within 0.3 s/,
    );
    cluster.setEndpointMode('not-talos');
    expect(tell(await silent.client.findEndpoint(signal))).toMatch(
      /it is not Talos/,
    );
    cluster.setEndpointMode('up');
    expect(tell(await silent.client.findEndpoint(signal))).toBe('fine');
    await cluster.stop();
    expect(tell(await silent.client.findEndpoint(signal))).toMatch(
      /Nothing listens where/,
    );
  });

  it('where a web server answers', async () => {
    const web: Server = createServer((_request, response) => response.end());
    await new Promise<void>(resolve => web.listen(0, '127.0.0.1', resolve));
    const { port } = web.address() as AddressInfo;
    const { answer } = await connect(await withEndpoints(`127.0.0.1:${port}`));
    web.close();
    expect(tell(answer)).toMatch(/it is not Talos/);
  });

  it('where clocks differ', async () => {
    await talos.cluster('pitower').skewClock(-30 * 24 * 60 * 60 * 1000);
    expect(tell((await connect()).answer)).toMatch(/Compare the clocks/);
  });
});

it('tells the three refusals apart', async () => {
  const { client } = await connect();
  const list = (namespace: string, type: string) =>
    listResources(
      client,
      '192.168.0.201',
      { ...talosResources.disks, namespace, type },
      signal,
    );
  const refused = (meaning: string) => ({
    ok: false,
    failure: { reason: 'not-allowed', meaning },
  });
  expect(await list('config', 'MachineConfigs.config.talos.dev')).toEqual(
    refused('role'),
  );
  expect(await list('runtime', 'Toasters.runtime.talos.dev')).toEqual(
    refused('type'),
  );
  expect(await list('cellar', 'Disks.block.talos.dev')).toEqual(
    refused('namespace'),
  );
  const worker = await talos.cluster('pitower').listenOn('worker-04');
  const other = await connect(await withEndpoints(worker));
  expect(await version(other.client, '192.168.0.201')).toEqual(
    refused('forwarding'),
  );
});

it('goes on with the next endpoint where one is down', async () => {
  const cluster = talos.cluster('pitower');
  const other = await cluster.listenOn('worker-02');
  const { client } = await connect(await withEndpoints('127.0.0.1:1', other));
  const told = await version(client, '192.168.0.203');
  expect(told.ok).toBe(true);
  cluster.machine('worker-03').powerOff();
  expect(await version(client, '192.168.0.203')).toEqual({
    ok: false,
    failure: { reason: 'unreachable', code: 'no connection to the machine' },
  });
  expect((await version(client, '192.168.0.204')).ok).toBe(true);
});

it('waits for a machine that never answers no longer than its deadline, and for others not at all', async () => {
  const { client } = await connect(talos.talosconfigs.reader, {
    deadlineMilliseconds: 400,
  });
  talos.cluster('pitower').machine('worker-05').hanging = true;
  const order: string[] = [];
  const ask = async (node: string) => {
    const answer = await version(client, node);
    order.push(answer.ok ? 'answered' : answer.failure.reason);
  };
  await Promise.all([
    ask('192.168.0.205'),
    ask('192.168.0.204'),
    ask('192.168.0.203'),
  ]);
  expect(order).toEqual(['answered', 'answered', 'slow']);
});

it('takes over renewed certificates without losing a call', async () => {
  const mounted = join(stateDir, 'mounted');
  await symlink(talos.talosconfigs.reader, mounted);
  const { client } = await connect(mounted);
  const failures: unknown[] = [];
  let answered = 0;
  let isOver = false;
  const load = Array.from({ length: 8 }, async () => {
    while (!isOver) {
      const answer = await version(client, '192.168.0.211');
      if (answer.ok) answered += 1;
      else failures.push(answer.failure);
      await sleep(1);
    }
  });
  await until(() => answered > 20);
  await talos.rotateCertificates();
  const before = answered;
  await until(() => answered > before + 20);
  // As a mounted Secret is renewed: a link is made to point elsewhere.
  const second = join(stateDir, 'second');
  await copyFile(talos.talosconfigs.reader, second);
  await symlink(second, `${mounted}.new`);
  await rename(`${mounted}.new`, mounted);
  await client.reload(new Date());
  const swapped = answered;
  await until(() => answered > swapped + 20);
  isOver = true;
  await Promise.all(load);
  expect(failures).toEqual([]);
});

it('refuses answers of more than 32 MiB', async () => {
  const { client } = await connect(talos.talosconfigs.reader, {
    deadlineMilliseconds: 30_000,
  });
  const { state } = talos.cluster('pitower').machine('worker-01');
  state.put({
    namespace: 'runtime',
    type: 'Diagnostics.runtime.talos.dev',
    id: 'long',
    spec: { message: 'x'.repeat(33 * 1024 * 1024) },
  });
  expect(
    await listResources(
      client,
      '192.168.0.201',
      talosResources.diagnostics,
      signal,
    ),
  ).toEqual({ ok: false, failure: { reason: 'too-large' } });
});

describe('a watch', () => {
  const diagnostic = (id: string) => ({
    namespace: 'runtime',
    type: 'Diagnostics.runtime.talos.dev',
    id,
    spec: { message: `about ${id}` },
  });

  it('begins with all there is and follows every change, over overruns and restarts', async () => {
    const { client } = await connect();
    const machine = talos.cluster('pitower').machine('worker-01');
    machine.state.put(diagnostic('first'));
    let seen: string[] | undefined;
    const ended = new AbortController();
    const watch = new ResourceWatch({
      client,
      node: '192.168.0.201',
      kind: talosResources.diagnostics,
      onChange: items => {
        seen = items.map(({ spec }) => spec.message ?? '').sort();
      },
    }).run(ended.signal);
    await until(() => seen?.join() === 'about first');
    machine.state.put(diagnostic('second'));
    await until(() => seen?.join() === 'about first,about second');
    // A lost connection goes on where it was.
    talos.cluster('pitower').setEndpointMode('up');
    machine.state.put(diagnostic('between'));
    await until(
      () => seen?.join() === 'about between,about first,about second',
    );
    // More at once than Talos keeps for a slow reader.
    machine.state.destroy('Diagnostics.runtime.talos.dev', 'first');
    machine.state.destroy('Diagnostics.runtime.talos.dev', 'between');
    for (let turn = 0; turn < 3000; turn += 1) {
      machine.state.put(diagnostic('second'));
    }
    await until(() => seen?.join() === 'about second');
    // A new process knows no bookmark of the old one.
    machine.restartMachined();
    machine.state.put(diagnostic('third'));
    await until(() => seen?.join() === 'about third');
    ended.abort();
    await watch;
    machine.state.put(diagnostic('fourth'));
    await sleep(50);
    expect(seen).toEqual(['about third']);
  });

  it('does not wait for a machine that says nothing, and takes what comes in pieces', async () => {
    const { client } = await connect(talos.talosconfigs.reader, {
      deadlineMilliseconds: 500,
    });
    const machine = talos.cluster('pitower').machine('worker-01');
    const long = 'long'.repeat(100_000);
    machine.state.put(diagnostic(long));
    machine.hanging = true;
    const seen: string[] = [];
    const ended = new AbortController();
    const watch = new ResourceWatch({
      client,
      node: '192.168.0.201',
      kind: talosResources.diagnostics,
      onChange: items =>
        seen.push(...items.map(({ spec }) => spec.message ?? '')),
    }).run(ended.signal);
    // The call that is on its way is never answered.
    await sleep(100);
    machine.hanging = false;
    await until(() => seen.length > 0);
    expect(seen).toEqual([`about ${long}`]);
    ended.abort();
    await watch;
  });

  it('ends for good where asking again would be refused again', async () => {
    const { client } = await connect();
    const { spec } = talosResources.diagnostics;
    const onChange = jest.fn();
    for (const [namespace, type] of [
      ['config', 'MachineConfigs.config.talos.dev'],
      ['runtime', 'Wishes.runtime.talos.dev'],
    ]) {
      await new ResourceWatch({
        client,
        node: '192.168.0.201',
        kind: { namespace, type, spec },
        onChange,
      }).run(signal);
    }
    expect(onChange).not.toHaveBeenCalled();
  });
});
