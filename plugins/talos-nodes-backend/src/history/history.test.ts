import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type {
  Disk,
  Fact,
  NodeDetail,
} from '@internal/plugin-talos-nodes-common';
import { known, unknown } from '../facts/fact';
import { unreadWatched } from '../machine/unreadMachine';
import { buildNode } from '../node/buildNode';
import { compareNodes } from './compareNodes';
import { HistoryKeeper } from './HistoryKeeper';
import { HistoryStore } from './HistoryStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_16'] });
const missing = unknown('not-reported');
const text = (value: string): Fact<string> => known(value, 'smbios');

function disk(name: string, serial?: string, more: Partial<Disk> = {}): Disk {
  return {
    name,
    class: 'ssd',
    sizeBytes: 512_000_000_000,
    model: text('SSD 860'),
    serial: serial ? text(serial) : missing,
    wwid: missing,
    firmware: missing,
    transport: missing,
    system: false,
    readOnly: false,
    partitions: [],
    temperatureCelsius: missing,
    healthy: missing,
    ...more,
  };
}

const memoryModule = (slot: string, serial?: string, bank?: string) => ({
  slot,
  bank,
  populated: serial !== undefined,
  sizeBytes: serial ? known(16 * 1024 ** 3, 'smbios') : missing,
  speed: missing,
  manufacturer: missing,
  partNumber: missing,
  serial: serial ? text(serial) : missing,
});

const link = (name: string, speed?: number, up = true) => ({
  name,
  kind: 'physical' as const,
  macAddress: `02:00:00:00:00:0${name.slice(-1)}`,
  up,
  speedMegabits: speed ? known(speed, 'talos') : missing,
  duplex: missing,
  addresses: [],
});

function node(
  hardware: Partial<{
    modules: ReturnType<typeof memoryModule>[];
    disks: Disk[];
    links: ReturnType<typeof link>[];
  }> = {},
  more: Partial<NodeDetail> = {},
): NodeDetail {
  const built = buildNode({
    platform: 'home',
    cluster: 'pitower',
    name: 'worker-01',
    talos: {
      observedAt: '2026-03-01T10:00:00.000Z',
      isOwnFailure: false,
      watched: unreadWatched('not-reachable'),
    },
  });
  return {
    ...built,
    state: 'ready',
    talosVersion: known('v1.12.4', 'talos'),
    ...more,
    hardware: {
      ...built.hardware,
      memory: { ...built.hardware.memory, modules: hardware.modules ?? [] },
      disks: hardware.disks ?? [],
      links: hardware.links ?? [],
    },
  };
}

const told = (before: NodeDetail, after: NodeDetail) =>
  compareNodes(before, after).map(change => [
    change.subject,
    change.before,
    change.after,
  ]);

describe('compares', () => {
  it('memory by slot and bank', () => {
    const full = node({
      modules: [memoryModule('A1', 's1'), memoryModule('B2', 's2')],
    });
    expect(
      told(
        full,
        node({ modules: [memoryModule('A1', 's1'), memoryModule('B2')] }),
      ),
    ).toEqual([['DIMM B2', '16 GiB s2', undefined]]);
    expect(
      told(
        full,
        node({ modules: [memoryModule('A1', 's9'), memoryModule('B2', 's2')] }),
      ),
    ).toEqual([['DIMM A1', '16 GiB s1', '16 GiB s9']]);
    // Older Talos told one of two modules of the same name.
    const collapsed = node({ modules: [memoryModule('DIMM 0', 's2', 'B')] });
    const both = node(
      {
        modules: [
          memoryModule('DIMM 0', 's1', 'A'),
          memoryModule('DIMM 0', 's2', 'B'),
        ],
      },
      { talosVersion: known('v1.12.9', 'talos') },
    );
    expect(told(collapsed, both)).toEqual([['Talos', 'v1.12.4', 'v1.12.9']]);
    // What could not be read did not vanish.
    expect(told(full, node())).toEqual([]);
  });

  it('disks by serial before name', () => {
    const two = node({ disks: [disk('sda', 'x1'), disk('sdb', 'x2')] });
    expect(
      told(two, node({ disks: [disk('sdb', 'x1'), disk('sda', 'x2')] })),
    ).toEqual([]);
    expect(
      told(two, node({ disks: [disk('sda', 'x1'), disk('sdb', 'x3')] })),
    ).toEqual([['sdb', 'SSD 860 512 GB x2', 'SSD 860 512 GB x3']]);
    expect(told(two, node({ disks: [disk('sda', 'x2')] }))).toEqual([
      ['sda', 'SSD 860 512 GB x1', undefined],
    ]);
    const named = node({
      disks: [disk('mmcblk0'), disk('sr0', undefined, { class: 'optical' })],
    });
    expect(told(named, node({ disks: [disk('mmcblk0')] }))).toEqual([]);
  });

  it('links by address, and speeds that are told', () => {
    const fast = node({ links: [link('eth0', 1000), link('eth1', 2500)] });
    expect(
      told(
        fast,
        node({ links: [link('eth0', 100), link('eth1', undefined, false)] }),
      ),
    ).toEqual([
      ['eth0', '1000 Mbit/s', '100 Mbit/s'],
      ['eth1', '2500 Mbit/s', 'down'],
    ]);
    expect(
      told(fast, node({ links: [link('eth0'), link('eth1', 2500)] })),
    ).toEqual([]);
  });
});

it.each(databases.eachSupportedId())(
  'keeps history over restarts and beside another process on %s',
  async id => {
    const knex = await databases.init(id);
    const database = mockServices.database.mock({
      getClient: async () => knex,
    });
    const store = await HistoryStore.create(database);
    const keeper = () =>
      new HistoryKeeper({ store, platform: 'home', cluster: 'pitower' });
    const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 10, minute));
    const listed = async () =>
      (await store.listChanges({ limit: 10 })).map(
        ({ kind, subject, before, after }) => [kind, subject, before, after],
      );

    const first = keeper();
    const upgraded = node({}, { talosVersion: known('v1.12.6', 'talos') });
    await first.observe([node()], true, at(0));
    expect(await listed()).toEqual([]);
    // Two processes see the same.
    const second = keeper();
    await second.load();
    await Promise.all([
      first.observe([upgraded], true, at(1)),
      second.observe([upgraded], true, at(1)),
    ]);
    await first.observe([upgraded], true, at(2));
    await second.observe([upgraded], true, at(2));
    expect(await listed()).toEqual([
      ['version', 'Talos', 'v1.12.4', 'v1.12.6'],
    ]);

    // What is not reachable keeps its facts; only its state is news.
    const lost = node(
      {},
      {
        state: 'unreachable',
        talosVersion: unknown('not-reachable'),
        sources: [
          {
            source: 'talos',
            failure: { since: at(3).toISOString(), reason: 'It is off.' },
          },
        ],
      },
    );
    const third = keeper();
    expect((await third.load()).map(({ name }) => name)).toEqual(['worker-01']);
    await third.observe([lost], true, at(3));
    await third.observe([{ ...lost, state: 'unknown' }], true, at(4));
    await third.observe([upgraded], true, at(5));
    expect((await listed()).slice(0, 2)).toEqual([
      ['state', 'state', 'unreachable', 'ready'],
      ['state', 'state', 'ready', 'unreachable'],
    ]);
    await third.observe([{ ...upgraded, name: 'worker-02' }], true, at(6));
    expect((await listed()).slice(0, 2)).toEqual([
      ['vanished', 'worker-01', undefined, undefined],
      ['appeared', 'worker-02', undefined, undefined],
    ]);

    await store.prune(new Date(Date.UTC(2026, 5, 15)));
    expect(await listed()).toEqual([]);
  },
);
