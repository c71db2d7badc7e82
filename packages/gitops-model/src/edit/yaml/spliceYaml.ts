import {
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { renderFlowYaml, renderYaml } from './emitYaml';
import { isSpacedList } from './isSpacedList';
import { itemIndex } from './itemIndex';
import { removeEntry } from './removeEntry';
import { removeItem } from './removeItem';
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
import type { YamlPath, YamlValue } from './YamlValue';

/** Finds the bytes that an edit touches; `undefined` where it cannot be made. */
export function spliceYaml(
  target: YamlTarget,
  edit: YamlEdit,
): YamlSplice | undefined {
  switch (edit.kind) {
    case 'insert-item':
      return insertItem(target, edit);
    case 'insert-entry':
      return insertEntry(target, edit);
    case 'remove-item':
      return removeItem(target, edit.path, edit.index);
    case 'remove-entry':
      return removeEntry(target, edit.path, edit.key);
    case 'replace-scalar':
    default:
      return replaceScalar(target, edit.path, edit.value);
  }
}

function insertItem(
  target: YamlTarget,
  edit: Extract<YamlEdit, { kind: 'insert-item' }>,
): YamlSplice | undefined {
  const { path, value } = edit;
  const list = nodeAt(target, path);
  if (isSeq(list)) {
    return list.flow
      ? intoFlow(target, list, renderFlowYaml(value, target.style.singleQuotes))
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
  return insertLines(target, endOf(list), itemText(target, value), indent, 0);
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

function insertEntry(
  target: YamlTarget,
  {
    path,
    key,
    value,
    after,
    before = [],
  }: Omit<Extract<YamlEdit, { kind: 'insert-entry' }>, 'kind'>,
): YamlSplice | undefined {
  const map = nodeAt(target, path);
  const entry = { [key]: value };
  const parent = nodeAt(target, path.slice(0, -1));
  if (isScalar(map) && map.source === '' && isMap(parent) && !parent.flow) {
    const indent = columnOf(target.text, startOf(parent)) + 2;
    const lines = renderYaml(entry, target.style);
    return insertLines(target, endOf(map), lines, indent, 0);
  }
  if (!isMap(map) || map.has(key)) return undefined;
  const next =
    after === undefined
      ? map.items.findIndex(
          item => isScalar(item.key) && before.includes(String(item.key.value)),
        )
      : -1;
  if (map.flow) {
    const flow = renderFlowYaml(entry, target.style.singleQuotes);
    return intoFlow(target, map, flow.replace(/^\{\s*|\s*\}$/g, ''), next);
  }
  const quotes =
    typeof value === 'string'
      ? siblingQuotes(map.items.map(item => item.value))
      : undefined;
  const lines = renderYaml(entry, target.style, quotes);
  const column = columnOf(target.text, startOf(map));
  if (next === 0) return beforeFirst(target, map, lines, column);
  const last = entryBefore(map, next, after);
  if (!isNode(last)) return undefined;
  return insertLines(
    target,
    behindComments(target.text, endOf(last), column),
    `${isSpaced(target, path, key) ? '\n' : ''}${lines}`,
    column,
    0,
  );
}

/** What a new entry stands behind; one without a value ends with its key. */
function entryBefore(
  map: YAMLMap,
  next: number,
  after: string | undefined,
): unknown {
  if (next === -1) return after === undefined ? map : map.get(after, true);
  const { key, value } = map.items[next - 1];
  return value ?? key;
}

/** Comments right above the first entry of a map stay with it. */
function beforeFirst(
  { text, style }: YamlTarget,
  map: YAMLMap,
  rendered: string,
  column: number,
): YamlSplice {
  const first = startOf(map);
  const comments =
    text.slice(first - column, first).trim() === ''
      ? /(?:(?<=\n) *#[^\n]*\n)+$/.exec(text.slice(0, first - column))?.[0]
      : undefined;
  const start = comments === undefined ? first : first - comments.length;
  const lines = rendered
    .split('\n')
    .join(`${style.lineEnd}${' '.repeat(column)}`);
  return {
    start,
    end: start,
    text: `${lines}${style.lineEnd}${' '.repeat(column)}`,
    index: 0,
  };
}

/** Whether a blank line sets a new entry of the document apart, as it does this one elsewhere or all others here. */
function isSpaced(
  { style: { spacedKeys }, document }: YamlTarget,
  path: YamlPath,
  key: string,
): boolean {
  if (path.length > 0 || !spacedKeys || !isMap(document.contents)) return false;
  const [, ...others] = document.contents.items.map(({ key: other }) =>
    isScalar(other) ? String(other.value) : '',
  );
  return (
    spacedKeys.has(key) ||
    (others.length > 1 && others.every(other => spacedKeys.has(other)))
  );
}

/** Comments that stand deeper than an entry belong to the one before them. */
function behindComments(text: string, offset: number, column: number): number {
  const comments = new RegExp(`[^\\n]*(?:\\n {${column + 1},}#[^\\n]*)+`, 'y');
  // From the last character on: that of a block scalar is a line break.
  comments.lastIndex = offset - 1;
  return comments.test(text) ? comments.lastIndex : offset;
}

function replaceScalar(
  { text, style, ...target }: YamlTarget,
  path: YamlPath,
  value: string | number | boolean,
): YamlSplice | undefined {
  const node = nodeAt({ text, style, ...target }, path);
  if (!isScalar(node) || !node.range || node.type?.startsWith('BLOCK')) {
    return undefined;
  }
  const [start, end] = node.range;
  const quoted = text[start] === '"' || text[start] === "'";
  if (quoted && typeof value === 'string') {
    const single = text[start] === "'" && !/[^\x20-\x7e]/.test(value);
    const replaced = single
      ? `'${value.replaceAll("'", "''")}'`
      : JSON.stringify(value);
    return { start, end, text: replaced, index: 0 };
  }
  const replaced = renderFlowYaml(value, style.singleQuotes);
  return { start, end, text: replaced, index: 0 };
}

function intoFlow(
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

/** Inserts lines behind the line that `after` lies on. */
function insertLines(
  target: YamlTarget,
  after: number,
  rendered: string,
  indent: number,
  index: number,
): YamlSplice {
  const { text, style } = target;
  const lines = indented(target, rendered, indent);
  if (text[after - 1] === '\n') {
    const added = `${lines}${style.lineEnd}`;
    return { start: after, end: after, text: added, index };
  }
  const lineEnd = text.indexOf('\n', after);
  return lineEnd === -1
    ? {
        start: text.length,
        end: text.length,
        text: `${style.lineEnd}${lines}`,
        index,
      }
    : {
        start: lineEnd + 1,
        end: lineEnd + 1,
        text: `${lines}${style.lineEnd}`,
        index,
      };
}

function itemText({ style }: YamlTarget, value: YamlValue): string {
  return renderYaml([value], style);
}

function indented(
  { style }: YamlTarget,
  rendered: string,
  indent: number,
): string {
  return rendered
    .split('\n')
    .map(line => (line === '' ? '' : `${' '.repeat(indent)}${line}`))
    .join(style.lineEnd);
}
