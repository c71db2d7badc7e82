/** The parts of an id in which blanks and underscores stand for one another. */
export function toTokens(text: string): string[] {
  return text.split(/[\s_]+/).filter(Boolean);
}

/** What stands before the tokens of `end`; `undefined` where the id does not end with them. */
export function cutEnd(
  id: readonly string[],
  end: readonly string[],
): string[] | undefined {
  const start = id.length - end.length;
  return end.length > 0 &&
    start >= 0 &&
    end.every((token, index) => token === id[start + index])
    ? id.slice(0, start)
    : undefined;
}
