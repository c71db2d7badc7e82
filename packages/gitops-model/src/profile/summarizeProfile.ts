import type { WritableProfile } from './Profile';
import { usesCategory } from './usesCategory';

/** What a form must know of a profile to offer choices. */
export interface ProfileSummary {
  domains: string[];
  storagePurposes: { name: string; class: string }[];
  registries: string[];
  /** Categories a new app of the usual layout must lie in one of. */
  categories: string[];
  /** Who can be let reach a host, where domains tell that apart. */
  exposures: string[];
}

export function summarizeProfile(profile: WritableProfile): ProfileSummary {
  const [usual] = profile.layouts;
  return {
    domains: profile.domains.map(({ domain }) => domain),
    storagePurposes: Object.entries(profile.storage).map(
      ([name, { class: storageClass }]) => ({
        name,
        class: storageClass ?? 'NFS',
      }),
    ),
    registries: [
      ...Object.keys(profile.images.registries),
      ...(profile.images.ownRegistry === undefined
        ? []
        : [profile.images.ownRegistry]),
    ],
    categories: usesCategory(usual) ? profile.categories : [],
    exposures: [
      ...new Set(profile.domains.flatMap(({ exposure }) => exposure ?? [])),
    ],
  };
}
