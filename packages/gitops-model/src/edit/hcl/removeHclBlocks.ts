import type { HclBlock } from './HclBlock';

/**
 * Takes blocks out of an HCL file, each with the comment right above it and
 * one blank line; every other byte stays.
 */
export function removeHclBlocks(
  text: string,
  blocks: readonly Pick<HclBlock, 'start' | 'end'>[],
): string {
  return [...blocks]
    .sort((one, other) => other.start - one.start)
    .reduce(removeOne, text);
}

function removeOne(
  text: string,
  block: Pick<HclBlock, 'start' | 'end'>,
): string {
  const lineBreak = text.indexOf('\n', block.end);
  const before = text.slice(0, startOfComment(text, block.start));
  if (lineBreak === -1) return before.trimEnd();
  const after = text.slice(lineBreak + 1);
  const blank = /(?:^|(?<=\n))\r?\n$/;
  return blank.test(before)
    ? `${before.replace(blank, '')}${after}`
    : `${before}${after.replace(/^\r?\n/, '')}`;
}

/** Offset of the first line of the comments that touch the block. */
function startOfComment(text: string, start: number): number {
  let line = text.lastIndexOf('\n', start - 1) + 1;
  while (line > 0) {
    const above = text.lastIndexOf('\n', line - 2) + 1;
    if (!/^\s*(?:#|\/\/)/.test(text.slice(above, line))) break;
    line = above;
  }
  return line;
}
