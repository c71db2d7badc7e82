import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Table, useTable } from '@backstage/ui';
import { ChangeRequest } from '@internal/plugin-change-requests-common';
import { EmptyState, Pagination } from '@internal/portal-ui';
import { changeRequestsTranslationRef } from '../../translation';
import { sortChangeRequests } from './sortChangeRequests';
import { useChangeRequestColumns } from './useChangeRequestColumns';
import styles from './ChangeRequestsPage.module.css';

export interface ChangeRequestTableProps {
  requests: ChangeRequest[];
  onClearFilters: () => void;
}

const pageSize = 20;

/** The requests that passed the filters, sorted and in pages. */
export function ChangeRequestTable(props: ChangeRequestTableProps) {
  const { requests, onClearFilters } = props;
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  const columns = useChangeRequestColumns();
  const { tableProps } = useTable({
    mode: 'complete',
    data: requests,
    sortFn: sortChangeRequests,
    initialSort: { column: 'age', direction: 'ascending' },
    paginationOptions: { pageSize, pageSizeOptions: [pageSize] },
  });
  const { pagination } = tableProps;

  if (requests.length === 0) {
    return (
      <EmptyState
        title={t('list.noMatch.title')}
        description={t('list.noMatch.description')}
        action={
          <Button variant="secondary" onPress={onClearFilters}>
            {t('list.noMatch.clear')}
          </Button>
        }
      />
    );
  }
  return (
    <section aria-label={t('page.title')} className={styles.table}>
      <Table
        {...tableProps}
        columnConfig={columns}
        pagination={{ type: 'none' }}
      />
      {pagination.type === 'page' && <Pagination {...pagination} />}
    </section>
  );
}
