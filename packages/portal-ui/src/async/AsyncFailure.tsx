import { Alert } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ReactNode } from 'react';
import { portalUiTranslationRef } from '../translation';
import { errorMessage } from './errorMessage';

export interface AsyncFailureProps {
  error: Error;
  /** Name of the missing permission, where that is the reason. */
  permission?: string;
  action?: ReactNode;
}

/** Says why nothing can be shown. */
export function AsyncFailure({ error, permission, action }: AsyncFailureProps) {
  const { t } = useTranslationRef(portalUiTranslationRef);
  if (permission !== undefined) {
    return (
      <Alert
        role="alert"
        status="warning"
        icon
        title={t('async.forbidden.title')}
        description={t('async.forbidden.description', { permission })}
        customActions={action}
      />
    );
  }
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('async.error')}
      description={<bdi>{errorMessage(error)}</bdi>}
      customActions={action}
    />
  );
}
