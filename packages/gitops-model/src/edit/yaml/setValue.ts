import { isRecord } from '../../read/isRecord';
import type { YamlEdit } from './YamlEdit';
import type { YamlPath, YamlValue } from './YamlValue';

/**
 * The edit that makes a place of a document hold a scalar, with the maps that
 * lead there; `undefined` where it holds it already. A number and its text are
 * the same, so that nothing is quoted anew.
 */
export function setValue(
  document: unknown,
  path: YamlPath,
  value: string | number | boolean,
): YamlEdit | undefined {
  let here = document;
  for (const [depth, key] of path.entries()) {
    const next = childOf(here, key);
    if (next === undefined && typeof key === 'string') {
      const rest = path.slice(depth + 1);
      return {
        kind: 'insert-entry',
        path: path.slice(0, depth),
        key,
        value: nested(rest, value),
      };
    }
    here = next;
  }
  return isScalar(here) && String(here) === String(value)
    ? undefined
    : { kind: 'replace-scalar', path, value };
}

/** What stands at a place of a document. */
export function valueAt(document: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(childOf, document);
}

function childOf(parent: unknown, key: string | number): unknown {
  if (Array.isArray(parent)) {
    return typeof key === 'number' ? parent[key] : undefined;
  }
  return isRecord(parent) && Object.hasOwn(parent, key)
    ? parent[key]
    : undefined;
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function nested(path: YamlPath, value: YamlValue): YamlValue {
  return path.reduceRight<YamlValue>(
    (inner, key) => ({ [String(key)]: inner }),
    value,
  );
}
