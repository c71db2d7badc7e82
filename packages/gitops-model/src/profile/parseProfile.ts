import { InputError } from '@backstage/errors';
import { isRecord } from '../read/isRecord';
import { centralBlockProblem } from './centralBlockProblem';
import { isWritable } from './isWritable';
import {
  type Profile,
  readingProfileSchema,
  type WritableProfile,
  writingProfileSchema,
} from './Profile';
import { pullSecretProblem } from './pullSecretProblem';

/**
 * Parses a profile as it stands in configuration. One that lists `layouts` can
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
    isRecord(value) && 'layouts' in value
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
  const problem = isWritable(profile)
    ? (pullSecretProblem(profile) ?? centralBlockProblem(profile))
    : undefined;
  if (problem !== undefined) {
    throw new InputError(`The profile is not valid. profile: ${problem}`);
  }
  const repositoryUrls = new Set([...profile.repositoryUrls, cloneUrl]);
  return { ...profile, repositoryUrls: [...repositoryUrls] };
}
