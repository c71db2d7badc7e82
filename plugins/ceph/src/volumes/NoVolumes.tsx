import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EmptyState } from '@internal/portal-ui';
import { RiHardDrive2Line } from '@remixicon/react';
import { cephTranslationRef } from '../translation';

/** Stands where an app's volumes would be. */
export function NoVolumes() {
  const { t } = useTranslationRef(cephTranslationRef);
  return (
    <EmptyState
      icon={<RiHardDrive2Line />}
      headingLevel="h4"
      title={t('volumes.app.none')}
      description={t('volumes.app.noneHow')}
    />
  );
}
