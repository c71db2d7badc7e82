import { expect, type Page } from '@playwright/test';

/** The form of the template New service, by what its user sees. */
export function newServiceForm(page: Page) {
  const button = (name: string) => page.getByRole('button', { name });
  const field = (name: RegExp) => page.getByRole('textbox', { name });
  return {
    name: field(/^Name/),
    description: field(/^Description/),
    image: field(/^Container image/),
    port: field(/^Container port/),
    host: field(/^Host/),
    variable: field(/^Variable/),
    storeKey: field(/^Key in the store/),
    property: field(/^Property/),
    login: page.getByRole('switch', { name: /Login by Keycloak/ }),
    volumeName: field(/^Name/),
    mountedAt: field(/^Mounted at/),
    size: field(/^Size/),
    addSecret: button('Add a secret'),
    addVolume: button('Add a volume'),
    next: button('Next'),
    back: button('Back'),
    review: button('Review the change'),
    submit: button('Open pull request'),
  };
}

/** The form of a template, opened with some of its fields filled in. */
export function templatePath(template: string, formData: object): string {
  const query = new URLSearchParams({ formData: JSON.stringify(formData) });
  return `/create/templates/default/${template}?${query}`;
}

export const newServicePath = templatePath('new-service', {
  platform: 'edgit-k8s',
});

/** Opens the form; the catalog reads its templates a little after the portal is there. */
export async function openNewService(page: Page) {
  await expect(async () => {
    await page.goto(newServicePath);
    await expect(newServiceForm(page).name).toBeVisible({ timeout: 5000 });
  }).toPass({ timeout: 60_000 });
}
