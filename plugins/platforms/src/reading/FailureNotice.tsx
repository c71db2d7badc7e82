import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { PlatformOverview } from '@internal/plugin-platforms-common';
import { RelativeTime } from '@internal/portal-ui';
import { platformsTranslationRef } from '../translation';
import styles from './reading.module.css';

/** Says since when and why a platform cannot be read, and what stays on screen. */
export function FailureNotice({ platform }: { platform: PlatformOverview }) {
  const { t } = useTranslationRef(platformsTranslationRef);
  const { failure, observedAt } = platform;
  if (!failure) {
    return null;
  }
  return (
    <Alert
      role="status"
      status="warning"
      icon
      title={
        observedAt
          ? t('reading.failure.since', {
              time: <RelativeTime value={failure.since} />,
            })
          : t('reading.failure.never')
      }
      description={
        <>
          <bdi className={styles.reason}>{failure.reason}</bdi>{' '}
          {observedAt
            ? t('reading.failure.kept', {
                time: <RelativeTime value={observedAt} />,
              })
            : t('reading.failure.nothing')}
        </>
      }
    />
  );
}
