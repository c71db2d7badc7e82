import { mostFrequent } from '../mostFrequent';

/** How a directory's files write their JSON, as far as a new file has a choice. */
export interface JsonStyle {
  /** What a level is indented by. */
  indent: string;
  /** Lists stand on one line. */
  inlineLists: boolean;
  finalNewline: boolean;
  lineEnd: '\n' | '\r\n';
}

/** What the majority of `texts` does; without any, what most repositories do. */
export function detectJsonStyle(texts: readonly string[]): JsonStyle {
  const indents = texts.flatMap(
    text => /^\s*\{\r?\n([ \t]+)"/.exec(text)?.[1] ?? [],
  );
  return {
    indent: mostFrequent(indents) ?? '  ',
    inlineLists: countIn(texts, /\[[ \t]*"/g) > countIn(texts, /\[\s*\n/g),
    finalNewline:
      texts.length === 0 || isUsual(texts, text => text.endsWith('\n')),
    lineEnd: isUsual(texts, text => text.includes('\r\n')) ? '\r\n' : '\n',
  };
}

function countIn(texts: readonly string[], pattern: RegExp): number {
  return texts.flatMap(text => text.match(pattern) ?? []).length;
}

function isUsual(
  texts: readonly string[],
  vote: (text: string) => boolean,
): boolean {
  return texts.filter(vote).length * 2 > texts.length;
}
