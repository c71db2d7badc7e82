/** Every code a finding can carry: a closed list, documented in `docs/findings.md`. */
export const findingCodes = ['unreadable-file'] as const;
export type FindingCode = (typeof findingCodes)[number];
