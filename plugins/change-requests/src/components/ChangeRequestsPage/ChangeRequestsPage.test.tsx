import { NotAllowedError } from '@backstage/errors';
import { setWindowWidth } from '@internal/portal-ui/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createBackend, renderPage } from '../../__testUtils__/renderPage';
import { buildChangeRequest } from '../../__testUtils__/requests';

const rowTitles = () =>
  screen
    .getAllByRole('rowheader')
    .map(cell => within(cell).getByRole('link').textContent);

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
