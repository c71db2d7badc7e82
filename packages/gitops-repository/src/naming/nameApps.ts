import type { App } from '@internal/gitops-model';
import type { GitopsRepository } from '../GitopsRepository';
import { entityRefs } from './entityRefs';
import { nameComponents } from './nameComponents';

/**
 * Entity refs of the Components of the last platform's apps, as the catalog
 * has them when it has read every platform's commit of now.
 *
 * @param repositories - a platform's repository, after those of all platforms configured before it
 */
export function nameApps(
  repositories: readonly GitopsRepository[],
): ReadonlyMap<App, string> {
  const taken = new Set<string>();
  let refs = new Map<App, string>();
  for (const repository of repositories) {
    const observed = repository.current().observation;
    const apps = observed ? repository.read(observed.snapshot).apps : [];
    refs = new Map(
      [...nameComponents(apps, taken)].map(([app, name]) => [
        app,
        entityRefs.component(name),
      ]),
    );
    refs.forEach(ref => taken.add(ref));
  }
  return refs;
}
