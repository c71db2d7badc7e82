import type { Finding } from '../finding/Finding';
import type { Operation } from '../operation/Operation';
import type { WritableProfile } from '../profile/Profile';
import { quoteValue } from './quoteValue';
import { refusal } from './refusal';

/**
 * Texts of a request that Flux would replace by something else, such as a key
 * of the cluster's settings. Nothing is replaced where the profile names no
 * variables.
 */
export function checkVariables(
  operation: Operation,
  profile: WritableProfile,
): Finding[] {
  const isReplacing = [profile, ...profile.layouts]
    .flatMap(({ blocks }) => blocks)
    .some(
      options =>
        options.block === 'flux-kustomization' &&
        options.variables !== undefined,
    );
  if (!isReplacing) return [];
  return textsIn(operation, [])
    .filter(({ text }) => /\$[{$]/.test(text))
    .map(({ text, path }) =>
      refusal('text-unsafe', {
        message: `Flux takes part of ${quoteValue(text)} for a variable and puts something else in its place.`,
        fix: 'Leave out “${” and “$$”, or have the app put the text together itself.',
        field: path.join('.'),
      }),
    );
}

function textsIn(
  value: unknown,
  path: readonly string[],
): { text: string; path: readonly string[] }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...textsIn(item, [...path, key]),
    ...(Array.isArray(value) ? [] : textsIn(key, [...path, key])),
  ]);
}
