import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../support/expectAccessible';
import { signIn } from '../support/signIn';

const rows = (page: Page) => page.getByRole('rowheader');

/** Sub pages of the machine on screen. */
const tab = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Machine' })
    .getByRole('link', { name, exact: true });

for (const scheme of ['light', 'dark'] as const) {
  test(`everybody sees the machines of every platform (${scheme})`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await signIn(page, 'Ada');

    await test.step('finds the fleet', async () => {
      await page.getByRole('link', { name: 'Nodes', exact: true }).click();
      await expect(rows(page).first()).toBeVisible();
      const totals = page.getByRole('region', { name: 'Of these machines' });
      await expect(totals.getByText('amd64')).toBeVisible();
      await expect(totals.getByText('arm64')).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('narrows it by cluster, and back again from the address', async () => {
      const all = await rows(page).count();
      await page.getByRole('button', { name: /Cluster/ }).click();
      await page.getByRole('option', { name: /^pitower/ }).click();
      await expect(page).toHaveURL(/cluster=pitower/);
      await expect.poll(() => rows(page).count()).toBeLessThan(all);
      const narrowed = await rows(page).allTextContents();
      await page.reload();
      await expect(rows(page)).toHaveText(narrowed);
    });

    await test.step('exports what is left', async () => {
      await page.getByRole('button', { name: 'Export' }).click();
      const saved = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: 'As CSV' }).click();
      expect((await saved).suggestedFilename()).toBe('nodes.csv');
    });

    await test.step('looks at it as cards and where machines stand', async () => {
      await page.getByRole('radio', { name: 'Cards' }).click();
      await expect(page).toHaveURL(/view=cards/);
      await expect(
        page.getByRole('list', { name: 'Machines' }).getByRole('listitem'),
      ).not.toHaveCount(0);
      await expectAccessible(page);
      await page.getByRole('radio', { name: 'Racks' }).click();
      await expect(
        page.getByRole('region', { name: /^(Shelf|Rack .+)$/ }).first(),
      ).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('radio', { name: 'Table' }).click();
    });

    await test.step('opens a machine', async () => {
      await rows(page).first().getByRole('link').click();
      await expect(
        page.getByRole('region', { name: 'Identity' }),
      ).toBeVisible();
      await expectAccessible(page);
      for (const [name, region] of [
        ['Hardware', 'Memory'],
        ['Live', 'Machine'],
      ] as const) {
        await tab(page, name).click();
        await expect(
          page.getByRole('region', { name: region, exact: true }),
        ).toBeVisible();
        await expectAccessible(page);
      }
      for (const name of ['Workloads', 'History', 'Git']) {
        await tab(page, name).click();
        await expect(tab(page, name)).toHaveAttribute('aria-current', 'page');
        await expectAccessible(page);
      }
    });

    await test.step('sees the machines of a cluster on its page', async () => {
      await page.goto('/catalog/default/resource/pitower');
      await expect(
        page.getByRole('region', { name: 'Capacity by architecture' }),
      ).toBeVisible();
      await page.getByRole('link', { name: 'All machines of pitower' }).click();
      await expect(page).toHaveURL(/\/nodes\?platform=pitower&cluster=pitower/);
    });
  });
}

test('machines fit a phone, in Arabic', async ({ page }) => {
  await signIn(page, 'Ada');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => localStorage.setItem('language', 'ar'));
  for (const path of ['/nodes', '/nodes?view=cards', '/nodes?view=racks']) {
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
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
