import { isMap, isNode, isScalar, type Pair, type YAMLMap } from 'yaml';
import {
  endOf,
  nodeAt,
  startOf,
  type YamlSplice,
  type YamlTarget,
} from './YamlTarget';
import type { YamlPath } from './YamlValue';

/** Takes one entry out of a map, with the lines it stands on; the last one leaves `{}`. */
export function removeEntry(
  target: YamlTarget,
  path: YamlPath,
  key: string,
): YamlSplice | undefined {
  const map = nodeAt(target, path);
  if (!isMap(map)) return undefined;
  const index = map.items.findIndex(
    ({ key: other }) => isScalar(other) && other.value === key,
  );
  return map.flow ? outOfFlow(map, index) : outOfBlock(target, map, index);
}

function outOfFlow(map: YAMLMap, index: number): YamlSplice | undefined {
  const [before, pair, next] = [index - 1, index, index + 1].map(at =>
    rangeOf(map.items[at]),
  );
  if (!pair) return undefined;
  if (next) return { start: pair.start, end: next.start, text: '', index };
  return { start: before?.end ?? pair.start, end: pair.end, text: '', index };
}

function outOfBlock(
  { text, style }: YamlTarget,
  map: YAMLMap,
  index: number,
): YamlSplice | undefined {
  const pair = rangeOf(map.items[index]);
  if (!pair) return undefined;
  const start = text.lastIndexOf('\n', pair.start - 1) + 1;
  if (text.slice(start, pair.start).trim() !== '') return undefined;
  const lineEnd = text.indexOf('\n', Math.max(pair.end - 1, pair.start));
  const end = lineEnd === -1 ? text.length : lineEnd + 1;
  const lineBefore = start - style.lineEnd.length;
  if (map.items.length === 1) {
    return text.slice(0, lineBefore).endsWith(':')
      ? {
          start: lineBefore,
          end,
          text: ` {}${lineEnd === -1 ? '' : style.lineEnd}`,
          index,
        }
      : undefined;
  }
  // A missing final newline stays missing.
  return { start: lineEnd === -1 ? lineBefore : start, end, text: '', index };
}

function rangeOf(
  pair: Pair | undefined,
): { start: number; end: number } | undefined {
  if (!pair || !isNode(pair.key)) return undefined;
  const last = isNode(pair.value) ? pair.value : pair.key;
  return { start: startOf(pair.key), end: endOf(last) };
}
