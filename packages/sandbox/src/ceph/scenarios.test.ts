import { eventually } from '../platforms/__testUtils__/eventually';
import {
  startTestCeph,
  type TestCeph,
  toMediaType,
} from './__testUtils__/startTestCeph';

// Whole platforms start, on a machine where other tests run.
jest.setTimeout(180_000);

describe('Ceph in the sandbox', () => {
  let ceph: TestCeph;
  beforeAll(async () => {
    ceph = await startTestCeph();
  });
  afterAll(() => ceph.sandbox.stop());
  afterEach(async () => {
    for (const cluster of ['pitower', 'infra']) {
      await ceph.control('/api/ceph', { cluster, scenario: 'healthy' });
    }
    // What is to be copied takes two minutes at most.
    ceph.sandbox.world.clock.advance(150_000);
  });

  const set = async (scenario: string, cluster = 'pitower') =>
    expect(await ceph.control('/api/ceph', { cluster, scenario })).toBe(204);
  const health = async (cluster: 'pitower' | 'infra' = 'pitower') =>
    (await ceph.cluster(cluster).get('/api/health/full')).json();
  const checks = (answer: {
    health: { checks: { type: string; severity: string }[] };
  }) => answer.health.checks.map(({ type, severity }) => `${type} ${severity}`);
  const resource = async (
    cluster = 'pitower',
    name = 'rook-ceph',
  ): Promise<{ status: { ceph: Record<string, unknown> } }> =>
    JSON.parse(
      JSON.stringify(
        await ceph.kubernetes(
          cluster,
          `/apis/ceph.rook.io/v1/namespaces/rook-ceph/cephclusters/${name}`,
        ),
      ),
    );

  it('is well: three hosts with an OSD each, on the disks that Talos sees', async () => {
    const answer = await health();
    expect(answer.health).toEqual({
      status: 'HEALTH_OK',
      checks: [],
      mutes: [],
    });
    const { osd_map, pg_info, mon_status } = answer;
    expect(mon_status.quorum).toEqual([0, 1, 2]);
    expect(Object.keys(pg_info.statuses)).toEqual(['active+clean']);
    const machine = ceph.sandbox.talos.cluster('pitower').machine('worker-02');
    const disk = machine.hardware.find(
      ({ type, id }) => type.startsWith('Disks.') && id === 'nvme0n1',
    )?.spec;
    expect(osd_map.osd_metadata['1']).toMatchObject({
      hostname: 'worker-02',
      devices: 'nvme0n1',
      bluestore_bdev_size: '512110190592',
      device_ids: expect.stringMatching(/^nvme0n1=AM06_SSD_512GB_NVMe_30121/),
    });
    expect(disk).toMatchObject({
      serial: osd_map.osd_metadata['1'].device_ids.split('_').at(-1),
      size: 512110190592,
    });
    expect((await resource()).status.ceph).toMatchObject({
      health: 'HEALTH_OK',
      fsid: osd_map.fsid,
      capacity: { bytesTotal: answer.df.stats.total_bytes },
    });
    expect(await ceph.cluster('pitower').metrics()).toContain(
      'ceph_health_status 0.0',
    );
  });

  it('is of two releases, and seen by a third cluster from outside', async () => {
    const { osd_map } = await health('infra');
    expect(osd_map.require_osd_release).toBe('pacific');
    expect(osd_map.pools).toContainEqual(
      expect.objectContaining({
        pool_name: 'archive',
        type: 3,
        size: 3,
        min_size: 2,
      }),
    );
    const external = await resource('apps', 'rook-ceph-external');
    expect(external).toMatchObject({
      spec: { external: { enable: true } },
      status: { phase: 'Connected', ceph: { fsid: osd_map.fsid } },
    });
    expect(external.status).not.toHaveProperty('storage');
  });

  describe('one OSD', () => {
    it('ends and takes a copy of everything with it, then recovers', async () => {
      await set('osd-down');
      const down = await health();
      expect(checks(down)).toEqual([
        'OSD_DOWN HEALTH_WARN',
        'OSD_HOST_DOWN HEALTH_WARN',
        'PG_DEGRADED HEALTH_WARN',
      ]);
      expect(down.osd_map.osds.map(({ up }: { up: number }) => up)).toEqual([
        1, 0, 1,
      ]);
      expect(down.pg_info.object_stats.num_objects_degraded).toBe(
        down.pg_info.object_stats.num_objects,
      );
      expect((await resource()).status.ceph).toMatchObject({
        health: 'HEALTH_WARN',
        previousHealth: 'HEALTH_OK',
        details: { OSD_DOWN: { message: '1 osds down' } },
      });
      expect(await ceph.cluster('pitower').metrics()).toContain(
        'ceph_health_detail{name="OSD_DOWN",severity="HEALTH_WARN"} 1.0',
      );
      ceph.sandbox.world.clock.advance(60_000);
      await set('healthy');
      const back = await health();
      expect(Object.keys(back.pg_info.statuses)).toContain(
        'active+recovering+degraded',
      );
      expect(back.client_perf.recovering_bytes_per_sec).toBeGreaterThan(0);
      ceph.sandbox.world.clock.advance(60_000);
      expect((await health()).health.status).toBe('HEALTH_OK');
      expect(await ceph.cluster('pitower').metrics()).toContain(
        'ceph_health_detail{name="OSD_DOWN",severity="HEALTH_WARN"} 0.0',
      );
    });

    it('follows the control one by one, and its pod and budgets follow it', async () => {
      const change = (osd: number, what: string) =>
        ceph.control('/api/ceph/osds', {
          cluster: 'infra',
          osd,
          change: what,
        });
      expect(await change(2, 'stop')).toBe(204);
      expect(checks(await health('infra'))).toContain('OSD_DOWN HEALTH_WARN');
      const budgets = async () =>
        JSON.stringify(
          await ceph.kubernetes(
            'infra',
            '/apis/policy/v1/namespaces/rook-ceph/poddisruptionbudgets',
          ),
        );
      expect(await budgets()).toContain('rook-ceph-osd-host-infra-01');
      expect(await budgets()).not.toContain('rook-ceph-osd-host-infra-03');
      await eventually(
        () =>
          ceph.kubernetes(
            'infra',
            '/apis/apps/v1/namespaces/rook-ceph/deployments/rook-ceph-osd-2',
          ),
        deployment =>
          expect(deployment).toMatchObject({
            metadata: {
              labels: { 'ceph-osd-id': '2', 'failure-domain': 'infra-03' },
            },
            spec: { replicas: 0 },
          }),
      );
      expect(await change(2, 'start')).toBe(204);
      ceph.sandbox.world.clock.advance(60_000);
      expect(checks(await health('infra'))).toEqual([]);
      expect(await change(1, 'out')).toBe(204);
      const out = await health('infra');
      expect(Object.keys(out.pg_info.statuses)).toEqual([
        'active+clean+remapped',
      ]);
      expect(out.osd_map.osds[1]).toMatchObject({ up: 1, in: 0, weight: 0 });
      expect(await change(1, 'in')).toBe(204);
      expect(Object.keys((await health('infra')).pg_info.statuses)).toEqual([
        'active+clean',
      ]);
      expect(await change(7, 'stop')).toBe(400);
    });
  });

  it('loses what ran on a machine that goes silent, and gets it back with the machine', async () => {
    await set('host-down-noout');
    const gone = await health();
    expect(checks(gone)).toEqual([
      'MON_DOWN HEALTH_WARN',
      'OSDMAP_FLAGS HEALTH_WARN',
      'OSD_DOWN HEALTH_WARN',
      'OSD_HOST_DOWN HEALTH_WARN',
      'PG_DEGRADED HEALTH_WARN',
    ]);
    expect(gone.mon_status.quorum).toEqual([0, 1]);
    expect(gone.osd_map.flags_set).toContain('noout');
    expect(
      ceph.sandbox.talos.cluster('pitower').machine('worker-03').isOn,
    ).toBe(false);
    await set('healthy');
    const back = await health();
    expect(back.mon_status.quorum).toEqual([0, 1, 2]);
    expect(checks(back)).toEqual(['PG_DEGRADED HEALTH_WARN']);
    // Any machine will do, not only those of a scenario.
    const machine = { machine: 'pitower/worker-01' };
    await ceph.control('/api/machines', { ...machine, change: 'power-off' });
    expect(checks(await health())).toContain('OSD_HOST_DOWN HEALTH_WARN');
    const { mgr_id } = await (
      await ceph.cluster('pitower').get('/api/summary')
    ).json();
    expect(mgr_id).toBe('b');
    await ceph.control('/api/machines', { ...machine, change: 'power-on' });
    expect(checks(await health())).toEqual(['PG_DEGRADED HEALTH_WARN']);
  });

  it('puts an OSD out after ten minutes, but for noout and never two of three', async () => {
    const { clock } = ceph.sandbox.world;
    const inState = async () =>
      (await health()).osd_map.osds.map((osd: { in: number }) => osd.in);
    await set('osd-down');
    clock.advance(560_000);
    expect(await inState()).toEqual([1, 1, 1]);
    clock.advance(50_000);
    expect(await inState()).toEqual([1, 0, 1]);
    expect(checks(await health())).toEqual(['PG_DEGRADED HEALTH_WARN']);
    await ceph.control('/api/ceph/osds', {
      cluster: 'pitower',
      osd: 0,
      change: 'stop',
    });
    clock.advance(700_000);
    expect(await inState()).toEqual([1, 0, 1]);
    await set('host-down-noout');
    clock.advance(700_000);
    expect(await inState()).toEqual([1, 1, 1]);
  });

  it.each([
    ['mon-down', 'HEALTH_WARN', ['MON_DOWN HEALTH_WARN']],
    [
      'near-full',
      'HEALTH_WARN',
      ['OSD_NEARFULL HEALTH_WARN', 'POOL_NEARFULL HEALTH_WARN'],
    ],
    [
      'inconsistent-pg',
      'HEALTH_ERR',
      ['OSD_SCRUB_ERRORS HEALTH_ERR', 'PG_DAMAGED HEALTH_ERR'],
    ],
    [
      'two-hosts-down',
      'HEALTH_WARN',
      [
        'OSDMAP_FLAGS HEALTH_WARN',
        'OSD_DOWN HEALTH_WARN',
        'OSD_HOST_DOWN HEALTH_WARN',
        'PG_AVAILABILITY HEALTH_WARN',
        'PG_DEGRADED HEALTH_WARN',
      ],
    ],
    [
      'mds-gone',
      'HEALTH_ERR',
      [
        'MDS_ALL_DOWN HEALTH_ERR',
        'FS_DEGRADED HEALTH_WARN',
        'FS_WITH_FAILED_MDS HEALTH_WARN',
      ],
    ],
    ['recovering', 'HEALTH_WARN', ['PG_DEGRADED HEALTH_WARN']],
  ])('%s: %s, the same in both APIs', async (scenario, status, codes) => {
    for (const cluster of ['pitower', 'infra'] as const) {
      await set(scenario, cluster);
      const answer = await health(cluster);
      expect(answer.health.status).toBe(status);
      expect(checks(answer)).toEqual(codes);
      const { ceph: report } = (await resource(cluster)).status;
      expect(report).toMatchObject({ health: status });
      expect(Object.keys(report.details ?? {})).toEqual(
        codes.map(code => code.split(' ')[0]),
      );
    }
  });

  it('stops taking writes when it is full', async () => {
    await set('full');
    const answer = await health();
    expect(answer.health.status).toBe('HEALTH_ERR');
    expect(checks(answer)).toEqual(
      expect.arrayContaining(['OSD_FULL HEALTH_ERR', 'POOL_FULL HEALTH_WARN']),
    );
    expect(answer.client_perf.write_bytes_sec).toBe(0);
    expect(answer.client_perf.read_bytes_sec).toBeGreaterThan(0);
    expect(answer.osd_map.pools[0].flags_names).toBe('hashpspool,full');
    const used = (osd: { osd_stats: { kb: number; kb_used: number } }) =>
      osd.osd_stats.kb_used / osd.osd_stats.kb;
    const osds = await (
      await ceph.cluster('pitower').get('/api/osd', { version: '1.1' })
    ).json();
    expect(Math.max(...osds.map(used))).toBeGreaterThanOrEqual(0.95);
  });

  it('has checks that are muted, which Rook tells like any other', async () => {
    await set('muted-check');
    const answer = await health();
    expect(answer.health).toMatchObject({
      status: 'HEALTH_OK',
      checks: [{ type: 'OSD_FLAGS', muted: true }],
      mutes: [{ code: 'OSD_FLAGS' }],
    });
    expect(answer.osd_map.crush_node_flags).toEqual({ 'worker-03': ['noout'] });
    expect((await resource()).status.ceph).toMatchObject({
      health: 'HEALTH_OK',
      details: { OSD_FLAGS: { severity: 'HEALTH_WARN' } },
    });
    ceph.sandbox.world.clock.advance(3_700_000);
    expect((await health()).health.status).toBe('HEALTH_WARN');
  });

  it('goes on with what it heard last when the quorum is lost; only what asks the monitors hangs', async () => {
    const before = await health();
    await set('quorum-lost');
    const after = await health();
    expect(after.health.status).toBe('HEALTH_OK');
    expect(after.mon_status.quorum).toEqual([0, 1, 2]);
    await ceph.control('/api/ceph/osds', {
      cluster: 'pitower',
      osd: 0,
      change: 'stop',
    });
    expect((await health()).osd_map.osds[0].up).toBe(1);
    expect(await ceph.cluster('pitower').metrics()).toContain(
      'ceph_health_status 0.0',
    );
    const hanging = async (
      asking: (signal: AbortSignal) => Promise<Response>,
    ) =>
      asking(AbortSignal.timeout(300)).then(
        ({ status }) => status,
        (error: Error) => error.name,
      );
    expect(
      await hanging(signal =>
        ceph
          .cluster('pitower')
          .get('/api/osd/settings', { version: '0.1', signal }),
      ),
    ).toBe('TimeoutError');
    expect(
      await hanging(signal =>
        ceph.cluster('pitower').send('/api/auth', {
          signal,
          method: 'POST',
          headers: {
            accept: toMediaType('1.0'),
            'content-type': 'application/json',
          },
          body: JSON.stringify({ username: 'backstage', password: '' }),
        }),
      ),
    ).toBe('TimeoutError');
    const { ceph: report } = (await resource()).status;
    expect(report).toMatchObject({
      health: 'HEALTH_ERR',
      details: { error: { severity: 'Urgent' } },
      capacity: { bytesTotal: before.df.stats.total_bytes },
    });
    expect(report).not.toHaveProperty('fsid');
    await set('healthy');
    const settings = await ceph
      .cluster('pitower')
      .get('/api/osd/settings', { version: '0.1' });
    expect(await settings.json()).toEqual({
      nearfull_ratio: 0.8500000238418579,
      full_ratio: 0.949999988079071,
    });
  });

  it('has no manager: nobody answers, and Rook says why', async () => {
    await set('mgr-gone');
    await expect(health()).rejects.toThrow('fetch failed');
    await expect(ceph.cluster('pitower').metrics()).rejects.toThrow(
      'fetch failed',
    );
    expect((await resource()).status.ceph).toMatchObject({
      health: 'HEALTH_WARN',
      details: { MGR_DOWN: { message: 'no active mgr' } },
    });
  });

  it('leads to a standby, which sends everybody to an address inside the cluster', async () => {
    await set('mgr-standby');
    const answer = await ceph.cluster('pitower').get('/api/health/full');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('http://192.168.0.201:7000/');
    expect(await ceph.cluster('pitower').metrics()).toBe('');
  });

  it('is no longer looked at when the operator ends', async () => {
    await set('operator-gone');
    const { lastChecked } = (await resource()).status.ceph;
    ceph.sandbox.world.clock.advance(3_600_000);
    await ceph.control('/api/ceph/osds', {
      cluster: 'pitower',
      osd: 0,
      change: 'stop',
    });
    expect((await resource()).status.ceph).toMatchObject({
      health: 'HEALTH_OK',
      lastChecked,
    });
    expect((await health()).health.status).toBe('HEALTH_WARN');
    expect(
      await ceph.kubernetes(
        'pitower',
        '/apis/apps/v1/namespaces/rook-ceph/deployments/rook-ceph-operator',
      ),
    ).toMatchObject({ spec: { replicas: 0 } });
    await set('healthy');
    expect((await resource()).status.ceph.lastChecked).not.toBe(lastChecked);
  });

  describe('whom it lets in', () => {
    it('leaves out what a small role may not read, and refuses the rest', async () => {
      await set('no-permission');
      const answer = await health();
      expect(Object.keys(answer)).toEqual([
        'health',
        'mon_status',
        'scrub_status',
        'pg_info',
      ]);
      const refused = await ceph
        .cluster('pitower')
        .get('/api/osd', { version: '1.1' });
      expect(refused.status).toBe(403);
      expect((await refused.text()).length).toBe(257);
      const { permissions } = await (
        await ceph.cluster('pitower').logIn()
      ).json();
      expect(permissions).toEqual({ monitor: ['read'] });
    });

    it('disables the account after ten bad passwords, whatever comes then', async () => {
      const infra = ceph.cluster('infra');
      for (let attempt = 0; attempt < 9; attempt += 1) {
        expect((await infra.logIn('wrong')).status).toBe(400);
      }
      expect((await infra.logIn()).status).toBe(201);
      for (let attempt = 0; attempt < 10; attempt += 1) {
        await infra.logIn('wrong');
      }
      const refused = await infra.logIn();
      expect(refused.status).toBe(400);
      expect(await refused.json()).toEqual({
        detail: 'Invalid credentials',
        code: 'invalid_credentials',
        component: 'auth',
      });
      await set('healthy', 'infra');
      expect((await infra.logIn()).status).toBe(201);
    });

    it('knows tokens by header or cookie for eight hours', async () => {
      const infra = ceph.cluster('infra');
      const login = await infra.logIn();
      const { token } = await login.json();
      expect(login.headers.get('set-cookie')).toBe(
        `token=${token}; HttpOnly; Path=/; SameSite=Strict`,
      );
      const read = async (headers: Record<string, string>) =>
        (
          await infra.send('/api/summary', {
            headers: { accept: toMediaType('1.0'), ...headers },
          })
        ).status;
      const header = { authorization: `Bearer ${token}` };
      expect(await read(header)).toBe(200);
      expect(await read({ cookie: `a=b; token=${token}` })).toBe(200);
      expect(await read({ ...header, cookie: 'token=other' })).toBe(401);
      expect(await read({})).toBe(401);
      ceph.sandbox.world.clock.advance(28_801_000);
      expect(await read(header)).toBe(401);
      // The token that these tests use has ended as well.
      ceph.sandbox.world.clock.advance(-28_801_000);
    });
  });

  it('is asked in versions, and gives pages where the release has them', async () => {
    const [pitower, infra] = [ceph.cluster('pitower'), ceph.cluster('infra')];
    const status = async (asking: Promise<Response>) => (await asking).status;
    const lower = await pitower.get('/api/osd');
    expect(lower.status).toBe(200);
    expect(lower.headers.get('content-type')).toBe(toMediaType('1.1'));
    expect(lower.headers.get('x-total-count')).toBe('3');
    const page = await pitower.get('/api/osd?limit=2&offset=1');
    expect(page.headers.get('x-total-count')).toBe('3');
    expect((await page.json()).map(({ id }: { id: number }) => id)).toEqual([
      1, 2,
    ]);
    expect(await status(pitower.get('/api/osd?limit=-1'))).toBe(200);
    expect(await status(infra.get('/api/osd?limit=-1'))).toBe(500);
    expect(await status(infra.get('/api/osd', { version: '1.1' }))).toBe(415);
    expect((await infra.get('/api/osd')).headers.has('x-total-count')).toBe(
      false,
    );
    expect(await status(pitower.get('/api/crush_rule'))).toBe(415);
    expect(
      await status(pitower.get('/api/crush_rule', { version: '2.0' })),
    ).toBe(200);
    expect(await status(infra.get('/api/pool?limit=-1'))).toBe(500);
  });

  it('is hit by the faults of every system', async () => {
    const { faults } = ceph.sandbox.world;
    faults.set({ system: 'infra-ceph', kind: 'unavailable', times: 1 });
    expect((await ceph.cluster('infra').get('/api/summary')).status).toBe(503);
    faults.set({ system: 'infra-ceph', kind: 'forbidden', times: 1 });
    const refused = await ceph.cluster('infra').get('/api/summary');
    expect(await refused.json()).toMatchObject({ status: '403 Forbidden' });
    faults.set({ system: 'infra-ceph-metrics', kind: 'malformed', times: 1 });
    expect(await ceph.cluster('infra').metrics()).toBe('ceph_health_status{');
    expect(await ceph.cluster('infra').metrics()).toContain(
      'ceph_pool_metadata{pool_id="3",name="archive",type="erasure",description="ec:2+1"',
    );
  });

  it('shows and changes it on the control page', async () => {
    const { control } = ceph.sandbox.urls;
    const send = (path: string, fields: Record<string, string>) =>
      fetch(`${control}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: control },
        body: new URLSearchParams(fields),
      });
    expect(
      (await send('/ceph', { cluster: 'infra', scenario: 'mon-down' })).status,
    ).toBe(303);
    expect(
      (await send('/ceph/osds', { osd: 'infra/1', change: 'stop' })).status,
    ).toBe(303);
    const page = await (await fetch(control)).text();
    expect(page).toContain('osd.1 down, in');
    const state = await (await fetch(`${control}/api/state`)).json();
    expect(state.ceph).toContainEqual(
      expect.objectContaining({
        cluster: 'infra',
        scenario: 'mon-down',
        health: 'HEALTH_WARN',
      }),
    );
    const refused = await send('/ceph', {
      cluster: 'edgit',
      scenario: 'healthy',
    });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('No Ceph runs in edgit');
  });

  it('keeps an OSD in whose node is drained, and all others where they are', async () => {
    const node = { cluster: 'pitower', node: 'worker-03' };
    // Budgets hold pods until those of earlier tests run again.
    await eventually(
      () => ceph.control('/api/nodes', { ...node, change: 'drain' }),
      status => expect(status).toBe(204),
    );
    const budgets = async () =>
      JSON.stringify(
        await ceph.kubernetes(
          'pitower',
          '/apis/policy/v1/namespaces/rook-ceph/poddisruptionbudgets',
        ),
      );
    const { osd_map } = await eventually(health, answer =>
      expect(answer.osd_map.crush_node_flags).toEqual({
        'worker-03': ['noout'],
      }),
    );
    expect(osd_map.osds[2]).toMatchObject({ up: 0, in: 1 });
    expect(await budgets()).toContain('rook-ceph-osd-host-worker-01');
    expect(await budgets()).not.toContain('"name":"rook-ceph-osd"');
    ceph.sandbox.world.clock.advance(700_000);
    expect((await health()).osd_map.osds[2].in).toBe(1);
    await ceph.control('/api/nodes', { ...node, change: 'uncordon' });
    await eventually(health, answer => {
      expect(answer.osd_map.osds[2].up).toBe(1);
      expect(answer.osd_map.crush_node_flags).toEqual({});
    });
    ceph.sandbox.world.clock.advance(120_000);
    await eventually(budgets, text =>
      expect(text).toContain('"name":"rook-ceph-osd"'),
    );
  });
});
