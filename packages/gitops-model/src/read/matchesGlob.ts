import { matchesPattern } from './argocd/generators/matchesPattern';

/** Alternatives one glob may have; one with more matches nothing. */
const maxAlternatives = 256;

const parsed = new Map<string, string[]>();

/**
 * Whether a glob matches the whole text, as Argo CD matches `include` and
 * `exclude`: `*` also crosses `/`; `?`, `[a-z]`, `[!a]` and `{a,b}` work. In
 * time proportional to both, whatever the glob.
 */
export function matchesGlob(glob: string, text: string): boolean {
  let patterns = parsed.get(glob);
  if (!patterns) {
    patterns = alternativesOf(glob);
    parsed.set(glob, patterns);
  }
  return patterns.some(pattern => matchesPattern(pattern, text));
}

/** Patterns without braces that together match what the glob matches. */
function alternativesOf(glob: string): string[] {
  /** Of each open brace: what is complete, and what is being read. */
  const open: { complete: string[]; current: string[] }[] = [
    { complete: [], current: [''] },
  ];
  for (const [token] of glob.matchAll(/\\[^]|\[!?[^\]]+\]|[^]/g)) {
    const inner = open[open.length - 1];
    if (token === '{' && glob.includes('}')) {
      open.push({ complete: [], current: [''] });
    } else if (token === ',' && open.length > 1) {
      inner.complete.push(...inner.current);
      inner.current = [''];
    } else if (token === '}' && open.length > 1) {
      open.pop();
      const outer = open[open.length - 1];
      const endings = [...inner.complete, ...inner.current];
      if (outer.current.length * endings.length > maxAlternatives) return [];
      outer.current = outer.current.flatMap(start =>
        endings.map(end => start + end),
      );
    } else {
      const pattern = toPattern(token);
      inner.current = inner.current.map(start => start + pattern);
    }
  }
  return open.length === 1 ? open[0].current : [];
}

function toPattern(token: string): string {
  if (token.startsWith('[!')) return `[^${token.slice(2)}`;
  return token === '[' || token === '\\' ? `\\${token}` : token;
}
