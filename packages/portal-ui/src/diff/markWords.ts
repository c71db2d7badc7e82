import { diffWordsWithSpace } from 'diff';
import { DiffRow } from './DiffRow';

export interface TextPart {
  text: string;
  /** Whether this part differs from the line's counterpart. */
  marked: boolean;
}

/** Longer lines are shown without marks. */
const longestMarkedLine = 500;

/** Parts of a line, those marked that its counterpart does not have. */
export function markWords(row: DiffRow): TextPart[] {
  const { text, counterpart } = row;
  if (
    counterpart === undefined ||
    text.length > longestMarkedLine ||
    counterpart.length > longestMarkedLine
  ) {
    return [{ text, marked: false }];
  }
  const [before, after] =
    row.kind === 'removed' ? [text, counterpart] : [counterpart, text];
  const absent = row.kind === 'removed' ? 'added' : 'removed';
  const parts = diffWordsWithSpace(before, after)
    .filter(part => !part[absent])
    .map(part => ({ text: part.value, marked: part.added || part.removed }));
  const saysNothing = parts.every(part => part.marked);
  return saysNothing ? [{ text, marked: false }] : parts;
}
