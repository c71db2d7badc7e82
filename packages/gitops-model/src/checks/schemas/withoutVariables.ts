import { isRecord } from '../../read/isRecord';
import type { SchemaProblem } from './ManifestSchema';

/**
 * Problems of a manifest but for those of texts that hold a variable, which Flux
 * replaces before anybody reads them, and those that such a text may solve.
 */
export function withoutVariables(
  problems: readonly SchemaProblem[],
  manifest: Readonly<Record<string, unknown>>,
): SchemaProblem[] {
  return problems.filter(({ path, isJoint }) => {
    const value = valueAt(manifest, path);
    const texts = isJoint
      ? [value, valueAt(manifest, path.slice(0, -1))].map(part =>
          JSON.stringify(part),
        )
      : [value];
    return !texts.some(text => typeof text === 'string' && text.includes('${'));
  });
}

function valueAt(manifest: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((found, key) => {
    if (Array.isArray(found)) return found[Number(key)];
    return isRecord(found) ? found[key] : undefined;
  }, manifest);
}
