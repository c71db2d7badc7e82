const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Seconds up to which a moment counts as now. */
const nowSeconds = 10;

/** Says in `language` how long `moment` lies before or after `now`. */
export function formatRelativeTime(
  moment: Date,
  now: Date,
  language: string,
): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const seconds = Math.round((moment.getTime() - now.getTime()) / 1000);
  const distance = Math.abs(seconds);
  if (distance < nowSeconds) {
    return format.format(0, 'second');
  }
  const [unit, size] = units.find(([, length]) => distance >= length) ?? [
    'second',
    1,
  ];
  return format.format(Math.trunc(seconds / size), unit);
}
