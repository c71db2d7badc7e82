import { createHash } from 'node:crypto';
import type { Operation } from '@internal/gitops-model';

/**
 * Digest of what is asked for: platform and repository, template version and
 * operations. Two requests of one digest are one request.
 */
export function createContentKey(content: {
  platform: string;
  repositoryUrl: string;
  branch: string;
  operations: Operation[];
  template?: { name: string; version: string };
}): string {
  return digest(canonicalJson(content));
}

/** Key of one request; the same may be asked for again once it was merged. */
export function createIntentKey(
  contentKey: string,
  generation: number,
): string {
  return generation === 0 ? contentKey : digest(`${contentKey}:${generation}`);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** JSON with sorted keys, so that equal values have equal texts. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(
          Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : item,
  );
}
