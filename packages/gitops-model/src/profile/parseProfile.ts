import { InputError } from '@backstage/errors';
import { profileSchema, type Profile } from './Profile';

/**
 * Parses a profile as it stands in configuration. However else manifests name
 * the repository, the address it is cloned from always is one of its own.
 *
 * @throws InputError with one sentence per wrong key.
 */
export function parseProfile(value: unknown, cloneUrl: string): Profile {
  const result = profileSchema.safeParse(value);
  if (!result.success) {
    const problems = result.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'profile'}: ${message}`,
    );
    throw new InputError(`The profile is not valid. ${problems.join('; ')}`);
  }
  const seen = new Set<string>();
  for (const { block } of result.data.blocks) {
    if (seen.has(block)) {
      throw new InputError(
        `The profile is not valid. blocks: ${block} is listed twice; list it once`,
      );
    }
    seen.add(block);
  }
  const repositoryUrls = new Set([...result.data.repositoryUrls, cloneUrl]);
  return { ...result.data, repositoryUrls: [...repositoryUrls] };
}
