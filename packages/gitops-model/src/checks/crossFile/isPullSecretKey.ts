import { isWritable } from '../../profile/isWritable';
import type { Profile, WritableProfile } from '../../profile/Profile';
import { pullSecretKeys } from '../../profile/pullSecretKeys';
import type { ExternalSecret } from '../../read/RepositoryModel';

/** Whether an ExternalSecret is the profile's pull secret, and reads the key for it that every app's does. */
export function isPullSecretKey(
  key: string,
  { name }: ExternalSecret,
  profile: Profile | WritableProfile,
): boolean {
  return (
    isWritable(profile) &&
    name === profile.images.pullSecret &&
    pullSecretKeys(profile).has(key)
  );
}
