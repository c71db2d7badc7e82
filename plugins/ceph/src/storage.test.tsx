import { NotAllowedError } from '@backstage/errors';
import { CephDetail } from '@internal/plugin-ceph-common';
import { setWindowWidth } from '@internal/portal-ui/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  buildCeph,
  buildOsd,
  buildPool,
  buildReason,
  known,
  knowing,
  listOf,
  source,
} from './__testUtils__/ceph';
import { createBackend, renderPage } from './__testUtils__/renderPage';

beforeEach(() => {
  localStorage.clear();
  setWindowWidth(1400);
});

const path = '/storage/pitower/pitower/health';
const show = (parts: Partial<CephDetail> = {}, language?: string) =>
  renderPage(path, createBackend(knowing(buildCeph(parts))), { language });
const region = async (name: string) =>
  within(await screen.findByRole('region', { name }));

describe('the verdict', () => {
  it.each<[string, Partial<CephDetail>]>([
    ['Storage is healthy: all data is there, with all of its copies.', {}],
    [
      'All data can be read and written, but some of it has fewer copies than wanted.',
      {
        health: 'warning',
        reasons: [
          buildReason({ code: 'OSD_DOWN', dataRisk: 'less-redundant' }),
        ],
      },
    ],
    [
      'Some data cannot be read or written right now.',
      {
        health: 'critical',
        reasons: [
          buildReason({ code: 'PG_DEGRADED', dataRisk: 'less-redundant' }),
          buildReason({ code: 'pgs-inactive', dataRisk: 'blocked' }),
        ],
      },
    ],
    [
      'Storage is healthy, as far as it is listened to: somebody muted what it complains of.',
      {
        reasons: [
          buildReason({ code: 'OSD_DOWN', dataRisk: 'blocked', muted: true }),
        ],
      },
    ],
  ])('says: %s', async (sentence, parts) => {
    show(parts);
    expect((await region('Verdict')).getByText(sentence)).toBeVisible();
  });

  it('never calls the past the present', async () => {
    show({
      health: 'unknown',
      lastKnown: { health: 'ok', observedAt: '2026-01-01T00:00:00Z' },
      sources: [
        source({
          state: 'stale',
          since: '2026-01-01T00:05:00Z',
          problem: { code: 'operator-never', values: {} },
        }),
      ],
      reasons: [buildReason({ code: 'operator-silent' })],
    });
    const verdict = await region('Verdict');
    expect(verdict.getByText('How storage is now is not known.')).toBeVisible();
    expect(verdict.getByText(/It was last known to be healthy,/)).toBeVisible();
    expect(verdict.queryByText('Healthy')).not.toBeInTheDocument();
    expect(screen.getByText(/operator has not asked Ceph yet/)).toBeVisible();
  });
});

describe('reasons', () => {
  it('say what is the matter, for whom, what to do, and the raw text on demand', async () => {
    show({
      health: 'warning',
      reasons: [
        buildReason({
          code: 'OSD_HOST_DOWN',
          dataRisk: 'less-redundant',
          affects: {
            hosts: ['worker-02'],
            osds: [1],
            pools: ['ceph-block'],
            apps: [{ name: 'batch', namespace: 'jobs' }],
          },
        }),
      ],
    });
    const why = await region('Why');
    expect(why.getByText('All OSDs of a place are down')).toBeVisible();
    expect(why.getByText('jobs/batch')).toBeVisible();
    expect(why.getByText('no owner known')).toBeVisible();
    expect(why.getByText('worker-02')).toBeVisible();
    expect(why.getByText(/Bring the place back/)).toBeVisible();
    const raw = why.getByText(/raw text of OSD_HOST_DOWN/);
    expect(raw).not.toBeVisible();
    await userEvent.click(why.getByText(/What Ceph says itself/));
    expect(raw).toBeVisible();
  });

  it('of before are told as such, and do not make the headline', async () => {
    show({
      health: 'warning',
      reasons: [
        buildReason({
          code: 'PG_DAMAGED',
          dataRisk: 'damaged',
          asOf: '2026-01-01T00:00:00Z',
        }),
        buildReason({ code: 'MGR_DOWN', dataRisk: 'none' }),
      ],
    });
    const verdict = await region('Verdict');
    expect(verdict.getByText(/^Storage works and no data/)).toBeVisible();
    const why = await region('Why');
    expect(why.getByText(/it may have changed since/)).toBeVisible();
  });

  it.each([
    [
      'fr',
      'Le service d’un disque (OSD) est arrêté',
      'Texte pas encore traduit.',
    ],
    ['ar', 'خدمة قرص (OSD) متوقفة', 'لم يُترجم بعد.'],
  ])(
    'speak %s, and mark what is left in English',
    async (language, title, mark) => {
      show(
        {
          health: 'warning',
          reasons: [
            buildReason({ code: 'OSD_DOWN' }),
            buildReason({ code: 'BLUEFS_SPILLOVER' }),
          ],
        },
        language,
      );
      expect(await screen.findByText(title)).toBeVisible();
      expect(
        screen.getByText('Metadata lies on the slow disk'),
      ).toHaveAttribute('lang', 'en');
      expect(screen.getAllByText(mark)).toHaveLength(1);
    },
  );
});

describe('what is below the verdict', () => {
  it('tells usable space from raw, and when it would be full', async () => {
    show({
      pools: known([
        buildPool(),
        buildPool({
          id: 2,
          name: 'two',
          size: 2,
          availableBytes: known(375e9),
        }),
      ]),
    });
    const space = await region('Space');
    expect(
      space.getByText('Apps can still store 250 GB to 375 GB'),
    ).toBeVisible();
    expect(
      space.getByText('Raw, before copies: 600 GB of 1.5 TB in use (40%)'),
    ).toBeVisible();
    expect(
      space.getByText(/Full between March 1, 2030 and June 10, 2030/),
    ).toBeVisible();
    expect(
      await space.findByRole('img', {
        name: /from 500 GB to 600 GB of 1.5 TB/,
      }),
    ).toBeVisible();
  });

  it('sorts pieces of data by what is worst in their state', async () => {
    show({
      placementGroups: known({
        states: [
          { state: 'active+clean+scrubbing', count: 5 },
          { state: 'active+undersized+degraded', count: 4 },
          { state: 'active+recovering+degraded', count: 3 },
          { state: 'undersized+degraded+peered', count: 2 },
          { state: 'active+clean+inconsistent', count: 1 },
        ],
        clean: 5,
        degraded: 7,
        recovering: 3,
        inactive: 2,
        objects: { total: 10, degraded: 2, misplaced: 0, unfound: 0 },
      }),
    });
    const list = await screen.findByRole('list', { name: 'Pieces of data' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(item => item.querySelector('strong')?.parentElement?.textContent),
    ).toEqual([
      '5 are complete',
      '3 are being repaired or moved',
      '4 lack copies',
      '2 cannot be read or written',
      '1 may be damaged',
    ]);
  });

  it('shows OSDs on their machines, and the same in rows', async () => {
    show({
      osdList: known([
        buildOsd({ id: 0, usedBytes: known(450e9) }),
        buildOsd({ id: 1, up: false }),
        buildOsd({ id: 2, up: false, in: false, node: undefined }),
      ]),
    });
    const hosts = within(await screen.findByRole('list', { name: 'Machines' }));
    expect(hosts.getByRole('link', { name: 'worker-02' })).toHaveAttribute(
      'href',
      '/storage/pitower/pitower/maintenance/worker-02',
    );
    expect(hosts.getByText('88% of 512 GB · nearly full')).toBeVisible();
    expect(hosts.getByText('Machine not known')).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
    const row = within(await screen.findByRole('row', { name: /^osd\.1/ }));
    expect(row.getByText('Down')).toBeVisible();
    expect(row.getByText('Vendor_Model_S1')).toBeVisible();
  });

  it('says that too few monitors agree, which flags are overdue, and which pool has no spare copy', async () => {
    show({
      monitors: known(
        ['a', 'b', 'c'].map(name => ({ name, inQuorum: name === 'a' })),
      ),
      flags: known([
        {
          flag: 'noout',
          scope: 'worker-02',
          expectedUntil: '2026-01-01T00:00:00Z',
        },
      ]),
      pools: known([buildPool({ size: 2 })]),
    });
    expect(
      await screen.findByText(/Only 1 of 3 agree, and 2 are needed/),
    ).toBeVisible();
    const flags = await region('Switches that are set');
    expect(flags.getByText(/Should have been gone/)).toBeVisible();
    expect(flags.getByText(/Only for/)).toHaveTextContent('worker-02');
    expect(screen.getByText('none may be missing')).toBeVisible();
  });

  it('says what is missing without the manager, and how it is added', async () => {
    const unread = { known: false, reason: 'not-configured' } as const;
    show({
      sources: [
        source(),
        source({ source: 'ceph-manager', state: 'not-configured' }),
      ],
      pools: unread,
      placementGroups: unread,
      osdList: unread,
      activity: unread,
      usage: unread,
    });
    expect(await screen.findByText('Read from Rook alone')).toBeVisible();
    expect(
      (await region('Pools')).getByText(
        'not known: no source that knows it is configured',
      ),
    ).toBeVisible();
    expect(screen.queryByText(/^0 (GB|byte)/)).not.toBeInTheDocument();
  });

  it('leads from a Ceph used from outside to where it runs, by its ID', async () => {
    const outside = buildCeph({
      external: true,
      fsid: 'd-e-f',
      sources: [source()],
    });
    const listed = [
      ...listOf([outside]).items,
      ...['other', 'home'].flatMap(cluster => {
        const fsid = cluster === 'home' ? 'd-e-f' : 'g-h-i';
        return listOf([buildCeph({ cluster, fsid })], { cluster }).items;
      }),
    ];
    renderPage(
      path,
      createBackend({
        ...knowing(outside),
        listStorage: async () => ({ items: listed }),
      }),
    );
    expect(await screen.findByRole('link', { name: 'home' })).toHaveAttribute(
      'href',
      '/storage/pitower/home',
    );
    expect(screen.queryByText('Read from Rook alone')).not.toBeInTheDocument();
  });
});

describe('the overview and other states', () => {
  it('gives each cluster a sentence', async () => {
    renderPage(
      '/storage',
      createBackend(
        knowing(
          buildCeph({
            health: 'critical',
            reasons: [buildReason({ code: 'OSD_FULL', dataRisk: 'blocked' })],
          }),
        ),
      ),
    );
    const list = within(await screen.findByRole('list', { name: 'Clusters' }));
    expect(list.getByRole('link', { name: 'pitower' })).toHaveAttribute(
      'href',
      '/storage/pitower/pitower',
    );
    expect(
      list.getByText('A disk is full: nothing can be written'),
    ).toBeVisible();
    expect(list.getByText('3 of 3 up, 3 hold data')).toBeVisible();
  });

  it.each([
    ['No Ceph on this cluster', source({ state: 'absent' })],
    ['Whether there is Ceph is not known', source({ state: 'unreachable' })],
  ])('says: %s', async (title, rook) => {
    renderPage(
      path,
      createBackend({
        listStorage: async () => listOf([], { sources: [rook] }),
      }),
    );
    expect(await screen.findByText(title)).toBeVisible();
  });

  it('names the permission that is missing', async () => {
    renderPage(
      path,
      createBackend({
        listStorage: async () => {
          throw new NotAllowedError('no');
        },
      }),
    );
    expect(await screen.findByText(/ceph\.storage\.read/)).toBeVisible();
  });

  it.each(['ceph-cluster', 'kubernetes-cluster', 'ceph-osd'])(
    'stands on the page of a %s',
    async type => {
      const name = {
        'ceph-cluster': 'pitower.rook-ceph',
        'kubernetes-cluster': 'pitower',
        'ceph-osd': 'pitower.rook-ceph.osd-1',
      }[type];
      renderPage(
        `/catalog/default/resource/${name}`,
        createBackend(knowing(buildCeph())),
        {
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Resource',
              metadata: {
                name: name ?? '',
                namespace: 'default',
                annotations: {
                  'portal.internal/platform': 'pitower',
                  'portal.internal/cluster': 'pitower',
                },
              },
              spec: { type, owner: 'group:default/platform' },
            },
          ],
        },
      );
      expect(
        await screen.findByText(
          type === 'ceph-osd' ? 'Vendor_Model_S1' : '3 of 3 up, 3 hold data',
        ),
      ).toBeVisible();
    },
  );
});
