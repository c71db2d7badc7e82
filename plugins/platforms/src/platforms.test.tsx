import {
  coreExtensionData,
  createExtension,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { useEntity } from '@backstage/plugin-catalog-react';
import { setWindowWidth } from '@internal/portal-ui/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createBackend, renderPage } from './__testUtils__/renderPage';
import {
  buildFinding,
  buildHost,
  buildPlatform,
  buildSecret,
  buildUnit,
  pageOf,
} from './__testUtils__/rows';

/** A card of another plugin. */
function ClusterName() {
  const { metadata } = useEntity().entity;
  return (
    <p>
      {metadata.annotations?.['portal.internal/platform']} has {metadata.name}
    </p>
  );
}

beforeEach(() => {
  localStorage.clear();
  setWindowWidth(1400);
});

describe('the list of platforms', () => {
  const hoursAgo = (hours: number) =>
    new Date(Date.now() - hours * 3_600_000).toISOString();

  it('shows how each is read, what it holds and what is wrong with it', async () => {
    renderPage(
      '/platforms',
      createBackend({
        listPlatforms: async () => [
          buildPlatform({}),
          buildPlatform({
            id: 'monosense',
            title: 'monosense',
            engine: 'flux',
            clusters: ['infra', 'apps'],
            observedAt: hoursAgo(3),
            failure: {
              code: 'unreachable',
              since: hoursAgo(2),
              reason: 'The remote did not answer within 20 seconds.',
            },
          }),
          buildPlatform({
            id: 'fresh',
            title: 'fresh',
            commit: undefined,
            observedAt: undefined,
            counts: undefined,
          }),
        ],
      }),
    );
    const list = await screen.findByRole('list', { name: 'Platforms' });
    const card = (name: string) => {
      const item = within(list).getByRole('link', { name }).closest('li');
      expect(item).not.toBeNull();
      return within(item ?? list);
    };

    const pitower = card('pitower');
    expect(pitower.getByText('Up to date')).toBeVisible();
    expect(pitower.getByRole('link', { name: 'b0a1c2d3e4' })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/commit\/b0a1/),
    );
    expect(pitower.getByRole('link', { name: 'Errors 7' })).toHaveAttribute(
      'href',
      '/platforms/pitower/findings?severity=error',
    );
    expect(
      pitower.queryByRole('link', { name: /^Notes/ }),
    ).not.toBeInTheDocument();
    // The bar is decoration; its shares are told in words.
    for (const share of [
      'Builds99',
      'Wired, does not build5',
      'Declared, not wired14',
    ]) {
      expect(
        pitower
          .getAllByRole('listitem')
          .some(item => item.textContent === share),
      ).toBe(true);
    }

    const monosense = card('monosense');
    expect(monosense.getByText(/^Flux/)).toHaveTextContent(
      'Flux · infra, apps',
    );
    expect(monosense.getByRole('status')).toHaveTextContent(
      /^Not read since 2 hours ago.*did not answer within 20 seconds.*last good reading, from 3 hours ago/,
    );
    expect(monosense.getByText('97')).toBeVisible();

    expect(card('fresh').getByText('First reading under way')).toBeVisible();
  });

  it('says what a platform is while there is none', async () => {
    renderPage('/platforms', createBackend({ listPlatforms: async () => [] }));
    expect(
      await screen.findByRole('heading', { name: 'No platform is configured' }),
    ).toBeVisible();
  });

  it('names the permission one lacks', async () => {
    const api = createBackend();
    api.listPlatforms.mockRejectedValue(new NotAllowedError('no'));
    renderPage('/platforms', api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'platforms.platform.read',
    );
  });

  it.each([
    ['fr', 'Plateformes', 'À jour'],
    ['ar', 'المنصات', 'محدّثة'],
  ])('speaks %s', async (language, title, state) => {
    renderPage('/platforms', createBackend(), { language });
    expect(await screen.findByText(state)).toBeVisible();
    expect(
      screen.getByRole('heading', { level: 1, name: title }),
    ).toBeVisible();
  });
});

describe('a platform', () => {
  it('opens on what is there at a glance, each leading to its rows', async () => {
    renderPage(
      '/platforms/pitower',
      createBackend({
        listFindings: async (_id, query) =>
          pageOf([buildFinding({})], query, {
            code: [
              { value: 'host-twice', count: 2 },
              { value: 'not-wired', count: 14 },
            ],
          }),
      }),
    );
    const kinds = await screen.findByRole('list', { name: 'By kind' });
    expect(
      within(kinds)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['not-wired14', 'host-twice2']);
    expect(
      within(kinds).getByRole('link', { name: 'not-wired' }),
    ).toHaveAttribute('href', '/platforms/pitower/findings?code=not-wired');
    expect(screen.getByText(/^Next reading/)).toHaveTextContent(
      /in (\d+ seconds|1 minute)/,
    );
  });

  it('shows what other plugins tell of each of its clusters', async () => {
    const card = createExtension({
      name: 'cluster-name',
      attachTo: { id: 'page:platforms', input: 'clusterCards' },
      output: [coreExtensionData.reactElement],
      factory: () => [coreExtensionData.reactElement(<ClusterName />)],
    });
    const neighbour = createFrontendPlugin({
      pluginId: 'neighbour',
      extensions: [card],
    });
    renderPage(
      '/platforms/monosense',
      createBackend({
        listPlatforms: async () => [
          buildPlatform({ id: 'monosense', clusters: ['infra', 'apps'] }),
        ],
      }),
      { features: [neighbour] },
    );
    for (const cluster of ['infra', 'apps']) {
      const section = await screen.findByRole('region', { name: cluster });
      expect(
        within(section).getByText(`monosense has ${cluster}`),
      ).toBeInTheDocument();
    }
  });

  it('leads back from one that does not exist', async () => {
    renderPage('/platforms/nope', createBackend());
    expect(
      await screen.findByRole('heading', { name: 'No such platform' }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'All platforms' })).toHaveAttribute(
      'href',
      '/platforms',
    );
  });

  it('shows units with state, app, namespace, chart and place', async () => {
    renderPage(
      '/platforms/pitower/units',
      createBackend({
        listUnits: async (_id, query) =>
          pageOf(
            [buildUnit({}), buildUnit({ name: 'old', state: 'declared' })],
            query,
          ),
      }),
    );
    const row = await screen.findByRole('row', { name: 'plex' });
    expect(
      within(row)
        .getAllByRole('gridcell')
        .map(cell => cell.textContent),
    ).toEqual([
      'Builds',
      'plex',
      'media',
      'app-template 4.2.0',
      'kubernetes/apps/media/plex/config.yaml:1',
    ]);
    expect(
      within(screen.getByRole('row', { name: 'old' })).getByText(
        'Declared, not wired',
      ),
    ).toBeVisible();
  });

  it('stacks what a row holds under its name on a phone', async () => {
    setWindowWidth(390);
    renderPage(
      '/platforms/pitower/hosts',
      createBackend({
        listHosts: async (_id, query) => pageOf([buildHost({})], query),
      }),
    );
    expect(await screen.findByRole('rowheader')).toHaveTextContent(
      /^plex\.pitower\.exampleRouteHTTPRoute\/plexGatewayexternal httpsAppplexOwner/,
    );
    expect(screen.getAllByRole('columnheader')).toHaveLength(1);
  });

  it('leads from a host to its route and app, and opens no wildcard', async () => {
    renderPage(
      '/platforms/pitower/hosts',
      createBackend({
        listHosts: async (_id, query) =>
          pageOf([buildHost({}), buildHost({ host: '*.example' })], query),
      }),
    );
    const row = await screen.findByRole('row', { name: /^plex\.pitower/ });
    expect(
      within(row)
        .getAllByRole('link')
        .map(link => link.getAttribute('href')),
    ).toEqual([
      'https://plex.pitower.example',
      expect.stringMatching(/httproute\.yaml#L4$/),
      '/catalog/default/component/plex',
      '/catalog/default/group/media',
    ]);
    expect(
      screen.queryByRole('link', { name: '*.example' }),
    ).not.toBeInTheDocument();
  });

  it('tells who reads a key, and on which cluster where there are several', async () => {
    renderPage(
      '/platforms/pitower/secrets',
      createBackend({
        listPlatforms: async () => [
          buildPlatform({ clusters: ['pitower', 'spare'] }),
        ],
        listSecrets: async (_id, query) => pageOf([buildSecret({})], query),
      }),
    );
    const row = await screen.findByRole('row', { name: /^media\/plex/ });
    expect(
      within(row)
        .getAllByRole('gridcell')
        .map(cell => cell.textContent),
    ).toEqual([
      'ClusterSecretStore/vault',
      'plex · ExternalSecret/plex-token',
      'pitower',
    ]);
  });
});

describe('rows', () => {
  const many = Array.from({ length: 312 }, (_, index) =>
    buildFinding({ message: `Sentence ${index + 1}.` }),
  );
  const facets = {
    severity: [
      { value: 'error', count: 12 },
      { value: 'warning', count: 300 },
    ],
    code: [{ value: 'not-wired', count: 312 }],
    app: [{ value: 'plex', count: 312 }],
  };
  const findingsOf = (rows: typeof many) =>
    createBackend({
      listFindings: async (_id, query) => pageOf(rows, query, facets),
    });

  it('asks for what the address says, and pages on', async () => {
    const api = findingsOf(many);
    renderPage(
      '/platforms/pitower/findings?q=two+words&severity=error&app=plex&page=3',
      api,
    );
    const list = await screen.findByRole('list', { name: 'Findings' });
    expect(within(list).getByText('Sentence 101.')).toBeVisible();
    expect(api.listFindings).toHaveBeenLastCalledWith(
      'pitower',
      {
        offset: 100,
        limit: 50,
        q: 'two words',
        severity: 'error',
        app: 'plex',
      },
      expect.anything(),
    );
    expect(screen.getByRole('searchbox', { name: 'Search' })).toHaveValue(
      'two words',
    );
    expect(screen.getByText('101 to 150 of 312')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('Sentence 151.')).toBeVisible();
  });

  it('keeps the rows on screen while others are searched, from the first page on', async () => {
    const api = findingsOf(many);
    renderPage('/platforms/pitower/findings?page=2', api);
    await screen.findByText('Sentence 51.');
    let answer: () => void = () => undefined;
    const answered = new Promise<void>(resolve => {
      answer = resolve;
    });
    api.listFindings.mockImplementation(async (_id, query) => {
      await answered;
      return pageOf([buildFinding({ message: 'Found.' })], query, facets);
    });
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search' }),
      'found',
    );
    expect(screen.getByRole('searchbox', { name: 'Search' })).toHaveFocus();
    expect(screen.getByText('Sentence 51.')).toBeVisible();
    answer();
    expect(await screen.findByText('Found.')).toBeVisible();
    expect(screen.queryByText('Sentence 51.')).not.toBeInTheDocument();
    expect(api.listFindings).toHaveBeenLastCalledWith(
      'pitower',
      { offset: 0, limit: 50, q: 'found' },
      expect.anything(),
    );
  });

  it('narrows by a value that occurs', async () => {
    const api = findingsOf(many);
    renderPage('/platforms/pitower/findings', api);
    await screen.findByText('Sentence 1.');
    await userEvent.click(screen.getByRole('button', { name: /Severity/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Errors (12)' }),
    );
    await waitFor(() =>
      expect(api.listFindings).toHaveBeenLastCalledWith(
        'pitower',
        { offset: 0, limit: 50, severity: 'error' },
        expect.anything(),
      ),
    );
  });

  it('links findings to file and line, and offers no link that could run a script', async () => {
    renderPage(
      '/platforms/pitower/findings',
      findingsOf([
        buildFinding({}),
        buildFinding({
          source: { file: 'bad.yaml', line: 1, url: 'data:text/html,hello' },
        }),
      ]),
    );
    expect(
      await screen.findByRole('link', {
        name: 'kubernetes/apps/media/plex/config.yaml:7',
      }),
    ).toHaveAttribute('href', expect.stringMatching(/config\.yaml#L7$/));
    expect(screen.getByText('bad.yaml:1').closest('a')).toBeNull();
  });

  it('leads out of filters that nothing fits', async () => {
    const api = createBackend({
      listFindings: async (_id, query) =>
        pageOf(query.code ? [] : many, query, facets),
    });
    renderPage('/platforms/pitower/findings?code=host-twice', api);
    expect(
      await screen.findByRole('heading', { name: 'Nothing matches' }),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('1 to 50 of 312')).toBeVisible();
  });

  it.each([
    ['units', 'No deployment units'],
    ['findings', 'No findings'],
    ['hosts', 'No hosts'],
    ['secrets', 'No secret keys'],
  ])('explains itself where there are no %s', async (list, title) => {
    renderPage(`/platforms/pitower/${list}`, createBackend());
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
  });

  it('says why rows could not be read, and reads them again', async () => {
    const api = findingsOf(many);
    api.listFindings.mockRejectedValueOnce(new Error('The backend is away.'));
    renderPage('/platforms/pitower/findings', api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend is away.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Sentence 1.')).toBeVisible();
  });
});

describe('the page of an app', () => {
  const path = '/catalog/default/component/plex';

  it('shows what was found in its files, and where it comes from', async () => {
    const api = createBackend({
      listFindings: async (_id, query) =>
        pageOf(
          Array.from({ length: 8 }, (_, index) =>
            buildFinding({ message: `Sentence ${index + 1}.` }),
          ),
          query,
        ),
    });
    renderPage(path, api);
    expect(await screen.findByText('Sentence 5.')).toBeVisible();
    expect(screen.queryByText('Sentence 6.')).not.toBeInTheDocument();
    expect(api.listFindings).toHaveBeenCalledWith(
      'pitower',
      { app: 'plex', cluster: 'pitower', limit: 5 },
      expect.anything(),
    );
    expect(
      screen.getByRole('link', { name: 'All findings of this app (8)' }),
    ).toHaveAttribute(
      'href',
      '/platforms/pitower/findings?app=plex&cluster=pitower',
    );
    expect(
      screen.getByRole('heading', { name: 'Where this comes from' }),
    ).toBeVisible();
    expect(screen.getByText('path kubernetes/apps/media')).toBeVisible();
    expect(screen.getByRole('link', { name: 'pitower' })).toHaveAttribute(
      'href',
      '/platforms/pitower',
    );
  });

  it('says so quietly when nothing was found', async () => {
    renderPage(path, createBackend());
    expect(
      await screen.findByText('Nothing to report: all of its files read well'),
    ).toBeVisible();
    expect(
      screen.queryByRole('link', { name: /All findings/ }),
    ).not.toBeInTheDocument();
  });
});

describe('the page of a cluster', () => {
  it('lists the apps that depend on it in pages, and leads to what was read of it', async () => {
    renderPage('/catalog/default/resource/infra', createBackend());
    const row = await screen.findByRole('row', { name: 'app-00' });
    expect(
      within(row)
        .getAllByRole('gridcell')
        .map(cell => cell.textContent),
    ).toEqual(['media', 'monosense · infra']);
    expect(within(row).getByRole('link', { name: 'app-00' })).toHaveAttribute(
      'href',
      '/catalog/default/component/app-00',
    );
    expect(screen.getByText('1 to 10 of 12')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByRole('row', { name: 'app-11' })).toBeVisible();
    for (const [name, list] of [
      ['Deployment units of this cluster', 'units'],
      ['Findings on this cluster', 'findings'],
      ['Hosts of this cluster', 'hosts'],
    ]) {
      expect(screen.getByRole('link', { name })).toHaveAttribute(
        'href',
        `/platforms/monosense/${list}?cluster=infra`,
      );
    }
  });

  it('finds one of them from any page, and says when there is none', async () => {
    renderPage('/catalog/default/resource/infra', createBackend());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next page' }),
    );
    const field = screen.getByRole('searchbox', { name: 'Search apps' });
    await userEvent.type(field, 'app-03');
    expect(await screen.findByText('1 to 1 of 1')).toBeVisible();
    expect(screen.getByRole('row', { name: 'app-03' })).toBeVisible();
    await userEvent.type(field, 'x');
    expect(await screen.findByText('No app is called that.')).toBeVisible();
  });
});

describe('the page of a host', () => {
  const path = '/catalog/default/api/plex.pitower.example';

  it('shows the way to its app and owner, and of no other host', async () => {
    renderPage(
      path,
      createBackend({
        listHosts: async (_id, query) =>
          pageOf(
            [
              buildHost({
                host: 'old.plex.pitower.example',
                apps: [{ name: 'old' }],
              }),
              buildHost({}),
            ],
            query,
          ),
      }),
    );
    expect(
      await screen.findByText('HTTPRoute/plex', { normalizer: text => text }),
    ).toBeVisible();
    expect(
      screen.getByRole('link', {
        name: 'kubernetes/apps/media/plex/httproute.yaml:4',
      }),
    ).toHaveAttribute('href', expect.stringMatching(/httproute\.yaml#L4$/));
    expect(screen.getByText('external')).toBeVisible();
    expect(screen.getByRole('link', { name: 'plex' })).toHaveAttribute(
      'href',
      '/catalog/default/component/plex',
    );
    expect(screen.queryByText('old')).not.toBeInTheDocument();
  });

  it('says when no route leads to it any more', async () => {
    renderPage(path, createBackend());
    expect(
      await screen.findByText(/^No route leads to this host any more/),
    ).toBeVisible();
  });
});
