import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DataRisk } from '@internal/plugin-ceph-common';
import { StatusLabel, StatusTone } from '@internal/portal-ui';
import {
  RemixiconComponentType,
  RiAlertLine,
  RiFileCopyLine,
  RiForbidLine,
  RiShieldCheckLine,
} from '@remixicon/react';
import { cephTranslationRef } from '../../translation';

const tones: Record<DataRisk, StatusTone> = {
  none: 'neutral',
  'less-redundant': 'warning',
  blocked: 'negative',
  damaged: 'negative',
};

const shapes: Record<DataRisk, RemixiconComponentType> = {
  none: RiShieldCheckLine,
  'less-redundant': RiFileCopyLine,
  blocked: RiForbidLine,
  damaged: RiAlertLine,
};

/** What something means for the data, as shape, words and colour. */
export function RiskLabel({ risk }: { risk: DataRisk }) {
  const { t } = useTranslationRef(cephTranslationRef);
  return (
    <StatusLabel tone={tones[risk]} shape={shapes[risk]}>
      {t(`storage.risk.${risk}`)}
    </StatusLabel>
  );
}
