import type { Finding } from '../../finding/Finding';

/** Findings that were not there before, wherever in their file they stand now. */
export function newFindings(
  before: readonly Finding[],
  after: readonly Finding[],
): Finding[] {
  const counts = new Map<string, number>();
  for (const finding of before) {
    const key = keyOf(finding);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return after.filter(finding => {
    const key = keyOf(finding);
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left <= 0;
  });
}

/** Lines move, and sentences name lines of other files. */
function keyOf({ code, file, message, cluster, app }: Finding): string {
  const sentence = message.replace(/\bline \d+/g, 'line');
  return JSON.stringify([code, file, cluster, app, sentence]);
}
