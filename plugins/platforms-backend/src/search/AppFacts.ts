import type { RepositoryModel } from '@internal/gitops-model';

/** What an app is found by besides its name; never a secret value. */
export interface AppFacts {
  hosts: string[];
  namespaces: string[];
  images: string[];
  secretKeys: string[];
}

/** By cluster and app, as {@link keyOfApp} writes them. */
export function collectAppFacts(
  model: RepositoryModel,
): ReadonlyMap<string, AppFacts> {
  const facts = new Map<string, AppFacts>();
  const of = ({ cluster, app }: { cluster: string; app: string }) => {
    const key = keyOfApp(cluster, app);
    const known = facts.get(key) ?? {
      hosts: [],
      namespaces: [],
      images: [],
      secretKeys: [],
    };
    facts.set(key, known);
    return known;
  };
  for (const unit of model.units) {
    if (unit.namespace) of(unit).namespaces.push(unit.namespace);
    of(unit).images.push(...unit.images);
  }
  for (const route of model.routes) of(route).hosts.push(...route.hostnames);
  for (const secret of model.externalSecrets) {
    of(secret).secretKeys.push(
      ...secret.keys.flatMap(({ key, property }) =>
        property === undefined ? [key] : [key, property],
      ),
    );
  }
  return facts;
}

export function keyOfApp(cluster: string, app: string): string {
  return `${cluster}/${app}`;
}
