import { InputError } from '@backstage/errors';
import { isRecord } from '../read/isRecord';
import {
  type Profile,
  readingProfileSchema,
  type WritableProfile,
  writingProfileSchema,
} from './Profile';

/**
 * Parses a profile as it stands in configuration. One that lists `blocks` can
 * be written by, any other is read only. However else manifests name the
 * repository, the address it is cloned from always is one of its own.
 *
 * @throws InputError with one sentence per wrong key.
 */
export function parseProfile(
  value: unknown,
  cloneUrl: string,
): Profile | WritableProfile {
  const schema =
    isRecord(value) && 'blocks' in value
      ? writingProfileSchema
      : readingProfileSchema;
  const result = schema.safeParse(value);
  if (!result.success) {
    const problems = result.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'profile'}: ${message}`,
    );
    throw new InputError(`The profile is not valid. ${problems.join('; ')}`);
  }
  const profile: Profile | WritableProfile = result.data;
  const seen = new Set<string>();
  for (const { block } of isWritable(profile) ? profile.blocks : []) {
    if (seen.has(block)) {
      throw new InputError(
        `The profile is not valid. blocks: ${block} is listed twice; list it once`,
      );
    }
    seen.add(block);
  }
  const repositoryUrls = new Set([...profile.repositoryUrls, cloneUrl]);
  return { ...profile, repositoryUrls: [...repositoryUrls] };
}

/** Whether changes can be planned by a profile. */
export function isWritable(
  profile: Profile | WritableProfile,
): profile is WritableProfile {
  return 'blocks' in profile;
}
