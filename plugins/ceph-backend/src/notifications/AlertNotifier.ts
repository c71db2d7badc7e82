import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Alert, Observation } from './Alert';
import type { AlertStore } from './AlertStore';
import { type AlertState, decideAlert } from './decideAlert';
import { type NotificationGroup, groupAlerts } from './groupAlerts';
import { toPayload } from './toPayload';

interface Decided {
  alert: Alert;
  before: AlertState | undefined;
  after: AlertState;
  isDue: boolean;
}

/**
 * Notifies people of what got worse, or changed where that counts: once for each recipients and topic in a
 * cycle, with everything of that topic that still is so. A later one replaces
 * the earlier. What cannot be sent is tried again in the next cycle.
 */
export class AlertNotifier {
  readonly #store: AlertStore;
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;

  constructor(options: {
    store: AlertStore;
    notifications: NotificationService;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#notifications = options.notifications;
    this.#logger = options.logger;
  }

  async observe(
    where: { platform: string; cluster: string; platformTeam?: string },
    { alerts, unread }: Observation,
    now: Date,
  ): Promise<void> {
    const states = await this.#store.list(where);
    const decided = alerts.map(alert => decide(alert, states, now));
    const claimed: Decided[] = [];
    for (const found of decided) {
      if (!isChanged(found)) continue;
      const { alert, before, after } = found;
      if (
        (await this.#store.replace(where, alert.key, before, after)) &&
        found.isDue
      ) {
        claimed.push(found);
      }
    }
    await this.#calm(where, alerts, states, unread, now);

    const active = decided
      .filter(
        ({ alert, after, isDue }) =>
          isDue || (alert.level > 0 && after.notified > 0),
      )
      .map(({ alert }) => alert);
    const due = new Set(claimed.map(({ alert }) => alert));
    for (const group of groupAlerts(active, due, where.platformTeam)) {
      await this.#send(where, group, claimed);
    }
  }

  /** What is not listed any more is well. */
  async #calm(
    where: { platform: string; cluster: string },
    alerts: readonly Alert[],
    states: ReadonlyMap<string, AlertState>,
    unread: readonly string[],
    now: Date,
  ) {
    const listed = new Set(alerts.map(({ key }) => key));
    const gone: string[] = [];
    for (const [key, before] of states) {
      if (listed.has(key) || unread.some(begin => key.startsWith(begin))) {
        continue;
      }
      const { state } = decideAlert(
        before,
        { level: 0, isUnknown: false },
        now,
      );
      if (state.notified === 0) gone.push(key);
      await this.#store.replace(where, key, before, state);
    }
    await this.#store.forget(where, gone);
  }

  async #send(
    where: { platform: string; cluster: string },
    group: NotificationGroup,
    claimed: readonly Decided[],
  ) {
    try {
      await this.#notifications.send({
        recipients: { type: 'entity', entityRef: [...group.recipients] },
        payload: toPayload(where, group),
      });
    } catch (error) {
      this.#logger.warn(
        `A notification of storage was not sent and will be tried again: ${stringifyError(error)}`,
      );
      for (const { alert, before, after } of claimed) {
        if (before && group.alerts.includes(alert)) {
          await this.#store.replace(where, alert.key, after, before);
        }
      }
    }
  }
}

function decide(
  alert: Alert,
  states: ReadonlyMap<string, AlertState>,
  now: Date,
): Decided {
  const before = states.get(alert.key);
  if (!before && alert.isNewsOnlyAsChange) {
    const after = {
      notified: alert.level,
      trend: 'same',
      since: now.toISOString(),
    } as const;
    return { alert, before, after, isDue: false };
  }
  const { state: after, isDue } = decideAlert(before, alert, now);
  const isBetter = before !== undefined && after.notified < before.notified;
  return {
    alert,
    before,
    after,
    isDue: isDue || (isBetter && alert.isNewsOnlyAsChange === true),
  };
}

/** What is well and was never told of is not kept, unless its change is what counts. */
function isChanged({ alert, before, after }: Decided): boolean {
  if (!before)
    return after.trend === 'worse' || alert.isNewsOnlyAsChange === true;
  return (
    before.notified !== after.notified ||
    before.trend !== after.trend ||
    before.since !== after.since
  );
}
