import { useLanguage } from '../language/useLanguage';
import { formatRelativeTime } from './formatRelativeTime';
import { useNow } from './useNow';

export interface RelativeTimeProps {
  /** ISO 8601, or a date. */
  value: string | Date;
}

const refreshMilliseconds = 10_000;

/** How long ago something was, with the very moment as its title. */
export function RelativeTime({ value }: RelativeTimeProps) {
  const language = useLanguage();
  const now = useNow(refreshMilliseconds, value);

  const moment = new Date(value);
  if (Number.isNaN(moment.getTime())) {
    return <>{String(value)}</>;
  }
  const absolute = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
  }).format(moment);
  return (
    <time dateTime={moment.toISOString()} title={absolute}>
      {formatRelativeTime(moment, now, language)}
    </time>
  );
}
