import type { Finding } from '../finding/Finding';

/** Findings as a table shows them: `error port-invalid port`. */
export function outline(findings: readonly Finding[]): string[] {
  return findings.map(({ severity, code, field, file }) =>
    [severity, code, field, file].filter(part => part !== undefined).join(' '),
  );
}
