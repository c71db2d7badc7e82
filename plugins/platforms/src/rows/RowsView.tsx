import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Page,
  platformReadPermission,
} from '@internal/plugin-platforms-common';
import {
  AsyncContent,
  NoMatch,
  Pagination,
  RowFilter,
  RowFilters,
  RowsSkeleton,
  useAsyncData,
  useRowParameters,
  useSettled,
} from '@internal/portal-ui';
import { ReactNode } from 'react';
import { RowQuery } from '../api/PlatformsApi';
import { platformsTranslationRef } from '../translation';
import styles from './rows.module.css';

export interface RowsViewProps<Row> {
  /** Names the list of a platform. */
  scope: string;
  /** What was read last; rows are asked for anew when it changes. */
  commit: string | undefined;
  load: (query: RowQuery, signal: AbortSignal) => Promise<Page<Row>>;
  filters: readonly FilterBy[];
  example: string;
  /** Said where there is not one row. */
  empty: ReactNode;
  children: (rows: Row[]) => ReactNode;
}

/** What narrows rows; each is a filter of the backend. */
const filterNames = [
  'q',
  'cluster',
  'state',
  'severity',
  'code',
  'app',
] as const;
type FilterName = (typeof filterNames)[number];

/** A filter by one value, called as the texts call it. */
export type FilterBy = Omit<RowFilter<Exclude<FilterName, 'q'>>, 'label'>;

const pageSize = 50;
const settleMilliseconds = 200;

/** Rows of a platform with their filters and pages, both kept in the address. */
export function RowsView<Row>(props: RowsViewProps<Row>) {
  const { scope, commit, load, filters, example, empty, children } = props;
  const { t } = useTranslationRef(platformsTranslationRef);
  const parameters = useRowParameters(filterNames);
  const offset = (parameters.page - 1) * pageSize;
  const query: RowQuery = { offset, limit: pageSize };
  const narrowing: FilterName[] = ['q', 'cluster', ...filters.map(f => f.name)];
  for (const name of narrowing) {
    query[name] = parameters.filter(name) || undefined;
  }
  const result = useAsyncData({
    key: useSettled(JSON.stringify([scope, commit, query]), settleMilliseconds),
    scope,
    load: signal => load(query, signal),
  });

  return (
    <div className={styles.content}>
      <RowFilters
        filters={filters.map(filter => ({
          ...filter,
          label: t(`filter.${filter.name}`),
        }))}
        facets={result.status === 'ready' ? result.data.facets : {}}
        example={example}
        parameters={parameters}
      />
      <AsyncContent
        result={result}
        permission={platformReadPermission.name}
        skeleton={<RowsSkeleton />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          parameters.isNarrowed ? <NoMatch onClear={parameters.clear} /> : empty
        }
      >
        {({ items, total }) => (
          <>
            {children(items)}
            <Pagination
              offset={offset}
              pageSize={pageSize}
              totalCount={total}
              hasPreviousPage={parameters.page > 1}
              hasNextPage={offset + pageSize < total}
              onPreviousPage={() => parameters.setPage(parameters.page - 1)}
              onNextPage={() => parameters.setPage(parameters.page + 1)}
            />
          </>
        )}
      </AsyncContent>
    </div>
  );
}
