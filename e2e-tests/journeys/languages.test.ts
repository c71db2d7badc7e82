import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/expectAccessible';
import { newServicePath } from '../support/newServiceForm';

const languages = [
  { code: 'fr', direction: 'ltr', main: 'Principal', requests: 'Demandes' },
  { code: 'ar', direction: 'rtl', main: 'الرئيسية', requests: 'طلبات' },
];

for (const { code, direction, main, requests } of languages) {
  test(`the portal speaks ${code}, ${direction}`, async ({ page }) => {
    await page.addInitScript(
      language => localStorage.setItem('language', language),
      code,
    );
    await page.goto('/');
    const popup = page.waitForEvent('popup');
    await page.getByRole('main').getByRole('button').click();
    await (await popup).getByRole('button', { name: /Ada/ }).click();

    const navigation = page.getByRole('navigation', { name: main });
    await expect(navigation).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', code);
    await expect(page.locator('html')).toHaveAttribute('dir', direction);
    await navigation.getByRole('link', { name: requests }).click();
    await expect(page.getByRole('heading', { name: requests })).toBeVisible();
    await expectAccessible(page);

    await page.goto(newServicePath);
    await expect(page.getByRole('textbox').first()).toBeVisible();
    await expectAccessible(page);

    // Narrow, as on a phone: the menu opens and leads on.
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(navigation).toBeHidden();
    const toggle = page.getByRole('banner').getByRole('button');
    await toggle.click();
    await expect(navigation).toBeVisible();
    await expectAccessible(page);
  });
}
