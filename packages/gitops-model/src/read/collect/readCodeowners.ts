import ignore from 'ignore';
import type { Reading } from '../Reading';
import type { SourceRef } from '../RepositoryModel';

/** One line of a CODEOWNERS file. */
export interface CodeownersRule {
  pattern: string;
  /** As written, such as `@edgit/atlas`; empty where the line takes owners away. */
  owners: string[];
  source: SourceRef;
  matches(path: string): boolean;
}

/** Where forges look for the file, in their order. */
const places = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** The rules of the repository's CODEOWNERS file; for a path the last one that matches counts. */
export function readCodeowners(reading: Reading): CodeownersRule[] {
  const file = places.find(place => reading.isFile(place));
  const text = file && reading.readText(file, { file, line: 1 });
  if (!file || !text) return [];
  return text.split(/\r?\n/).flatMap((content, index) => {
    const [pattern, ...owners] = content
      .replace(/(^|\s)#.*$/, '')
      .trim()
      .split(/\s+/);
    // GitLab's section headings stand in brackets; "!" means nothing here.
    if (!pattern || /^[[!^]/.test(pattern)) return [];
    return [
      {
        pattern,
        owners,
        source: { file, line: index + 1 },
        matches: matcherOf(pattern),
      },
    ];
  });
}

function matcherOf(pattern: string): (path: string) => boolean {
  const matcher = ignore().add(pattern);
  const matches = (path: string) =>
    ignore.isPathValid(path) && matcher.ignores(path);
  // Other than in .gitignore, `docs/*` is nothing that lies deeper.
  if (!pattern.endsWith('/*')) return matches;
  return path => {
    const parent = /^(.+)\/[^/]+\/?$/.exec(path)?.[1];
    return matches(path) && (parent === undefined || !matches(parent));
  };
}
