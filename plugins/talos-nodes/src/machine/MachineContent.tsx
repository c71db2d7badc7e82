import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { ButtonLink, Skeleton } from '@backstage/ui';
import { talosNodeReadPermission } from '@internal/plugin-talos-nodes-common';
import { AsyncContent, EmptyState, useAsyncData } from '@internal/portal-ui';
import { RiQuestionLine } from '@remixicon/react';
import { MachineName, talosNodesApiRef } from '../api/TalosNodesApi';
import { rootRouteRef } from '../routes';
import { talosNodesTranslationRef } from '../translation';
import { MachineTabs } from './MachineTabs';
import styles from './machine.module.css';

const refreshMilliseconds = 15_000;

/** Everything known of one machine, read again and again. */
export function MachineContent({ machine }: { machine: MachineName }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const api = useApi(talosNodesApiRef);
  const listPath = useRouteRef(rootRouteRef)?.() ?? '';
  const result = useAsyncData({
    key: JSON.stringify(machine),
    load: signal => api.getNode(machine, signal),
    pollEvery: refreshMilliseconds,
  });
  return (
    <AsyncContent
      result={result}
      permission={talosNodeReadPermission.name}
      skeleton={
        <div className={styles.content}>
          <Skeleton width="40%" height={24} />
          <Skeleton width="100%" height={40} />
          <Skeleton width="100%" height={240} />
        </div>
      }
      notFound={
        <EmptyState
          icon={<RiQuestionLine />}
          title={t('notFound.title')}
          description={t('notFound.description', {
            name: machine.name,
            cluster: machine.cluster,
          })}
          action={
            <ButtonLink variant="secondary" href={listPath}>
              {t('notFound.back')}
            </ButtonLink>
          }
        />
      }
    >
      {node => <MachineTabs node={node} />}
    </AsyncContent>
  );
}
