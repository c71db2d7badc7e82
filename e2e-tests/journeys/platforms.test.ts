import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../support/expectAccessible';
import { signIn } from '../support/signIn';

const tab = (page: Page, name: string) =>
  page.getByRole('main').or(page.locator('#content')).getByRole('link', {
    name,
    exact: true,
  });

for (const scheme of ['light', 'dark'] as const) {
  test(`the platform team sees what was read of every platform (${scheme})`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await signIn(page, 'Petra');

    await test.step('finds all platforms, each as it is being read', async () => {
      await page.getByRole('link', { name: 'Platforms', exact: true }).click();
      const list = page.getByRole('list', { name: 'Platforms' });
      for (const name of ['edgit-k8s', 'pitower', 'monosense']) {
        await expect(
          list.getByRole('link', { name, exact: true }),
        ).toBeVisible();
      }
      await expect(list.getByText('Up to date')).toHaveCount(3);
      await expectAccessible(page);
    });

    await test.step('opens one', async () => {
      await page.getByRole('link', { name: 'pitower', exact: true }).click();
      await expect(page).toHaveURL(/\/platforms\/pitower\/overview$/);
      await expect(
        page.getByRole('heading', { name: 'Deployment units' }),
      ).toBeVisible();
      await expect(
        page.getByRole('link', { name: /^[0-9a-f]{10}$/ }),
      ).toHaveAttribute('href', /\/commit\/[0-9a-f]{40}$/);
      await expectAccessible(page);
    });

    await test.step('narrows its findings', async () => {
      await tab(page, 'Findings').click();
      const findings = page.getByRole('list', { name: 'Findings' });
      await expect(findings).toBeVisible();
      const [total] = await totals(page);
      await page.getByRole('button', { name: /Kind/ }).click();
      await page.getByRole('option').nth(1).click();
      await expect(page).toHaveURL(/code=/);
      await expect
        .poll(async () => (await totals(page))[0])
        .toBeLessThanOrEqual(total);
      const [code] = new URL(page.url()).searchParams.getAll('code');
      await expect(findings.locator('code', { hasText: code })).not.toHaveCount(
        0,
      );
      await expectAccessible(page);
    });

    await test.step('leads from a finding to its line on the forge', async () => {
      await expect(
        page
          .getByRole('list', { name: 'Findings' })
          .getByRole('link', { name: /:\d+$/ })
          .first(),
      ).toHaveAttribute('href', /\/blob\/[0-9a-f]{40}\/.+#L\d+$/);
    });

    await test.step('finds a host', async () => {
      await tab(page, 'Hosts').click();
      const hosts = page.getByRole('rowheader');
      await expect(hosts.first()).toBeVisible();
      const host = (await hosts.last().innerText()).trim();
      await page.getByRole('searchbox', { name: 'Search' }).fill(host);
      await expect(hosts).toHaveText([host]);
      await expectAccessible(page);
    });

    await test.step('sees units and secrets', async () => {
      await tab(page, 'Units').click();
      const units = page.getByRole('rowheader');
      await expect(units.first()).toBeVisible();
      await page
        .getByRole('searchbox', { name: 'Search' })
        .fill('media-jellyfin');
      await expect(units).toHaveText(['media-jellyfin']);
      await expectAccessible(page);
      await tab(page, 'Secrets').click();
      await expect(
        page.getByText('The portal never reads a value.'),
      ).toBeVisible();
      await expect(page.getByRole('rowheader').first()).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test('platforms fit a phone, in Arabic', async ({ page }) => {
  await signIn(page, 'Petra');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => localStorage.setItem('language', 'ar'));
  for (const path of [
    '',
    '/monosense/units?q=keycloak',
    '/monosense/hosts?q=keycloak',
  ]) {
    await page.goto(`/platforms${path}`);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(
      page.getByRole(path ? 'rowheader' : 'listitem').first(),
    ).toBeVisible();
    await expectAccessible(page);
    expect(
      await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      ),
    ).toBeLessThanOrEqual(0);
  }
});

/** The numbers in the line under a list, the total last read first. */
async function totals(page: Page): Promise<number[]> {
  const line = await page.getByText(/ to [\d,]+ of /).innerText();
  return (line.match(/\d[\d,]*/g) ?? [])
    .map(number => Number(number.replace(/,/g, '')))
    .reverse();
}
