import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';
import type { App } from '../RepositoryModel';
import { appAnnotations } from './appAnnotations';
import { findOwner } from './findOwner';
import { readCodeowners } from './readCodeowners';

/** The apps that wired units make up, per cluster; orchestrators are part of none. */
export function collectApps(
  reading: Reading,
  rendered: readonly RenderedUnit[],
): App[] {
  const { profile } = reading;
  const codeowners =
    Object.keys(profile.owners.codeowners).length > 0
      ? readCodeowners(reading)
      : [];
  const { categoryLabel } = profile.apps;
  const apps = new Map<string, App>();
  for (const item of rendered) {
    const { unit, annotations } = item;
    if (!unit.wired || unit.orchestrator) continue;
    const category = categoryLabel && unit.labels[categoryLabel];
    const key = `${unit.cluster}/${unit.app}`;
    const known = apps.get(key);
    if (known) {
      known.units.push(unit.name);
      known.category ??= category;
      continue;
    }
    apps.set(key, {
      name: unit.app,
      cluster: unit.cluster,
      namespace: unit.namespace,
      category,
      units: [unit.name],
      ...findOwner(profile, codeowners, item),
      system: annotations[appAnnotations.system],
      description: annotations[appAnnotations.description],
      template: annotations[appAnnotations.template],
      source: unit.source,
    });
  }
  return [...apps.values()];
}
