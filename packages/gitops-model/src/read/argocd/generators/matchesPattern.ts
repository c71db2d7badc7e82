type Token = '*' | ((character: string) => boolean);

const parsed = new Map<string, Token[] | undefined>();

/**
 * Whether a pattern with `*`, `?`, `[a-z]`, `[^a-z]` and `\` matches a whole
 * text, in time proportional to both. A malformed pattern matches nothing.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  if (!parsed.has(pattern)) parsed.set(pattern, parse(pattern));
  const tokens = parsed.get(pattern);
  if (!tokens) return false;
  let at = 0;
  let token = 0;
  /** Where to go on when the last `*` takes one character more. */
  let retry: { at: number; token: number } | undefined;
  while (at < text.length || token < tokens.length) {
    const test = tokens[token];
    if (test === '*') {
      retry = { at, token: token + 1 };
      token += 1;
    } else if (at < text.length && test?.(text[at])) {
      at += 1;
      token += 1;
    } else if (retry && retry.at < text.length) {
      retry.at += 1;
      ({ at, token } = retry);
    } else {
      return false;
    }
  }
  return true;
}

function parse(pattern: string): Token[] | undefined {
  const tokens: Token[] = [];
  const matcher = /\*+|\?|\\[^]|\[(\^?)((?:\\[^]|[^\]\\])+)\]|[^*?\\[]/y;
  while (matcher.lastIndex < pattern.length) {
    const found = matcher.exec(pattern);
    if (!found) return undefined;
    const [text, negated, set] = found;
    if (text.startsWith('*')) tokens.push('*');
    else if (text === '?') tokens.push(() => true);
    else if (set !== undefined) tokens.push(setTest(set, negated === '^'));
    else tokens.push(character => character === text.at(-1));
  }
  return tokens;
}

function setTest(
  set: string,
  negated: boolean,
): (character: string) => boolean {
  const ranges = [...set.matchAll(/(\\?[^])(?:-(\\?[^]))?/g)].map(
    ([, low, high = low]) => ({ low: low.slice(-1), high: high.slice(-1) }),
  );
  return character =>
    ranges.some(({ low, high }) => low <= character && character <= high) !==
    negated;
}
