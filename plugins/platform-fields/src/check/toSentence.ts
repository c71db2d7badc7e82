import type { FindingDto } from '@internal/plugin-change-requests-common';

/** What is the case and what to do about it, in one line. */
export function toSentence(finding: FindingDto): string {
  return finding.fix ? `${finding.message} ${finding.fix}` : finding.message;
}
