import type { YamlSplice, YamlTarget } from './YamlTarget';

/** Inserts lines behind the line that `after` lies on. */
export function insertLines(
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

/** Rendered lines as they stand at a column, with the document's line ends. */
export function indented(
  { style }: YamlTarget,
  rendered: string,
  indent: number,
): string {
  return rendered
    .split('\n')
    .map(line => (line === '' ? '' : `${' '.repeat(indent)}${line}`))
    .join(style.lineEnd);
}
