import { isNode, isSeq, type YAMLSeq } from 'yaml';
import { isSpacedList } from './isSpacedList';
import {
  dashesOf,
  endOf,
  nodeAt,
  startOf,
  type YamlSplice,
  type YamlTarget,
} from './YamlTarget';
import type { YamlPath } from './YamlValue';

/** Comments between the key of a list and its first item. */
const commentsBelowKey = /:((?:\r?\n[ \t]*(?:#[^\r\n]*)?)*)$/;

/** Takes one item out of a list, with the lines it stands on; the last one leaves `[]`. */
export function removeItem(
  target: YamlTarget,
  path: YamlPath,
  index: number,
): YamlSplice | undefined {
  const list = nodeAt(target, path);
  if (!isSeq(list)) return undefined;
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
  const item = list.items[index];
  if (!isNode(item)) return undefined;
  const dash = dashesOf(list)[index];
  const lineStart = text.lastIndexOf('\n', dash - 1) + 1;
  const isAlone = text.slice(lineStart, dash).trim() === '';
  if (!isAlone) return undefined;
  const lineEnd = text.indexOf('\n', Math.max(endOf(item) - 1, dash));
  const isSpaced = isSpacedList(text, list);
  const end =
    lineEnd === -1
      ? text.length
      : lineEnd + 1 + blankBelow(text, lineEnd + 1, isSpaced && index === 0);
  const start = lineStart - blankAbove(text, lineStart, isSpaced && index > 0);
  if (list.items.length === 1) {
    const lineBefore = start - style.lineEnd.length;
    const comments = commentsBelowKey.exec(text.slice(0, lineBefore))?.[1];
    return comments === undefined
      ? undefined
      : {
          start: lineBefore - comments.length,
          end,
          text: ` []${comments}${lineEnd === -1 ? '' : style.lineEnd}`,
          index,
        };
  }
  // A missing final newline stays missing.
  return lineEnd === -1
    ? { start: start - style.lineEnd.length, end, text: '', index }
    : { start, end, text: '', index };
}

/** Length of the blank line that ends before an offset; none where nothing of the kind is to go. */
function blankAbove(text: string, offset: number, isToGo: boolean): number {
  return isToGo
    ? (/\n([ \t]*\r?\n)$/.exec(text.slice(0, offset))?.[1].length ?? 0)
    : 0;
}

/** The same of one that begins there. */
function blankBelow(text: string, offset: number, isToGo: boolean): number {
  return isToGo
    ? (/^[ \t]*\r?\n/.exec(text.slice(offset))?.[0].length ?? 0)
    : 0;
}
