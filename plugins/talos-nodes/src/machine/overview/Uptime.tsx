import { useLanguage, useNow } from '@internal/portal-ui';

const refreshMilliseconds = 60_000;
const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long a machine has been running, with the moment it started as its title. */
export function Uptime({ since }: { since: string }) {
  const language = useLanguage();
  const started = new Date(since);
  const elapsed =
    useNow(refreshMilliseconds, since).getTime() - started.getTime();
  // Two of a unit at least: one day may be anything from 24 to 48 hours.
  const [unit, milliseconds] =
    units.find(([, length]) => elapsed >= 2 * length) ?? units[2];
  const title = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
  }).format(started);
  return (
    <time dateTime={started.toISOString()} title={title}>
      {new Intl.NumberFormat(language, {
        style: 'unit',
        unit,
        unitDisplay: 'long',
      }).format(Math.max(0, Math.floor(elapsed / milliseconds)))}
    </time>
  );
}
