import { diffArrays } from 'diff';
import { DiffRow } from './DiffRow';
import { FileChange } from './FileChange';

/** With more changed lines a file is shown as replaced whole: the search for the smallest diff would freeze the page. */
const mostEdits = 600;

interface Block {
  kind: DiffRow['kind'];
  lines: string[];
}

/** Lines of the unified diff of one file, with all of its context. */
export function buildDiffRows(change: FileChange): DiffRow[] {
  const rows: DiffRow[] = [];
  let before = 0;
  let after = 0;
  const blocks = diffBlocks(change);
  blocks.forEach((block, index) => {
    const counterparts = counterpartsOf(blocks, index);
    block.lines.forEach((line, position) => {
      const hasFeed = line.endsWith('\n');
      rows.push({
        kind: block.kind,
        before: block.kind === 'added' ? undefined : ++before,
        after: block.kind === 'removed' ? undefined : ++after,
        text: hasFeed ? line.slice(0, -1) : line,
        counterpart: counterparts?.[position].replace(/\n$/, ''),
        lacksNewline: !hasFeed,
      });
    });
  });
  return rows;
}

function diffBlocks(change: FileChange): Block[] {
  switch (change.kind) {
    case 'create':
      return [{ kind: 'added', lines: splitLines(change.after) }];
    case 'delete':
      return [{ kind: 'removed', lines: splitLines(change.before) }];
    default: {
      const before = splitLines(change.before);
      const after = splitLines(change.after);
      const parts = diffArrays(before, after, { maxEditLength: mostEdits });
      if (!parts) {
        return [
          { kind: 'removed', lines: before },
          { kind: 'added', lines: after },
        ];
      }
      return parts.map(part => ({
        kind: kindOfPart(part),
        lines: part.value,
      }));
    }
  }
}

function kindOfPart(part: { added: boolean; removed: boolean }) {
  if (part.added) {
    return 'added';
  }
  return part.removed ? 'removed' : 'context';
}

/** Lines keep their line feeds, so that a missing last one is a difference. */
function splitLines(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

/** Removed lines pair with the added ones after them if they are as many. */
function counterpartsOf(blocks: Block[], index: number): string[] | undefined {
  const block = blocks[index];
  const partner =
    block.kind === 'removed' ? blocks[index + 1] : blocks[index - 1];
  const wanted = block.kind === 'removed' ? 'added' : 'removed';
  const pairs =
    block.kind !== 'context' &&
    partner?.kind === wanted &&
    partner.lines.length === block.lines.length;
  return pairs ? partner.lines : undefined;
}
