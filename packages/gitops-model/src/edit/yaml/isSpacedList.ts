import type { YAMLSeq } from 'yaml';
import { dashesOf } from './YamlTarget';

/** Whether a blank line sets the items of a list apart; one item does not tell. */
export function isSpacedList(text: string, list: YAMLSeq): boolean {
  const [first, ...others] = dashesOf(list);
  return (
    others.length > 0 &&
    others.every((dash, at) =>
      /\n[ \t]*\r?\n([ \t]*#[^\n]*\n)*[ \t]*$/.test(
        text.slice(others[at - 1] ?? first, dash),
      ),
    )
  );
}
