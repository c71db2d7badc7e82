import { readFile, stat } from 'node:fs/promises';
import { status } from '@grpc/grpc-js';
import { parse } from 'yaml';
import type { Clock } from '../world/clock';
import { createFaults } from '../world/faults';
import { startTestTalos, type TestTalos } from './__testUtils__/startTestTalos';
import {
  failureOf,
  type TalosTestClient,
} from './__testUtils__/TalosTestClient';
import { changeMachine } from './fleet/changeMachine';

let talos: TestTalos;
let reader: TalosTestClient;
let now = 1_800_000_000_000;
const clock: Clock = {
  now: () => new Date(now),
  advance: milliseconds => {
    now += milliseconds;
  },
};
const faults = createFaults();
const node = { node: 'worker-01' };
const disks = 'Disks.block.talos.dev';

beforeAll(async () => {
  talos = await startTestTalos({
    clock,
    faults,
    systems: { pitower: 'pitower-talos' },
  });
  reader = await talos.connect('pitower');
});
afterAll(() => talos.stop());

describe('on the wire', () => {
  // Encoded by hand: field by field, without what is zero or empty.
  it('gives the answer of one node as it is', async () => {
    const bytes = await reader.unary(
      '/machine.MachineService/Hostname',
      Buffer.alloc(0),
      node,
    );
    expect(bytes.toString('hex')).toBe('0a0b1209776f726b65722d3031');
  });

  it('puts metadata first into the answers of several nodes', async () => {
    const bytes = await reader.unary(
      '/machine.MachineService/Hostname',
      Buffer.alloc(0),
      { nodes: 'worker-01' },
    );
    expect(bytes.toString('hex')).toBe(
      '0a180a0b0a09776f726b65722d30311209776f726b65722d3031',
    );
  });

  it('gives a resource with its spec as YAML', async () => {
    const request = Buffer.from(
      '0a06636f6e666967121d4d616368696e6554797065732e636f6e6669672e74616c6f732e646576',
      'hex',
    );
    const frames: string[] = [];
    for await (const frame of reader.stream(
      '/cosi.resource.State/List',
      request,
      node,
    )) {
      frames.push(frame.toString('hex'));
    }
    expect(frames).toEqual([
      '0a770a640a06636f6e666967121d4d616368696e6554797065732e636f6e6669672e74616c6f732e646576' +
        '1a0c6d616368696e652d747970652201312a11636f6e6669672e436f6e74726f6c6c65723207' +
        '72756e6e696e673a060880a4a7da0642060880a4a7da06120f120d636f6e74726f6c706c616e650a',
    ]);
  });

  it('writes keys as Talos does, for their owner alone', async () => {
    const path = talos.talosconfigs.reader;
    const { context, contexts } = parse(await readFile(path, 'utf8'));
    expect(context).toBe('edgit');
    expect(Object.keys(contexts)).toEqual([
      'edgit',
      'pitower',
      'infra',
      'apps',
    ]);
    expect(Buffer.from(contexts.pitower.key, 'base64').toString()).toMatch(
      /^-----BEGIN ED25519 PRIVATE KEY-----\n/,
    );
    expect((await stat(path)).mode % 0o1000).toBe(0o600);
  });
});

describe('the machines', () => {
  const count = async (cluster: string, type: string, target: string) => {
    const client = await talos.connect(cluster);
    return client.list('hardware', type, { node: target });
  };
  const sizes = async (target: string, cluster = 'pitower') =>
    (await count(cluster, 'MemoryModules.hardware.talos.dev', target)).map(
      ({ id, spec }) => [id, Object(spec).sizeMiB],
    );

  it('tells nothing of a board without SMBIOS', async () => {
    for (const type of ['SystemInformations', 'Processors', 'MemoryModules']) {
      expect(
        await count('pitower', `${type}.hardware.talos.dev`, 'worker-pi-01'),
      ).toEqual([]);
    }
    const [info] = await reader.machine('CPUInfo', 'CPUsInfo', {
      node: 'worker-pi-01',
    });
    expect(info).toEqual({
      cpu_info: [0, 1, 2, 3].map(processor => ({
        ...(processor > 0 && { processor }),
        bogo_mips: 108,
        flags: ['fp', 'asimd', 'evtstrm', 'crc32', 'cpuid'],
      })),
    });
    expect(await sizes('worker-pi-05')).toEqual([['UNKNOWN', 905]]);
  });

  it('shows empty slots and sockets as resources that say nothing', async () => {
    const modules = await count(
      'edgit',
      'MemoryModules.hardware.talos.dev',
      'talos-wk-150',
    );
    expect(modules).toHaveLength(24);
    expect(
      modules.filter(({ spec }) => Object(spec).sizeMiB === 16384),
    ).toHaveLength(4);
    expect(modules.find(({ id }) => id === 'B12')?.spec).toEqual({});
    const processors = await count(
      'edgit',
      'Processors.hardware.talos.dev',
      'talos-wk-150',
    );
    expect(
      processors.map(({ id, spec }) => [id, Object(spec).coreCount]),
    ).toEqual([
      ['CPU1', 6],
      ['CPU2', undefined],
    ]);
  });

  it('lets modules of one name overwrite each other, as older versions do', async () => {
    expect(await sizes('worker-02')).toEqual([['DIMM-0', 16384]]);
    expect(await sizes('apps-01', 'apps')).toEqual([
      ['DIMMA1-P0_Node0_Channel0_Dimm0', 32768],
      ['DIMMA2-P0_Node0_Channel0_Dimm1', undefined],
      ['DIMMB1-P0_Node0_Channel1_Dimm0', 32768],
      ['DIMMB2-P0_Node0_Channel1_Dimm1', undefined],
    ]);
  });

  it('has types and fields by the version of Talos', async () => {
    const definitions = async (cluster: string) => {
      const client = await talos.connect(cluster);
      return (
        await client.list('meta', 'ResourceDefinitions.meta.cosi.dev')
      ).map(({ id }) => id);
    };
    const type = 'imagefactoryschematics.runtime.talos.dev';
    expect(await definitions('pitower')).not.toContain(type);
    expect(await definitions('apps')).toContain(type);
    expect(await definitions('apps')).toContain(disks.toLowerCase());
    const firmware = async (cluster: string) => {
      const client = await talos.connect(cluster);
      const { spec } = await client.get('runtime', disks, 'nvme0n1', {
        node: `${cluster}-01`,
      });
      return Object(spec).firmware_version;
    };
    expect(await firmware('infra')).toBeUndefined();
    expect(await firmware('apps')).toBe('5B2QGXA7');
  });

  it('marks the disks that Ceph took, where it runs', async () => {
    const content = async (cluster: string, target: string, id: string) => {
      const client = await talos.connect(cluster);
      const type = 'DiscoveredVolumes.block.talos.dev';
      const { spec } = await client.get('runtime', type, id, { node: target });
      return Object(spec).name;
    };
    expect(await content('pitower', 'worker-03', 'nvme0n1')).toBe('bluestore');
    expect(await content('infra', 'infra-02', 'nvme1n1')).toBe('bluestore');
    expect(await content('apps', 'apps-02', 'nvme1n1')).toBe('');
  });

  it('has no two disks of one serial number, and keeps them', async () => {
    const serials = async () => {
      const all: string[] = [];
      for (const { definition } of talos.cluster('pitower').machines) {
        const target = { node: definition.name };
        for (const { spec } of await reader.list('runtime', disks, target)) {
          all.push(Object(spec).serial ?? '');
        }
      }
      return all.filter(serial => serial !== '');
    };
    const found = await serials();
    expect(new Set(found).size).toBe(found.length);
    expect(found).toHaveLength(13);
    expect(await serials()).toEqual(found);
  });

  it('is on a container what a container can be', async () => {
    const client = await talos.connect('edgit');
    const target = { node: 'talos-wk-151' };
    expect(await client.list('runtime', disks, target)).toEqual([]);
    expect(await client.machine('Version', 'Version', target)).toMatchObject([
      { platform: { name: 'container', mode: 'container' } },
    ]);
  });
});

describe('what moves', () => {
  it('counts on with the time of the sandbox', async () => {
    const read = async () => {
      const [stats] = await reader.machine('SystemStat', 'SystemStat', node);
      const [net] = await reader.machine(
        'NetworkDeviceStats',
        'NetworkDeviceStats',
        node,
      );
      return {
        busy: Object(stats).cpu_total.user,
        boot: Object(stats).boot_time,
        received: Number(Object(net).total.rx_bytes),
      };
    };
    const before = await read();
    clock.advance(10_000);
    const after = await read();
    expect(after.boot).toBe(before.boot);
    expect(after.busy).toBeGreaterThan(before.busy);
    expect(after.received).toBeGreaterThan(before.received);
    const [memory] = await reader.machine('Memory', 'Memory', node);
    expect(memory).toMatchObject({ meminfo: { memtotal: '31718296' } });
  });

  it('knows members of etcd by numbers that JavaScript has not, on control planes alone', async () => {
    const [list] = await reader.machine('EtcdMemberList', 'EtcdMembers', node);
    const members: { id: string; hostname: string }[] = Object(list).members;
    expect(members.map(({ hostname }) => hostname)).toEqual([
      'worker-01',
      'worker-02',
      'worker-03',
    ]);
    expect(BigInt(members[0]?.id ?? 0)).toBeGreaterThan(2n ** 63n);
    const local = await reader.get(
      'etcd',
      'EtcdMembers.etcd.talos.dev',
      'local',
      node,
    );
    expect(BigInt(`0x${Object(local.spec).memberID}`)).toBe(
      BigInt(members[0]?.id ?? 0),
    );
    const status_ = () => reader.machine('EtcdStatus', 'EtcdStatus', node);
    expect(await status_()).toMatchObject([
      { member_status: { member_id: members[0]?.id, leader: members[0]?.id } },
    ]);
    expect(
      await failureOf(
        reader.machine('EtcdStatus', 'EtcdStatus', { node: 'worker-04' }),
      ),
    ).toEqual({
      code: status.UNIMPLEMENTED,
      details: 'etcd status is only available on control plane nodes',
    });

    changeMachine(talos.cluster('pitower'), 'worker-02', 'stop-etcd');
    changeMachine(talos.cluster('pitower'), 'worker-03', 'power-off');
    expect(await status_()).toEqual([
      {
        member_status: expect.objectContaining({
          errors: ['etcdserver: no leader'],
        }),
      },
    ]);
    expect(
      await reader.get(
        'runtime',
        'MachineStatuses.runtime.talos.dev',
        'machine',
        { node: 'worker-02' },
      ),
    ).toMatchObject({
      spec: {
        status: {
          ready: false,
          unmetConditions: [{ name: 'services', reason: 'etcd not running' }],
        },
      },
    });
    changeMachine(talos.cluster('pitower'), 'worker-02', 'recover');
    changeMachine(talos.cluster('pitower'), 'worker-03', 'recover');

    talos.cluster('pitower').machine('worker-02').etcdAlarm = 'NOSPACE';
    expect(await reader.machine('EtcdAlarmList', 'EtcdAlarm', node)).toEqual([
      { member_alarms: [{ member_id: members[1]?.id, alarm: 1 }] },
    ]);
    talos.cluster('pitower').removeEtcdMember('worker-02');
    expect(
      await reader.machine('EtcdMemberList', 'EtcdMembers', node),
    ).toMatchObject([
      { members: [{ hostname: 'worker-01' }, { hostname: 'worker-03' }] },
    ]);
  });

  it('upgrades: says so, is gone, boots, and runs what is new', async () => {
    const target = { node: 'worker-05' };
    const type = 'MachineStatuses.runtime.talos.dev';
    const request = {
      namespace: 'runtime',
      type,
      options: { bootstrap_contents: true },
    };
    const before = reader.watch(request, target);
    for (const _frame of ['empty', 'created', 'bootstrapped']) {
      await before.next();
    }
    const upgraded = talos
      .cluster('pitower')
      .upgrade('worker-05', { version: '1.12.9', stepMs: 50 });
    expect(await before.next()).toMatchObject([
      { event: 'updated', spec: { stage: 'upgrading' } },
    ]);
    expect(await failureOf(before.next())).toMatchObject({
      code: status.UNAVAILABLE,
    });
    await upgraded;
    expect(await reader.machine('Version', 'Version', target)).toMatchObject([
      { version: { tag: 'v1.12.9' } },
    ]);
    expect(
      await reader.get(
        'cluster',
        'Members.cluster.talos.dev',
        'worker-05',
        node,
      ),
    ).toMatchObject({ spec: { operatingSystem: 'Talos (v1.12.9)' } });
    expect(
      (
        await reader.list(
          'hardware',
          'MemoryModules.hardware.talos.dev',
          target,
        )
      ).map(({ id }) => id),
    ).toEqual(['ChannelA-DIMM0-BANK-0', 'ChannelB-DIMM0-BANK-2']);
  });

  it('changes what is built in', async () => {
    const cluster = talos.cluster('pitower');
    const target = { node: 'worker-04' };
    const disk = () => reader.get('runtime', disks, 'sda', target);
    const before = await disk();
    changeMachine(cluster, 'worker-04', 'replace-disk');
    changeMachine(cluster, 'worker-04', 'slow-link');
    changeMachine(cluster, 'worker-04', 'lose-memory-module');
    const after = await disk();
    expect(after).toMatchObject({ id: 'sda', version: '2' });
    expect(Object(after.spec).serial).not.toBe(Object(before.spec).serial);
    expect(Object(after.spec).size).toBe(Object(before.spec).size);
    expect(
      await reader.get(
        'network',
        'LinkStatuses.net.talos.dev',
        'enp0s25',
        target,
      ),
    ).toMatchObject({ spec: { speedMbit: 100 } });
    expect(
      await reader.list('hardware', 'MemoryModules.hardware.talos.dev', target),
    ).toMatchObject([{ spec: { sizeMiB: 8192 } }, { spec: {} }]);
    expect(await reader.machine('Memory', 'Memory', target)).toMatchObject([
      { meminfo: { memtotal: String(16274340 - 8192 * 1024) } },
    ]);
    // It stays so when the machine starts again.
    changeMachine(cluster, 'worker-04', 'restart-machined');
    expect(await disk()).toMatchObject({ spec: after.spec });
  });
});

describe('answers that no client likes', () => {
  const target = { node: 'worker-03' };

  it('may be larger than any message', async () => {
    changeMachine(talos.cluster('pitower'), 'worker-03', 'oversized-answer');
    expect(
      await failureOf(
        reader.list('hardware', 'PCIDevices.hardware.talos.dev', target),
      ),
    ).toMatchObject({ code: status.RESOURCE_EXHAUSTED });
  });

  it('may hold text that is no UTF-8', async () => {
    changeMachine(talos.cluster('pitower'), 'worker-03', 'broken-text');
    const listed = await reader.list('runtime', disks, target);
    expect(
      listed.filter(({ spec }) => Object(spec).model?.includes('\ufffd')),
    ).toHaveLength(1);
  });

  it.each([
    ['unavailable', status.UNAVAILABLE],
    ['forbidden', status.PERMISSION_DENIED],
    ['rate-limited', status.RESOURCE_EXHAUSTED],
  ] as const)('may be %s by a fault, once', async (kind, code) => {
    faults.set({ system: 'pitower-talos', kind, times: 1, match: 'Version' });
    expect(await reader.machine('Hostname', 'Hostname', node)).toHaveLength(1);
    expect(
      await failureOf(reader.machine('Version', 'Version', node)),
    ).toMatchObject({ code });
    expect(await reader.machine('Version', 'Version', node)).toHaveLength(1);
  });

  it('may break off', async () => {
    faults.set({ system: 'pitower-talos', kind: 'malformed', times: 1 });
    await expect(reader.machine('Version', 'Version', node)).rejects.toThrow(
      'index out of range',
    );
  });
});

describe('what a machine does right now', () => {
  const latest = async (type: string) =>
    (await reader.get('perf', type, 'latest', node)).spec;

  it('is sampled every half minute', async () => {
    const memory = await latest('MemoryStats.perf.talos.dev');
    expect(memory).toMatchObject({
      total: expect.any(Number),
      available: expect.any(Number),
    });
    expect(await latest('CPUStats.perf.talos.dev')).toMatchObject({
      cpuTotal: { user: expect.any(Number), softIrq: expect.any(Number) },
    });
    clock.advance(10_000);
    expect(await latest('MemoryStats.perf.talos.dev')).toEqual(memory);
    clock.advance(25_000);
    expect(await latest('MemoryStats.perf.talos.dev')).not.toEqual(memory);
  });

  it('is mounted where Talos mounts its partitions', async () => {
    const mounts = await reader.list(
      'runtime',
      'MountStatuses.block.talos.dev',
      node,
    );
    expect(mounts.map(({ spec }) => spec)).toMatchObject([
      { source: '/dev/sda4', target: '/var', filesystem: 'xfs' },
      { source: '/dev/sda3', target: '/system/state', filesystem: 'xfs' },
    ]);
  });
});
