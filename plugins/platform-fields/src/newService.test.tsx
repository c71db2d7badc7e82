import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakePlatformForm } from './__testUtils__/FakePlatformForm';
import { findPage, renderTemplate } from './__testUtils__/renderTemplate';

jest.setTimeout(120_000);

const preview = {
  platform: 'edgit-k8s',
  commit: 'c0ffee0000000000000000000000000000000000',
  observedAt: '2026-11-01T12:00:00.000Z',
  edits: [
    {
      kind: 'create',
      path: 'k8s/notes/deployment.yaml',
      after: 'kind: Deployment\n',
    },
  ],
  findings: [],
  submittable: true,
};

const takenHost = {
  code: 'host-taken',
  severity: 'error',
  message: 'notes.exitthecloud.eu is taken by paperless.',
  fix: 'Choose another host.',
};

function answered(output: unknown) {
  return {
    output: { preview: output },
    log: [],
    steps: [],
    directoryContents: [],
  };
}

type User = ReturnType<typeof userEvent.setup>;

async function press(user: User, name: string | RegExp) {
  await user.click(await screen.findByRole('button', { name }));
}

/** Fills the pages of the form up to the review, the typical way. */
async function fillToReview(user: User) {
  await user.type(await findPage(/^Name/), 'notes');
  await user.type(await findPage(/^Container image/), 'nginx:1.27');
  await press(user, 'Next');
  await findPage(/^Host/);
  await press(user, 'notes.exitthecloud.eu');
  await press(user, 'Next');
  await screen.findByRole('button', { name: 'Add a secret' });
  await press(user, 'Next');
  await screen.findByRole('button', { name: 'Add a volume' });
  await press(user, 'Review the change');
}

describe('the form of the template new-service', () => {
  it('leads from the fields over the very change to the task', async () => {
    const user = userEvent.setup();
    const { scaffolder } = renderTemplate();
    scaffolder.dryRun.mockResolvedValue(answered(preview));
    scaffolder.scaffold.mockResolvedValue({ taskId: 'task-1' });

    await fillToReview(user);
    expect(
      await screen.findAllByText('k8s/notes/deployment.yaml'),
    ).not.toHaveLength(0);
    expect(screen.getByText('c0ffee00')).toBeVisible();
    const submit = screen.getByRole('button', { name: 'Open pull request' });
    expect(submit).toBeEnabled();
    expect(submit).toHaveAccessibleDescription(
      'One pull request with 1 file is opened in your name.',
    );
    const expected = {
      platform: 'edgit-k8s',
      name: 'notes',
      owner: 'group:default/atlas',
      image: 'nginx:1.27',
      port: 8080,
      replicas: 1,
      resources: {
        cpuRequest: '100m',
        memoryRequest: '128Mi',
        memoryLimit: '256Mi',
      },
      clusters: [],
      env: [],
      exposed: true,
      host: 'notes.exitthecloud.eu',
      path: '/',
      secrets: [],
      login: false,
      storage: [],
    };
    expect(scaffolder.dryRun).toHaveBeenCalledWith(
      expect.objectContaining({ values: expected, directoryContents: [] }),
    );

    await user.click(submit);
    await waitFor(() =>
      expect(scaffolder.scaffold).toHaveBeenCalledWith({
        templateRef: 'template:default/new-service',
        values: expected,
      }),
    );
  });

  it('does not submit while an error stands, and keeps the values on the way back', async () => {
    const user = userEvent.setup();
    const { scaffolder } = renderTemplate();
    scaffolder.dryRun.mockResolvedValue(
      answered({
        ...preview,
        edits: [],
        findings: [takenHost],
        submittable: false,
      }),
    );

    await fillToReview(user);
    expect(await screen.findByText(takenHost.message)).toBeVisible();
    expect(screen.queryByText('No file changes')).not.toBeInTheDocument();
    const submit = screen.getByRole('button', { name: 'Open pull request' });
    expect(submit).toBeDisabled();
    expect(submit).toHaveAccessibleDescription(
      '1 error stands. Go back and correct it.',
    );

    await press(user, 'Back');
    await press(user, 'Back');
    await press(user, 'Back');
    expect(await findPage(/^Host/)).toHaveValue('notes.exitthecloud.eu');
    expect(scaffolder.scaffold).not.toHaveBeenCalled();
  });

  it('does not submit without the change, and tries again', async () => {
    const user = userEvent.setup();
    const { scaffolder } = renderTemplate();
    scaffolder.dryRun.mockRejectedValueOnce(
      new Error('The forge cannot be reached.'),
    );
    scaffolder.dryRun.mockResolvedValue(answered(preview));

    await fillToReview(user);
    expect(
      await screen.findByText(/The forge cannot be reached/),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Open pull request' }),
    ).toBeDisabled();

    await press(user, 'Try again');
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Open pull request' }),
      ).toBeEnabled(),
    );
  });

  it('stays on the review where the task cannot be started', async () => {
    const user = userEvent.setup();
    const { scaffolder } = renderTemplate();
    scaffolder.dryRun.mockResolvedValue(answered(preview));
    scaffolder.scaffold.mockRejectedValue(new Error('The server is full.'));

    await fillToReview(user);
    await press(user, 'Open pull request');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The server is full.',
    );
    expect(
      screen.getByRole('button', { name: 'Open pull request' }),
    ).toBeEnabled();
  });

  it('says what is wrong while one types, and offers what would pass', async () => {
    const user = userEvent.setup();
    const { platformForm } = renderTemplate();
    const name = await findPage(/^Name/);
    await user.type(name, 'paperless');
    await waitFor(() => {
      expect(name).toBeInvalid();
      expect(name).toHaveAccessibleDescription(
        /paperless is taken. Choose another name./,
      );
    });
    expect(platformForm.checks.filter(({ field }) => field === 'app')).toEqual([
      expect.objectContaining({
        value: 'paperless',
        platform: 'edgit-k8s',
        owner: 'group:default/atlas',
      }),
    ]);

    await user.type(await findPage(/^Container image/), 'nginx:1.27');
    await press(user, 'Next');
    expect(
      await screen.findAllByText(/paperless is taken. Choose another name./),
    ).not.toHaveLength(0);

    await press(user, 'paperless-2');
    expect(name).toHaveValue('paperless-2');
    await press(user, 'Next');
    await findPage(/^Host/);
  });

  it('goes on without a server that can be asked, and says so', async () => {
    const user = userEvent.setup();
    const platformForm = new FakePlatformForm();
    renderTemplate({ platformForm });
    const name = await findPage(/^Name/);
    platformForm.isDown = true;
    await user.type(name, 'notes');
    expect(
      await screen.findAllByText(/This cannot be checked right now/),
    ).not.toHaveLength(0);
    await user.type(await findPage(/^Container image/), 'nginx:1.27');
    await press(user, 'Next');
    await findPage(/^Host/);
  });

  it('keeps secrets in the browser', async () => {
    const user = userEvent.setup();
    renderTemplate();
    await user.type(await findPage(/^Name/), 'notes');
    await user.type(await findPage(/^Container image/), 'nginx:1.27');
    await press(user, 'Add a variable');
    const row = screen.getByRole('group', { name: 'variable 1' });
    await user.type(within(row).getByLabelText('Variable'), 'DB_PASSWORD');
    await user.type(within(row).getByLabelText('Value'), 'hunter2');
    expect(within(row).getByLabelText('Value')).toHaveAccessibleDescription(
      /looks like a secret/,
    );
    await press(user, 'Next');
    expect(await screen.findAllByText(/looks like a secret/)).not.toHaveLength(
      1,
    );
    expect(screen.queryByLabelText(/^Host/)).not.toBeInTheDocument();

    await press(user, 'Remove variable 1');
    expect(
      screen.getByRole('button', { name: 'Add a variable' }),
    ).toHaveFocus();
    await press(user, 'Next');
    await findPage(/^Host/);
  });

  it('offers own groups, and every group to the platform team', async () => {
    const user = userEvent.setup();
    renderTemplate({ groups: ['platform'] });
    await findPage(/^Name/);
    await user.click(await screen.findByRole('button', { name: /Owner/ }));
    expect(
      (await screen.findAllByRole('option')).map(option => option.textContent),
    ).toEqual(['atlas', 'borealis', 'platform']);
  });

  it('tells somebody without a group what to do', async () => {
    renderTemplate({ groups: [] });
    expect(
      await screen.findByText(/You are in no group/, {}, { timeout: 10_000 }),
    ).toBeVisible();
  });

  it('asks for a host, secrets, a login and volumes, each in its own words', async () => {
    const user = userEvent.setup();
    const { scaffolder } = renderTemplate();
    scaffolder.dryRun.mockResolvedValue(answered(preview));
    await user.type(await findPage(/^Name/), 'notes');
    await user.type(await findPage(/^Container image/), 'nginx:1.27');
    await user.click(screen.getByRole('radio', { name: 'Custom' }));
    const limit = screen.getByLabelText('Memory limit');
    await user.clear(limit);
    await user.type(limit, 'much');
    await press(user, 'Next');
    expect(
      await screen.findAllByText(/Memory limit: write a quantity/),
    ).not.toHaveLength(0);
    await user.clear(limit);
    await user.type(limit, '1Gi');
    await press(user, 'Next');

    await findPage(/^Host/);
    await press(user, 'notes.apps.edgeprime.io');
    await press(user, 'Next');

    await press(user, 'Add a secret');
    await user.keyboard('DATABASE_URL');
    await user.type(
      screen.getByLabelText('Key in the store'),
      'atlas/notes/db',
    );
    await user.click(screen.getByRole('switch', { name: 'Login by Keycloak' }));
    expect(await findPage(/^Callback path/)).toHaveValue('/oauth2/callback');
    await press(user, 'Next');

    await press(user, 'Add a volume');
    await user.keyboard('data');
    await press(user, 'Review the change');
    expect(
      await screen.findAllByText(/Volume 1: write a size, such as 10Gi/),
    ).not.toHaveLength(0);
    await user.type(screen.getByLabelText('Mounted at'), '/data');
    await user.type(screen.getByLabelText('Size'), '10Gi');
    await press(user, 'Review the change');

    await waitFor(() =>
      expect(scaffolder.dryRun).toHaveBeenCalledWith(
        expect.objectContaining({
          values: expect.objectContaining({
            host: 'notes.apps.edgeprime.io',
            secrets: [{ env: 'DATABASE_URL', key: 'atlas/notes/db' }],
            login: true,
            callbackPath: '/oauth2/callback',
            resources: expect.objectContaining({ memoryLimit: '1Gi' }),
            storage: [
              {
                name: 'data',
                mountPath: '/data',
                size: '10Gi',
                purpose: 'replicated',
              },
            ],
          }),
        }),
      ),
    );
  });
});
