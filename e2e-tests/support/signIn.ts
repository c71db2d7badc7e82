import { expect, type Page } from '@playwright/test';

export type Person = 'Ada' | 'Boris' | 'Petra';

/** Signs in at the sandbox's identity provider, in its pop-up window. */
export async function signIn(page: Page, person: Person, path = '/') {
  await page.goto(path);
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: /^Sign in with/ }).click();
  const window = await popup;
  await window.getByRole('button', { name: new RegExp(person) }).click();
  await expect(
    page.getByRole('navigation', { name: 'Main', exact: true }),
  ).toBeVisible();
}
