const zeroWidthSpace = '\u200B';

/**
 * Text of a user as the forge may show it: one line without control and
 * direction characters, in which nothing mentions, closes, links or opens a
 * tag. A character of no width breaks what would.
 *
 * @param limit - Longest result, in UTF-16 units before breaking.
 */
export function inertText(text: string, limit = 500): string {
  // Unpaired surrogates, controls, formats and private use are all \p{C}.
  const line = text.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim();
  const short =
    line.length > limit
      ? `${line.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '')}…`
      : line;
  return short
    .replace(/[@#<!]/g, `$&${zeroWidthSpace}`)
    .replace(/\bgh-/gi, `$&${zeroWidthSpace}`)
    .replace(/:\/\//g, `:${zeroWidthSpace}//`)
    .replace(/\bwww\./gi, `$&${zeroWidthSpace}`)
    .replace(/^\//, `${zeroWidthSpace}/`);
}

/** Inert text as a code span, which may stand in a cell of a table. */
export function inertCode(text: string, limit?: number): string {
  const inert = inertText(text, limit).replaceAll('|', '\\|');
  if (inert === '') {
    return '–';
  }
  const longest = Math.max(
    0,
    ...(inert.match(/`+/g) ?? []).map(run => run.length),
  );
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${inert} ${fence}`;
}

/** Inert text as prose: Markdown's own characters are escaped. */
export function inertProse(text: string, limit?: number): string {
  return inertText(text, limit).replace(/[\\`*_{}[\]()|~>]/g, '\\$&');
}
