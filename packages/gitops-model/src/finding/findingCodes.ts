/** Every code a finding can carry: a closed list, documented in `docs/findings.md`. */
export const findingCodes = [
  'application-not-wired',
  'cyclic-reference',
  'duplicate-resource',
  'duplicate-unit',
  'foreign-source',
  'invalid-manifest',
  'missing-file',
  'not-evaluated',
  'plain-secret',
  'remote-resource',
  'too-deep',
  'unknown-destination',
  'unreadable-file',
] as const;
export type FindingCode = (typeof findingCodes)[number];
