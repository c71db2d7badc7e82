import { blockOptions } from './blockOptions';
import type { WritableProfile } from './Profile';

/** Keys of the secret store that every app reads to pull its images, and no app owns. */
export function pullSecretKeys(profile: WritableProfile): ReadonlySet<string> {
  return new Set(
    profile.layouts
      .flatMap(layout => blockOptions(profile, layout, 'pull-secret'))
      .map(({ key }) => key),
  );
}
