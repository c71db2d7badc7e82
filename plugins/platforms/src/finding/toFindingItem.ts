import { FindingRow } from '@internal/plugin-platforms-common';
import { FindingItem } from '@internal/portal-ui';

/** A finding as it is shown in lists. */
export function toFindingItem(finding: FindingRow): FindingItem {
  const { code, severity, message, fix, source } = finding;
  return { code, severity, message, fix, ...source };
}
