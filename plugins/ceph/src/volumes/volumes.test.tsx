import { NotAllowedError } from '@backstage/errors';
import { Volume } from '@internal/plugin-ceph-common';
import { setWindowWidth } from '@internal/portal-ui/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CephApi } from '..';
import { buildChain } from '../__testUtils__/buildChain';
import { buildEntity } from '../__testUtils__/buildEntity';
import { createBackend, renderPage } from '../__testUtils__/renderPage';
import { buildLocalVolume, buildVolume } from '../__testUtils__/buildVolume';

const path = '/storage/pitower/pitower/volumes';

beforeEach(() => {
  localStorage.clear();
  setWindowWidth(1400);
});

/** A backend that narrows, counts and pages as the real one does. */
function serve(volumes: readonly Volume[]): CephApi['listVolumes'] {
  const count = (values: readonly string[]) =>
    [...new Set(values)].map(value => ({
      value,
      count: values.filter(other => other === value).length,
    }));
  return async ({ kind, state, q = '', offset = 0, limit = 25 }) => {
    const items = volumes.filter(
      volume =>
        (!kind || volume.kind === kind) &&
        (!state || volume.state === state) &&
        volume.name.includes(q),
    );
    return {
      items: items.slice(offset, offset + limit),
      total: items.length,
      sources: [],
      facets: {
        kind: count(items.map(volume => volume.kind)),
        state: count(items.map(volume => volume.state)),
        app: count(
          items.flatMap(({ apps }) => apps.flatMap(app => app.entityRef ?? [])),
        ),
        node: count(items.flatMap(({ nodes }) => nodes)),
      },
    };
  };
}

const three = [
  buildVolume(),
  buildLocalVolume({ state: 'lost', stateReason: 'node-gone' }),
  buildVolume({
    name: 'pvc-nfs',
    kind: 'nfs',
    claim: undefined,
    apps: [],
    state: 'unknown',
    stateReason: 'not-observed',
    redundancy: { known: false, reason: 'not-reported' },
    freeBytes: { known: false, reason: 'not-reported' },
    nodes: [],
    ceph: undefined,
    nfs: { server: 'nas.lan', path: '/export/media' },
  }),
];

const cells = async (name: RegExp) =>
  within(await screen.findByRole('row', { name }))
    .getAllByRole('gridcell')
    .map(cell => cell.textContent);

describe('volumes of a cluster', () => {
  it('shows each kind, and unknown as unknown', async () => {
    renderPage(path, createBackend({ listVolumes: serve(three) }));
    expect(await cells(/^selfhosted\/paperless-data/)).toEqual([
      'Fine',
      'Ceph block deviceceph-blockpool',
      '20 GiB120 GB free where it lies',
      '3 copies, across machinesBackup: nightly to the NAS',
      'worker-01worker-02worker-03',
      'paperless · atlas',
    ]);
    expect(await cells(/^databases\/postgres-1/)).toEqual([
      'LostIts machine is no part of the cluster any more.',
      'On one machine',
      '20 GiB',
      '1 copy',
      'worker-02',
      'paperless · atlas',
    ]);
    expect(await cells(/^Not claimed/)).toEqual([
      'Not knownNobody tells the portal how the storage behind it is.',
      'NFSnas.lan',
      '20 GiB',
      'not known: the source does not tellBackup: nightly to the NAS',
      'Not known',
      'nothing',
    ]);
  });

  it('unfolds what a row has no room for', async () => {
    renderPage(path, createBackend({ listVolumes: serve([buildVolume()]) }));
    const button = await screen.findByRole('button', { name: 'Show details' });
    expect(screen.queryByText('csi-vol-0b7e2f4c')).not.toBeInTheDocument();
    await userEvent.click(button);
    expect(screen.getByText('csi-vol-0b7e2f4c')).toBeVisible();
    expect(screen.getByText('ReadWriteOnce')).toBeVisible();
    expect(
      screen.getByText('Copies needed for reading and writing').parentElement,
    ).toHaveTextContent('2');
  });

  it.each([
    ['en', 'Show details', 'Attached to', 'worker-01 and worker-02'],
    ['ar', 'إظهار التفاصيل', 'موصولة بـ', 'worker-01 وworker-02'],
  ])('joins names as %s does', async (language, show, label, joined) => {
    const attachedTo = ['worker-01', 'worker-02'];
    renderPage(
      path,
      createBackend({ listVolumes: serve([buildVolume({ attachedTo })]) }),
      { language },
    );
    await userEvent.click(await screen.findByRole('button', { name: show }));
    expect(screen.getByText(label).parentElement).toHaveTextContent(
      `${label}${joined}`,
    );
  });

  it('leaves narrowing and pages to the backend, and keeps them in the address', async () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      index % 3 === 0
        ? buildLocalVolume({ name: `pvc-${index}` })
        : buildVolume({ name: `pvc-${index}` }),
    );
    const api = createBackend({ listVolumes: serve(many) });
    renderPage(`${path}?kind=local&page=2`, api);
    expect(await screen.findByText('100 volumes')).toBeVisible();
    expect(screen.getByText('26 to 50 of 100')).toBeVisible();
    expect(api.listVolumes.mock.lastCall?.[0]).toMatchObject({
      platform: 'pitower',
      cluster: 'pitower',
      kind: 'local',
      offset: 25,
      limit: 25,
    });
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('51 to 75 of 100')).toBeVisible();
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search' }),
      'nothing like it',
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('300 volumes')).toBeVisible();
  });

  it.each([
    [async () => ({ items: [], total: 0, sources: [] }), 'No volumes'],
    [
      async () => {
        throw new NotAllowedError('no');
      },
      'You may not see this',
    ],
    [
      async () => {
        throw new Error('No answer.');
      },
      'No answer.',
    ],
  ])('explains what it cannot show (%#)', async (listVolumes, words) => {
    renderPage(path, createBackend({ listVolumes }));
    expect(await screen.findByText(words)).toBeVisible();
  });
});

describe('where an app’s data lives', () => {
  const app = buildEntity('Component', 'paperless', 'service');

  it('shows the app’s volumes and the chain that leads to it', async () => {
    const api = createBackend({
      listVolumes: serve(three.slice(0, 1)),
      getChain: async () => buildChain(3),
    });
    renderPage('/catalog/default/component/paperless/storage', api, {
      entities: [app],
    });
    const volumes = within(
      await screen.findByRole('region', { name: 'Where your data lives' }),
    );
    expect(await volumes.findByText('3 copies, across machines')).toBeVisible();
    expect(
      await screen.findByRole('link', { current: true, name: /paperless/ }),
    ).toBeVisible();
    const query = { platform: 'pitower', cluster: 'pitower' };
    expect(api.listVolumes.mock.calls[0][0]).toMatchObject({
      ...query,
      app: 'component:default/paperless',
    });
    expect(api.getChain.mock.calls[0][0]).toEqual({
      ...query,
      app: 'component:default/paperless',
    });
  });

  it('says the worst of it on its card', async () => {
    renderPage(
      '/catalog/default/component/paperless',
      createBackend({ listVolumes: serve(three) }),
      { entities: [app] },
    );
    expect(
      await screen.findByText('Storage of this app is gone.'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Where your data lives, in full' }),
    ).toHaveAttribute('href', '/catalog/default/component/paperless/storage');
  });

  it('says that an app keeps no data', async () => {
    const api = createBackend();
    renderPage('/catalog/default/component/paperless/storage', api, {
      entities: [app],
    });
    await waitFor(() =>
      expect(
        screen.getByText('This app keeps no data on volumes.'),
      ).toBeVisible(),
    );
    expect(api.getChain).not.toHaveBeenCalled();
  });
});
