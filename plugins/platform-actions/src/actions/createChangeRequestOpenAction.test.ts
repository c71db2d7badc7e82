import { NotAllowedError } from '@backstage/errors';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { FakeChangeRequests } from '../__testUtils__/fakeChangeRequests';
import { createChangeRequestOpenAction } from './createChangeRequestOpenAction';

const operations = [
  [{ type: 'add-route', app: 'notes', host: 'notes.exitthecloud.eu' }],
];

function setUp() {
  const changeRequests = new FakeChangeRequests();
  const action = createChangeRequestOpenAction({
    changeRequests,
    appBaseUrl: 'http://portal.example',
  });
  const outputs: Record<string, unknown> = {};
  const checkpoints = new Map<string, unknown>();
  const context: Parameters<typeof action.handler>[0] = {
    ...createMockActionContext(),
    input: { platform: 'edgit-k8s', operations },
    output: (name: string, value: unknown) => {
      outputs[name] = value;
    },
    async checkpoint({ key, fn }) {
      if (!checkpoints.has(key)) {
        checkpoints.set(key, await fn());
      }
      // What the scaffolder does on recovery: hand back what was stored.
      return JSON.parse(JSON.stringify(checkpoints.get(key)));
    },
  };
  return { changeRequests, action, outputs, checkpoints, context };
}

describe('platform:change-request:open', () => {
  afterEach(() => jest.useRealTimers());

  it('waits for the pull request and links it', async () => {
    const { action, context, outputs, changeRequests } = setUp();
    changeRequests.states = ['draft', 'draft', 'open'];
    await action.handler(context);
    expect(outputs).toEqual({
      id: 'request-1',
      state: 'open',
      url: 'https://forge.example/edgit/edgit-k8s/pull/7',
      changeRequestUrl: 'http://portal.example/change-requests/request-1',
    });
  });

  it('asks once, however often a step is taken up again', async () => {
    const { action, context, checkpoints, changeRequests } = setUp();
    await action.handler(context);
    await action.handler(context);
    expect(changeRequests.created).toHaveLength(1);

    await action.handler({
      ...context,
      input: { ...context.input, platform: 'pitower' },
    });
    await action.handler({
      ...context,
      input: {
        ...context.input,
        operations: [
          [{ type: 'add-route', app: 'notes', host: 'other.exitthecloud.eu' }],
        ],
      },
    });
    expect(changeRequests.created).toHaveLength(3);
    expect(checkpoints.size).toBe(3);
  });

  it.each([
    [true, 'ServiceUnavailableError'],
    [false, 'ConflictError'],
  ])(
    'says why a request failed and where it is kept (retryable: %s)',
    async (retryable, name) => {
      const { action, context, changeRequests } = setUp();
      changeRequests.states = ['draft', 'failed'];
      changeRequests.failure = {
        code: 'branch-foreign',
        message: 'The branch holds a commit of somebody else.',
        nextStep: 'Ask the platform team to remove it, then retry.',
        retryable,
      };
      await expect(action.handler(context)).rejects.toMatchObject({
        name,
        message:
          'The branch holds a commit of somebody else. Ask the platform team to remove it, then retry. The request is kept at http://portal.example/change-requests/request-1',
      });
    },
  );

  it('ends as a draft where the forge does not answer in time', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    const { action, context, outputs, changeRequests } = setUp();
    changeRequests.states = ['draft'];
    const done = action.handler(context);
    await jest.advanceTimersByTimeAsync(60_000);
    await done;
    expect(outputs).toEqual({
      id: 'request-1',
      state: 'draft',
      changeRequestUrl: 'http://portal.example/change-requests/request-1',
    });
  });

  it('reads again where a reading fails', async () => {
    const { action, context, outputs, changeRequests } = setUp();
    const get = changeRequests.get.bind(changeRequests);
    changeRequests.get = jest
      .fn(get)
      .mockRejectedValueOnce(new Error('socket hang up'));
    await action.handler(context);
    expect(outputs.state).toBe('open');
  });

  it('stops waiting when the task is cancelled', async () => {
    const { action, context, changeRequests } = setUp();
    changeRequests.states = ['draft'];
    const controller = new AbortController();
    const done = action.handler({ ...context, signal: controller.signal });
    controller.abort();
    await expect(done).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('shows the change in a dry run and stores nothing', async () => {
    const { action, context, outputs, changeRequests } = setUp();
    await action.handler({ ...context, isDryRun: true });
    expect(outputs).toEqual({
      preview: expect.objectContaining({ platform: 'edgit-k8s' }),
    });
    expect(changeRequests.created).toEqual([]);
  });

  it.each([
    ['operations.0.host', [[{ type: 'add-route', app: 'notes', host: 7 }]]],
    ['operations.0.type', [[{ type: 'drop-everything' }]]],
    ['operations', [undefined]],
  ])('refuses what is no operation: %s', async (_, wrong) => {
    const { action, context, changeRequests } = setUp();
    await expect(
      action.handler({
        ...context,
        input: { platform: 'edgit-k8s', operations: wrong },
      }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('make no operation of the platform'),
    });
    expect(changeRequests.created).toEqual([]);
  });

  it('hands on why the user may not', async () => {
    const { action, context, changeRequests } = setUp();
    changeRequests.refusal = new NotAllowedError(
      'You are not in group:default/borealis.',
    );
    await expect(action.handler(context)).rejects.toThrow(
      'You are not in group:default/borealis.',
    );
  });

  it('wants to know the version of the template', async () => {
    const { action, context } = setUp();
    await expect(
      action.handler({
        ...context,
        templateInfo: {
          entityRef: 'template:default/mine',
          entity: { metadata: { name: 'mine' } },
        },
      }),
    ).rejects.toThrow('portal.internal/template-version');
  });
});
