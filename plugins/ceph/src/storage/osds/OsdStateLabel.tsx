import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Osd } from '@internal/plugin-ceph-common';
import { StatusLabel } from '@internal/portal-ui';
import { cephTranslationRef } from '../../translation';
import { osdShapes, osdState, osdTones } from './osdState';

/** Whether an OSD runs and holds data, as shape, words and colour. */
export function OsdStateLabel({ osd }: { osd: Osd }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const state = osdState(osd);
  return (
    <StatusLabel tone={osdTones[state]} shape={osdShapes[state]}>
      {t(`storage.osd.state.${state}`)}
    </StatusLabel>
  );
}
