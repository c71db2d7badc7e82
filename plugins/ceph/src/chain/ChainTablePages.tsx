import { Pagination } from '@internal/portal-ui';
import { ChainRow } from './buildChainRows';
import { ChainTable } from './ChainTable';
import { ChainParameters } from './useChainParameters';

const pageSize = 50;

/** The table, some rows at a time. */
export function ChainTablePages(props: {
  rows: readonly ChainRow[];
  parameters: ChainParameters['parameters'];
}) {
  const { rows, parameters } = props;
  const lastPage = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(parameters.page, lastPage);
  const offset = (page - 1) * pageSize;
  return (
    <>
      <ChainTable rows={rows.slice(offset, offset + pageSize)} />
      {lastPage > 1 && (
        <Pagination
          offset={offset}
          pageSize={pageSize}
          totalCount={rows.length}
          hasPreviousPage={page > 1}
          hasNextPage={page < lastPage}
          onPreviousPage={() => parameters.setPage(page - 1)}
          onNextPage={() => parameters.setPage(page + 1)}
        />
      )}
    </>
  );
}
