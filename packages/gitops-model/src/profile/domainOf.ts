import type { WritableProfile } from './Profile';

/** The domain of the profile a host lies under; the longest one wins. */
export function domainOf(
  profile: WritableProfile,
  host: string,
): WritableProfile['domains'][number] | undefined {
  return profile.domains
    .filter(({ domain }) => host.endsWith(`.${domain}`))
    .sort((one, other) => other.domain.length - one.domain.length)
    .at(0);
}
