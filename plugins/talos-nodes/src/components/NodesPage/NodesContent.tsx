import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Skeleton } from '@backstage/ui';
import { talosNodeReadPermission } from '@internal/plugin-talos-nodes-common';
import {
  AsyncContent,
  EmptyState,
  RowsSkeleton,
  useAsyncData,
} from '@internal/portal-ui';
import { RiServerLine } from '@remixicon/react';
import { talosNodesApiRef } from '../../api/TalosNodesApi';
import { SourceNotices } from '../../sources/SourceNotices';
import { talosNodesTranslationRef } from '../../translation';
import { FleetView } from './FleetView';
import styles from './NodesPage.module.css';

const refreshMilliseconds = 15_000;

/** Reads the fleet, again and again, and shows it in whatever state it is. */
export function NodesContent() {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const api = useApi(talosNodesApiRef);
  const result = useAsyncData({
    key: 'nodes',
    load: signal => api.listNodes({}, signal),
    pollEvery: refreshMilliseconds,
  });
  return (
    <Container className={styles.page}>
      <AsyncContent
        result={result}
        permission={talosNodeReadPermission.name}
        skeleton={
          <div className={styles.content}>
            <Skeleton width="100%" height={56} />
            <Skeleton width="100%" height={96} />
            <RowsSkeleton />
          </div>
        }
        isEmpty={({ items, clusters }) =>
          items.length === 0 && clusters.length === 0
        }
        empty={
          <EmptyState
            icon={<RiServerLine />}
            title={t('list.empty.title')}
            description={t('list.empty.description')}
          />
        }
      >
        {({ items, clusters }) => (
          <div className={styles.content}>
            <SourceNotices clusters={clusters} />
            {items.length > 0 ? (
              <FleetView fleet={items} />
            ) : (
              <EmptyState
                icon={<RiServerLine />}
                title={t('list.unread.title')}
                description={t('list.unread.description')}
              />
            )}
          </div>
        )}
      </AsyncContent>
    </Container>
  );
}
