import { existsSync, readdirSync } from 'node:fs';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  type CephDetail,
  cephAnswerSchema,
} from '@internal/plugin-ceph-common';
import { z } from 'zod';
import {
  CaptureServer,
  capturesDirectory,
  readCapture,
} from './__testUtils__/CaptureServer';
import { CephReader } from './ceph/CephReader';
import { CephLedger } from './history/CephLedger';
import { CephStore } from './history/CephStore';

jest.setTimeout(120_000);

const isPresent = existsSync(capturesDirectory);
const states = isPresent
  ? readdirSync(capturesDirectory).filter(name => /^(pacific|reef)_/.test(name))
  : [];
const withoutManager = /quorum_lost|no_mgr/;
const living = states.filter(state => !withoutManager.test(state));
const smallRole = living.filter(state =>
  readCapture(state, 'dash_minirole_health_full.json'),
);
/** A pass of captures takes 10 to 20 s, in which repair goes on. */
const moving = /recovering|osd_out_remapped/;
/** It was asked by the small role some 20 s later, while groups went stale. */
const movingForSmallRole = /two_nodes_down/;

const checksSchema = z.object({
  status: z.string(),
  checks: z.record(
    z.string(),
    z.object({
      severity: z.string(),
      muted: z.boolean(),
      summary: z.object({ message: z.string() }),
      detail: z.array(z.object({ message: z.string() })),
    }),
  ),
});
const statusSchema = z.object({
  fsid: z.string(),
  quorum_names: z.array(z.string()),
  osdmap: z.object({
    num_osds: z.number(),
    num_up_osds: z.number(),
    num_in_osds: z.number(),
  }),
  pgmap: z.object({
    pgs_by_state: z.array(
      z.object({ state_name: z.string(), count: z.number() }),
    ),
    num_pgs: z.number(),
  }),
});
const dumpSchema = z.object({
  flags_set: z.array(z.string()),
  crush_node_flags: z.record(z.string(), z.array(z.string())),
  osds: z.array(z.object({ osd: z.number(), up: z.number(), in: z.number() })),
  pools: z.array(
    z.object({
      pool_name: z.string(),
      size: z.number(),
      min_size: z.number(),
      pg_num: z.number(),
      type: z.number(),
      application_metadata: z.record(z.string(), z.unknown()),
    }),
  ),
});
const treeSchema = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      type: z.string(),
      device_class: z.string().optional(),
      children: z.array(z.number()).optional(),
    }),
  ),
});
const useSchema = z.object({
  nodes: z.array(
    z.object({ id: z.number(), kb: z.number(), kb_used: z.number() }),
  ),
});
const dfSchema = z.object({
  stats: z.object({
    total_bytes: z.number(),
    total_used_raw_bytes: z.number(),
  }),
});
const monitorsSchema = z.object({
  mons: z.array(z.object({ name: z.string() })),
});
const metadataSchema = z.array(
  z.object({ id: z.number(), hostname: z.string().optional() }),
);

function byCli<T>(state: string, command: string, schema: z.ZodType<T>): T {
  return schema.parse(readCapture(state, `cli_${command}.json`));
}

function valueOf<T>(
  reading: { known: true; value: T } | { known: false; reason: string },
): T {
  if (!reading.known) throw new Error(`Not known: ${reading.reason}`);
  return reading.value;
}

const healths = new Map([
  ['HEALTH_OK', 'ok'],
  ['HEALTH_WARN', 'warning'],
  ['HEALTH_ERR', 'critical'],
]);

function toHealth(status: string): string | undefined {
  return healths.get(status);
}

function toPair({ state, count }: { state: string; count: number }) {
  return [state, count] as const;
}

(isPresent ? describe : describe.skip)('What Ceph itself says', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let captures: CaptureServer;
  let ledger: CephLedger;

  beforeAll(async () => {
    captures = await CaptureServer.start();
    const knex = await databases.init('SQLITE_3');
    ledger = new CephLedger(
      await CephStore.create({ getClient: async () => knex }),
    );
  });

  afterAll(async () => {
    await captures?.stop();
  });

  const details = new Map<string, Promise<CephDetail>>();

  /** Reads a state once, over HTTP, by the sources named. */
  function read(state: string, sources: string): Promise<CephDetail> {
    const name = `${state}.${sources}`;
    const found = details.get(name) ?? readOnce(state, sources);
    details.set(name, found);
    return found;
  }

  async function readOnce(state: string, sources: string): Promise<CephDetail> {
    const { token } = captures;
    const reader = new CephReader({
      ledger,
      sources: {
        namespace: 'rook-ceph',
        operatorNamespace: 'rook-ceph',
        manager: /manager|small-role/.test(sources)
          ? {
              url: `${captures.url(state)}/${sources}`,
              username: 'backstage',
              password: token,
            }
          : undefined,
        metrics:
          sources === 'metrics' ? { url: captures.url(state) } : undefined,
      },
      cluster: {
        platform: 'home',
        cluster: `${state}.${sources}`,
        kubernetes: { url: `${captures.url(state)}/kubernetes`, token },
        refreshMilliseconds: 30_000,
        deadlineMilliseconds: 2_000,
      },
    });
    const { ceph } = await reader.read(new AbortController().signal);
    await reader.close();
    return cephAnswerSchema.parse(JSON.parse(JSON.stringify(ceph[0].detail)));
  }

  const own = /^[a-z]/;
  const codesOf = ({ reasons }: CephDetail) =>
    reasons
      .map(({ code }) => code)
      .filter(code => !own.test(code))
      .sort();

  describe.each([
    ['manager', living],
    ['small-role', smallRole],
  ])('read by the %s', (sources, captured) => {
    test.each(captured)('%s: health and checks', async state => {
      const detail = await read(state, sources);
      const cli = byCli(state, 'health_detail', checksSchema);
      expect(
        detail.reported?.find(({ source }) => source === 'ceph-manager'),
      ).toMatchObject({ health: cli.status, proven: true });
      expect(codesOf(detail)).toEqual(Object.keys(cli.checks).sort());
      for (const [code, check] of Object.entries(cli.checks)) {
        const reason = detail.reasons.find(found => found.code === code);
        expect(reason).toMatchObject({
          severity: check.severity === 'HEALTH_ERR' ? 'critical' : 'warning',
          muted: check.muted,
        });
        expect(reason?.asOf).toBeUndefined();
        if (
          moving.test(state) ||
          (sources === 'small-role' && movingForSmallRole.test(state))
        ) {
          continue;
        }
        const lines = check.detail.map(({ message }) => withoutTime(message));
        expect(reason?.raw[0]).toBe(check.summary.message);
        expect(reason?.raw.slice(1).map(withoutTime).sort()).toEqual(
          // The manager keeps fifty lines of a check.
          lines.slice(0, 50).sort(),
        );
      }
      const statuses = moving.test(state)
        ? valueOf(detail.placementGroups).states.map(group => group.state)
        : byCli(state, 'status', statusSchema).pgmap.pgs_by_state.map(
            group => group.state_name,
          );
      const isBlocked = statuses.some(
        name => !name.split('+').includes('active'),
      );
      const isMuted = Object.values(cli.checks).some(({ muted }) => muted);
      const expected = isMuted ? 'warning' : toHealth(cli.status);
      expect(detail.health).toBe(isBlocked ? 'critical' : expected);
    });

    test.each(captured)('%s: OSDs', async state => {
      const detail = await read(state, sources);
      const { osdmap } = byCli(state, 'status', statusSchema);
      expect(valueOf(detail.osds)).toEqual({
        total: osdmap.num_osds,
        up: osdmap.num_up_osds,
        in: osdmap.num_in_osds,
      });
      const dump = byCli(state, 'osd_dump', dumpSchema);
      const tree = byCli(state, 'osd_tree', treeSchema);
      const use = byCli(state, 'osd_df', useSchema);
      const metadata = byCli(state, 'osd_metadata', metadataSchema);
      expect(
        valueOf(detail.osdList).map(osd => ({
          id: osd.id,
          up: osd.up,
          in: osd.in,
          deviceClass: osd.deviceClass,
          crushHost: osd.crushHost,
          node: osd.node,
        })),
      ).toEqual(
        dump.osds.map(({ osd: id, up, in: isIn }) => ({
          id,
          up: up === 1,
          in: isIn === 1,
          deviceClass: tree.nodes.find(node => node.id === id)?.device_class,
          crushHost: tree.nodes.find(({ children }) => children?.includes(id))
            ?.name,
          node: metadata.find(osd => osd.id === id)?.hostname,
        })),
      );
      for (const osd of valueOf(detail.osdList)) {
        const told = use.nodes.find(({ id }) => id === osd.id);
        // An OSD that is out has no size in Ceph's table; a disk keeps it.
        if (!told || told.kb === 0 || !osd.usedBytes.known) continue;
        expect(valueOf(osd.sizeBytes)).toBe(told.kb * 1024);
        expect(
          Math.abs(osd.usedBytes.value - told.kb_used * 1024) /
            (told.kb * 1024),
        ).toBeLessThan(0.05);
      }
    });

    test.each(captured)('%s: placement groups and flags', async state => {
      const detail = await read(state, sources);
      const { pgmap } = byCli(state, 'status', statusSchema);
      const groups = valueOf(detail.placementGroups);
      expect(
        groups.clean + groups.degraded + groups.recovering + groups.inactive,
      ).toBe(pgmap.num_pgs);
      const told = moving.test(state)
        ? groups.states
        : pgmap.pgs_by_state.map(({ state_name: name, count }) => ({
            state: name,
            count,
          }));
      expect(new Map(groups.states.map(toPair))).toEqual(
        new Map(told.map(toPair)),
      );
      const dump = byCli(state, 'osd_dump', dumpSchema);
      const lasting =
        /^(pglog_hardlimit|purged_snapdirs|recovery_deletes|sortbitwise)$/;
      expect(
        valueOf(detail.flags).map(({ flag, scope }) => [flag, scope]),
      ).toEqual([
        ...dump.flags_set
          .filter(flag => !lasting.test(flag))
          .map(flag => [flag, undefined]),
        ...Object.entries(dump.crush_node_flags).flatMap(([scope, flags]) =>
          flags.map(flag => [flag, scope]),
        ),
      ]);
    });

    test.each(captured)('%s: capacity, pools and quorum', async state => {
      const detail = await read(state, sources);
      const { stats } = byCli(state, 'df', dfSchema);
      const { totalBytes, usedBytes } = valueOf(detail.capacity);
      expect(totalBytes).toBe(stats.total_bytes);
      expect(
        Math.abs(usedBytes - stats.total_used_raw_bytes) / totalBytes,
      ).toBeLessThan(0.05);
      const { pools } = byCli(state, 'osd_dump', dumpSchema);
      expect(
        valueOf(detail.pools).map(pool => [
          pool.name,
          pool.type,
          pool.size,
          pool.minSize,
          pool.placementGroups,
          pool.applications,
        ]),
      ).toEqual(
        pools.map(pool => [
          pool.pool_name,
          pool.type === 3 ? 'erasure' : 'replicated',
          pool.size,
          pool.min_size,
          pool.pg_num,
          Object.keys(pool.application_metadata),
        ]),
      );
      const status = byCli(state, 'status', statusSchema);
      expect(detail.fsid).toBe(status.fsid);
      expect(
        valueOf(detail.monitors).map(({ name, inQuorum }) => [name, inQuorum]),
      ).toEqual(
        byCli(state, 'mon_dump', monitorsSchema).mons.map(({ name }) => [
          name,
          status.quorum_names.includes(name),
        ]),
      );
    });
  });

  test.each(living)('%s: health by Rook alone', async state => {
    const detail = await read(state, 'rook');
    const cli = byCli(state, 'health_detail', checksSchema);
    expect(codesOf(detail)).toEqual(Object.keys(cli.checks).sort());
    expect(detail.health).toBe(
      Object.values(cli.checks).some(({ muted }) => muted)
        ? 'warning'
        : toHealth(cli.status),
    );
    expect(detail.placementGroups).toEqual({
      known: false,
      reason: 'not-configured',
    });
  });

  test.each(living)(
    '%s: OSDs, flags and quorum by the metrics',
    async state => {
      const detail = await read(state, 'metrics');
      const status = byCli(state, 'status', statusSchema);
      const dump = byCli(state, 'osd_dump', dumpSchema);
      expect(
        valueOf(detail.osdList).map(({ id, up, in: isIn }) => [id, up, isIn]),
      ).toEqual(dump.osds.map(osd => [osd.osd, osd.up === 1, osd.in === 1]));
      expect(valueOf(detail.flags).map(({ flag }) => flag)).toEqual(
        dump.flags_set.filter(flag => flag.startsWith('no')),
      );
      expect(
        valueOf(detail.monitors)
          .filter(({ inQuorum }) => inQuorum)
          .map(({ name }) => name),
      ).toEqual(status.quorum_names);
    },
  );

  test.each(states.filter(state => state.includes('quorum_lost')))(
    '%s is critical whoever is asked, and nothing of it is shown as current',
    async state => {
      for (const sources of ['manager', 'rook', 'metrics']) {
        const detail = await read(state, sources);
        expect(detail.health).toBe('critical');
        expect(detail.reasons[0]).toMatchObject({
          code: 'quorum-lost',
          severity: 'critical',
          dataRisk: 'blocked',
        });
        for (const part of [
          detail.osds,
          detail.placementGroups,
          detail.monitors,
          detail.activity,
        ]) {
          expect(part.known).toBe(false);
        }
      }
    },
  );

  test('without a manager Ceph warns, and use is not told though Rook stamped it anew', async () => {
    for (const sources of ['manager', 'rook']) {
      const detail = await read('pacific_warn_no_mgr', sources);
      expect(detail.health).toBe('warning');
      expect(codesOf(detail)).toEqual(['MGR_DOWN']);
      expect(detail.capacity).toEqual({ known: false, reason: 'stale' });
      expect(detail.placementGroups.known).toBe(false);
    }
  });

  test.each([
    ['reef_ok_unsafe_pool_size2_min2', 'pool-needs-all-copies', ['min2']],
    [
      'reef_ok_unsafe_pool_osd_failure_domain',
      'pool-copies-together',
      ['osdfd'],
    ],
  ])('%s is well, and its pool is named', async (state, code, pools) => {
    const detail = await read(state, 'manager');
    expect(detail.health).toBe('ok');
    expect(detail.reasons.find(reason => reason.code === code)).toMatchObject({
      severity: 'info',
      affects: { pools },
    });
  });

  test('a host that is down is named with its OSDs and the pools that lack copies', async () => {
    const { reasons } = await read('reef_warn_node_down_noout', 'manager');
    const affects = (code: string) =>
      reasons.find(reason => reason.code === code)?.affects;
    expect(affects('OSD_HOST_DOWN')).toMatchObject({
      hosts: ['node-a'],
      osds: [0, 1],
    });
    expect(affects('PG_DEGRADED')?.pools).toContain('replicapool');
  });
});

/** How long a group is stuck, told in a text, grows between two captures. */
function withoutTime(message: string): string {
  return message.replace(/stuck (\w+) for [^,]+,/, 'stuck $1,');
}
