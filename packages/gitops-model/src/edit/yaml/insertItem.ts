import { isMap, isNode, isScalar, isSeq, type YAMLSeq } from 'yaml';
import { renderFlowYaml, renderYaml } from './emitYaml';
import { insertEntry } from './insertEntry';
import { insertIntoFlow } from './insertIntoFlow';
import { indented, insertLines } from './insertLines';
import { isSpacedList } from './isSpacedList';
import { itemIndex } from './itemIndex';
import { siblingQuotes } from './siblingQuotes';
import type { YamlEdit } from './YamlEdit';
import {
  columnOf,
  dashesOf,
  endOf,
  nodeAt,
  startOf,
  type YamlSplice,
  type YamlTarget,
} from './YamlTarget';
import type { YamlValue } from './YamlValue';

/** One more item of a list, which is begun where there is none. */
export function insertItem(
  target: YamlTarget,
  edit: Extract<YamlEdit, { kind: 'insert-item' }>,
): YamlSplice | undefined {
  const { path, value } = edit;
  const list = nodeAt(target, path);
  if (isSeq(list)) {
    return list.flow
      ? insertIntoFlow(
          target,
          list,
          renderFlowYaml(value, target.style.singleQuotes),
        )
      : intoBlockList(target, list, value, itemIndex(list, edit));
  }
  const parentPath = path.slice(0, -1);
  const key = path.at(-1);
  if (typeof key !== 'string') return undefined;
  if (list === undefined) {
    return insertEntry(target, { path: parentPath, key, value: [value] });
  }
  const parent = nodeAt(target, parentPath);
  if (!isScalar(list) || list.source !== '' || !isMap(parent)) return undefined;
  const indent =
    columnOf(target.text, startOf(parent)) + (target.style.indentLists ? 2 : 0);
  return insertLines(
    target,
    endOf(list),
    renderYaml([value], target.style),
    indent,
    0,
  );
}

function intoBlockList(
  target: YamlTarget,
  list: YAMLSeq,
  value: YamlValue,
  index: number,
): YamlSplice | undefined {
  const [dash] = dashesOf(list);
  const indent = columnOf(target.text, dash);
  const quotes =
    typeof value === 'string' ? siblingQuotes(list.items) : undefined;
  const item = renderYaml([value], target.style, quotes);
  const before = list.items[index - 1];
  const blank = isSpacedList(target.text, list) ? '\n' : '';
  if (index > 0) {
    return isNode(before)
      ? insertLines(target, endOf(before), `${blank}${item}`, indent, index)
      : undefined;
  }
  const lines = indented(target, `${item}${blank}`, indent);
  return {
    start: dash,
    end: dash,
    text: `${lines.trimStart()}${target.style.lineEnd}${' '.repeat(indent)}`,
    index,
  };
}
