import type { GitopsRepository } from '../GitopsRepository';
import { entityRefs } from './entityRefs';
import { nameComponents } from './nameComponents';

/**
 * Refs of the Components of these platforms, in the order of the
 * configuration, as the catalog has them once it took each one's commit of now.
 */
export function takenComponents(
  repositories: readonly GitopsRepository[],
): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const repository of repositories) {
    const observed = repository.current().observation;
    if (!observed) continue;
    const { apps } = repository.read(observed.snapshot);
    for (const name of nameComponents(apps, new Set(taken)).values()) {
      taken.add(entityRefs.component(name));
    }
  }
  return taken;
}
