import { placeTime, placeValue, TimeBox } from '../charts/drawTimeLine';

export interface ForecastFrom {
  /** Milliseconds since 1970. */
  now: number;
  usedBytes: number;
  totalBytes: number;
  earliest: number;
  /** Absent where it may as well never be full. */
  latest?: number;
}

/** The area between the earliest and the latest way to full, as an SVG path; the box may cut it off. */
export function drawForecast(forecast: ForecastFrom, box: TimeBox): string {
  const { now, usedBytes, totalBytes, earliest, latest } = forecast;
  const point = (at: number, value: number) =>
    `${placeTime(at, box).toFixed(1)} ${placeValue(value, box).toFixed(1)}`;
  const corners = [
    point(now, usedBytes),
    point(earliest, totalBytes),
    ...(latest === undefined
      ? [point(box.to, totalBytes), point(box.to, usedBytes)]
      : [point(latest, totalBytes)]),
  ];
  return `M${corners.join('L')}Z`;
}
