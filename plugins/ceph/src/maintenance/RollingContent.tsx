import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { storageReadPermission } from '@internal/plugin-ceph-common';
import {
  AsyncContent,
  EmptyState,
  RowsSkeleton,
  Section,
} from '@internal/portal-ui';
import { RiToolsLine } from '@remixicon/react';
import { StoragePlace } from '../api/CephApi';
import { cephTranslationRef } from '../translation';
import { RollingOrder } from './RollingOrder';
import { useRollingPlan } from './useRollingPlan';
import { VerdictTable } from './VerdictTable';
import styles from './maintenance.module.css';

/** All machines of a cluster one after another, and the verdict for each. */
export function RollingContent({ place }: { place: StoragePlace }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const result = useRollingPlan(place);
  const nothing = (
    <EmptyState
      icon={<RiToolsLine />}
      title={t('maintenance.empty.title')}
      description={t('maintenance.empty.description')}
    />
  );
  return (
    <AsyncContent
      result={result}
      permission={storageReadPermission.name}
      skeleton={<RowsSkeleton />}
      isEmpty={({ verdicts }) => verdicts.length === 0}
      empty={nothing}
      notFound={nothing}
    >
      {plan => (
        <div className={styles.content}>
          <Section title={t('maintenance.rolling.title')}>
            <RollingOrder plan={plan} />
          </Section>
          <Section title={t('maintenance.all')}>
            <VerdictTable verdicts={plan.verdicts} />
          </Section>
        </div>
      )}
    </AsyncContent>
  );
}
