import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  storageReadPermission,
  volumeKindSchema,
  VolumeList,
} from '@internal/plugin-ceph-common';
import {
  AsyncContent,
  EmptyState,
  NoMatch,
  Pagination,
  RowsSkeleton,
  useAsyncData,
  useRowParameters,
  useSettled,
  useUnits,
} from '@internal/portal-ui';
import { RiHardDrive2Line } from '@remixicon/react';
import { cephApiRef, StoragePlace } from '../api/CephApi';
import { SourceNotices } from '../sources/SourceNotices';
import { cephTranslationRef } from '../translation';
import { VolumeFilters, volumeFilterNames } from './VolumeFilters';
import { volumeStates } from './volumeStates';
import { VolumeTable } from './VolumeTable';
import styles from './volumes.module.css';

const refreshMilliseconds = 30_000;
const pageSize = 25;
/** While somebody types, nothing is read. */
const settleMilliseconds = 300;

/** Volumes of a cluster, narrowed and paged by the backend. */
export function ClusterVolumes({ place }: { place: StoragePlace }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const { number } = useUnits();
  const api = useApi(cephApiRef);
  const parameters = useRowParameters(['q', ...volumeFilterNames]);
  const kind = volumeKindSchema.safeParse(parameters.filter('kind')).data;
  const state = volumeStates.find(name => name === parameters.filter('state'));
  const q = useSettled(parameters.filter('q'), settleMilliseconds);
  const query = {
    ...place,
    kind,
    state,
    app: parameters.filter('app'),
    node: parameters.filter('node'),
    q,
    offset: (parameters.page - 1) * pageSize,
    limit: pageSize,
  };
  const result = useAsyncData({
    key: JSON.stringify(query),
    scope: JSON.stringify(place),
    load: signal => api.listVolumes(query, signal),
    pollEvery: refreshMilliseconds,
  });
  const facets = result.status === 'ready' ? result.data.facets : undefined;
  const isNothing = ({ total }: VolumeList) => total === 0;

  return (
    <div className={styles.content}>
      <VolumeFilters facets={facets} parameters={parameters} />
      <AsyncContent
        result={result}
        permission={storageReadPermission.name}
        skeleton={<RowsSkeleton />}
      >
        {list => (
          <div className={styles.content}>
            <SourceNotices sources={list.sources} />
            {isNothing(list) && parameters.isNarrowed && (
              <NoMatch onClear={parameters.clear} />
            )}
            {isNothing(list) && !parameters.isNarrowed && (
              <EmptyState
                icon={<RiHardDrive2Line />}
                title={t('volumes.empty.title')}
                description={t('volumes.empty.description')}
              />
            )}
            {!isNothing(list) && (
              <>
                <Text as="p" role="status">
                  {t('volumes.shown', {
                    count: list.total,
                    number: number(list.total),
                  })}
                </Text>
                <VolumeTable volumes={list.items} />
                {list.total > pageSize && (
                  <Pagination
                    offset={query.offset}
                    pageSize={pageSize}
                    totalCount={list.total}
                    hasPreviousPage={parameters.page > 1}
                    hasNextPage={query.offset + pageSize < list.total}
                    onPreviousPage={() =>
                      parameters.setPage(parameters.page - 1)
                    }
                    onNextPage={() => parameters.setPage(parameters.page + 1)}
                  />
                )}
              </>
            )}
          </div>
        )}
      </AsyncContent>
    </div>
  );
}
