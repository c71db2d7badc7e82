import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/expectAccessible';
import { newServiceForm } from '../support/newServiceForm';
import { signIn } from '../support/signIn';

for (const scheme of ['light', 'dark'] as const) {
  test(`a developer gets a service, from the form to healthy (${scheme})`, async ({
    page,
    context,
  }, { retry }) => {
    // A dozen pages, each of them looked through for what people could not use.
    test.setTimeout(300_000);
    const app = `journey-${scheme}-${retry}`;
    const host = `${app}.exitthecloud.eu`;
    await page.emulateMedia({ colorScheme: scheme });

    await test.step('signs in', async () => {
      await page.goto('/');
      await expect(
        page.getByRole('button', { name: /^Sign in with/ }),
      ).toBeVisible();
      await expectAccessible(page);
      await signIn(page, 'Ada');
      await expect(page.getByRole('link', { name: 'paperless' })).toBeVisible();
      await expectAccessible(page);
    });

    const form = newServiceForm(page);
    await test.step('chooses the template', async () => {
      await page.getByRole('link', { name: 'Create', exact: true }).click();
      await expect(
        page.getByRole('heading', { name: 'New service' }),
      ).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Choose New service' }).click();
      await page.getByRole('button', { name: /Platform/ }).click();
      await page.getByRole('option', { name: 'edgit-k8s' }).click();
    });

    await test.step('fills the form', async () => {
      await form.name.fill(app);
      await form.description.fill('Says hello');
      await form.image.fill('ghcr.io/example/hello:1.0.0');
      await expectAccessible(page);
      await form.next.click();
      await form.host.fill(host);
      await expectAccessible(page);
      await form.next.click();
      await form.addSecret.click();
      await form.variable.fill('SMTP_PASSWORD');
      await form.storeKey.fill('atlas/shared/smtp');
      await form.property.fill('password');
      await page.getByText('Login by Keycloak').click();
      await expectAccessible(page);
      await form.next.click();
      await form.addVolume.click();
      await form.volumeName.fill('data');
      await form.mountedAt.fill('/data');
      await form.size.fill('5Gi');
      await expectAccessible(page);
      await form.review.click();
    });

    await test.step('reviews the very change', async () => {
      await expect(page.getByText('Every check passed')).toBeVisible();
      await expect(page.getByText(/11 changed files/)).toBeVisible();
      await expect(
        page.getByText('image: ghcr.io/example/hello:1.0.0'),
      ).toBeVisible();
      await expect(page.getByText(`- ${app}.yaml`)).toBeVisible();
      await expectAccessible(page);
    });

    const pullRequest = await test.step('opens one pull request', async () => {
      await form.submit.click();
      const link = page.getByRole('link', { name: /^Pull request/ });
      await expect(link).toBeVisible();
      await expectAccessible(page);
      return link.getAttribute('href');
    });

    await test.step('finds it among the change requests', async () => {
      await page
        .getByRole('link', { name: 'Change requests', exact: true })
        .click();
      await page
        .getByRole('link', { name: `feat(${app}): add service` })
        .click();
      await expect(page.getByText('Ada Lindqvist').first()).toBeVisible();
      await expect(page.getByText('Pull request opened')).toBeVisible();
      await expectAccessible(page);
    });

    const forge = await context.newPage();
    await test.step('the platform engineer approves and merges it', async () => {
      await forge.emulateMedia({ colorScheme: scheme });
      await forge.goto(pullRequest ?? '');
      await expectAccessible(forge);
      await forge.getByRole('button', { name: 'Approve' }).click();
      await expect(page.getByText('Approved by petra')).toBeVisible();
      await forge.getByRole('button', { name: 'Merge pull request' }).click();
      await expect(page.getByText('Merged by petra')).toBeVisible();
    });

    await test.step('the request becomes healthy', async () => {
      await expect(page.getByText('Running and healthy')).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('the catalog shows it', async () => {
      await expect(async () => {
        await page.goto(`/catalog/default/component/${app}`);
        await expect(page.getByText('Says hello')).toBeVisible({
          timeout: 2000,
        });
      }).toPass();
      await expect(page.getByRole('link', { name: host })).toHaveAttribute(
        'href',
        `https://${host}`,
      );
      await expect(
        page.getByRole('link', { name: /view source/i }),
      ).toHaveAttribute('href', new RegExp(`/blob/[0-9a-f]{40}/.*${app}`));
      await expect(page.getByText('Healthy').first()).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'Kubernetes', exact: true }).click();
      await expect(page.getByText(/1 pods?/).first()).toBeVisible();
      await expectAccessible(page);
    });
  });
}
