import { Button, Skeleton, VisuallyHidden } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ReactNode } from 'react';
import { ProgressBar } from '../progress/ProgressBar';
import { portalUiTranslationRef } from '../translation';
import { AsyncResult } from './AsyncState';
import { AsyncFailure } from './AsyncFailure';
import { StaleNotice } from './StaleNotice';
import { isForbidden } from './isForbidden';
import { isNotFound } from './isNotFound';
import styles from './AsyncContent.module.css';

export interface AsyncContentProps<T> {
  result: AsyncResult<T>;
  /** Name of the permission that reading needs, such as `change-request.read`. */
  permission: string;
  /** Shaped like the content; without it three lines. */
  skeleton?: ReactNode;
  isEmpty?: (data: T) => boolean;
  /** Says why there is nothing and what to do next. */
  empty?: ReactNode;
  /** Shown instead of an error when the server knows no such thing. */
  notFound?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Shows data that is read from elsewhere, in every state it can be in. */
export function AsyncContent<T>(props: AsyncContentProps<T>) {
  const { result, permission, skeleton, isEmpty, empty, notFound, children } =
    props;
  const { t } = useTranslationRef(portalUiTranslationRef);

  if (result.status === 'loading') {
    return (
      <div aria-busy="true">
        <VisuallyHidden role="status">{t('async.loading')}</VisuallyHidden>
        <div aria-hidden="true">{skeleton ?? <TextSkeleton />}</div>
      </div>
    );
  }
  if (result.status === 'error') {
    if (notFound !== undefined && isNotFound(result.error)) {
      return notFound;
    }
    return (
      <AsyncFailure
        error={result.error}
        permission={isForbidden(result.error) ? permission : undefined}
        action={
          <Button
            variant="secondary"
            isPending={result.isRefreshing}
            onPress={result.reload}
          >
            {t('async.retry')}
          </Button>
        }
      />
    );
  }
  const showsEmpty = empty !== undefined && isEmpty?.(result.data);
  return (
    <div className={styles.content} aria-busy={result.isRefreshing}>
      {result.isRefreshing && (
        <div className={styles.refreshing}>
          <ProgressBar label={t('async.refreshing')} />
        </div>
      )}
      {result.error && (
        <StaleNotice
          error={result.error}
          observedAt={result.observedAt}
          isRefreshing={result.isRefreshing}
          onRetry={result.reload}
        />
      )}
      {showsEmpty ? empty : children(result.data)}
    </div>
  );
}

function TextSkeleton() {
  return (
    <div className={styles.skeleton}>
      <Skeleton width="60%" height={20} />
      <Skeleton width="100%" height={20} />
      <Skeleton width="80%" height={20} />
    </div>
  );
}
