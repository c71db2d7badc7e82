import type { CephDetail, CephSample } from '@internal/plugin-ceph-common';
import { forecastUse } from './forecastUse';

const DAY = 24 * 60 * 60 * 1000;
const NOW = new Date('2026-03-20T00:00:00Z');
const TOTAL = 1_000_000;
const usage: CephDetail['usage'] = {
  known: true,
  value: {
    totalBytes: TOTAL,
    usedBytes: 0,
    nearFull: 0.85,
    backfillFull: 0.9,
    full: 0.9,
  },
  source: 'ceph-manager',
  observedAt: NOW.toISOString(),
};
const unknownUsage: CephDetail['usage'] = {
  known: false,
  reason: 'not-configured',
};

/** One sample an hour up to now; use by days before now, and the hour's number. */
function samplesOf(
  days: number,
  use: (daysAgo: number, index: number) => number,
): CephSample[] {
  return Array.from({ length: days * 24 + 1 }, (_, index) => {
    const daysAgo = days - index / 24;
    return {
      at: new Date(NOW.getTime() - daysAgo * DAY).toISOString(),
      health: 'ok',
      totalBytes: TOTAL,
      usedBytes: use(daysAgo, index),
    };
  });
}

function daysUntil(date: string | undefined): number {
  return date === undefined
    ? Infinity
    : (new Date(date).getTime() - NOW.getTime()) / DAY;
}

function forecast(samples: CephSample[], use = usage) {
  const answer = forecastUse(samples, use, NOW);
  if (!answer.known) throw new Error(answer.reason);
  return answer;
}

test('says when Ceph stops writing where use grows evenly, by the share it stops at', () => {
  const growing = samplesOf(10, daysAgo => 500_000 - daysAgo * 10_000);
  const { value, source } = forecast(growing);
  expect(source).toBe('ceph-manager');
  expect(value.bytesPerDay).toBeCloseTo(10_000, 3);
  expect(value.days).toBeCloseTo(10, 0);
  // (900 000 - 500 000) / 10 000 a day.
  expect(daysUntil(value.fullBetween?.earliest)).toBeCloseTo(40, 3);
  expect(daysUntil(value.fullBetween?.latest)).toBeCloseTo(40, 3);
  const byDefault = forecast(growing, unknownUsage);
  expect(byDefault.source).toBe('rook');
  expect(daysUntil(byDefault.value.fullBetween?.earliest)).toBeCloseTo(45, 3);
});

test('gives a wider interval for more noise, around the same day', () => {
  const noisy = (height: number) =>
    forecast(
      samplesOf(
        20,
        (daysAgo, index) =>
          500_000 - daysAgo * 10_000 + (Math.floor(index / 7) % 2) * height,
      ),
    ).value.fullBetween;
  const [little, much] = [noisy(5_000), noisy(50_000)];
  const width = (between: typeof little) =>
    daysUntil(between?.latest) - daysUntil(between?.earliest);
  expect(width(little)).toBeGreaterThan(0);
  expect(width(much)).toBeGreaterThan(5 * width(little));
  expect(daysUntil(little?.earliest)).toBeLessThan(40);
  expect(daysUntil(little?.latest)).toBeGreaterThan(39);
});

test('has no latest day where use may as well stay, and no day at all where it shrinks', () => {
  const unsteady = forecast(
    samplesOf(
      5,
      (daysAgo, index) =>
        500_000 - daysAgo * 100 + (Math.floor(index / 12) % 2) * 40_000,
    ),
  ).value.fullBetween;
  expect(unsteady?.latest).toBeUndefined();
  const shrinking = forecast(
    samplesOf(10, daysAgo => 500_000 + daysAgo * 10_000),
  ).value;
  expect(shrinking.bytesPerDay).toBeCloseTo(-10_000, 3);
  expect(shrinking.fullBetween).toBeUndefined();
  expect(forecast(samplesOf(10, () => 500_000)).value.fullBetween).toBe(
    undefined,
  );
});

test('is full now where the line is past the limit', () => {
  const { fullBetween } = forecast(
    samplesOf(10, daysAgo => 950_000 - daysAgo * 10_000),
  ).value;
  expect(fullBetween?.earliest).toBe(NOW.toISOString());
});

test.each([
  ['no samples', []],
  ['two days', samplesOf(2, () => 1)],
  [
    'ten days of which use was not known',
    samplesOf(10, () => 1).map(({ usedBytes, ...rest }) => rest),
  ],
  [
    'four days with a gap that leaves too few points',
    samplesOf(4, () => 1).filter((_, index) => index < 20 || index > 90),
  ],
])('says nothing after %s', (_, samples) => {
  expect(forecastUse(samples, usage, NOW)).toEqual({
    known: false,
    reason: 'too-early',
  });
});
