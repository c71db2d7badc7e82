import type { WritableProfile } from './Profile';

/** What a form must know of a profile to offer choices. */
export interface ProfileSummary {
  domains: string[];
  storagePurposes: { name: string; class: string }[];
  registries: string[];
}

export function summarizeProfile(profile: WritableProfile): ProfileSummary {
  return {
    domains: profile.domains.map(({ domain }) => domain),
    storagePurposes: Object.entries(profile.storage).map(
      ([name, { class: storageClass }]) => ({ name, class: storageClass }),
    ),
    registries: [
      ...Object.keys(profile.images.registries),
      profile.images.ownRegistry,
    ],
  };
}
