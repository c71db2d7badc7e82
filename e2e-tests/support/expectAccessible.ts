import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * axe finds nothing against WCAG 2.1 A and AA, once the page has settled: what
 * is being announced or faded in is not there to be read yet.
 */
export async function expectAccessible(page: Page) {
  await expect(async () => {
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
      .analyze();
    expect(
      violations.map(({ id, help, nodes }) => ({
        id,
        help,
        nodes: nodes.map(node => `${node.html} — ${node.failureSummary}`),
      })),
    ).toEqual([]);
  }).toPass({ timeout: 40_000 });
}
