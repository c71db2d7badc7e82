import type { YamlDocument } from '../documents/parseYaml';
import type { Manifest } from '../manifests/Manifest';
import { isSame } from './isSame';

/** Deeper objects count as different. */
const maxDepth = 100;

/** Whether two objects say the same at the same places, down to the line. */
export function isSameManifest(
  one: Manifest | undefined,
  other: Manifest | undefined,
): boolean {
  if (one === other) return true;
  if (!one || !other) return false;
  const { value, document, ...rest } = one;
  const { value: otherValue, document: otherDocument, ...otherRest } = other;
  return (
    isSame(rest, otherRest) &&
    document.line === otherDocument.line &&
    isSameTree(
      { value, document },
      { value: otherValue, document: otherDocument },
    )
  );
}

interface Tree {
  value: unknown;
  document: YamlDocument;
}

function isSameTree(one: Tree, other: Tree, depth = 0): boolean {
  if (Object.is(one.value, other.value) && one.document === other.document) {
    return true;
  }
  const { value, document } = one;
  const { value: otherValue, document: otherDocument } = other;
  if (
    typeof value !== 'object' ||
    typeof otherValue !== 'object' ||
    value === null ||
    otherValue === null
  ) {
    return Object.is(value, otherValue);
  }
  const entries = Object.entries(value);
  const others = Object.entries(otherValue);
  return (
    depth <= maxDepth &&
    Array.isArray(value) === Array.isArray(otherValue) &&
    entries.length === others.length &&
    document.lines.get(value) === otherDocument.lines.get(otherValue) &&
    isSame(
      document.textLines.get(value),
      otherDocument.textLines.get(otherValue),
    ) &&
    entries.every(
      ([key, child], index) =>
        key === others[index][0] &&
        isSameTree(
          { value: child, document },
          { value: others[index][1], document: otherDocument },
          depth + 1,
        ),
    )
  );
}
