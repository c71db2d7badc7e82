import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  NodeDetail,
  talosNodeReadPermission,
  WorkloadList,
} from '@internal/plugin-talos-nodes-common';
import { AsyncContent, EmptyState, useAsyncData } from '@internal/portal-ui';
import { RiAppsLine, RiQuestionLine } from '@remixicon/react';
import { talosNodesApiRef } from '../../api/TalosNodesApi';
import { talosNodesTranslationRef } from '../../translation';
import { AppTable } from './AppTable';
import { ControllerTable } from './ControllerTable';
import { groupWorkloads } from './groupWorkloads';
import { WorkloadNotices } from './WorkloadNotices';
import styles from '../machine.module.css';

const refreshMilliseconds = 15_000;

/** What runs on a machine, by app and by who made it. */
export function WorkloadsTab({ node }: { node: NodeDetail }) {
  const api = useApi(talosNodesApiRef);
  const { platform, cluster, name } = node;
  const result = useAsyncData({
    key: JSON.stringify([platform, cluster, name]),
    load: signal => api.listWorkloads({ platform, cluster, name }, signal),
    pollEvery: refreshMilliseconds,
  });
  return (
    <AsyncContent result={result} permission={talosNodeReadPermission.name}>
      {list => <Workloads list={list} node={node} />}
    </AsyncContent>
  );
}

function Workloads(props: { list: WorkloadList; node: NodeDetail }) {
  const { list, node } = props;
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const state = list.clusters.find(({ cluster }) => cluster === node.cluster);
  if (!state?.pods.observedAt) {
    const failure = state?.pods.failure;
    const isAsked = node.sources.some(({ source }) => source === 'kubernetes');
    return (
      <EmptyState
        icon={<RiQuestionLine />}
        headingLevel="h3"
        title={t('workloads.unread.title')}
        description={
          failure?.reason ??
          t(isAsked ? 'workloads.unread.waiting' : 'workloads.unread.unasked')
        }
      />
    );
  }
  const groups = groupWorkloads(list.items);
  const apps = groups.filter(({ app }) => app);
  const others = groups.filter(({ app }) => !app);
  return (
    <div className={styles.content}>
      <WorkloadNotices state={state} />
      {groups.length === 0 && (
        <EmptyState
          icon={<RiAppsLine />}
          headingLevel="h3"
          title={t('workloads.none.title')}
          description={t('workloads.none.description')}
        />
      )}
      {apps.length > 0 && <AppTable groups={apps} />}
      {others.length > 0 && <ControllerTable groups={others} />}
    </div>
  );
}
