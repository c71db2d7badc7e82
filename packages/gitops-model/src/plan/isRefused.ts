import type { Finding } from '../finding/Finding';

/** Whether a finding among these stops a change. */
export function isRefused(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
