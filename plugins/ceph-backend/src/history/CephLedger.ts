import type {
  CephDetail,
  CephHealth,
  CephSample,
} from '@internal/plugin-ceph-common';
import type { CephCluster } from '../rook/resources';
import { type CephKey, CephStore } from './CephStore';
import type { CephState } from './CephState';
import { forecastUse } from './forecastUse';
import { unread } from '../ceph/reading';

const MINUTE = 60 * 1000;
/** So much may be lost of what is not a change, when the process ends. */
const WRITE_MILLISECONDS = 5 * MINUTE;
const FORECAST_MILLISECONDS = 10 * MINUTE;
const PRUNE_MILLISECONDS = 60 * MINUTE;
const FORECAST_DAYS = 30;
/** So long Rook keeps a machine from being rebuilt elsewhere while it drains it. */
const ROOK_NOOUT_MILLISECONDS = 30 * MINUTE;

interface Entry {
  state: CephState;
  writtenAt: number;
  forecast: CephDetail['forecast'];
  forecastAt: number;
}

/** Remembers since when Ceph clusters are as they are, and samples of them. */
export class CephLedger {
  readonly #store: CephStore;
  readonly #entries = new Map<string, Entry>();
  #prunedAt = 0;

  constructor(store: CephStore) {
    this.#store = store;
  }

  /** What was last known of the Ceph clusters of a Kubernetes cluster. */
  async load(key: Omit<CephKey, 'name'>): Promise<CephDetail[]> {
    const states = await this.#store.readStates(key);
    for (const state of states) {
      this.#entries.set(toId(state.detail), {
        state,
        writtenAt: 0,
        forecast: state.detail.forecast,
        forecastAt: 0,
      });
    }
    return states.map(({ detail }) => detail);
  }

  /** Adds since when everything is so, what was last known, and the forecast. */
  stamp(
    detail: CephDetail,
    context: {
      rook: CephCluster['status']['ceph'];
      now: Date;
    },
  ): CephDetail {
    const { rook, now } = context;
    const at = now.toISOString();
    const before = this.#entries.get(toId(detail));
    const { health } = detail;
    const since =
      before?.state.health === health
        ? before.state.since
        : beginOf(detail, before ? undefined : rook, at);
    const lastKnown =
      health === 'unknown'
        ? (before?.state.lastKnown ?? lastKnownOf(rook))
        : { health, observedAt: at };
    const reasons = Object.fromEntries(
      detail.reasons.map(({ code }) => [
        code,
        before?.state.reasons[code] ?? at,
      ]),
    );
    const flags = detail.flags.known
      ? Object.fromEntries(
          detail.flags.value.map(flag => [
            nameFlag(flag),
            before?.state.flags[nameFlag(flag)] ?? at,
          ]),
        )
      : (before?.state.flags ?? {});
    const stamped: CephDetail = {
      ...detail,
      since,
      lastKnown: health === 'unknown' ? lastKnown : undefined,
      reasons: detail.reasons.map(reason => ({
        ...reason,
        since: reasons[reason.code],
      })),
      forecast: before?.forecast ?? unread('too-early'),
      flags: detail.flags.known
        ? {
            ...detail.flags,
            value: detail.flags.value.map(flag => ({
              ...flag,
              since: flags[nameFlag(flag)],
              expectedUntil: expectEnd(flag, flags[nameFlag(flag)]),
            })),
          }
        : detail.flags,
    };
    this.#entries.set(toId(detail), {
      forecast: before?.forecast ?? unread('too-early'),
      forecastAt: before?.forecastAt ?? 0,
      // A change is written at once.
      writtenAt:
        before && !isChanged(before.state, health, reasons, flags)
          ? before.writtenAt
          : 0,
      state: {
        detail: stamped,
        health,
        since,
        lastKnown,
        reasons,
        flags,
      },
    });
    return stamped;
  }

  /** Writes what was stamped, where it is due, and a sample of it. */
  async keep(detail: CephDetail, now: Date): Promise<void> {
    const entry = this.#entries.get(toId(detail));
    if (!entry) return;
    const time = now.getTime();
    await this.#store.addSample(detail, toSample(detail, now));
    if (time - entry.writtenAt > WRITE_MILLISECONDS) {
      await this.#store.writeState(detail, entry.state);
      entry.writtenAt = time;
    }
    if (time - entry.forecastAt > FORECAST_MILLISECONDS) {
      const from = new Date(time - FORECAST_DAYS * 24 * 60 * MINUTE);
      const samples = await this.#store.readSamples(detail, from);
      entry.forecast = forecastUse(samples, detail.usage, now);
      entry.forecastAt = time;
    }
    if (time - this.#prunedAt > PRUNE_MILLISECONDS) {
      this.#prunedAt = time;
      await this.#store.prune(now);
    }
  }
}

function toId({ platform, cluster, name }: CephKey): string {
  return `${platform}/${cluster}/${name}`;
}

/** Where Rook or a source knows better than the portal when it began. */
function beginOf(
  { health, sources }: CephDetail,
  rook: CephCluster['status']['ceph'],
  now: string,
): string {
  if (health === 'unknown') {
    const begins = sources.flatMap(({ state, since }) =>
      state !== 'fresh' && since ? [since] : [],
    );
    return begins.sort().at(0) ?? now;
  }
  return rook?.lastChanged && toHealth(rook.health) === health
    ? rook.lastChanged
    : now;
}

function lastKnownOf(
  rook: CephCluster['status']['ceph'],
): CephState['lastKnown'] {
  const health = toHealth(rook?.health);
  return health && rook?.lastChecked
    ? { health, observedAt: rook.lastChecked }
    : undefined;
}

function toHealth(text: string | undefined): CephHealth | undefined {
  if (text === 'HEALTH_OK') return 'ok';
  if (text === 'HEALTH_WARN') return 'warning';
  return text === 'HEALTH_ERR' ? 'critical' : undefined;
}

function nameFlag({ flag, scope }: { flag: string; scope?: string }): string {
  return scope === undefined ? flag : `${flag} ${scope}`;
}

function expectEnd(
  { flag, scope }: { flag: string; scope?: string },
  since: string,
): string | undefined {
  return flag === 'noout' && scope !== undefined
    ? new Date(
        new Date(since).getTime() + ROOK_NOOUT_MILLISECONDS,
      ).toISOString()
    : undefined;
}

function isChanged(
  before: CephState,
  health: CephHealth,
  reasons: CephState['reasons'],
  flags: CephState['flags'],
): boolean {
  return (
    before.health !== health ||
    Object.keys(before.reasons).sort().join() !==
      Object.keys(reasons).sort().join() ||
    Object.keys(before.flags).sort().join() !== Object.keys(flags).sort().join()
  );
}

function toSample(detail: CephDetail, now: Date): CephSample {
  const { health, capacity, activity } = detail;
  return {
    at: now.toISOString(),
    health,
    ...(capacity.known && capacity.value),
    ...(activity.known && {
      readBytesPerSecond: activity.value.readBytesPerSecond,
      writtenBytesPerSecond: activity.value.writtenBytesPerSecond,
      recoveredBytesPerSecond: activity.value.recoveredBytesPerSecond,
    }),
  };
}
