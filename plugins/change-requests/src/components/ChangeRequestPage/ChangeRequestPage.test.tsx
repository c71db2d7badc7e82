import { ChangeRequest } from '@internal/plugin-change-requests-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createBackend, renderPage } from '../../__testUtils__/renderPage';
import { buildChangeRequest, buildDetail } from '../../__testUtils__/requests';

beforeAll(() => {
  Element.prototype.scrollIntoView = jest.fn();
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

  it.each([
    ['as-planned', 'Matches the template exactly'],
    ['edited', 'Edited by hand since'],
    [undefined, 'Not compared yet'],
  ] as const)('says of content %s what it is', async (content, text) => {
    renderPage(
      '/change-requests/one',
      createBackend({
        detail: () =>
          buildDetail({
            pullRequest: {
              number: 12,
              url: 'https://forge.example/edgit/edgit-k8s/pull/12',
              branch: 'portal/paperless',
              content,
            },
          }),
      }),
    );
    const label = await screen.findByText(text);
    expect(label).toBeVisible();
    expect(label.closest('dd')?.querySelector('svg')).toBeInTheDocument();
  });

  it.each([
    ['passed', 'clean', ['Passed', 'Possible'], []],
    [
      'failed',
      'conflict',
      ['Failed', 'Conflicts with the base branch'],
      [
        'The change conflicts with what the base branch holds now',
        'Checks of the pull request have failed',
      ],
    ],
    ['pending', 'unknown', ['Still running', 'The forge does not tell'], []],
    ['none', 'clean', ['There are none', 'Possible'], []],
    ['unknown', 'clean', ['The forge does not tell', 'Possible'], []],
    [undefined, undefined, ['Not read yet', 'Not read yet'], []],
  ] as const)(
    'says what stands in the way of a merge: checks %s, merging %s',
    async (checks, merging, texts, notices) => {
      let state: ChangeRequest['state'] = 'approved';
      const { pullRequest } = buildChangeRequest({});
      const page = () =>
        renderPage(
          '/change-requests/one',
          createBackend({
            detail: () =>
              buildDetail({
                state,
                pullRequest: pullRequest && { ...pullRequest, checks, merging },
              }),
          }),
        );
      const facts = () =>
        ['Checks', 'Merging'].map(
          name => screen.queryByText(name)?.nextElementSibling,
        );
      const { unmount } = page();
      await screen.findByRole('heading', { name: 'New service paperless' });
      expect(facts().map(fact => fact?.textContent)).toEqual(texts);
      for (const fact of facts()) {
        expect(fact?.querySelector('svg')).toBeInTheDocument();
      }
      expect(
        [
          'The change conflicts with what the base branch holds now',
          'Checks of the pull request have failed',
        ].filter(text => screen.queryByText(text)),
      ).toEqual(notices);
      unmount();

      // What is merged needs none of it.
      state = 'merged';
      page();
      await screen.findByRole('heading', { name: 'New service paperless' });
      expect(facts()).toEqual([undefined, undefined]);
      for (const text of notices) {
        expect(screen.queryByText(text)).not.toBeInTheDocument();
      }
    },
  );

  it('tries a closed one again only when told to', async () => {
    const api = createBackend({
      detail: () => buildDetail({ state: 'closed' }),
    });
    api.retryChangeRequest.mockResolvedValue(buildChangeRequest({}));
    renderPage('/change-requests/one', api);
    expect(
      await screen.findByText(
        'The pull request was closed without being merged',
      ),
    ).toBeVisible();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(api.retryChangeRequest).toHaveBeenCalledWith('one');
  });

  it('offers no link that could run a script', async () => {
    renderPage(
      '/change-requests/one',
      createBackend({
        detail: () =>
          buildDetail({
            pullRequest: {
              number: 12,
              url: 'data:text/html,hello',
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
