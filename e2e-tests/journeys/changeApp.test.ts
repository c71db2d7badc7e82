import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/expectAccessible';
import { newServiceForm } from '../support/newServiceForm';
import { signIn } from '../support/signIn';

test('an app gets another image from its own page, and one line changes', async ({
  page,
}, { retry }) => {
  const image = `ghcr.io/corentinth/it-tools:2026.${retry}.1`;
  await signIn(page, 'Ada');
  await page.goto('/catalog/default/component/it-tools');
  await page.getByRole('link', { name: 'Change the image' }).click();
  const form = newServiceForm(page);
  await expect(form.image).toHaveValue(/it-tools:/);
  await expectAccessible(page);
  await form.image.fill(image);
  await form.review.click();
  await expect(page.getByText(/1 changed file/)).toBeVisible();
  await expect(page.getByText(`image: ${image}`)).toBeVisible();
  await form.submit.click();
  await expect(page.getByRole('link', { name: /^Pull request/ })).toBeVisible();
});

test('an app goes only when its name is typed, and what survives is named', async ({
  page,
}) => {
  await signIn(page, 'Ada');
  await page.goto('/catalog/default/component/paperless');
  await page.getByRole('link', { name: 'Retire an app' }).click();
  const form = newServiceForm(page);
  const confirmation = page.getByRole('textbox', { name: /^Name of the app/ });
  await confirmation.fill('paperles');
  await form.review.click();
  await expect(
    page.getByText('This is not “paperless”.', { exact: true }),
  ).toBeVisible();
  await expectAccessible(page);
  await confirmation.fill('paperless');
  await form.review.click();
  await expect(
    page.getByText(/What stays when paperless is gone/).first(),
  ).toBeVisible();
  await expectAccessible(page);
});
