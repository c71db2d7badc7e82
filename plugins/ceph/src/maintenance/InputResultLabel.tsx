import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MaintenanceInput } from '@internal/plugin-ceph-common';
import { StatusLabel, StatusTone } from '@internal/portal-ui';
import {
  RemixiconComponentType,
  RiListOrdered2,
  RiQuestionLine,
  RiSubtractLine,
} from '@remixicon/react';
import { cephTranslationRef } from '../translation';

type Result = MaintenanceInput['result'];

const tones: Record<Result, StatusTone> = {
  fine: 'positive',
  step: 'announcement',
  blocks: 'negative',
  unknown: 'neutral',
  'not-applicable': 'neutral',
};

const shapes: Partial<Record<Result, RemixiconComponentType>> = {
  step: RiListOrdered2,
  unknown: RiQuestionLine,
  'not-applicable': RiSubtractLine,
};

/** What an input says, as shape, words and colour. */
export function InputResultLabel({ result }: { result: Result }) {
  const { t } = useTranslationRef(cephTranslationRef);
  return (
    <StatusLabel tone={tones[result]} shape={shapes[result]}>
      {t(`maintenance.result.${result}`)}
    </StatusLabel>
  );
}
