import type { Alert, AlertTopic } from './Alert';

/** Alerts of one topic that the same people are told. */
export interface NotificationGroup {
  topic: AlertTopic;
  /** Entity refs, sorted. */
  recipients: readonly string[];
  /** Worst first. */
  alerts: readonly Alert[];
}

const SEVERITIES = ['critical', 'high', 'normal', 'low'];

/**
 * Alerts by topic and recipients, where at least one of them is `due`: the
 * owners of affected apps and the platform team; of what is not known, the
 * platform team alone.
 */
export function groupAlerts(
  active: readonly Alert[],
  due: ReadonlySet<Alert>,
  platformTeam?: string,
): NotificationGroup[] {
  const groups = new Map<string, NotificationGroup & { alerts: Alert[] }>();
  for (const alert of active) {
    const recipients = listRecipients(alert, platformTeam);
    if (recipients.length === 0) continue;
    const key = JSON.stringify([alert.topic, recipients]);
    const group = groups.get(key);
    if (group) group.alerts.push(alert);
    else groups.set(key, { topic: alert.topic, recipients, alerts: [alert] });
  }
  return [...groups.values()]
    .filter(({ alerts }) => alerts.some(alert => due.has(alert)))
    .map(group => ({
      ...group,
      alerts: [...group.alerts].sort(
        (a, b) =>
          SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
          (a.key < b.key ? -1 : 1),
      ),
    }));
}

function listRecipients(
  { owners, isUnknown }: Alert,
  platformTeam: string | undefined,
): string[] {
  return [
    ...new Set([
      ...(isUnknown ? [] : owners),
      ...(platformTeam === undefined ? [] : [platformTeam]),
    ]),
  ].sort();
}
