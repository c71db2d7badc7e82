import {
  type Document,
  isCollection,
  isNode,
  isPair,
  type Node,
  type YAMLSeq,
} from 'yaml';
import type { YamlPath } from './YamlValue';
import type { YamlStyle } from './YamlStyle';

/** Text to put in place of a range of the old text. */
export interface YamlSplice {
  start: number;
  end: number;
  text: string;
  /** Where an inserted item comes to stand in its list. */
  index: number;
}

/** A document that is edited. */
export interface YamlTarget {
  text: string;
  document: Document.Parsed;
  style: YamlStyle;
}

/** The node at a path, where it is one. */
export function nodeAt(
  { document }: YamlTarget,
  path: YamlPath,
): Node | undefined {
  const node: unknown = document.getIn(path, true);
  return isNode(node) ? node : undefined;
}

/** How far a character stands from the start of its line. */
export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** Offset of a node's first character. */
export function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** Offsets of the dashes of a list that is written in lines. */
export function dashesOf({ srcToken }: YAMLSeq): number[] {
  return srcToken?.type === 'block-seq'
    ? srcToken.items.flatMap(({ start }) =>
        start
          .filter(({ type }) => type === 'seq-item-ind')
          .map(({ offset }) => offset),
      )
    : [];
}

/**
 * Offset behind the last character of a node that is not comment or blank. A
 * collection's own range would reach over trailing comments.
 */
export function endOf(node: Node, inside = false): number {
  if (isCollection(node) && (inside || !node.flow)) {
    const last: unknown = node.items.at(-1);
    const end = isPair(last) ? (last.value ?? last.key) : last;
    if (isNode(end)) return endOf(end);
  }
  return node.range?.[1] ?? 0;
}
