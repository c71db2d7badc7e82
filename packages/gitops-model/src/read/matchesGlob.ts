const expressions = new Map<string, RegExp>();

/**
 * Whether a glob matches the whole text, as Argo CD matches `include` and
 * `exclude`: `*` also crosses `/`; `?`, `[a-z]`, `[!a]` and `{a,b}` work.
 */
export function matchesGlob(glob: string, text: string): boolean {
  return expressionOf(glob).test(text);
}

function expressionOf(glob: string): RegExp {
  const known = expressions.get(glob);
  if (known) return known;
  let depth = 0;
  const source = glob.replace(
    /\\(.)|\*+|\[!?[^\]]*\]|[^\\[*]/g,
    (token, escaped?: string) => {
      if (escaped !== undefined) return escape(escaped);
      if (token.startsWith('*')) return '.*';
      if (token.startsWith('[')) {
        const inner = token.slice(1, -1).replace(/[\\\]^]/g, '\\$&');
        return `[${inner.replace(/^!/, '^')}]`;
      }
      if (token === '?') return '.';
      if (token === '{') {
        depth += 1;
        return '(?:';
      }
      if (token === '}' && depth > 0) {
        depth -= 1;
        return ')';
      }
      if (token === ',' && depth > 0) return '|';
      return escape(token);
    },
  );
  let expression: RegExp;
  try {
    expression = new RegExp(`^${source}$`, 's');
  } catch {
    expression = new RegExp(`^${escape(glob)}$`, 's');
  }
  expressions.set(glob, expression);
  return expression;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
