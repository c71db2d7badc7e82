import type { Profile, WritableProfile } from './Profile';

/** Whether changes can be planned by a profile. */
export function isWritable(
  profile: Profile | WritableProfile,
): profile is WritableProfile {
  return 'layouts' in profile;
}
