import { expect, type Locator } from '@playwright/test';

/** Presses Tab until `target` has the focus, as somebody without a mouse would. */
export async function tabTo(target: Locator) {
  const page = target.page();
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate(element => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target}.`);
}

/** Reaches `target` by Tab and types into it. */
export async function typeInto(target: Locator, text: string) {
  await tabTo(target);
  await target.page().keyboard.type(text);
}

/** Reaches `target` by Tab and presses a key on it, Enter if none is named. */
export async function pressOn(target: Locator, key = 'Enter') {
  await tabTo(target);
  await target.page().keyboard.press(key);
}
