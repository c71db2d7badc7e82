import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PlatformOverview } from '@internal/plugin-platforms-common';
import { RelativeTime } from '@internal/portal-ui';
import { platformsTranslationRef } from '../translation';
import { CommitLink } from './CommitLink';
import { NextReading } from './NextReading';
import { ReadingLabel } from './ReadingLabel';
import styles from './reading.module.css';

/** Which commit is shown, how old that is, and when the remote is asked next. */
export function ReadingLine({ platform }: { platform: PlatformOverview }) {
  const { t } = useTranslationRef(platformsTranslationRef);
  const { commit, observedAt } = platform;
  return (
    <div className={styles.line}>
      <ReadingLabel platform={platform} />
      {commit && (
        <span>
          {t('reading.commit', { commit: <CommitLink commit={commit} /> })}
        </span>
      )}
      {observedAt && (
        <span>
          {t('reading.readAt', { time: <RelativeTime value={observedAt} /> })}
        </span>
      )}
      <span>
        <NextReading platform={platform} />
      </span>
    </div>
  );
}
