import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { ChangeRequestDetail } from '@internal/plugin-change-requests-common';
import { isOpen } from '../../state/isOpen';
import { changeRequestsTranslationRef } from '../../translation';

/** Why an open pull request cannot be merged as it is, and what to do. */
export function ReviewNotice(props: { request: ChangeRequestDetail }) {
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  const { state, pullRequest } = props.request;
  if (!pullRequest || !isOpen(state)) {
    return null;
  }
  return (
    <>
      {pullRequest.merging === 'conflict' && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t('detail.conflict.title')}
          description={t('detail.conflict.description')}
        />
      )}
      {pullRequest.checks === 'failed' && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t('detail.checksFailed.title')}
          description={t('detail.checksFailed.description')}
        />
      )}
    </>
  );
}
