import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  compareStructures,
  describeStructure,
} from './__testUtils__/describeStructure';
import { readFamilies } from './__testUtils__/readFamilies';
import {
  startTestCeph,
  type TestCeph,
  toMediaType,
} from './__testUtils__/startTestCeph';

const captures = resolve(
  dirname(require.resolve('@internal/sandbox/package.json')),
  '../../../shared/captures/ceph',
);
const describeCaptures = existsSync(captures) ? describe : describe.skip;

const clusters = [
  { name: 'pitower', release: 'reef' },
  { name: 'infra', release: 'pacific' },
] as const;
type Cluster = (typeof clusters)[number]['name'];

/** Scenarios that together show all that the captures show. */
const scenarios = [
  'healthy',
  'host-down-noout',
  'inconsistent-pg',
  'muted-check',
  'mds-gone',
];

/** Address, file of the captures, version. */
const endpoints = {
  pitower: [
    ['/api/health/full', 'dash_health_full.json', '1.0'],
    ['/api/health/minimal', 'dash_health_minimal.json', '1.0'],
    ['/api/summary', 'dash_summary.json', '1.0'],
    ['/api/monitor', 'dash_monitor.json', '1.0'],
    ['/api/osd', 'dash_osd.json', '1.1'],
    ['/api/osd/settings', 'dash_osd_settings.json', '0.1'],
    ['/api/osd/flags', 'dash_osd_flags.json', '1.0'],
    ['/api/pool', 'dash_pool.json', '1.0'],
    ['/api/pool?stats=true', 'dash_pool_stats.json', '1.0'],
    ['/api/host', 'dash_host_v13.json', '1.3'],
    ['/api/crush_rule', 'dash_crush_rule_v2.json', '2.0'],
    ['/api/cephfs', 'dash_cephfs.json', '1.0'],
  ],
  infra: [
    ['/api/health/full', 'dash_health_full.json', '1.0'],
    ['/api/health/minimal', 'dash_health_minimal.json', '1.0'],
    ['/api/summary', 'dash_summary.json', '1.0'],
    ['/api/monitor', 'dash_monitor.json', '1.0'],
    ['/api/osd', 'dash_osd.json', '1.0'],
    ['/api/osd/settings', 'dash_osd_settings.json', '0.1'],
    ['/api/osd/flags', 'dash_osd_flags.json', '1.0'],
    ['/api/pool', 'dash_pool.json', '1.0'],
    ['/api/pool?stats=true', 'dash_pool_stats.json', '1.0'],
    ['/api/host', 'dash_host.json', '1.1'],
    ['/api/crush_rule', 'dash_crush_rule.json', '1.0'],
    ['/api/cephfs', 'dash_cephfs.json', '1.0'],
  ],
} as const;

/** Keys that are names of things, and differ from cluster to cluster. */
function isName(path: string, key: string): boolean {
  return (
    key.startsWith('gid_') ||
    /\.(statuses|pg_status|osd_metadata|erasure_code_profiles|blocklist|crush_node_flags|mdsmap\.up|permissions)$/.test(
      path,
    )
  );
}

/** What the captures have and the simulator has not, and why. */
const left: Record<string, string> = {
  '^.mgr_map': 'scope `manager`, which a viewer does without',
  '^.(rgw|iscsi_daemons)': 'scopes `rgw` and `iscsi`',
  '^.rbd_mirroring': 'scope `rbd-mirroring`',
  '^.(finished|executing)_tasks[]': 'no task is ever under way',
  '.blocklist.': 'the managers here never turned a client away',
  '.erasure_code_profiles.*.':
    'pitower has no pool with an erasure code; infra has, and is compared',
  '.application_metadata.rgw$': 'there is no object store',
};
/** What the simulator has of a release of which no capture shows it, though those of the other do. */
const borrowed: Record<string, string> = {
  '.osd_metadata.*.(container|pod)_': 'as Rook starts them; captured of 16.2',
  '^.health.mutes[]': 'captured of 16.2',
  '.crush_node_flags.': 'captured of 16.2',
  '.mdsmap.failed[]': 'captured of 16.2',
  '.standbys[]': 'the captured file systems have no second server',
  '.pg_autoscale_bias': 'some pools only',
};

function without(
  exceptions: Record<string, string>,
  paths: string[],
): string[] {
  const patterns = Object.keys(exceptions).map(
    text => new RegExp(text.replace(/[.[\]*]/g, '\\$&')),
  );
  return paths.filter(path => !patterns.some(pattern => pattern.test(path)));
}

function readCaptures(release: string, file: string): unknown[] {
  return (
    readdirSync(captures)
      .filter(name => name.startsWith(release))
      .map(name => join(captures, name, file))
      .filter(path => existsSync(path))
      .map(path => readFileSync(path, 'utf8'))
      // What never came is kept as the client's own words.
      .filter(text => /^[[{]/.test(text))
      .map(text => JSON.parse(text))
      .filter(value => Array.isArray(value) || value.request_id === undefined)
  );
}

// Whole platforms start, on a machine where other tests run.
jest.setTimeout(180_000);

describeCaptures('the simulated Ceph beside captures of real ones', () => {
  let ceph: TestCeph;
  /** By cluster and address: the answers in all scenarios. */
  const answers = new Map<string, unknown[]>();
  const metrics = new Map<Cluster, string>();

  beforeAll(async () => {
    ceph = await startTestCeph();
    for (const { name } of clusters) {
      for (const scenario of [...scenarios, 'healthy']) {
        await ceph.control('/api/ceph', { cluster: name, scenario });
        for (const [path, , version] of endpoints[name]) {
          const response = await ceph.cluster(name).get(path, { version });
          const key = `${name} ${path}`;
          answers.set(key, [
            ...(answers.get(key) ?? []),
            await response.json(),
          ]);
        }
      }
      await ceph.control('/api/ceph', { cluster: name, scenario: 'mon-down' });
      metrics.set(name, await ceph.cluster(name).metrics());
      await ceph.control('/api/ceph', { cluster: name, scenario: 'healthy' });
    }
  });
  afterAll(() => ceph.sandbox.stop());

  describe.each(clusters)('$name, of release $release', ({ name, release }) => {
    it.each(endpoints[name])(
      'answers %s as %s: the same fields of the same types',
      (path, file) => {
        const theirs = readCaptures(release, file);
        const ours = answers.get(`${name} ${path}`) ?? [];
        expect(theirs).not.toEqual([]);
        expect(ours).toHaveLength(scenarios.length + 1);
        const { missing, invented, otherType } = compareStructures(
          describeStructure(ours, isName),
          describeStructure(theirs, isName),
        );
        expect({
          missing: without(left, missing),
          invented: without(borrowed, invented),
          otherType,
        }).toEqual({ missing: [], invented: [], otherType: [] });
      },
    );

    it('lets in with the same fields', async () => {
      const answer = await (await ceph.cluster(name).logIn()).json();
      expect(
        compareStructures(
          describeStructure([answer], isName),
          describeStructure(readCaptures(release, 'dash_auth.json'), isName),
        ),
      ).toEqual({ missing: [], invented: [], otherType: [] });
    });

    it('refuses in the same words', async () => {
      const read = (file: string): unknown =>
        JSON.parse(
          readFileSync(join(captures, `${release}_health_ok`, file), 'utf8'),
        );
      const refusal = async (asking: Promise<Response>) => {
        const body = await (await asking).json();
        return { ...body, request_id: expect.any(String) };
      };
      const one = ceph.cluster(name);
      expect(read('dash_health_badversion.json')).toEqual(
        await refusal(one.get('/api/health/minimal', { version: '9.9' })),
      );
      expect(read('dash_health_snapshot.json')).toEqual(
        await refusal(one.get('/api/health/snapshot')),
      );
      expect(read('dash_minirole_logs_all.json')).toEqual(
        await refusal(one.get('/api/logs/all')),
      );
      const index = readFileSync(
        join(captures, 'pacific_warn_mon_down', 'INDEX.json'),
        'utf8',
      );
      const noVersion = await one.send('/api/health/minimal', {
        headers: { accept: 'application/json' },
      });
      const noToken = await one.send('/api/summary', {
        headers: { accept: toMediaType('1.0') },
      });
      for (const response of [noVersion, noToken]) {
        const { status, detail } = await response.json();
        expect(index).toContain(
          `\\"status\\": \\"${status}\\", \\"detail\\": \\"${detail}\\"`,
        );
      }
    });

    it('tells Prometheus of the same families, with the same types and labels', () => {
      const ours = readFamilies(metrics.get(name) ?? '');
      const theirs = readFamilies(
        readFileSync(
          join(captures, `${release}_health_ok`, 'prometheus_metrics.txt'),
          'utf8',
        ),
      );
      // Counters of single daemons, which newer releases leave to an exporter.
      const counters =
        /^ceph_(bluefs|bluestore|mds_(?!metadata)|mon_(election|num|session)|objecter|osd_(op|numpg_removing|recovery)|paxos|prioritycache|purge_queue|rocksdb)/;
      // Families without a single series.
      const empty = /^ceph_(disk_occupation|rgw_metadata|rbd_mirror_metadata)/;
      expect(
        [...theirs.keys()].filter(
          family =>
            !ours.has(family) && !counters.test(family) && !empty.test(family),
        ),
      ).toEqual([]);
      for (const [family, shape] of ours) {
        expect({ family, ...shape }).toEqual({
          family,
          ...theirs.get(family),
        });
      }
    });
  });
});
