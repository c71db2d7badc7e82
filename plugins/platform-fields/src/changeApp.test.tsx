import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakePlatformForm } from './__testUtils__/FakePlatformForm';
import { findPage, renderTemplate } from './__testUtils__/renderTemplate';

jest.setTimeout(120_000);

const paperless = { platform: 'edgit-k8s', name: 'paperless' };
const image = 'ghcr.io/paperless-ngx/paperless-ngx:2.13.5';

describe('a form that changes an app', () => {
  it('starts from what Git has of the app it was opened for', async () => {
    renderTemplate({ template: 'set-image', formData: paperless });
    await waitFor(async () =>
      expect(await findPage(/^Container image/)).toHaveValue(image),
    );
    expect(screen.getByRole('button', { name: /paperless App/ })).toBeVisible();
  });

  it('offers the apps that the caller may change, and follows the choice', async () => {
    const user = userEvent.setup();
    renderTemplate({ template: 'set-chart-version' });
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: /Choose an app/ }),
      ).toBeEnabled(),
    );
    await user.click(screen.getByRole('button', { name: /Choose an app/ }));
    expect(
      (await screen.findAllByRole('option')).map(option => option.textContent),
    ).toEqual(['paperless', 'wiki']);
    await user.click(screen.getByRole('option', { name: 'wiki' }));
    await waitFor(() =>
      expect(screen.getByLabelText(/^Chart version/)).toHaveValue('4.1.0'),
    );
  });

  it('says so where the app belongs to others', async () => {
    renderTemplate({
      template: 'set-image',
      formData: { platform: 'edgit-k8s', name: 'qdrant' },
    });
    expect(
      await screen.findByText(/You may not change qdrant/),
    ).toBeInTheDocument();
  });

  it('keeps what was typed while Git is asked', async () => {
    const user = userEvent.setup();
    renderTemplate({ template: 'set-replicas', formData: paperless });
    const field = await screen.findByRole('textbox', { name: /^Replicas/ });
    await waitFor(() => expect(field).toHaveValue('2'));
    await user.clear(field);
    await user.type(field, '5');
    await user.tab();
    expect(field).toHaveValue('5');
  });

  it('takes an app away only where its name is typed', async () => {
    const user = userEvent.setup();
    const { scaffolder } = renderTemplate({
      template: 'retire-app',
      formData: paperless,
    });
    await user.type(await findPage(/^Name of the app/), 'wiki');
    await user.click(screen.getByRole('button', { name: 'Review the change' }));
    expect(
      await screen.findByText('This is not “paperless”.'),
    ).toBeInTheDocument();
    expect(scaffolder.dryRun).not.toHaveBeenCalled();
  });

  it('says that the apps cannot be read, and asks again', async () => {
    const user = userEvent.setup();
    const platformForm = new FakePlatformForm();
    const listApps = jest
      .spyOn(platformForm, 'listApps')
      .mockRejectedValueOnce(new Error('The server cannot be reached.'));
    renderTemplate({
      template: 'set-image',
      formData: paperless,
      platformForm,
    });
    expect(
      await screen.findByText('The apps could not be read'),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('button', { name: /paperless App/ }),
    ).toBeVisible();
    expect(listApps).toHaveBeenCalledTimes(2);
  });
});
