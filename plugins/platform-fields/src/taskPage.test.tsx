import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import type { LogEvent } from '@backstage/plugin-scaffolder-react';
import { scaffolderApiMock } from '@backstage/plugin-scaffolder-react/testUtils';
import { screen, within } from '@testing-library/react';
import { platformFieldsModule } from './module';

jest.setTimeout(60_000);

const pullRequest = 'https://forge.example/edgit/edgit-k8s/pull/7';

function event(
  id: number,
  type: LogEvent['type'],
  body: LogEvent['body'] & { output?: unknown; error?: Error },
): LogEvent {
  return {
    id,
    type,
    body,
    taskId: 'task-1',
    createdAt: '2026-11-01T12:00:00Z',
  };
}

function renderTask(events: LogEvent[]) {
  const scaffolder = scaffolderApiMock.mock({
    getTask: async () => ({
      id: 'task-1',
      spec: {
        apiVersion: 'scaffolder.backstage.io/v1beta3',
        parameters: {},
        output: {},
        templateInfo: {
          entityRef: 'template:default/new-service',
          entity: { metadata: { name: 'new-service', title: 'New service' } },
        },
        steps: [
          {
            id: 'app',
            name: 'Describe the app',
            action: 'platform:app:create',
          },
          {
            id: 'open',
            name: 'Open the change request',
            action: 'platform:change-request:open',
          },
        ],
      },
      status: 'processing',
      lastHeartbeatAt: '',
      createdAt: '2026-11-01T12:00:00Z',
    }),
    streamLogs: () => ({
      subscribe(observer) {
        if (observer && typeof observer === 'object') {
          events.forEach(item => observer.next?.(item));
        }
        return { unsubscribe: () => undefined, closed: false };
      },
      [Symbol.observable]() {
        return this;
      },
    }),
  });
  renderTestApp({
    features: [scaffolderPlugin, platformFieldsModule],
    initialRouteEntries: ['/create/tasks/task-1'],
    apis: [scaffolder, catalogApiMock()],
  });
}

const stepEvents = [
  event(1, 'log', { message: 'x', stepId: 'app', status: 'completed' }),
  event(2, 'log', {
    message: 'Pull request',
    stepId: 'open',
    status: 'completed',
  }),
];

describe('the page of a request on its way', () => {
  it('ends with the pull request, and follows no script', async () => {
    renderTask([
      ...stepEvents,
      event(3, 'completion', {
        message: 'done',
        output: {
          links: [
            { title: 'Pull request', url: pullRequest },
            { title: 'Trap', url: 'data:text/html,trap' },
          ],
        },
      }),
    ]);
    expect(
      await screen.findByRole(
        'link',
        { name: /Pull request/ },
        { timeout: 10_000 },
      ),
    ).toHaveAttribute('href', pullRequest);
    expect(screen.queryByText('Trap')).not.toBeInTheDocument();
    const steps = within(screen.getByRole('region', { name: 'Steps' }));
    expect(
      steps.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual(['Describe the appDone', 'Open the change requestDone']);
  });

  it('says what went wrong', async () => {
    renderTask([
      event(1, 'log', { message: 'x', stepId: 'app', status: 'completed' }),
      event(2, 'log', { message: 'x', stepId: 'open', status: 'failed' }),
      event(3, 'completion', {
        message: 'failed',
        error: { name: 'ConflictError', message: 'Host is taken.' },
      }),
    ]);
    expect(
      await screen.findByRole('alert', {}, { timeout: 10_000 }),
    ).toHaveTextContent('Host is taken.');
    expect(
      screen.queryByRole('link', { name: /Pull request/ }),
    ).not.toBeInTheDocument();
  });
});
