import {
  createExtensionTester,
  mockApis,
  renderInTestApp,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  catalogApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  ChangeRequest,
  ChangeRequestDetail,
} from '@internal/plugin-change-requests-common';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import changeRequestsPlugin from '.';
import { setWindowWidth } from './__testUtils__/installMatchMedia';
import { buildChangeRequest, buildDetail } from './__testUtils__/requests';
import {
  ChangeRequestsApi,
  changeRequestsApiRef,
} from './api/ChangeRequestsApi';
import { EntityChangeRequestsCard } from './components/EntityChangeRequestsCard';
import { entityChangeRequestsCard } from './extensions/entityCards';
import { rootRouteRef } from './routes';

const paperless = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'paperless',
    namespace: 'default',
    annotations: {
      'portal.internal/platform': 'edgit-k8s',
      'backstage.io/kubernetes-id': 'paperless',
    },
  },
  spec: { type: 'service', owner: 'group:default/atlas' },
};

/** A backend that holds these requests. */
function createBackend(options: {
  requests?: ChangeRequest[];
  detail?: () => ChangeRequestDetail;
}) {
  const { requests = [], detail } = options;
  const api: jest.Mocked<ChangeRequestsApi> = {
    listChangeRequests: jest.fn(async ({ app, offset = 0, limit = 50 }) => {
      const items = requests.filter(item => !app || item.apps.includes(app));
      return {
        items: items.slice(offset, offset + limit),
        total: items.length,
      };
    }),
    getChangeRequest: jest.fn(async (_id: string) => {
      if (!detail) {
        throw new NotFoundError('No such change request');
      }
      return detail();
    }),
    retryChangeRequest: jest.fn(async (_id: string) => buildChangeRequest({})),
  };
  return api;
}

function renderPage(
  path: string,
  api: ChangeRequestsApi,
  options: { language?: string } = {},
) {
  const { language = 'en' } = options;
  return renderTestApp({
    features: [changeRequestsPlugin],
    initialRouteEntries: [path],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    config: {
      app: {
        baseUrl: 'http://localhost',
        extensions: [
          {
            'api:app/app-language': {
              config: {
                defaultLanguage: language,
                availableLanguages: ['en', 'fr', 'ar'],
              },
            },
          },
        ],
      },
      backend: { baseUrl: 'http://localhost' },
    },
    apis: [
      [changeRequestsApiRef, api],
      [catalogApiRef, catalogApiMock({ entities: [paperless] })],
      mockApis.identity({ userEntityRef: 'user:default/ada' }),
      mockApis.permission(),
    ],
  });
}

const rowTitles = () =>
  screen
    .getAllByRole('rowheader')
    .map(cell => within(cell).getByRole('link').textContent);

beforeAll(() => {
  Element.prototype.scrollIntoView = jest.fn();
});
beforeEach(() => {
  localStorage.clear();
  setWindowWidth(1400);
});

describe('the list', () => {
  const requests = [
    buildChangeRequest({ id: 'a', title: 'New service paperless' }),
    buildChangeRequest({
      id: 'b',
      title: 'Add route to qdrant',
      apps: ['qdrant'],
      requester: 'user:default/boris',
      state: 'healthy',
      createdAt: '2026-02-01T10:00:00.000Z',
      pullRequest: undefined,
    }),
    buildChangeRequest({
      id: 'c',
      title: 'Add secret to n8n',
      apps: ['n8n'],
      platform: 'pitower',
      state: 'failed',
      createdAt: '2026-01-01T10:00:00.000Z',
      pullRequest: undefined,
    }),
  ];

  it('shows state, app, platform, requester and age of every request', async () => {
    renderPage('/change-requests', createBackend({ requests }));
    const row = await screen.findByRole('row', { name: /Add route to qdrant/ });
    expect(
      within(row)
        .getAllByRole('gridcell')
        .map(cell => cell.textContent)
        .slice(0, 4),
    ).toEqual(['Healthy', 'qdrant', 'edgit-k8s', 'boris']);
    expect(within(row).getByText(/ago|last|month|year/)).toHaveAttribute(
      'datetime',
      '2026-02-01T10:00:00.000Z',
    );
    expect(rowTitles()).toEqual([
      'New service paperless',
      'Add route to qdrant',
      'Add secret to n8n',
    ]);
    expect(
      screen.getByRole('link', { name: 'New service paperless' }),
    ).toHaveAttribute('href', '/change-requests/a');
  });

  it('folds all but the state under the title on a phone', async () => {
    setWindowWidth(390);
    renderPage('/change-requests', createBackend({ requests }));
    await screen.findAllByRole('rowheader');
    expect(
      screen.getAllByRole('columnheader').map(cell => cell.textContent),
    ).toEqual(['Change', 'State']);
    expect(screen.getAllByRole('rowheader')[1]).toHaveTextContent(
      /^Add route to qdrantboris · /,
    );
  });

  it.each([
    ['text=route', ['Add route to qdrant']],
    ['text=%2312', ['New service paperless']],
    ['state=failed', ['Add secret to n8n']],
    ['platform=pitower', ['Add secret to n8n']],
    ['by=me', ['New service paperless', 'Add secret to n8n']],
  ])('narrows by %s in the address', async (query, titles) => {
    renderPage(`/change-requests?${query}`, createBackend({ requests }));
    await screen.findAllByRole('rowheader');
    expect(rowTitles()).toEqual(titles);
  });

  it('narrows as one types, and leads out of an empty result', async () => {
    renderPage('/change-requests', createBackend({ requests }));
    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Search' }),
      'nothing like it',
    );
    expect(
      await screen.findByRole('heading', { name: 'No request matches' }),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(rowTitles()).toHaveLength(3);
  });

  it('sorts by a column', async () => {
    renderPage('/change-requests', createBackend({ requests }));
    await userEvent.click(
      await screen.findByRole('columnheader', { name: /Change/ }),
    );
    expect(rowTitles()).toEqual([
      'Add route to qdrant',
      'Add secret to n8n',
      'New service paperless',
    ]);
  });

  it('pages through 300 requests', async () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      buildChangeRequest({ id: `${index}`, title: `Request ${index}` }),
    );
    renderPage('/change-requests', createBackend({ requests: many }));
    expect(await screen.findByText('1 to 20 of 300')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('21 to 40 of 300')).toBeVisible();
    expect(rowTitles()[0]).toBe('Request 20');
  });

  it('explains itself while there is nothing', async () => {
    renderPage('/change-requests', createBackend({}));
    expect(
      await screen.findByRole('heading', { name: 'No change requests yet' }),
    ).toBeVisible();
  });

  it('names the permission one lacks', async () => {
    const api = createBackend({});
    api.listChangeRequests.mockRejectedValue(new NotAllowedError('no'));
    renderPage('/change-requests', api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'change-request.read',
    );
  });

  it.each([
    ['fr', 'Demandes de modification', 'Opérationnelle'],
    ['ar', 'طلبات التغيير', 'سليم'],
  ])('speaks %s', async (language, title, state) => {
    renderPage('/change-requests', createBackend({ requests }), { language });
    const row = await screen.findByRole('row', { name: /qdrant/ });
    expect(
      screen.getByRole('heading', { level: 1, name: title }),
    ).toBeVisible();
    expect(within(row).getByText(state)).toBeVisible();
  });
});

describe('one request', () => {
  const steps = () =>
    within(screen.getByRole('list', { name: 'The way of this change' }))
      .getAllByRole('listitem')
      .map(step => step.textContent);

  it('shows the way, the pull request, the facts, findings, diff and history', async () => {
    renderPage(
      '/change-requests/one',
      createBackend({ detail: () => buildDetail({}) }),
    );
    expect(
      await screen.findByRole('heading', { name: 'New service paperless' }),
    ).toBeVisible();
    expect(steps()).toEqual([
      'Draft (done)',
      'Open (now)',
      'Approved (to come)',
      'Merged (to come)',
      'Syncing (to come)',
      'Healthy (to come)',
    ]);
    expect(
      screen.getByRole('link', { name: 'Pull request #12' }),
    ).toHaveAttribute('href', 'https://forge.example/edgit/edgit-k8s/pull/12');
    expect(
      await screen.findByRole('link', { name: 'paperless' }),
    ).toHaveAttribute('href', '/catalog/default/component/paperless');
    expect(
      within(screen.getByRole('region', { name: 'Findings' })).getByText(
        'The registry has no proxy project.',
      ),
    ).toBeVisible();
    expect(
      within(screen.getByRole('list', { name: 'Timeline' }))
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      expect.stringMatching(/^Pull request opened/),
      expect.stringMatching(/^Requested by ada/),
    ]);
    await userEvent.click(
      screen.getByRole('button', { name: 'k8s/apps/paperless.yaml:1' }),
    );
    expect(
      screen.getByRole('button', {
        name: /^k8s\/apps\/paperless\.yaml/,
        expanded: true,
      }),
    ).toHaveFocus();
  });

  it('offers no link that could run a script', async () => {
    renderPage(
      '/change-requests/one',
      createBackend({
        detail: () =>
          buildDetail({
            pullRequest: {
              number: 12,
              url: 'javascript:alert(1)',
              branch: 'portal/paperless',
            },
          }),
      }),
    );
    await screen.findByRole('heading', { name: 'New service paperless' });
    expect(
      screen.queryByRole('link', { name: /Pull request/ }),
    ).not.toBeInTheDocument();
  });

  it('follows the request until it is healthy', async () => {
    const states = ['open', 'merged', 'healthy'] as const;
    let readings = 0;
    renderPage(
      '/change-requests/one',
      createBackend({
        detail: () => buildDetail({ state: states[Math.min(readings++, 2)] }),
      }),
    );
    await screen.findByRole('heading', { name: 'New service paperless' });
    await waitFor(() => expect(steps().at(-1)).toBe('Healthy (done)'), {
      timeout: 8000,
    });
  }, 15_000);

  const failure = {
    code: 'foreign-commit',
    message: 'The branch holds a commit of somebody else.',
    nextStep: 'Move it to a branch of its own.',
    retryable: true,
  };

  it('says why it failed and what is next, and sends it again', async () => {
    let state: ChangeRequest['state'] = 'failed';
    const api = createBackend({
      detail: () => buildDetail({ state, failure }),
    });
    api.retryChangeRequest.mockImplementation(async () => {
      state = 'open';
      return buildChangeRequest({});
    });
    renderPage('/change-requests/one', api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The branch holds a commit of somebody else.Next step: Move it to a branch of its own.',
    );
    expect(steps()[1]).toBe('Open (stopped here)');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    await waitFor(() => expect(steps()[1]).toBe('Open (now)'));
    expect(api.retryChangeRequest).toHaveBeenCalledWith('one');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('offers no retry where it is of no use', async () => {
    renderPage(
      '/change-requests/one',
      createBackend({
        detail: () =>
          buildDetail({
            state: 'failed',
            failure: { ...failure, retryable: false },
          }),
      }),
    );
    await screen.findByRole('alert');
    await screen.findByRole('link', { name: 'paperless' });
    expect(
      screen.queryByRole('button', { name: 'Try again' }),
    ).not.toBeInTheDocument();
  });

  it('tells how old its knowledge of the forge is', async () => {
    renderPage(
      '/change-requests/one',
      createBackend({
        detail: () => buildDetail({ staleReason: 'The forge answered 503.' }),
      }),
    );
    expect(await screen.findByText('The forge answered 503.')).toBeVisible();
    expect(screen.getByText(/What is shown here was last true/)).toBeVisible();
  });

  it('leads back from a request that does not exist', async () => {
    renderPage('/change-requests/nope', createBackend({}));
    expect(
      await screen.findByRole('heading', { name: 'No such change request' }),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'All change requests' }),
    ).toHaveAttribute('href', '/change-requests');
  });
});

describe('the card of an app', () => {
  it('shows the requests of this app on this platform', async () => {
    const api = createBackend({
      requests: [
        buildChangeRequest({ id: 'a' }),
        buildChangeRequest({ id: 'b', apps: ['qdrant'], title: 'Other' }),
      ],
    });
    renderInTestApp(
      <EntityProvider entity={paperless}>
        <EntityChangeRequestsCard />
      </EntityProvider>,
      {
        apis: [
          [changeRequestsApiRef, api],
          [catalogApiRef, catalogApiMock()],
        ],
        mountedRoutes: { '/change-requests': rootRouteRef },
      },
    );
    const items = await screen.findAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual([
      expect.stringMatching(/^New service paperlessada · .*Open$/),
    ]);
    expect(
      screen.getByRole('link', { name: 'All requests of this app' }),
    ).toHaveAttribute('href', '/change-requests?text=paperless');
    expect(api.listChangeRequests.mock.calls[0][0]).toEqual({
      app: 'paperless',
      platform: 'edgit-k8s',
      limit: 5,
    });
  });

  it('appears on components that were read from a platform', () => {
    const tester = createExtensionTester(entityChangeRequestsCard);
    const filter = tester.get(EntityCardBlueprint.dataRefs.filterFunction);
    expect(filter?.(paperless)).toBe(true);
    expect(filter?.({ ...paperless, kind: 'Resource' })).toBe(false);
    expect(filter?.({ ...paperless, metadata: { name: 'other' } })).toBe(false);
  });
});
