import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { ChangeRequestDetail } from '@internal/plugin-change-requests-common';
import { RelativeTime } from '@internal/portal-ui';
import { changeRequestsTranslationRef } from '../../translation';

/** Says so when the state shown is older than it should be. */
export function ForgeNotice(props: { request: ChangeRequestDetail }) {
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  const { staleReason, observedAt } = props.request;
  if (!staleReason) {
    return null;
  }
  return (
    <Alert
      role="status"
      status="warning"
      icon
      title={
        observedAt
          ? t('detail.stale.since', {
              time: <RelativeTime value={observedAt} />,
            })
          : t('detail.stale.never')
      }
      description={<bdi>{staleReason}</bdi>}
    />
  );
}
