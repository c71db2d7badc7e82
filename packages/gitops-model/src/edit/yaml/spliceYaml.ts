import { isScalar } from 'yaml';
import { renderFlowYaml } from './emitYaml';
import { insertEntry } from './insertEntry';
import { insertItem } from './insertItem';
import { removeEntry } from './removeEntry';
import { removeItem } from './removeItem';
import type { YamlEdit } from './YamlEdit';
import { nodeAt, type YamlSplice, type YamlTarget } from './YamlTarget';
import type { YamlPath } from './YamlValue';

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
