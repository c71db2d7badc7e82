import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RollingPlan } from '@internal/plugin-ceph-common';
import { useUnits } from '@internal/portal-ui';
import { cephTranslationRef } from '../translation';

/** How far a rolling upgrade would come, in a sentence. */
export function useRollingSentence() {
  const { t } = useTranslationRef(cephTranslationRef);
  const { number } = useUnits();
  return ({ order, stopsAt }: RollingPlan): string => {
    if (stopsAt === undefined) {
      return t('maintenance.rolling.through', {
        count: order.length,
        number: number(order.length),
      });
    }
    return stopsAt === order[0]
      ? t('maintenance.rolling.stopsFirst', { node: stopsAt })
      : t('maintenance.rolling.stops', { node: stopsAt });
  };
}
