import type { JsonStyle } from './JsonStyle';

export type JsonValue = string | boolean | readonly string[];

/** One object of a file of its own. */
export function emitJson(
  value: Readonly<Record<string, JsonValue>>,
  style: JsonStyle,
): string {
  const { indent, lineEnd } = style;
  const lines = Object.entries(value).map(
    ([key, item]) =>
      `${indent}${JSON.stringify(key)}: ${emitValue(item, style)}`,
  );
  const end = style.finalNewline ? lineEnd : '';
  return `{${lineEnd}${lines.join(`,${lineEnd}`)}${lineEnd}}${end}`;
}

function emitValue(
  value: JsonValue,
  { indent, inlineLists, lineEnd }: JsonStyle,
): string {
  if (typeof value === 'string' || typeof value === 'boolean') {
    return JSON.stringify(value);
  }
  const items = value.map(item => JSON.stringify(item));
  if (inlineLists || items.length === 0) return `[${items.join(', ')}]`;
  const lines = items.map(item => `${indent}${indent}${item}`);
  return `[${lineEnd}${lines.join(`,${lineEnd}`)}${lineEnd}${indent}]`;
}
