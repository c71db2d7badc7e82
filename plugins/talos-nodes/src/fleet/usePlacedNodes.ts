import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  CATALOG_FILTER_EXISTS,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import { NodeSummary } from '@internal/plugin-talos-nodes-common';
import { useAsyncData } from '@internal/portal-ui';
import { useMemo } from 'react';
import { placeOfEntity, rackAnnotation } from './placeOfEntity';

const refreshMilliseconds = 60_000;

/** Machines where their entities say they stand, unless the backend knows better. */
export function usePlacedNodes(
  nodes: readonly NodeSummary[],
): readonly NodeSummary[] {
  const catalog = useApi(catalogApiRef);
  const result = useAsyncData({
    key: 'places of machines',
    load: async () => {
      const { items } = await catalog.getEntities({
        filter: {
          kind: 'Resource',
          'spec.type': 'talos-node',
          [`metadata.annotations.${rackAnnotation}`]: CATALOG_FILTER_EXISTS,
        },
        fields: [
          'kind',
          'metadata.namespace',
          'metadata.name',
          'metadata.annotations',
        ],
      });
      return items.map(entity => ({
        ref: stringifyEntityRef(entity),
        place: placeOfEntity(entity),
      }));
    },
    pollEvery: refreshMilliseconds,
  });
  const places = result.status === 'ready' ? result.data : undefined;
  return useMemo(() => {
    const byRef = new Map(places?.map(({ ref, place }) => [ref, place]));
    return byRef.size === 0
      ? nodes
      : nodes.map(node => ({
          ...node,
          place: node.place ?? byRef.get(node.entityRef),
        }));
  }, [nodes, places]);
}
