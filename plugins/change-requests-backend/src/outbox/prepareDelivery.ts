import { setImmediate } from 'node:timers/promises';
import type { DeliveryOptions } from './deliverIntent';

/**
 * Plans and renders on what is known while the forge is asked, as mostly that
 * is the forge's newest commit, too; the planner remembers it then.
 */
export async function prepareDelivery({
  planner,
  intent,
}: DeliveryOptions): Promise<void> {
  // The question is on its way then; what follows leaves no time for it.
  await setImmediate();
  try {
    const { snapshot } = planner.current(intent.platform);
    const { edits } = planner.plan(intent, snapshot);
    planner.objects(intent.platform, edits);
  } catch {
    // What is wrong is found again, and told, once the forge has answered.
  }
}
