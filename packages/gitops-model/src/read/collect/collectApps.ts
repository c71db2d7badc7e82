import type { RenderedUnit } from '../RenderedUnit';
import type { Profile } from '../../profile/Profile';
import { matchesGlob } from '../matchesGlob';
import type { App } from '../RepositoryModel';

/** What the portal writes on an app's first deployment unit. */
export const appAnnotations = {
  owner: 'portal.internal/owner',
  system: 'portal.internal/system',
  description: 'portal.internal/description',
  template: 'portal.internal/template',
} as const;

/** The apps that wired units make up; orchestrators are part of none. */
export function collectApps(
  profile: Profile,
  rendered: readonly RenderedUnit[],
): App[] {
  const apps = new Map<string, App>();
  for (const { unit, annotations } of rendered) {
    if (!unit.wired || unit.orchestrator) continue;
    const key = `${unit.cluster}/${unit.app}`;
    const known = apps.get(key);
    if (known) {
      known.units.push(unit.name);
      continue;
    }
    apps.set(key, {
      name: unit.app,
      cluster: unit.cluster,
      namespace: unit.namespace,
      units: [unit.name],
      ...ownerOf(profile, unit.app, annotations),
      system: annotations[appAnnotations.system],
      description: annotations[appAnnotations.description],
      template: annotations[appAnnotations.template],
      source: unit.source,
    });
  }
  return [...apps.values()];
}

function ownerOf(
  { owners }: Profile,
  app: string,
  annotations: Record<string, string>,
): Pick<App, 'owner' | 'ownerReason'> {
  const owner = annotations[appAnnotations.owner];
  if (owner) {
    return { owner, ownerReason: `annotation ${appAnnotations.owner}` };
  }
  for (const [index, rule] of owners.rules.entries()) {
    const pattern = rule.apps?.find(glob => matchesGlob(glob, app));
    if (pattern !== undefined) {
      return {
        owner: rule.owner,
        ownerReason: `owner rule ${index + 1} of the profile: app ${pattern}`,
      };
    }
  }
  return {
    owner: owners.default,
    ownerReason: 'default owner of the profile',
  };
}
