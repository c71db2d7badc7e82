import { expect, test } from '@playwright/test';
import { arrowTo, pressOn, tabTo, typeInto } from '../support/keyboard';
import { newServiceForm } from '../support/newServiceForm';

test('the whole journey works by keyboard alone', async ({ page }, {
  retry,
}) => {
  const app = `journey-keyboard-${retry}`;
  await page.goto('/');
  const popup = page.waitForEvent('popup');
  await pressOn(page.getByRole('button', { name: /^Sign in with/ }));
  const window = await popup;
  await pressOn(window.getByRole('button', { name: /Ada/ }));

  await pressOn(page.getByRole('link', { name: 'Create', exact: true }));
  await pressOn(page.getByRole('button', { name: 'Choose New service' }));

  const form = newServiceForm(page);
  await pressOn(page.getByRole('button', { name: /Platform/ }));
  await expect(page.getByRole('option', { name: 'edgit-k8s' })).toBeFocused();
  await page.keyboard.press('Enter');
  await typeInto(form.name, app);
  await typeInto(form.image, 'ghcr.io/example/hello:1.0.0');
  await pressOn(form.next);
  await typeInto(form.host, `${app}.exitthecloud.eu`);
  await page.keyboard.press('Escape');
  await pressOn(form.next);
  await tabTo(form.addSecret);
  await pressOn(form.next);
  await tabTo(form.addVolume);
  await pressOn(form.review);
  await expect(page.getByText('Every check passed')).toBeVisible();
  await pressOn(form.submit);

  const task = page.url();
  await pressOn(page.getByRole('link', { name: /^Pull request/ }));
  await pressOn(page.getByRole('button', { name: 'Approve' }));
  await expect(page.getByText(/approved/i).first()).toBeVisible();
  await pressOn(page.getByRole('button', { name: 'Merge pull request' }));
  await expect(page.getByText(/merged/i).first()).toBeVisible();

  await page.goto(task);
  await pressOn(
    page.getByRole('link', { name: 'Change requests', exact: true }),
  );
  // In a grid Tab reaches a row, and the arrow keys what is in it.
  const request = page.getByRole('link', {
    name: `feat(${app}): add service`,
  });
  await tabTo(page.getByRole('row').filter({ has: request }));
  await arrowTo(request);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Running and healthy')).toBeVisible();
});
