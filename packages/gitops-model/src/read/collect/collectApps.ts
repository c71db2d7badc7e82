import type { App } from '../RepositoryModel';

/** The apps that units make up, per cluster: told by their first unit, the category by the first that has one. */
export function collectApps(parts: readonly App[]): App[] {
  const apps = new Map<string, App>();
  for (const part of parts) {
    const key = `${part.cluster}/${part.name}`;
    const known = apps.get(key);
    apps.set(
      key,
      known
        ? {
            ...known,
            units: [...known.units, ...part.units],
            category: known.category ?? part.category,
          }
        : part,
    );
  }
  return [...apps.values()];
}
