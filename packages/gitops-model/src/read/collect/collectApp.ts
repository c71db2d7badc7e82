import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';
import type { App } from '../RepositoryModel';
import { appAnnotations } from './appAnnotations';
import { findOwner } from './findOwner';
import { readAppFacts } from './readAppFacts';
import type { CodeownersRule } from './readCodeowners';

/** The app as one of its units tells it; orchestrators are part of none. */
export function collectApp(
  reading: Reading,
  codeowners: readonly CodeownersRule[],
  rendered: RenderedUnit,
): App | undefined {
  const { unit, annotations } = rendered;
  if (unit.orchestrator) return undefined;
  const { profile } = reading;
  const { categoryLabel } = profile.apps;
  return {
    name: unit.app,
    cluster: unit.cluster,
    namespace: unit.namespace,
    category: categoryLabel && unit.labels[categoryLabel],
    units: [unit.name],
    ...findOwner(profile, codeowners, rendered),
    system: annotations[appAnnotations.system],
    description: annotations[appAnnotations.description],
    template: annotations[appAnnotations.template],
    source: unit.source,
    ...readAppFacts(reading, rendered),
  };
}
