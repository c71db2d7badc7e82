import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { NodeSummary } from '@internal/plugin-talos-nodes-common';
import { NoMatch, Pagination, useUnits } from '@internal/portal-ui';
import { useMemo } from 'react';
import { countFacets, narrowNodes } from '../../fleet/nodeFilters';
import { findSkew } from '../../fleet/findSkew';
import { sortNodes } from '../../fleet/sortNodes';
import { talosNodesTranslationRef } from '../../translation';
import { ExportMenu } from './ExportMenu';
import { FleetControls } from './FleetControls';
import { FleetFilters } from './FleetFilters';
import { FleetTotals } from './FleetTotals';
import { NodeCards } from './NodeCards';
import { NodeRacks } from './NodeRacks';
import { NodeTable } from './NodeTable';
import { useFleetParameters } from './useFleetParameters';
import styles from './NodesPage.module.css';

const pageSize = 50;

/** Machines, narrowed and added up, as a table, as cards or where they stand. */
export function FleetView({ fleet }: { fleet: readonly NodeSummary[] }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { number } = useUnits();
  const controls = useFleetParameters();
  const { parameters, filters, view, order } = controls;
  const { facets, nodes } = useMemo(
    () => ({
      facets: countFacets(fleet, filters),
      nodes: sortNodes(narrowNodes(fleet, filters), order),
    }),
    [fleet, filters, order],
  );
  const skew = useMemo(() => findSkew(fleet), [fleet]);
  const lastPage = Math.max(1, Math.ceil(nodes.length / pageSize));
  const page = Math.min(parameters.page, lastPage);
  const offset = (page - 1) * pageSize;
  const shown = nodes.slice(offset, offset + pageSize);

  return (
    <>
      <FleetFilters facets={facets} parameters={parameters} />
      {nodes.length === 0 ? (
        <NoMatch onClear={parameters.clear} />
      ) : (
        <>
          <FleetTotals nodes={nodes} />
          <div className={styles.toolbar}>
            <Text as="p" role="status" className={styles.count}>
              {t('list.shown', {
                count: nodes.length,
                number: number(nodes.length),
              })}
            </Text>
            <FleetControls controls={controls} />
            <ExportMenu nodes={nodes} />
          </div>
          {view === 'table' && <NodeTable nodes={shown} skew={skew} />}
          {view === 'cards' && <NodeCards nodes={shown} skew={skew} />}
          {view === 'racks' && <NodeRacks nodes={nodes} />}
          {view !== 'racks' && nodes.length > pageSize && (
            <Pagination
              offset={offset}
              pageSize={pageSize}
              totalCount={nodes.length}
              hasPreviousPage={page > 1}
              hasNextPage={page < lastPage}
              onPreviousPage={() => parameters.setPage(page - 1)}
              onNextPage={() => parameters.setPage(page + 1)}
            />
          )}
        </>
      )}
    </>
  );
}
