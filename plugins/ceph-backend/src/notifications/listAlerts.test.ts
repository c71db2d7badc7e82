import type {
  CephDetail,
  HealthReason,
  NodeMaintenance,
  NodeVerdict,
} from '@internal/plugin-ceph-common';
import { listAlerts } from './listAlerts';

const NOW = new Date('2026-01-02T03:04:05.000Z');
const UNREAD = { known: false, reason: 'not-reachable' } as const;

function known<T>(value: T) {
  return {
    known: true as const,
    value,
    source: 'ceph-manager' as const,
    observedAt: NOW.toISOString(),
  };
}

function reason(code: string, more: Partial<HealthReason> = {}): HealthReason {
  return {
    code,
    severity: 'warning',
    dataRisk: 'less-redundant',
    muted: false,
    raw: [],
    affects: {
      hosts: [],
      osds: [1],
      pools: [],
      apps: [{ name: 'wiki', namespace: 'wiki', owner: 'group:default/atlas' }],
    },
    ...more,
  };
}

function osd(id: number, usedShare: number, up = true) {
  return {
    id,
    node: `worker-0${id}`,
    up,
    in: true,
    sizeBytes: known(1000),
    usedBytes: known(1000 * usedShare),
    commitLatencyMilliseconds: UNREAD,
    devices: [],
    deviceIds: [],
    form: 'raw' as const,
    entityRef: `resource:default/pitower.rook.osd-${id}`,
  };
}

function detail(more: Partial<CephDetail> = {}): CephDetail {
  return {
    platform: 'pitower',
    cluster: 'pitower',
    namespace: 'rook-ceph',
    name: 'rook',
    entityRef: 'resource:default/pitower.rook',
    external: false,
    health: 'ok',
    reasons: [],
    capacity: UNREAD,
    osds: UNREAD,
    sources: [],
    versions: [],
    usage: known({
      totalBytes: 2000,
      usedBytes: 200,
      nearFull: 0.85,
      backfillFull: 0.9,
      full: 0.95,
    }),
    forecast: UNREAD,
    pools: UNREAD,
    placementGroups: UNREAD,
    osdList: known([osd(0, 0.1), osd(1, 0.1)]),
    monitors: UNREAD,
    managers: UNREAD,
    filesystems: UNREAD,
    activity: UNREAD,
    flags: UNREAD,
    ...more,
  };
}

function observe(ceph: CephDetail[], verdicts: NodeVerdict[] = []) {
  const { alerts, unread } = listAlerts({
    ceph,
    volumes: [],
    verdicts,
    describe: (node): NodeMaintenance => ({
      verdict: verdict(node, 'unsafe'),
      dependents: {
        lessRedundant: [],
        stopping: [
          {
            app: {
              name: 'wiki',
              namespace: 'wiki',
              owner: 'group:default/atlas',
            },
            reason: 'data-blocked',
          },
          {
            app: {
              name: 'cache',
              namespace: 'cache',
              owner: 'group:default/borealis',
            },
            reason: 'local-volume',
          },
        ],
        moving: [],
        localVolumes: [],
      },
    }),
    now: NOW,
  });
  return {
    raised: alerts
      .filter(({ level }) => level > 0)
      .map(({ key, level, owners, isUnknown }) => [
        key,
        level,
        owners,
        isUnknown,
      ]),
    sentences: alerts
      .filter(({ level }) => level > 0)
      .map(({ sentence }) => sentence),
    unread,
  };
}

function verdict(node: string, told: NodeVerdict['verdict']): NodeVerdict {
  return {
    platform: 'pitower',
    cluster: 'pitower',
    node,
    verdict: told,
    inputs: [],
    steps: [],
  };
}

const ATLAS = ['group:default/atlas'];

it('raises nothing of what is well', () => {
  expect(
    observe(
      [detail()],
      [verdict('a', 'safe'), verdict('b', 'safe-after-steps')],
    ).raised,
  ).toEqual([]);
});

it('tells health and OSDs that are down to the owners of apps whose data is concerned', () => {
  const degraded = detail({
    health: 'warning',
    reasons: [reason('OSD_DOWN'), reason('OSD_DOWN')],
    osdList: known([osd(0, 0.1), osd(1, 0.1, false)]),
  });
  const { raised, sentences } = observe([degraded]);
  expect(raised).toEqual([
    ['rook/health', 1, ATLAS, false],
    ['rook/osd.1', 1, ATLAS, false],
  ]);
  expect(sentences[0]).toMatch(/^rook: [^.]+\.$/);
  expect(sentences[1]).toBe('osd.1 of rook is down on worker-01.');
  expect(
    observe([
      detail({
        health: 'critical',
        reasons: [reason('TOO_FEW_OSDS', { dataRisk: 'none' })],
      }),
    ]).raised,
  ).toEqual([['rook/health', 2, [], false]]);
});

it.each([
  [0.849, 0],
  [0.85, 1],
  [0.9, 2],
  [0.95, 3],
])('crosses lines by the fullest OSD: %d', (share, level) => {
  const full = detail({ osdList: known([osd(0, 0.1), osd(1, share)]) });
  expect(observe([full]).raised.map(([key, found]) => [key, found])).toEqual(
    level === 0 ? [] : [['rook/use', level]],
  );
});

it.each([
  ['OSD_NEARFULL', 1],
  ['POOL_NEAR_FULL', 1],
  ['OSD_BACKFILLFULL', 2],
  ['OSD_FULL', 3],
  ['POOL_FULL', 3],
])('crosses the line that Ceph itself tells: %s', (code, level) => {
  const full = detail({ reasons: [reason(code)] });
  expect(observe([full]).raised).toEqual([
    ['rook/use', level, level > 1 ? ATLAS : [], false],
  ]);
});

it.each([
  ['2026-01-15T00:00:00.000Z', true],
  ['2026-01-17T00:00:00.000Z', false],
])('tells within fourteen days when it will be full: %s', (earliest, told) => {
  const growing = detail({
    forecast: known({
      bytesPerDay: 10,
      fullBetween: { earliest },
      days: 10,
    }),
  });
  expect(observe([growing]).raised.map(([key]) => key)).toEqual(
    told ? ['rook/forecast'] : [],
  );
});

it('leaves everything as it was while nothing fresh is known', () => {
  expect(
    observe(
      [
        detail({
          health: 'unknown',
          osdList: known([osd(0, 0.99, false)]),
        }),
      ],
      [verdict('a', 'unknown')],
    ),
  ).toEqual({
    raised: [
      ['rook/unknown', 1, [], true],
      ['machines-unknown', 1, [], true],
    ],
    sentences: [
      'How rook is cannot be told: nothing fresh is known.',
      'Whether these machines may go down cannot be told: a.',
    ],
    unread: [
      'rook/health',
      'rook/osd.',
      'rook/use',
      'rook/forecast',
      'machine/a',
    ],
  });
  expect(observe([]).unread).toEqual(['machine/']);
});

it('tells of machines that must stay up, and owners only where their data would be blocked', () => {
  expect(
    observe([], [verdict('a', 'unsafe'), verdict('b', 'safe')]).raised,
  ).toEqual([['machine/a', 1, ATLAS, false]]);
});
