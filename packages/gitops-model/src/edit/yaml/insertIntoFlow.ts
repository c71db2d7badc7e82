import { isNode, isPair, type YAMLMap, type YAMLSeq } from 'yaml';
import { endOf, startOf, type YamlSplice, type YamlTarget } from './YamlTarget';

/** One more item or entry between brackets, before the one at `next` or last. */
export function insertIntoFlow(
  { text }: YamlTarget,
  collection: YAMLMap | YAMLSeq,
  rendered: string,
  next = -1,
): YamlSplice | undefined {
  const count = collection.items.length;
  if (!collection.range) return undefined;
  if (count === 0) {
    const start = collection.range[0] + 1;
    const blank = /^[ \t]*(?=[\]}])/.exec(text.slice(start));
    return blank
      ? { start, end: start + blank[0].length, text: rendered, index: 0 }
      : undefined;
  }
  const follower: unknown = collection.items[next];
  if (isPair(follower) && isNode(follower.key)) {
    const start = startOf(follower.key);
    return { start, end: start, text: `${rendered}, `, index: next };
  }
  const at = endOf(collection, true);
  return { start: at, end: at, text: `, ${rendered}`, index: count };
}
