import { isRecord } from '../../read/isRecord';
import { keysBehind } from './keyOrder';
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
  const here = valueAt(document, path);
  if (here === undefined) return addValue(document, path, value);
  return isScalar(here) && String(here) === String(value)
    ? undefined
    : { kind: 'replace-scalar', path, value };
}

/** The edit that adds an entry with the maps that lead there; `undefined` where it is there. */
export function addValue(
  document: unknown,
  path: YamlPath,
  value: YamlValue,
): YamlEdit | undefined {
  const depth = path.findIndex(
    (_key, at) => valueAt(document, path.slice(0, at + 1)) === undefined,
  );
  if (depth === -1) return undefined;
  return {
    kind: 'insert-entry',
    path: path.slice(0, depth),
    key: String(path[depth]),
    before: keysBehind(String(path[depth])),
    value: path
      .slice(depth + 1)
      .reduceRight<YamlValue>(
        (inner, key) => ({ [String(key)]: inner }),
        value,
      ),
  };
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
