import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ChangeRequestState } from '@internal/plugin-change-requests-common';
import { StatusLabel } from '@internal/portal-ui';
import { changeRequestsTranslationRef } from '../translation';
import { stateLook } from './stateLook';

/** A change request's state in words and shape. */
export function StateLabel({ state }: { state: ChangeRequestState }) {
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  return <StatusLabel {...stateLook[state]}>{t(`state.${state}`)}</StatusLabel>;
}
