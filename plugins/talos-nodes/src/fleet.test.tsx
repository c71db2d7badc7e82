import { NotAllowedError } from '@backstage/errors';
import { NodeDetail } from '@internal/plugin-talos-nodes-common';
import { setWindowWidth } from '@internal/portal-ui/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  buildContainer,
  buildKubernetesOnly,
  buildMachine,
  buildRaspberryPi,
  buildServer,
  buildThinkPad,
  buildVirtualMachine,
  known,
} from './__testUtils__/machines';
import {
  buildCluster,
  createBackend,
  renderPage,
} from './__testUtils__/renderPage';

beforeEach(() => {
  localStorage.clear();
  setWindowWidth(1400);
});

const everyKind = () => [
  buildMachine(),
  buildRaspberryPi(),
  buildThinkPad(),
  buildServer(),
  buildVirtualMachine(),
  buildContainer(),
  buildKubernetesOnly(),
];

const row = async (name: string) =>
  within(await screen.findByRole('row', { name: new RegExp(`^${name}`) }));

/** Read without roles, which takes its time in long tables. */
const names = () =>
  [...document.querySelectorAll('[role=rowheader]')].map(
    header => header.textContent?.match(/^[a-z]+-?\d*/)?.[0],
  );

const total = (name: string) => {
  const totals = screen.getByRole('region', { name: 'Of these machines' });
  return within(totals).getByText(name).closest('div')?.textContent;
};

describe('the fleet', () => {
  it('shows each kind of machine as what it is, and never zero for unknown', async () => {
    renderPage('/nodes', createBackend(everyKind()));
    const cells = async (name: string) =>
      (await row(name)).getAllByRole('gridcell').map(cell => cell.textContent);

    expect((await cells('acemagician-1')).slice(0, 6)).toEqual([
      'ReadyWorker',
      'AM06 ProACEMAGICIAN',
      '8 cores16 threadsamd64',
      '16 GiB installed15.4 GiB usable',
      '512 GB NVMe',
      'v1.12.6newest',
    ]);
    expect((await cells('raspberrypi-1')).slice(1, 5)).toEqual([
      'not known (This board’s firmware tells nothing of itself)',
      '4 cores4 threadsarm64',
      '7.64 GiB usable',
      '240 GB SSD128 GB SD or eMMC',
    ]);
    expect(await cells('thinkpad-1')).toEqual(
      expect.arrayContaining(['ThinkPad T440pLENOVO', 'v1.12.42 behind']),
    );
    expect(await cells('worker-1')).toEqual(
      expect.arrayContaining(['960 GB SSD4 TB Hard disk', 'v1.12.51 behind']),
    );
    expect((await cells('cp-1'))[4]).toBe('68.7 GB Virtual');
    expect((await cells('talos-default-1'))[4]).toBe('no disks');
    expect((await cells('apps-1'))[4]).toBe(
      'not known (No source that knows it is configured)',
    );
    expect((await cells('apps-1')).slice(1, 4)).toEqual([
      'not known (No source that knows it is configured)',
      'not known (No source that knows it is configured)8 threadsamd64',
      '15.5 GiB usable',
    ]);
    expect(
      screen.queryByText(/^0 (B|GiB|cores|threads)/),
    ).not.toBeInTheDocument();
  });

  it('adds up what is known and tells how many are not', async () => {
    renderPage('/nodes', createBackend(everyKind()));
    await row('acemagician-1');
    expect(total('Machines')).toBe('Machines7');
    expect(total('Cores')).toBe('Cores361 unknown');
    expect(total('Memory installed')).toBe('Memory installed72 GiB3 unknown');
    expect(total('SSD, raw')).toBe('SSD, raw1.46 TB3 disks');
    expect(total('Disks')).toBe('Disks1 unknown');
    expect(total('arm64')).toBe('arm641 machine · 4 cores · 7.64 GiB usable');
  });

  it('marks the machine whose schematic differs from its kind', async () => {
    renderPage(
      '/nodes',
      createBackend([
        buildMachine(),
        buildMachine({ name: 'acemagician-2' }),
        buildMachine({
          name: 'acemagician-3',
          schematic: known('b'.repeat(64)),
        }),
      ]),
    );
    expect(
      (await row('acemagician-3')).getByText('other schematic'),
    ).toBeVisible();
    expect(screen.getAllByText('other schematic')).toHaveLength(1);
  });

  it('narrows by words and facets from the address, and offers what then is left', async () => {
    renderPage(
      '/nodes?cluster=pitower&disk=ssd&q=10.20',
      createBackend(everyKind()),
    );
    await row('thinkpad-1');
    expect(names()).toEqual(['raspberrypi-1', 'thinkpad-1']);
    expect(total('Machines')).toBe('Machines2');
    await userEvent.click(screen.getByRole('button', { name: 'More filters' }));
    await userEvent.click(screen.getByRole('button', { name: /Vendor/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Not known (1)' }),
    );
    await waitFor(() => expect(names()).toEqual(['raspberrypi-1']));
    await userEvent.clear(screen.getByRole('searchbox', { name: 'Search' }));
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search' }),
      'nothing like it',
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() => expect(names()).toHaveLength(7));
  });

  it('pages through 300 machines in the order that is asked for', async () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      buildMachine({
        name: `node-${index + 1}`,
        entityRef: `resource:default/pitower.node-${index + 1}`,
        ...(index === 7 && {
          memoryInstalledBytes: known(64 * 1024 ** 3, 'smbios'),
        }),
      }),
    );
    renderPage('/nodes?page=2&order=memory', createBackend(many));
    expect(await screen.findByText('51 to 100 of 300')).toBeVisible();
    expect(names()[0]).toBe('node-51');
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    await waitFor(() =>
      expect(names().slice(0, 3)).toEqual(['node-8', 'node-1', 'node-2']),
    );
  });

  it('leads to the entity, or to a page of its own where the catalog has none', async () => {
    renderPage(
      '/nodes?view=cards',
      createBackend([buildMachine(), buildThinkPad()]),
    );
    const list = await screen.findByRole('list', { name: 'Machines' });
    await waitFor(() =>
      expect(
        within(list).getByRole('link', { name: 'acemagician-1' }),
      ).toHaveAttribute(
        'href',
        '/catalog/default/resource/pitower.acemagician-1/machine',
      ),
    );
    expect(
      within(list).getByRole('link', { name: 'thinkpad-1' }),
    ).toHaveAttribute('href', '/nodes/pitower/pitower/thinkpad-1');
  });

  it('puts machines into their racks, and those without a free place on the shelf', async () => {
    renderPage(
      '/nodes?view=racks',
      createBackend([
        buildMachine(),
        buildServer(),
        buildMachine({ name: 'twin', place: { rack: 'R1', unit: 5 } }),
        buildThinkPad(),
      ]),
    );
    const rack = await screen.findByRole('region', { name: 'Rack R1' });
    expect(
      within(rack)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['Unit 10worker-1Ready', 'Units 4 to 5acemagician-1Ready']);
    expect(
      within(screen.getByRole('region', { name: 'Shelf' }))
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual(['thinkpad-1', 'twin']);
  });
});

describe('the export', () => {
  let saved: Blob[];
  beforeEach(() => {
    saved = [];
    URL.createObjectURL = blob => {
      if (blob instanceof Blob) {
        saved.push(blob);
      }
      return 'blob:saved';
    };
    URL.revokeObjectURL = () => undefined;
  });
  const exportAs = async (name: string, nodes: NodeDetail[], query = '') => {
    renderPage(`/nodes${query}`, createBackend(nodes));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export' }),
    );
    await userEvent.click(await screen.findByRole('menuitem', { name }));
    expect(saved).toHaveLength(1);
    return saved[0].text();
  };

  it('writes what the filters leave as CSV, without formulas and without zeros', async () => {
    const csv = await exportAs(
      'As CSV',
      [
        buildMachine({
          model: known('=HYPERLINK("http://evil.example")', 'smbios'),
          manufacturer: known('@SUM(A1)', 'smbios'),
          problems: ['-2+3', 'and more'],
        }),
        buildRaspberryPi(),
        buildServer(),
      ],
      '?platform=pitower',
    );
    const [header, first, second, rest] = csv.split('\r\n');
    const columns = header.split(',');
    expect(first).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(first).toContain(",'@SUM(A1),");
    expect(first).toContain(",'-2+3 and more,");
    const cells = second.split(',');
    expect(cells[columns.indexOf('name')]).toBe('raspberrypi-1');
    expect(cells[columns.indexOf('memory_installed_bytes')]).toBe('');
    expect(cells[columns.indexOf('memory_usable_bytes')]).toMatch(/^82\d{8}/);
    expect(rest).toBe('');
  });

  it('writes JSON with sources and reasons', async () => {
    const json: unknown = JSON.parse(
      await exportAs(
        'As JSON',
        [buildRaspberryPi(), buildServer()],
        '?q=pitower',
      ),
    );
    expect(json).toEqual([
      expect.objectContaining({
        name: 'raspberrypi-1',
        model: { known: false, reason: 'no-smbios' },
      }),
    ]);
  });
});

describe('states of the fleet', () => {
  it('says how machines get there while there are none', async () => {
    renderPage('/nodes', createBackend([], []));
    expect(
      await screen.findByRole('heading', { name: 'No machines yet' }),
    ).toBeVisible();
    expect(screen.getByText(/under talos:/)).toBeVisible();
  });

  it('tells clusters that never answered from clusters that are not there', async () => {
    renderPage(
      '/nodes',
      createBackend(
        [],
        [
          buildCluster({
            sources: [
              {
                source: 'talos',
                failure: {
                  since: new Date(Date.now() - 7_200_000).toISOString(),
                  reason: 'The port is closed.',
                },
              },
            ],
          }),
        ],
      ),
    );
    expect(
      await screen.findByRole('heading', {
        name: 'No machine could be read yet',
      }),
    ).toBeVisible();
    expect(screen.getByText(/has not answered since/)).toHaveTextContent(
      'Talos of pitower has not answered since 2 hours ago: The port is closed.',
    );
    expect(screen.getByText('It has told nothing so far.')).toBeVisible();
  });

  it('says what is old, what is known in part, and what the certificate may', async () => {
    renderPage(
      '/nodes',
      createBackend(everyKind(), [
        buildCluster({
          sources: [
            {
              source: 'talos',
              observedAt: new Date(Date.now() - 3 * 3_600_000).toISOString(),
              failure: {
                since: new Date(Date.now() - 7_200_000).toISOString(),
                reason: 'The port is closed.',
              },
            },
          ],
          certificate: {
            expiresAt: '2030-01-01T00:00:00Z',
            roles: ['os:admin'],
            warning: 'It may do everything.',
          },
        }),
        buildCluster({
          cluster: 'apps',
          sources: [{ source: 'kubernetes' }],
        }),
      ]),
    );
    await row('apps-1');
    expect(screen.getByText(/^What it said last/)).toHaveTextContent(
      'What it said last, 3 hours ago, stays on screen.',
    );
    expect(screen.getByText('Read from Kubernetes alone: apps')).toBeVisible();
    expect(screen.getByText('It may do everything.')).toBeVisible();
  });

  it('names the permission one lacks', async () => {
    const api = createBackend();
    api.listNodes.mockRejectedValue(new NotAllowedError('no'));
    renderPage('/nodes', api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'talos-nodes.node.read',
    );
  });

  it.each([
    ['fr', 'Nœuds', '16 Gio installés', /Prête/],
    ['ar', 'العُقد', /جيبيبايت مركّبة/, /جاهز/],
  ])('speaks %s', async (language, title, memory, state) => {
    renderPage('/nodes', createBackend(), { language });
    expect(await screen.findByText(memory)).toBeVisible();
    expect(screen.getByText(state)).toBeVisible();
    expect(
      screen.getByRole('heading', { level: 1, name: title }),
    ).toBeVisible();
  });
});
