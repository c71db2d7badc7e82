import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import { SearchField, Text } from '@backstage/ui';
import {
  AsyncContent,
  EntityLink,
  EntityPlace,
  Pagination,
  RowColumn,
  RowsSkeleton,
  RowTable,
  useAsyncData,
  useSettled,
} from '@internal/portal-ui';
import { useState } from 'react';
import { platformsTranslationRef } from '../../translation';
import styles from './EntityUsedByCard.module.css';

const pageSize = 10;
const settleMilliseconds = 200;

/** Apps that depend on an entity, as the catalog finds them, in pages. */
export function UsedByRows({ entity }: { entity: Entity }) {
  const { t } = useTranslationRef(platformsTranslationRef);
  const catalogApi = useApi(catalogApiRef);
  const entityRef = stringifyEntityRef(entity);
  const [text, setText] = useState('');
  const [page, setPage] = useState(0);
  const offset = page * pageSize;
  const result = useAsyncData({
    key: useSettled(
      JSON.stringify([entityRef, text, offset]),
      settleMilliseconds,
    ),
    scope: entityRef,
    load: () =>
      catalogApi.queryEntities({
        filter: { kind: 'component', 'relations.dependsOn': entityRef },
        fullTextFilter: {
          term: text.trim(),
          fields: ['metadata.name', 'metadata.title'],
        },
        orderFields: { field: 'metadata.name', order: 'asc' },
        offset,
        limit: pageSize,
      }),
  });
  const columns: RowColumn<Entity>[] = [
    {
      id: 'name',
      label: t('card.usedBy.name'),
      width: '2fr',
      cell: app => <EntityLink entityRef={stringifyEntityRef(app)} />,
    },
    {
      id: 'owner',
      label: t('card.usedBy.owner'),
      cell: app =>
        getEntityRelations(app, RELATION_OWNED_BY).map(owner => (
          <EntityLink
            key={stringifyEntityRef(owner)}
            entityRef={stringifyEntityRef(owner)}
          />
        )),
    },
    {
      id: 'place',
      label: t('card.usedBy.place'),
      cell: app => <EntityPlace entity={app} />,
    },
  ];

  return (
    <div className={styles.root}>
      <SearchField
        aria-label={t('card.usedBy.search')}
        placeholder={t('card.usedBy.search')}
        value={text}
        onChange={next => {
          setText(next);
          setPage(0);
        }}
      />
      <AsyncContent
        result={result}
        permission="catalog.entity.read"
        skeleton={<RowsSkeleton />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <Text as="p" variant="body-medium">
            {text ? t('card.usedBy.noMatch') : t('card.usedBy.none')}
          </Text>
        }
      >
        {({ items, totalItems }) => (
          <>
            <RowTable
              label={t('card.usedBy.title')}
              columns={columns}
              rows={items}
              keyOf={stringifyEntityRef}
            />
            <Pagination
              offset={offset}
              pageSize={pageSize}
              totalCount={totalItems}
              hasPreviousPage={page > 0}
              hasNextPage={offset + pageSize < totalItems}
              onPreviousPage={() => setPage(page - 1)}
              onNextPage={() => setPage(page + 1)}
            />
          </>
        )}
      </AsyncContent>
    </div>
  );
}
