import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MaintenanceVerdict } from '@internal/plugin-ceph-common';
import { StatusLabel, StatusTone } from '@internal/portal-ui';
import {
  RemixiconComponentType,
  RiListOrdered2,
  RiQuestionLine,
} from '@remixicon/react';
import { cephTranslationRef } from '../translation';

export const verdictTones: Record<MaintenanceVerdict, StatusTone> = {
  safe: 'positive',
  'safe-after-steps': 'announcement',
  unsafe: 'negative',
  unknown: 'neutral',
};

export const verdictShapes: Partial<
  Record<MaintenanceVerdict, RemixiconComponentType>
> = {
  'safe-after-steps': RiListOrdered2,
  unknown: RiQuestionLine,
};

/** Whether a machine may go down, as shape, words and colour. */
export function VerdictLabel({ verdict }: { verdict: MaintenanceVerdict }) {
  const { t } = useTranslationRef(cephTranslationRef);
  return (
    <StatusLabel tone={verdictTones[verdict]} shape={verdictShapes[verdict]}>
      {t(`maintenance.verdict.${verdict}`)}
    </StatusLabel>
  );
}
