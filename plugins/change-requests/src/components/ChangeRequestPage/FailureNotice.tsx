import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { ChangeRequestDetail } from '@internal/plugin-change-requests-common';
import { changeRequestsTranslationRef } from '../../translation';
import { RetryButton } from './RetryButton';

export interface FailureNoticeProps {
  request: ChangeRequestDetail;
  onChanged: () => void;
}

/** Why a request goes no further, and what to do; nothing while it does. */
export function FailureNotice({ request, onChanged }: FailureNoticeProps) {
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  const { failure, state } = request;
  if (state === 'closed') {
    return (
      <Alert
        status="info"
        icon
        title={t('detail.closed.title')}
        description={t('detail.closed.description')}
        customActions={<RetryButton id={request.id} onRetried={onChanged} />}
      />
    );
  }
  if (state !== 'failed' || !failure) {
    return null;
  }
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={<bdi>{failure.message}</bdi>}
      description={t('detail.nextStep', {
        nextStep: <bdi>{failure.nextStep}</bdi>,
      })}
      customActions={
        failure.retryable && (
          <RetryButton id={request.id} onRetried={onChanged} />
        )
      }
    />
  );
}
