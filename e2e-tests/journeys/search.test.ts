import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../support/expectAccessible';
import { signIn } from '../support/signIn';

async function search(page: Page, term: string) {
  const field = page.getByRole('searchbox');
  await field.fill(term);
  await expect(page).toHaveURL(url => url.searchParams.get('query') === term);
}

const results = (page: Page) => page.getByRole('list', { name: 'Results' });

/** The result whose title is this very name. */
const result = (page: Page, name: string) =>
  results(page)
    .locator('> li')
    .filter({ has: page.getByRole('link', { name, exact: true }) });

for (const scheme of ['light', 'dark'] as const) {
  test(`an app is found by what it uses (${scheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await signIn(page, 'Petra');
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    await expect(page.getByRole('searchbox')).toBeFocused();
    await expect(
      page.getByRole('heading', { name: 'Find what runs on the platforms' }),
    ).toBeVisible();
    await expectAccessible(page);

    await test.step('by host', async () => {
      await search(page, 'jellyfin.pitower.link');
      const jellyfin = result(page, 'jellyfin');
      await expect(jellyfin).toBeVisible({ timeout: 90_000 });
      await expect(
        jellyfin.getByText('pitower', { exact: true }),
      ).toBeVisible();
      await expect(jellyfin.getByText('Owner: Atlas')).toBeVisible();
      await expect(jellyfin.getByRole('term')).toHaveText(['Host']);
      await expect(jellyfin.locator('mark')).toHaveText([
        'jellyfin.pitower.link',
      ]);
      await expectAccessible(page);
    });

    await test.step('by image', async () => {
      await search(page, 'gethomepage/homepage');
      const homepage = result(page, 'homepage').filter({ hasText: 'pitower' });
      await expect(homepage.getByRole('term')).toHaveText(['Image']);
      await expect(homepage.locator('mark')).toHaveText([
        'gethomepage/homepage',
      ]);
    });

    await test.step('by namespace, on the cluster it runs on', async () => {
      await search(page, 'home-automation');
      const esphome = result(page, 'esphome');
      await expect(
        esphome.getByRole('term').filter({ hasText: 'Namespace' }),
      ).toBeVisible();
    });

    await test.step('by the name of a secret key', async () => {
      await search(page, 'JWT_SECRET');
      await expect(
        result(page, 'audiobookshelf').getByRole('definition'),
      ).toHaveText(['/media/audiobookshelf/JWT_SECRET']);
      await expectAccessible(page);
    });

    await test.step('tells apart what is called the same', async () => {
      await search(page, 'cert-manager');
      const all = result(page, 'cert-manager');
      for (const place of ['monosense · infra', 'monosense · apps']) {
        await expect(all.filter({ hasText: place })).not.toHaveCount(0);
      }
    });

    await test.step('says so when there is nothing', async () => {
      await search(page, 'qqqqqqqqqqqqqqqqqqqq');
      await expect(
        page.getByRole('heading', { name: 'Nothing found' }),
      ).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('leads on by keyboard', async () => {
      await search(page, 'jellyfin.pitower.link');
      const link = result(page, 'jellyfin').getByRole('link');
      await expect(link).toBeVisible();
      await link.focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/catalog\/default\/component\//);
      await expect(
        page.getByRole('heading', { name: 'jellyfin', exact: true }),
      ).toBeVisible();
    });
  });
}

test('results come in pages that the address keeps', async ({ page }) => {
  await signIn(page, 'Ada', '/search?query=ghcr.io');
  const links = results(page).getByRole('link');
  await expect(links.first()).toBeVisible({ timeout: 90_000 });
  const first = await links.first().innerText();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(links.first()).not.toHaveText(first);
  await page.reload();
  await page.getByRole('button', { name: 'Previous' }).click();
  await expect(links.first()).toHaveText(first);
});

test('search fits a phone, in Arabic', async ({ page }) => {
  await signIn(page, 'Petra');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => localStorage.setItem('language', 'ar'));
  await page.goto('/search?query=jellyfin.pitower.link');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(
    page.getByRole('heading', { level: 1, name: 'بحث' }),
  ).toBeVisible();
  await expect(page.locator('mark').first()).toBeVisible({ timeout: 90_000 });
  await expectAccessible(page);
  expect(
    await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    ),
  ).toBeLessThanOrEqual(0);
});
