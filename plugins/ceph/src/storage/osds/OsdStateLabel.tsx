import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Osd } from '@internal/plugin-ceph-common';
import { StatusLabel } from '@internal/portal-ui';
import { RiQuestionLine } from '@remixicon/react';
import { cephTranslationRef } from '../../translation';
import { osdShapes, osdState, osdTones } from './osdState';

export interface OsdStateLabelProps {
  osd: Osd;
  /** Whether that holds now. */
  isCurrent: boolean;
}

/** Whether an OSD runs and holds data, as shape, words and colour; grey where it only did when last seen. */
export function OsdStateLabel({ osd, isCurrent }: OsdStateLabelProps) {
  const { t } = useTranslationRef(cephTranslationRef);
  const state = osdState(osd);
  if (!isCurrent) {
    return (
      <StatusLabel tone="neutral" shape={RiQuestionLine}>
        {t('storage.osd.lastKnown', { state: t(`storage.osd.state.${state}`) })}
      </StatusLabel>
    );
  }
  return (
    <StatusLabel tone={osdTones[state]} shape={osdShapes[state]}>
      {t(`storage.osd.state.${state}`)}
    </StatusLabel>
  );
}
