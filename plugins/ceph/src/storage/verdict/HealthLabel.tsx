import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CephHealth } from '@internal/plugin-ceph-common';
import { StatusLabel } from '@internal/portal-ui';
import { cephTranslationRef } from '../../translation';
import { healthShapes, healthTones } from './healthTones';

/** Health as shape, word and colour. */
export function HealthLabel({ health }: { health: CephHealth }) {
  const { t } = useTranslationRef(cephTranslationRef);
  return (
    <StatusLabel tone={healthTones[health]} shape={healthShapes[health]}>
      {t(`storage.health.${health}`)}
    </StatusLabel>
  );
}
