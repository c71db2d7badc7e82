import type { Finding } from '../finding/Finding';

const keys = new WeakMap<Finding, string>();

/** Each once, sorted by file, line and code. */
export function arrangeFindings(findings: readonly Finding[]): Finding[] {
  const different = new Map<string, Finding>();
  for (const finding of findings) {
    const key = keys.get(finding) ?? JSON.stringify(finding);
    keys.set(finding, key);
    different.set(key, finding);
  }
  return [...different.values()].sort(
    (a, b) =>
      compare(a.file ?? '', b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  );
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one.localeCompare(other);
}
