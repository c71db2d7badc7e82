import type { TableColumn } from '@backstage/core-components';
import {
  CatalogTable,
  type CatalogTableColumnsFunc,
  type CatalogTableRow,
} from '@backstage/plugin-catalog';
import { EntityPlace, placeOfEntity } from '@internal/portal-ui';

const { columns } = CatalogTable;

/**
 * What tells entities of a kind apart: two of the same name by their platform,
 * Resources and APIs by their type, which all Components share.
 *
 * @param platform - title of the column of platforms
 */
export function columnsOfKind(platform: string): CatalogTableColumnsFunc {
  return context => {
    const name: TableColumn<CatalogTableRow> = {
      ...columns.createNameColumn(),
      // Room for a name before what describes it.
      cellStyle: { minWidth: '12rem' },
    };
    const place: TableColumn<CatalogTableRow> = {
      title: platform,
      cellStyle: { whiteSpace: 'nowrap' },
      field: 'entity.metadata.annotations.portal.internal/platform',
      customSort: (a, b) => placeText(a).localeCompare(placeText(b)),
      customFilterAndSearch: (query: string, row) =>
        placeText(row).toLowerCase().includes(query.toLowerCase()),
      render: ({ entity }) => <EntityPlace entity={entity} />,
    };
    const owner = columns.createOwnerColumn();
    const system = {
      ...columns.createSystemColumn(),
      cellStyle: { minWidth: '8.5rem' },
    };
    const type = columns.createSpecTypeColumn();
    const description = columns.createMetadataDescriptionColumn();
    switch (context.filters.kind?.value.toLowerCase()) {
      case 'component':
        return [name, place, owner, system, description];
      case 'api':
        return [name, type, place, owner, system];
      case 'resource':
        return [name, type, place, owner, description];
      case 'system':
        return [name, place, owner, description];
      default:
        return CatalogTable.defaultColumnsFunc(context);
    }
  };
}

function placeText({ entity }: CatalogTableRow): string {
  const { platform, cluster } = placeOfEntity(entity);
  return [platform, cluster].filter(Boolean).join(' ');
}
