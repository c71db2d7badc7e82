import type {
  ChainItem,
  ChainLink,
  Reading,
} from '@internal/plugin-ceph-common';
import { chainKindSchema } from '@internal/plugin-ceph-common';
import fc from 'fast-check';
import { type ExampleDisk, toDisk } from '../__testUtils__/exampleMachines';
import { exampleObjects, toComponent } from '../__testUtils__/exampleObjects';
import {
  type ExampleCluster,
  told,
  toCeph,
  toOsd,
  toPool,
  toReading,
} from '../__testUtils__/exampleReading';
import { StorageModel } from '../model/StorageModel';
import { compareDisk } from './disks/compareDisk';
import { joinDisks } from './disks/joinDisks';

const nodes = ['n0', 'n1', 'n2.lab'];
const serials = ['S5X1AAAA', 'S5X1AAAB', 'S5X1AAA', 'AAAA'];
const models = ['Fast 512', 'Fast'];
const devices = ['sda', 'sdb', 'dm-0', 'sda2'];
const apps = ['books', 'tools', 'maps'];

const maybe = <T>(values: readonly T[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined });

const diskArbitrary: fc.Arbitrary<ExampleDisk> = fc.record({
  name: fc.constantFrom('sda', 'sdb', 'sdc'),
  model: maybe(models),
  serial: maybe(serials),
  wwid: maybe(['naa.5000c500a1b2c3d4', 'eui.0025385abc']),
  sizeBytes: fc.constantFrom(512e9, 4e12),
  partitions: fc.constantFrom<ExampleDisk['partitions']>(
    [],
    [{ name: 'sda2', content: 'bluestore' }],
  ),
});

const osdArbitrary = fc.record({
  node: maybe([...nodes, 'n9']),
  crushHost: maybe(['n0', 'n2-lab', 'claim-0']),
  form: fc.constantFrom('raw' as const, 'claim' as const, 'lvm' as const),
  devices: fc.uniqueArray(fc.constantFrom(...devices), { maxLength: 2 }),
  deviceIds: fc.array(
    fc
      .tuple(fc.constantFrom(...models), fc.constantFrom(...serials))
      .map(([model, serial]) => `${model.replaceAll(' ', '_')}_${serial}`),
    { maxLength: 2 },
  ),
  up: fc.boolean(),
  sizeBytes: fc.constantFrom(told(512e9), told(4e12)),
});

const poolArbitrary = fc.record({
  osds: fc.option(fc.uniqueArray(fc.nat(4)), { nil: undefined }),
});

const volumeArbitrary = fc.record({
  app: fc.constantFrom(...apps),
  spec: fc.constantFrom(
    exampleObjects.rbd('rook-ceph', 1),
    exampleObjects.rbd('rook-ceph', 9, { pool: 'gone' }),
    exampleObjects.rbd('elsewhere', 1),
    exampleObjects.cephfs('rook-ceph', { pool: 'pool-0' }),
    exampleObjects.local('n0'),
    exampleObjects.local('n9'),
    exampleObjects.nfs('nas.example'),
    exampleObjects.longhorn(2),
  ),
  isUsed: fc.boolean(),
});

const clusterArbitrary: fc.Arbitrary<ExampleCluster> = fc
  .record({
    nodes: fc.subarray(nodes),
    disks: fc.dictionary(
      fc.constantFrom(...nodes),
      fc.uniqueArray(diskArbitrary, { maxLength: 3, selector: d => d.name }),
    ),
    osds: fc.array(osdArbitrary, { maxLength: 5 }),
    pools: fc.array(poolArbitrary, { maxLength: 3 }),
    volumes: fc.array(volumeArbitrary, { maxLength: 6 }),
    owned: fc.subarray(apps),
  })
  .map(({ osds, pools, volumes, owned, ...rest }) => ({
    nodes: rest.nodes.map(name => exampleObjects.node(name)),
    disks: rest.disks,
    volumes: volumes.map(({ app, spec }, index) =>
      exampleObjects.volume(app, `data-${index}`, spec),
    ),
    pods: volumes.flatMap(({ app, isUsed }, index) =>
      isUsed ? [exampleObjects.pod(app, [`data-${index}`])] : [],
    ),
    apps: owned.map(app => toComponent('east', app, 'group:default/atlas')),
    ceph: [
      toCeph({
        osdList: osds.map((osd, id) => toOsd({ id, ...osd })),
        pools: pools.map((pool, id) =>
          toPool({ id, name: `pool-${id}`, ...pool }),
        ),
      }),
    ],
  }));

const ranks = new Map(
  chainKindSchema.options.map((kind, index) => [kind, index]),
);

function rank(item: ChainItem | undefined): number {
  const found = item && ranks.get(item.kind);
  if (found === undefined) throw new Error('the item is not in the chain');
  return found;
}

function sorted(links: readonly ChainLink[]): string[] {
  return links.map(({ from, to, proof }) => `${from} ${proof} ${to}`).sort();
}

it('leads from machines to owners only, between items that are there', () => {
  fc.assert(
    fc.property(clusterArbitrary, cluster => {
      const { chain } = StorageModel.build([toReading(cluster)]);
      for (const { from, to } of chain.links) {
        expect(rank(chain.get(from))).toBeLessThan(rank(chain.get(to)));
      }
      const pairs = chain.links.map(({ from, to }) => `${from} ${to}`);
      expect(new Set(pairs).size).toBe(pairs.length);
      for (const start of chain.items) {
        const part = chain.around([start.id]);
        const shown = new Set(part.items.map(({ id }) => id));
        expect(shown).toContain(start.id);
        expect(
          part.links.every(({ from, to }) => shown.has(from) && shown.has(to)),
        ).toBe(true);
      }
    }),
  );
});

it('is the same in whatever order things are read', () => {
  fc.assert(
    fc.property(
      clusterArbitrary.chain(cluster =>
        fc.record({
          cluster: fc.constant(cluster),
          shuffled: fc.record({
            nodes: shuffle(cluster.nodes),
            pods: shuffle(cluster.pods),
            volumes: shuffle(cluster.volumes),
            apps: shuffle(cluster.apps),
            disks: shuffle(Object.entries(cluster.disks ?? {})).map(entries =>
              Object.fromEntries(
                entries.map(([name, disks]) => [name, [...disks].reverse()]),
              ),
            ),
            ceph: fc.constant(
              (cluster.ceph ?? []).map(ceph => ({
                ...ceph,
                osdList: reversed(ceph.osdList),
                pools: reversed(ceph.pools),
              })),
            ),
          }),
        }),
      ),
      ({ cluster, shuffled }) => {
        const one = StorageModel.build([toReading(cluster)]);
        const other = StorageModel.build([toReading(shuffled)]);
        expect(other.chain.items).toEqual(one.chain.items);
        expect(sorted(other.chain.links)).toEqual(sorted(one.chain.links));
        expect(other.volumes).toEqual(one.volumes);
      },
    ),
  );
});

const serial = fc
  .tuple(
    fc.stringMatching(/^[A-Z0-9]{3,10}$/),
    fc.constantFrom('', '-', '_', ' ', '1', 'A'),
    fc.stringMatching(/^[A-Za-z0-9]{1,6}$/),
  )
  .map(parts => parts.join(''));

/** Another serial that is easily taken for the first. */
const similar = (text: string) =>
  fc.oneof(
    fc.constant(`${text}0`),
    fc.constant(`0${text}`),
    fc.constant(`X_${text}`),
    fc.constant(`${text}_X`),
    fc.constant(text.slice(1)),
    fc.constant(text.slice(0, -1)),
    fc.constant(text.toLowerCase()),
    fc.constant(text.replace(/[0O]/, 'O')),
    serial,
  );

const tokens = (text: string) =>
  text
    .split(/[\s_]+/)
    .filter(Boolean)
    .join('_');

it('proves no link between serials that are only similar', () => {
  fc.assert(
    fc.property(
      serial.chain(own => fc.tuple(fc.constant(own), similar(own))),
      fc.constantFrom('Fast 512', 'Slow', 'X 10'),
      fc.constantFrom('', 'ATA_'),
      ([own, other], model, vendor) => {
        fc.pre(tokens(own) !== tokens(other));
        const disk = toDisk({ name: 'sda', model, serial: own });
        const id = `${vendor}${tokens(model)}_${tokens(other)}`;
        expect(compareDisk(id, disk)).not.toBe('serial');
        const osd = toOsd({
          id: 0,
          node: 'n0',
          devices: ['sda'],
          deviceIds: [id],
          sizeBytes: told(disk.sizeBytes),
        });
        const places = [{ node: 'n0', disk }];
        expect(
          joinDisks(osd, 'n0', { on: () => places, all: places }).map(
            ({ proof }) => proof,
          ),
        ).toEqual(
          // What tells nothing of itself leaves the name and the size.
          compareDisk(id, disk) === 'silent' ? ['device-and-witness'] : [],
        );
      },
    ),
    { numRuns: 500 },
  );
});

function shuffle<T>(items: readonly T[] | undefined): fc.Arbitrary<T[]> {
  const all = [...(items ?? [])];
  return fc.shuffledSubarray(all, {
    minLength: all.length,
    maxLength: all.length,
  });
}

function reversed<T>(reading: Reading<T[]>): Reading<T[]> {
  return reading.known
    ? { ...reading, value: [...reading.value].reverse() }
    : reading;
}
