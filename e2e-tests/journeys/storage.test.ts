import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../support/expectAccessible';
import { signIn } from '../support/signIn';

const control = 'http://localhost:7400/api/ceph';

/** Lets something happen to a simulated Ceph cluster. */
async function happen(page: Page, scenario: string) {
  const response = await page.request.post(control, {
    data: { cluster: 'pitower', scenario },
  });
  expect(response.status()).toBe(204);
}

const view = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('link', { name, exact: true });

test.afterEach(({ page }) => happen(page, 'healthy'));

for (const scheme of ['light', 'dark'] as const) {
  test(`everybody sees whether the storage is safe (${scheme})`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await signIn(page, 'Ada');

    await test.step('finds the storage of every cluster', async () => {
      await page.getByRole('link', { name: 'Storage', exact: true }).click();
      const clusters = page.getByRole('list', { name: 'Clusters' });
      for (const cluster of ['edgit', 'pitower', 'infra', 'apps']) {
        await expect(
          clusters.getByRole('heading', { name: new RegExp(`${cluster}$`) }),
        ).toBeVisible();
      }
      await expectAccessible(page);
    });

    await test.step('reads in one sentence that all is well', async () => {
      await page
        .getByRole('list', { name: 'Clusters' })
        .getByRole('link', { name: 'pitower', exact: true })
        .click();
      await expect(page.getByText(/^Storage is healthy/)).toBeVisible({
        timeout: 60_000,
      });
      await expectAccessible(page);
    });

    await test.step('looks at volumes, the chain and maintenance', async () => {
      await view(page, 'Volumes').click();
      await expect(page.getByRole('rowheader').first()).toBeVisible();
      await expectAccessible(page);
      await view(page, 'Chain').click();
      await expect(
        page.getByRole('link', { name: /worker-01/ }).first(),
      ).toBeVisible();
      await expectAccessible(page);
      await view(page, 'Maintenance').click();
      await expect(
        page.getByRole('heading', { name: 'One after another' }),
      ).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test('a disk goes down, and everybody reads what that means', async ({
  page,
}) => {
  await signIn(page, 'Petra', '/storage/pitower/pitower');
  await expect(page.getByText(/^Storage is healthy/)).toBeVisible({
    timeout: 60_000,
  });
  await happen(page, 'osd-down');
  await expect(
    page.getByText(/some of it has fewer copies than wanted/),
  ).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);

  await test.step('and which machine has to stay up now', async () => {
    await page.goto('/catalog/default/resource/pitower.worker-01/maintenance');
    await expect(
      page.getByRole('heading', { name: 'Can worker-01 go down?' }),
    ).toBeVisible();
    await expect(
      page.locator('#content').getByText('Unsafe', { exact: true }),
    ).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page);
  });

  await test.step('until it is back and repaired', async () => {
    await happen(page, 'healthy');
    await page.goto('/storage/pitower/pitower');
    await expect(page.getByText(/^Storage is healthy/)).toBeVisible({
      timeout: 60_000,
    });
  });
});

test('monitors without quorum never pass for yesterday’s health', async ({
  page,
}) => {
  await signIn(page, 'Petra', '/storage/pitower/pitower');
  await expect(page.getByText(/^Storage is healthy/)).toBeVisible({
    timeout: 60_000,
  });
  await happen(page, 'quorum-lost');
  await expect(page.getByText(/^Storage is healthy/)).toBeHidden({
    timeout: 60_000,
  });
  await expectAccessible(page);
});

test('storage fits a phone, in Arabic', async ({ page }) => {
  await signIn(page, 'Ada');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => localStorage.setItem('language', 'ar'));
  for (const path of [
    '/storage',
    '/storage/pitower/pitower',
    '/storage/pitower/pitower/volumes',
    '/storage/pitower/pitower/chain',
    '/storage/pitower/pitower/maintenance',
  ]) {
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(
      page.locator('#content').getByRole('link').first(),
    ).toBeVisible();
    await expectAccessible(page);
    expect(
      await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      ),
    ).toBeLessThanOrEqual(0);
  }
});
