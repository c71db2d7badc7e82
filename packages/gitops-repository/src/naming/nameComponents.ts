import type { App } from '@internal/gitops-model';
import { entityRefs } from './entityRefs';
import { toEntityName } from './toEntityName';

/**
 * The name of each app's Component: the app's own, or `<app>-<cluster>` where
 * other clusters have an app of that name or an earlier platform holds it.
 *
 * @param taken - refs of entities that earlier platforms hold
 */
export function nameComponents(
  apps: readonly App[],
  taken: ReadonlySet<string>,
): ReadonlyMap<App, string> {
  const counts = new Map<string, number>();
  for (const { name } of apps) {
    counts.set(toRef(name), (counts.get(toRef(name)) ?? 0) + 1);
  }
  const isShared = ({ name }: App) => (counts.get(toRef(name)) ?? 0) > 1;
  const used = new Set(taken);
  const names = new Map<App, string>();
  // An app's own name goes before a name that is made of two.
  for (const wantsOwnName of [true, false]) {
    for (const app of apps) {
      if (isShared(app) === wantsOwnName) continue;
      const candidates = [
        ...(wantsOwnName ? [app.name] : []),
        `${app.name}-${app.cluster}`,
        // Never a name itself, so a hash of it goes into the name.
        `${app.cluster}/${app.name}`,
      ];
      const name = candidates.find(candidate => !used.has(toRef(candidate)));
      if (name === undefined) continue;
      used.add(toRef(name));
      names.set(app, toEntityName(name));
    }
  }
  return names;
}

function toRef(name: string): string {
  return entityRefs.component(toEntityName(name));
}
