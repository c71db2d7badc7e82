import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { Chain } from '@internal/plugin-ceph-common';
import { setWindowWidth } from '@internal/portal-ui/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildChain } from '../__testUtils__/buildChain';
import { buildEntity } from '../__testUtils__/buildEntity';
import { createBackend, renderPage } from '../__testUtils__/renderPage';

const path = '/storage/pitower/pitower/chain';

beforeEach(() => {
  localStorage.clear();
  setWindowWidth(1400);
});

const show = (chain: Chain, at = path) => {
  const api = createBackend({ getChain: async () => chain });
  renderPage(at, api);
  return api;
};

const picture = async () =>
  within(await screen.findByRole('list', { name: 'Chain, column by column' }));

const traced = () =>
  [...document.querySelectorAll('li[data-traced=true]')].map(
    box => box.querySelector('bdi')?.textContent,
  );

describe('the chain as a picture', () => {
  it('says what each thing is, how it is, and leads to its entity', async () => {
    show(buildChain(6));
    const osds = within(
      (await picture()).getByRole('list', { name: 'OSD' }),
    ).getAllByRole('link');
    expect(osds.map(osd => osd.textContent)).toEqual([
      'osd.0, Fine',
      'osd.1Down',
      'osd.2, Fine',
    ]);
    expect(osds[1]).toHaveAttribute(
      'href',
      '/catalog/default/resource/pitower.rook-ceph.osd-1',
    );
  });

  it('shows the paths both ways of what has the focus, or was pressed', async () => {
    show(buildChain(6));
    const columns = await picture();
    columns.getByRole('link', { name: /^n8n/ }).focus();
    await waitFor(() =>
      expect(traced()).toEqual(expect.arrayContaining(['worker-01', 'n8n'])),
    );
    expect(traced()).not.toContain('matomo');
    const claim = columns.getByRole('button', { name: /^matomo-data-3/ });
    await userEvent.click(claim);
    expect(claim).toHaveAttribute('aria-pressed', 'true');
    await userEvent.unhover(claim);
    claim.blur();
    expect(traced()).toContain('matomo');
    expect(traced()).not.toContain('n8n');
  });

  it('says in words what is not proven and what was left out', async () => {
    show({
      ...buildChain(6),
      leftOut: [{ kind: 'volume', count: 12 }],
    });
    expect(await screen.findByText('1 link is not proven')).toBeVisible();
    expect(screen.getByText(/Disk nvme0n1/)).toBeVisible();
    expect(screen.getByText('12 more volumes')).toBeVisible();
    expect(document.querySelectorAll('path[data-unproven=true]')).toHaveLength(
      1,
    );
  });

  it('puts alike volumes together until each is asked for', async () => {
    show(buildChain(40));
    const columns = await picture();
    const volumes = () =>
      within(columns.getByRole('list', { name: 'Volume' })).getAllByRole(
        'listitem',
      );
    const before = volumes().length;
    expect(before).toBeLessThan(40);
    await userEvent.click(
      columns.getAllByRole('button', { name: /^4 volumes/ })[0],
    );
    expect(volumes()).toHaveLength(40);
    await userEvent.click(
      screen.getByRole('button', { name: 'Put alike volumes together' }),
    );
    expect(volumes()).toHaveLength(before);
  });

  it('narrows to the paths through what is searched for', async () => {
    show(buildChain(6), `${path}?q=matomo`);
    const columns = await picture();
    expect(columns.getAllByRole('button').map(b => b.textContent)).toEqual([
      expect.stringContaining('ceph-blockpool'),
      expect.stringContaining('pvc-'),
      expect.stringContaining('matomo-data-3'),
    ]);
    expect(
      columns.queryByRole('link', { name: /^n8n/ }),
    ).not.toBeInTheDocument();
  });
});

describe('the chain as a table', () => {
  const row = async (name: string) =>
    within(await screen.findByRole('row', { name: new RegExp(`^${name}`) }));

  it('tells the same, a row for each volume, worst first when asked', async () => {
    show(buildChain(8), `${path}?view=table&order=state`);
    const cells = (await row('n8n-data-2'))
      .getAllByRole('gridcell')
      .map(cell => cell.textContent);
    expect(cells).toEqual([
      'Down',
      'n8nplatform',
      'ceph-blockpool 3 × host',
      'osd.0osd.1osd.2',
      expect.stringContaining('nvme0n1'),
      'worker-01worker-02worker-03',
      expect.stringMatching(
        /^not provennvme0n1 to osd\.2Disks: by the serial number$/,
      ),
    ]);
    const local = (await row('grafana-data-7')).getAllByRole('gridcell');
    expect(local[0]).toHaveTextContent('Fine');
    expect(local.at(-1)).toHaveTextContent('All proven');
    const names = screen.getAllByRole('rowheader').map(h => h.textContent);
    expect(names).toHaveLength(8);
    expect(names.at(-1)).toContain('grafana-data-7');
  });

  it('is all there is on narrow screens', async () => {
    setWindowWidth(390);
    show(buildChain(6));
    expect(
      await screen.findByRole('region', {
        name: 'Chain, a row for each volume',
      }),
    ).toBeVisible();
    expect(
      screen.queryByRole('list', { name: 'Chain, column by column' }),
    ).not.toBeInTheDocument();
  });

  it('is handed out as CSV with every item', async () => {
    let text = '';
    URL.createObjectURL = file => {
      if (file instanceof Blob) {
        void file.text().then(read => {
          text = read;
        });
      }
      return 'blob:chain';
    };
    URL.revokeObjectURL = () => undefined;
    show(buildChain(6), `${path}?view=table&q=n8n`);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export as CSV' }),
    );
    await waitFor(() =>
      expect(text.split('\r\n')).toEqual([
        'volume,claim,apps,owners,pools,nfs_servers,osds,disks,nodes,state,unproven_links',
        expect.stringMatching(
          /^pvc-\w+,n8n-data-2,n8n,platform,ceph-blockpool,,osd\.0; osd\.1; osd\.2,nvme0n1; nvme0n1; nvme0n1,worker-01; worker-02; worker-03,down,nvme0n1 - osd\.2$/,
        ),
        '',
      ]),
    );
  });
});

describe('the chain in every state', () => {
  it('shows what is old as old, and says what is missing', async () => {
    show({
      ...buildChain(2),
      sources: [
        {
          source: 'rook',
          state: 'stale',
          observedAt: new Date().toISOString(),
          problem: { code: 'operator-never', values: {} },
        },
        { source: 'ceph-manager', state: 'not-configured' },
        {
          source: 'prometheus',
          state: 'fresh',
          problem: {
            code: 'manager-scopes-missing',
            values: { scopes: 'osd' },
          },
        },
      ],
    });
    expect(
      await screen.findByText('Not everything here is current'),
    ).toBeVisible();
    expect(screen.getByText(/operator has not asked Ceph yet/)).toBeVisible();
    expect(screen.getByText(/Ceph’s manager: not configured/)).toBeVisible();
    expect(
      screen.getByText(/^Ceph’s metrics: .* read on the scopes \W?osd\W?\.$/),
    ).toBeVisible();
  });

  it.each([
    [new NotAllowedError('no'), 'You may not see this'],
    [new NotFoundError('no'), 'Nothing is known of this storage'],
    [new Error('No answer.'), 'No answer.'],
  ])('explains %s', async (error, words) => {
    const api = createBackend({
      getChain: async () => {
        throw error;
      },
    });
    renderPage(path, api);
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('says where nothing hangs together', async () => {
    show({ items: [], links: [], leftOut: [], sources: [] });
    expect(
      await screen.findByText('No storage hangs together with this'),
    ).toBeVisible();
  });
});

describe('the chain of an entity', () => {
  it.each([
    ['disk', 'pitower.worker-01.s0xx1234', { node: 'worker-01' }],
    ['ceph-osd', 'pitower.rook-ceph.osd-1', { osd: '1', ceph: 'rook-ceph' }],
    ['ceph-cluster', 'pitower.rook-ceph', { ceph: 'rook-ceph' }],
  ])('asks for what goes through a %s', async (type, name, query) => {
    const api = createBackend({ getChain: async () => buildChain(3) });
    const node = type === 'disk' ? 'worker-01' : undefined;
    renderPage(`/catalog/default/resource/${name}/chain`, api, {
      entities: [buildEntity('Resource', name, type, node)],
    });
    const columns = await picture();
    expect(api.getChain.mock.calls[0][0]).toEqual({
      platform: 'pitower',
      cluster: 'pitower',
      ...query,
    });
    const disks = columns.getByRole('list', { name: 'Disk' });
    expect(within(disks).getAllByRole('link')).toHaveLength(
      type === 'disk' ? 1 : 3,
    );
  });
});
