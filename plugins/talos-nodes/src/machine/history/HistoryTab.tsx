import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  NodeChange,
  NodeDetail,
  talosNodeReadPermission,
} from '@internal/plugin-talos-nodes-common';
import {
  AsyncContent,
  EmptyState,
  Section,
  StatusTone,
  Timeline,
  useAsyncData,
} from '@internal/portal-ui';
import { RiHistoryLine } from '@remixicon/react';
import { talosNodesApiRef } from '../../api/TalosNodesApi';
import { talosNodesTranslationRef } from '../../translation';

const refreshMilliseconds = 30_000;

const tones: Record<NodeChange['kind'], StatusTone> = {
  appeared: 'positive',
  vanished: 'negative',
  version: 'announcement',
  memory: 'warning',
  disk: 'warning',
  link: 'warning',
  processor: 'warning',
  state: 'neutral',
  other: 'neutral',
};

/** What changed in a machine, newest first. */
export function HistoryTab({ node }: { node: NodeDetail }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const api = useApi(talosNodesApiRef);
  const { platform, cluster, name } = node;
  const result = useAsyncData({
    key: JSON.stringify([platform, cluster, name]),
    load: signal => api.listChanges({ platform, cluster, name }, signal),
    pollEvery: refreshMilliseconds,
  });
  const describe = ({ subject, before, after }: NodeChange) => {
    if (before !== undefined && after !== undefined) {
      return t('history.from', { subject, before, after });
    }
    if (before !== undefined) {
      return t('history.gone', { subject, before });
    }
    return after === undefined
      ? subject
      : t('history.added', { subject, after });
  };
  return (
    <AsyncContent
      result={result}
      permission={talosNodeReadPermission.name}
      isEmpty={changes => changes.length === 0}
      empty={
        <EmptyState
          icon={<RiHistoryLine />}
          headingLevel="h3"
          title={t('history.none.title')}
          description={t('history.none.description')}
        />
      }
    >
      {changes => (
        <Section title={t('history.title')}>
          <Timeline
            label={t('history.title')}
            items={changes.map(change => ({
              at: change.at,
              tone: tones[change.kind],
              title: <bdi>{describe(change)}</bdi>,
              detail: t(`history.kind.${change.kind}`),
            }))}
          />
        </Section>
      )}
    </AsyncContent>
  );
}
