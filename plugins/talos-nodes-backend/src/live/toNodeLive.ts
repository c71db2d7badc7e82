import type { NodeDetail, NodeLive } from '@internal/plugin-talos-nodes-common';
import type { LiveCounters } from './readLive';

/** Rates over a longer pause would say nothing of now. */
const LONGEST_PAUSE_SECONDS = 60;

/** What a machine does now, from its counters and those before. Without those before no rate is known. */
export function toNodeLive(
  now: LiveCounters,
  earlier: LiveCounters | undefined,
  { hardware }: Pick<NodeDetail, 'hardware'>,
): NodeLive {
  const seconds = earlier
    ? (now.at.getTime() - earlier.at.getTime()) / 1000
    : 0;
  // After a restart counters begin anew.
  const isUsable =
    seconds > 0 &&
    seconds <= LONGEST_PAUSE_SECONDS &&
    now.total >= (earlier?.total ?? 0);
  const before = isUsable ? earlier : undefined;
  return {
    observedAt: now.at.toISOString(),
    processorUse: before && toUse(now, before),
    load: now.load,
    memory: now.memory,
    disks: hardware.disks.flatMap(({ name }) => {
      const [one, other] = [now.disks.get(name), before?.disks.get(name)];
      if (!one || !other) return [];
      return {
        name,
        read: toRate(one.read, other.read, seconds),
        written: toRate(one.written, other.written, seconds),
      };
    }),
    links: hardware.links
      .filter(({ kind }) => kind === 'physical')
      .flatMap(({ name }) => {
        const [one, other] = [now.links.get(name), before?.links.get(name)];
        if (!one || !other) return [];
        return {
          name,
          received: toRate(one.received, other.received, seconds),
          sent: toRate(one.sent, other.sent, seconds),
        };
      }),
    mounts: now.mounts,
  };
}

function toUse(now: LiveCounters, before: LiveCounters): number | undefined {
  const total = now.total - before.total;
  if (total <= 0) return undefined;
  return Math.min(1, Math.max(0, (now.busy - before.busy) / total));
}

function toRate(now: number, before: number, seconds: number): number {
  return Math.max(0, (now - before) / seconds);
}
