import { isNode, isSeq, type YAMLSeq } from 'yaml';
import {
  endOf,
  nodeAt,
  startOf,
  type YamlSplice,
  type YamlTarget,
} from './YamlTarget';
import type { YamlPath } from './YamlValue';

/** Takes one item out of a list, with the lines it stands on; the last one leaves `[]`. */
export function removeItem(
  target: YamlTarget,
  path: YamlPath,
  index: number,
): YamlSplice | undefined {
  const list = nodeAt(target, path);
  if (!isSeq(list) || index < 0 || index >= list.items.length) return undefined;
  return list.flow ? outOfFlow(list, index) : outOfBlock(target, list, index);
}

function outOfFlow(list: YAMLSeq, index: number): YamlSplice | undefined {
  const item = list.items[index];
  const next = list.items[index + 1];
  const before = list.items[index - 1];
  if (!isNode(item)) return undefined;
  if (isNode(next)) {
    return { start: startOf(item), end: startOf(next), text: '', index };
  }
  const start = isNode(before) ? endOf(before) : startOf(item);
  return { start, end: endOf(item), text: '', index };
}

function outOfBlock(
  { text, style }: YamlTarget,
  list: YAMLSeq,
  index: number,
): YamlSplice | undefined {
  const token = list.srcToken;
  const item = list.items[index];
  if (token?.type !== 'block-seq' || !isNode(item)) return undefined;
  const dashes = token.items.flatMap(
    ({ start }) => start.find(({ type }) => type === 'seq-item-ind') ?? [],
  );
  const dash = dashes[index];
  if (!dash) return undefined;
  const start = text.lastIndexOf('\n', dash.offset - 1) + 1;
  const isAlone = text.slice(start, dash.offset).trim() === '';
  if (!isAlone) return undefined;
  const lineEnd = text.indexOf('\n', Math.max(endOf(item) - 1, dash.offset));
  const end = lineEnd === -1 ? text.length : lineEnd + 1;
  if (list.items.length === 1) {
    const keyEnd = start - style.lineEnd.length;
    return text.slice(0, keyEnd).endsWith(':')
      ? {
          start: keyEnd,
          end,
          text: ` []${lineEnd === -1 ? '' : style.lineEnd}`,
          index,
        }
      : undefined;
  }
  // A missing final newline stays missing.
  return lineEnd === -1
    ? { start: start - style.lineEnd.length, end, text: '', index }
    : { start, end, text: '', index };
}
