import { expect, type Locator } from '@playwright/test';

async function pressUntilFocused(target: Locator, key: string, most: number) {
  const page = target.page();
  await expect(target).toBeVisible();
  for (let presses = 0; presses < most; presses++) {
    if (await target.evaluate(element => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`The key ${key} does not reach ${target}.`);
}

/** Presses Tab until `target` has the focus, as somebody without a mouse would. */
export const tabTo = (target: Locator) => pressUntilFocused(target, 'Tab', 120);

/** Presses the right arrow until `target` has the focus, inside a grid's row. */
export const arrowTo = (target: Locator) =>
  pressUntilFocused(target, 'ArrowRight', 12);

/** Reaches `target` by Tab and types into it. */
export async function typeInto(target: Locator, text: string) {
  await tabTo(target);
  await target.page().keyboard.type(text);
}

/** Reaches `target` by Tab and presses Enter on it. */
export async function pressOn(target: Locator) {
  await tabTo(target);
  await target.page().keyboard.press('Enter');
}
