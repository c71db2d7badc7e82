import { normalizePath } from './normalizePath';

/** Whether a file lies below a directory that the glob matches; `*` stays within one segment. */
export function coversFile(glob: string, file: string): boolean {
  const wanted = normalizePath(glob);
  if (wanted === '.') return true;
  const segments = file.split('/');
  const patterns = wanted.split('/');
  return (
    patterns.length < segments.length &&
    patterns.every(
      (pattern, index) =>
        pattern === '**' || matchesSegment(pattern, segments[index]),
    )
  );
}

function matchesSegment(pattern: string, segment: string): boolean {
  const expression = pattern
    .split(/\*+/)
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${expression}$`).test(segment);
}
