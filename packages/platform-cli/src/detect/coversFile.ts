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

/** Takes each part between the stars at its first place, so that no pattern costs more than its length. */
function matchesSegment(pattern: string, segment: string): boolean {
  const [first, ...rest] = pattern.split(/\*+/);
  const last = rest.pop();
  if (last === undefined) return pattern === segment;
  if (!segment.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = segment.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return segment.length - last.length >= at && segment.endsWith(last);
}
