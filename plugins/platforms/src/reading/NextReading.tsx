import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PlatformOverview } from '@internal/plugin-platforms-common';
import { RelativeTime, useLanguage, useNow } from '@internal/portal-ui';
import { platformsTranslationRef } from '../translation';

/** Below this a countdown would only flicker. */
const shortestCountdownSeconds = 10;
const tickMilliseconds = 1_000;

/** When the remote is asked next. */
export function NextReading({ platform }: { platform: PlatformOverview }) {
  const { observedAt, pollSeconds, failure } = platform;
  const { t } = useTranslationRef(platformsTranslationRef);
  const language = useLanguage();
  const now = useNow(tickMilliseconds, observedAt);
  if (!observedAt || failure || pollSeconds < shortestCountdownSeconds) {
    const format = new Intl.NumberFormat(language, {
      style: 'unit',
      unit: 'second',
      unitDisplay: 'long',
    });
    return t('reading.interval', { duration: format.format(pollSeconds) });
  }
  const next = new Date(Date.parse(observedAt) + pollSeconds * 1_000);
  return next > now
    ? t('reading.next', {
        time: <RelativeTime value={next.toISOString()} />,
      })
    : t('reading.nextNow');
}
