import { expect, test, type Locator } from '@playwright/test';
import { newServiceForm, openNewService } from '../support/newServiceForm';
import { signIn } from '../support/signIn';

test('what cannot work is said while one types', async ({ page }) => {
  await signIn(page, 'Ada');
  await openNewService(page);
  const form = newServiceForm(page);

  const says = async (field: Locator, value: string, sentence: RegExp) => {
    await field.fill(value);
    await expect(field).toHaveAccessibleDescription(sentence);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
  };

  await says(form.name, 'paperless', /There is an app named paperless/);
  await says(form.name, 'Ünïcode', /“Ünïcode” cannot name an app/);
  await says(form.name, 'x'.repeat(64), /The name has 64 characters/);
  await form.name.fill('bad-input');
  await says(form.image, 'ghcr.io/example/hello', /neither tag nor digest/);
  await says(
    form.image,
    'registry.k8s.io/pause:3.10',
    /registry “registry\.k8s\.io” has no proxy project/,
  );
  await form.image.fill('ghcr.io/example/hello:1.0.0');
  await form.next.click();

  await says(
    form.host,
    'paperless.exitthecloud.eu',
    /belongs to the app paperless/,
  );
  await says(form.host, '*.exitthecloud.eu', /is a wildcard/);
  await says(form.host, 'hello.example.com', /does not lie under/);
  await form.host.fill('bad-input.exitthecloud.eu');
  await form.next.click();

  await form.addSecret.click();
  await form.variable.fill('DB_PASSWORD');
  await says(form.storeKey, 'borealis/qdrant/app', /borealis\/qdrant\/app/);
});

test('the forge being down loses nothing', async ({ page, request }, {
  retry,
}) => {
  const control = 'http://localhost:7400/api/faults';
  const app = `forge-is-down-${retry}`;
  await signIn(page, 'Ada');
  await openNewService(page);
  const form = newServiceForm(page);
  await form.name.fill(app);
  await form.image.fill('ghcr.io/example/hello:1.0.0');
  await form.next.click();
  await form.host.fill(`${app}.exitthecloud.eu`);
  await form.next.click();
  await form.next.click();
  await form.review.click();
  await expect(page.getByText('Every check passed')).toBeVisible();

  await request.post(control, {
    data: { system: 'forge', kind: 'forbidden' },
  });
  try {
    await form.submit.click();
    await expect(page.getByText('The request was not completed')).toBeVisible();
    await page
      .getByRole('link', { name: 'Change requests', exact: true })
      .click();
    const link = page.getByRole('link', { name: `feat(${app}): add service` });
    await link.click();
    await expect(
      page.getByRole('button', { name: /retry|try again/i }),
    ).toBeVisible();
  } finally {
    await request.delete(control);
  }
  await page.getByRole('button', { name: /retry|try again/i }).click();
  await expect(page.getByText('Pull request opened')).toBeVisible();
});
