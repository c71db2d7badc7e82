import { toError } from '@backstage/errors';
import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import { changeRequestRetryPermission } from '@internal/plugin-change-requests-common';
import { errorMessage } from '@internal/portal-ui';
import { useState } from 'react';
import { changeRequestsApiRef } from '../../api/ChangeRequestsApi';
import { changeRequestsTranslationRef } from '../../translation';

export interface RetryButtonProps {
  id: string;
  onRetried: () => void;
}

/** Sends a failed request on its way again, for those who may. */
export function RetryButton({ id, onRetried }: RetryButtonProps) {
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  const api = useApi(changeRequestsApiRef);
  const toastApi = useApi(toastApiRef);
  const { allowed } = usePermission({
    permission: changeRequestRetryPermission,
  });
  const [isPending, setPending] = useState(false);

  const retry = async () => {
    setPending(true);
    try {
      await api.retryChangeRequest(id);
      onRetried();
    } catch (thrown) {
      toastApi.post({
        status: 'danger',
        title: t('detail.retryFailed'),
        description: errorMessage(toError(thrown)),
      });
    } finally {
      setPending(false);
    }
  };

  if (!allowed) {
    return null;
  }
  return (
    <Button variant="primary" isPending={isPending} onPress={retry}>
      {t('detail.retry')}
    </Button>
  );
}
