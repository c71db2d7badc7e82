import { parseYaml } from '../documents/parseYaml';
import { isRecord } from '../isRecord';

/**
 * An Application changed by a rendered `templatePatch`: mappings are merged in
 * depth, `null` removes, lists are replaced but for finalizers, which are added.
 * `not-plain` says that the patch holds directives such as `$patch`.
 */
export function applyTemplatePatch(
  application: Record<string, unknown>,
  patch: string,
): { value: Record<string, unknown> } | { problem: string } | 'not-plain' {
  const { documents, problems } = parseYaml(patch);
  const value = documents[0]?.value ?? {};
  if (problems.length > 0 || !isRecord(value)) {
    return { problem: 'its templatePatch does not render to a mapping' };
  }
  const merged = merge(application, value);
  return merged ? { value: merged } : 'not-plain';
}

function merge(
  base: Record<string, unknown>,
  patch: Record<string, unknown>,
): Record<string, unknown> | undefined {
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(patch)) {
    if (key.startsWith('$')) return undefined;
    const existing = merged.get(key);
    if (value === null) {
      merged.delete(key);
    } else if (isRecord(value)) {
      const inner = merge(isRecord(existing) ? existing : {}, value);
      if (!inner) return undefined;
      merged.set(key, inner);
    } else if (key === 'finalizers' && Array.isArray(existing)) {
      const added = Array.isArray(value) ? value : [];
      merged.set(key, [...new Set([...existing, ...added])]);
    } else {
      merged.set(key, value);
    }
  }
  return Object.fromEntries(merged);
}
