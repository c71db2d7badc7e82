import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ChangeRequestState } from '@internal/plugin-change-requests-common';
import { StatusLabel } from '@internal/portal-ui';
import { changeRequestsTranslationRef } from '../translation';
import { stateTone } from './stateTone';

/** A change request's state in words and shape. */
export function StateLabel({ state }: { state: ChangeRequestState }) {
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  return (
    <StatusLabel tone={stateTone[state]}>{t(`state.${state}`)}</StatusLabel>
  );
}
