import { isMap, isNode, isScalar, type YAMLMap } from 'yaml';
import { renderFlowYaml, renderYaml } from './emitYaml';
import { insertIntoFlow } from './insertIntoFlow';
import { insertLines } from './insertLines';
import { siblingQuotes } from './siblingQuotes';
import type { YamlEdit } from './YamlEdit';
import {
  columnOf,
  endOf,
  nodeAt,
  startOf,
  type YamlSplice,
  type YamlTarget,
} from './YamlTarget';
import type { YamlPath } from './YamlValue';

/** One more entry of a map, in its place among those that are there. */
export function insertEntry(
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
    return insertIntoFlow(
      target,
      map,
      flow.replace(/^\{\s*|\s*\}$/g, ''),
      next,
    );
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
