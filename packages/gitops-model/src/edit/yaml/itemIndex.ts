import { isScalar, type YAMLSeq } from 'yaml';
import type { YamlEdit } from './YamlEdit';

type Insertion = Extract<YamlEdit, { kind: 'insert-item' }>;

/** Where in a list a new item goes. */
export function itemIndex(
  list: YAMLSeq,
  { value, sorted = false, grouped = false }: Insertion,
): number {
  const texts = list.items.map(item =>
    isScalar(item) && typeof item.value === 'string' ? item.value : undefined,
  );
  if (typeof value !== 'string') return texts.length;
  if (sorted && isSorted(texts)) {
    const found = texts.findIndex(text => text > value);
    return found === -1 ? texts.length : found;
  }
  const like = grouped
    ? texts.findLastIndex(text => isLike(text ?? '', value))
    : -1;
  return like === -1 ? texts.length : like + 1;
}

function isSorted(texts: (string | undefined)[]): texts is string[] {
  return texts.every(
    (text, at) => text !== undefined && (texts[at - 1] ?? '') <= text,
  );
}

/** Whether two paths lie in one directory and end alike, as those of a group in a list do. */
function isLike(one: string, other: string): boolean {
  const [directory] = /^.*\//.exec(other) ?? [];
  const [ending] = /-[^-/]*$/.exec(other) ?? [];
  return (
    directory !== undefined &&
    ending !== undefined &&
    one.startsWith(directory) &&
    one.endsWith(ending)
  );
}
