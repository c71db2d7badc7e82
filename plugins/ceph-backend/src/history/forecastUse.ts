import type { CephDetail, CephSample } from '@internal/plugin-ceph-common';
import { known, unread } from '../ceph/reading';

const DAY = 24 * 60 * 60 * 1000;
/** Use goes up and down within hours; means of a quarter of a day do so less. */
const STEP = DAY / 4;
const LEAST_DAYS = 3;
const LEAST_POINTS = 8;
/** Later is no statement any more. */
const FARTHEST_DAYS = 10 * 365;
const DEFAULT_FULL = 0.95;

/** Quantile 0.95 of Student's distribution: half of the rest on each side of 90 %. */
const QUANTILES: readonly [degrees: number, quantile: number][] = [
  [6, 1.943],
  [8, 1.86],
  [10, 1.812],
  [15, 1.753],
  [20, 1.725],
  [30, 1.697],
  [60, 1.671],
  [120, 1.658],
];

/**
 * When use reaches the share at which Ceph stops writing, by a straight line
 * through the means of every six hours. The interval is that of the line's
 * slope: it says nothing of what nobody has done yet.
 */
export function forecastUse(
  samples: readonly CephSample[],
  usage: CephDetail['usage'],
  now: Date,
): CephDetail['forecast'] {
  const points = toMeans(samples);
  const last = points.at(-1);
  const total = samples.findLast(({ totalBytes }) => totalBytes)?.totalBytes;
  const days = last ? (last.at - points[0].at) / DAY : 0;
  if (!last || !total || days < LEAST_DAYS || points.length < LEAST_POINTS) {
    return unread('too-early');
  }
  const { slope, error, level } = fitLine(points, now.getTime());
  const margin = quantile(points.length - 2) * error;
  const limit = total * (usage.known ? usage.value.full : DEFAULT_FULL);
  const left = Math.max(limit - level, 0);
  const toDate = (bytesPerDay: number) => {
    const distance = bytesPerDay > 0 ? left / bytesPerDay : Infinity;
    return distance <= FARTHEST_DAYS
      ? new Date(now.getTime() + distance * DAY).toISOString()
      : undefined;
  };
  const earliest = slope > 0 ? toDate(slope + margin) : undefined;
  return known(
    {
      bytesPerDay: slope,
      fullBetween: earliest
        ? { earliest, latest: toDate(slope - margin) }
        : undefined,
      days,
    },
    usage.known ? usage.source : 'rook',
    now,
  );
}

interface Point {
  at: number;
  bytes: number;
}

function toMeans(samples: readonly CephSample[]): Point[] {
  const steps = new Map<number, Point[]>();
  for (const { at, usedBytes } of samples) {
    if (usedBytes === undefined) continue;
    const time = new Date(at).getTime();
    const step = Math.floor(time / STEP);
    const points = steps.get(step) ?? [];
    points.push({ at: time, bytes: usedBytes });
    steps.set(step, points);
  }
  return [...steps.values()].map(points => ({
    at: mean(points.map(({ at }) => at)),
    bytes: mean(points.map(({ bytes }) => bytes)),
  }));
}

/** Least squares; slope and its standard error in bytes per day, and the line's height now. */
function fitLine(points: readonly Point[], now: number) {
  const origin = points[0].at;
  const x = points.map(({ at }) => (at - origin) / DAY);
  const y = points.map(({ bytes }) => bytes);
  const meanX = mean(x);
  const meanY = mean(y);
  const spread = sum(x.map(value => (value - meanX) ** 2));
  const slope =
    sum(x.map((value, index) => (value - meanX) * (y[index] - meanY))) / spread;
  const height = (value: number) => meanY + slope * (value - meanX);
  const rest = sum(x.map((value, index) => (y[index] - height(value)) ** 2));
  return {
    slope,
    error: Math.sqrt(rest / (points.length - 2) / spread),
    level: height((now - origin) / DAY),
  };
}

/** The next smaller degree of the table, whose interval is wider rather than narrower. */
function quantile(degrees: number): number {
  return (
    QUANTILES.findLast(([least]) => degrees >= least)?.[1] ?? QUANTILES[0][1]
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
