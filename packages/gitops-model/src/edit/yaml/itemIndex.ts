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
  const like = grouped ? lastOfGroup(texts, value) : -1;
  return like === -1 ? texts.length : like + 1;
}

function isSorted(texts: (string | undefined)[]): texts is string[] {
  return texts.every(
    (text, at) => text !== undefined && (texts[at - 1] ?? '') <= text,
  );
}

/** The last path that lies in the same directory and ends alike, as those of a group in a list do; without one the last of the directory. */
function lastOfGroup(
  texts: readonly (string | undefined)[],
  value: string,
): number {
  const [directory] = /^.*\//.exec(value) ?? [];
  const [ending] = /-[^-/]*$/.exec(value) ?? [];
  if (directory === undefined) return -1;
  const lastWhere = (isLike: (text: string) => boolean) =>
    texts.findLastIndex(
      text => text?.startsWith(directory) === true && isLike(text),
    );
  const alike =
    ending === undefined ? -1 : lastWhere(text => text.endsWith(ending));
  return alike === -1 ? lastWhere(() => true) : alike;
}
