import type { WritableProfile } from './Profile';

type Domain = WritableProfile['domains'][number];

/**
 * The domain of the profile a host lies under; the longest one wins, and of
 * those that several gateways serve the one of this exposure, else the first.
 */
export function domainOf(
  profile: WritableProfile,
  host: string,
  exposure?: string,
): Domain | undefined {
  const domains = domainsOf(profile, host);
  return exposure === undefined
    ? domains[0]
    : domains.find(domain => domain.exposure === exposure);
}

/** Every way a host can be exposed, the usual one first. */
export function domainsOf(profile: WritableProfile, host: string): Domain[] {
  const fitting = profile.domains.filter(({ domain }) =>
    host.endsWith(`.${domain}`),
  );
  const longest = Math.max(...fitting.map(({ domain }) => domain.length));
  return fitting.filter(({ domain }) => domain.length === longest);
}
