/** What tells a commit or pull request of the portal from one of a human. */
export interface Markers {
  intentKey: string;
  /** The commit of the base branch the change was planned on. */
  baseCommit: string;
}

const intentLine = /^portal-intent: ([0-9a-f]{64})$/m;
const baseLine = /^portal-base: ([0-9a-f]{40})$/m;

/** Two lines; in a pull request they stand inside an HTML comment. */
export function formatMarkers(markers: Markers): string {
  return `portal-intent: ${markers.intentKey}\nportal-base: ${markers.baseCommit}`;
}

export function parseMarkers(text: string): Markers | undefined {
  const intentKey = intentLine.exec(text)?.[1];
  const baseCommit = baseLine.exec(text)?.[1];
  return intentKey && baseCommit ? { intentKey, baseCommit } : undefined;
}
