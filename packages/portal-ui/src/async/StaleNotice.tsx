import { Alert, Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RelativeTime } from '../time/RelativeTime';
import { portalUiTranslationRef } from '../translation';
import { errorMessage } from './errorMessage';
import styles from './AsyncContent.module.css';

export interface StaleNoticeProps {
  error: Error;
  /** When what stays on screen was read. */
  observedAt: Date;
  isRefreshing: boolean;
  onRetry: () => void;
}

/** Says that what follows is old, how old, and why. */
export function StaleNotice(props: StaleNoticeProps) {
  const { error, observedAt, isRefreshing, onRetry } = props;
  const { t } = useTranslationRef(portalUiTranslationRef);
  return (
    <div className={styles.notice}>
      <Alert
        role="status"
        status="warning"
        icon
        title={t('async.stale', { time: <RelativeTime value={observedAt} /> })}
        description={<bdi>{errorMessage(error)}</bdi>}
        customActions={
          <Button
            variant="secondary"
            isPending={isRefreshing}
            onPress={onRetry}
          >
            {t('async.retry')}
          </Button>
        }
      />
    </div>
  );
}
