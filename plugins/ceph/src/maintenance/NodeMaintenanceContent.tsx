import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { storageReadPermission } from '@internal/plugin-ceph-common';
import {
  AsyncContent,
  EmptyState,
  Section,
  useAsyncData,
} from '@internal/portal-ui';
import { RiQuestionLine } from '@remixicon/react';
import { cephApiRef, NodeName } from '../api/CephApi';
import { ChainContent } from '../chain/ChainContent';
import { cephTranslationRef } from '../translation';
import { DependentsLists } from './DependentsLists';
import { InputTable } from './InputTable';
import { StepList } from './StepList';
import { VerdictHead } from './VerdictHead';
import styles from './maintenance.module.css';

const refreshMilliseconds = 15_000;

export interface NodeMaintenanceContentProps {
  node: NodeName;
  /** Entity ref of the machine. */
  here?: string;
}

/** May this machine go down, why, with which steps, and what depends on it? */
export function NodeMaintenanceContent(props: NodeMaintenanceContentProps) {
  const { node: name, here } = props;
  const { platform, cluster, node } = name;
  const { t } = useTranslationRef(cephTranslationRef);
  const api = useApi(cephApiRef);
  const result = useAsyncData({
    key: JSON.stringify([platform, cluster, node]),
    load: signal => api.getNodeMaintenance(name, signal),
    pollEvery: refreshMilliseconds,
  });
  return (
    <AsyncContent
      result={result}
      permission={storageReadPermission.name}
      skeleton={
        <div className={styles.content}>
          <Skeleton width="100%" height={120} />
          <Skeleton width="100%" height={240} />
        </div>
      }
      notFound={
        <EmptyState
          icon={<RiQuestionLine />}
          title={t('maintenance.notFound.title')}
          description={t('maintenance.notFound.description', { node, cluster })}
        />
      }
    >
      {({ verdict, dependents }) => (
        <div className={styles.content}>
          <Section title={t('maintenance.title', { node })}>
            <VerdictHead verdict={verdict} />
          </Section>
          <Section
            title={t(
              verdict.verdict === 'unsafe' || verdict.verdict === 'unknown'
                ? 'maintenance.steps.looking'
                : 'maintenance.steps.title',
            )}
          >
            <StepList verdict={verdict} />
          </Section>
          <Section title={t('maintenance.details')}>
            <InputTable inputs={verdict.inputs} />
          </Section>
          <Section title={t('maintenance.dependents.title', { node })}>
            <DependentsLists dependents={dependents} />
          </Section>
          <Section title={t('maintenance.chain', { node })}>
            <ChainContent query={{ platform, cluster, node }} here={here} />
          </Section>
        </div>
      )}
    </AsyncContent>
  );
}
