import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { NodeSummary } from '@internal/plugin-talos-nodes-common';
import { useAsyncData } from '@internal/portal-ui';
import { nodeRouteRef } from '../routes';

const refreshMilliseconds = 60_000;

/** Where a machine is shown: at its entity, or by itself where the catalog has none. */
export function useMachinePath(): (node: NodeSummary) => string {
  const catalog = useApi(catalogApiRef);
  const entityRoute = useRouteRef(entityRouteRef);
  const nodeRoute = useRouteRef(nodeRouteRef);
  const entities = useAsyncData({
    key: 'entities of machines',
    load: async () => {
      const { items } = await catalog.getEntities({
        filter: { kind: 'Resource', 'spec.type': 'talos-node' },
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
      });
      return items.map(entity => stringifyEntityRef(entity));
    },
    pollEvery: refreshMilliseconds,
  });
  const known = new Set(entities.status === 'ready' ? entities.data : []);
  return node =>
    known.has(node.entityRef) && entityRoute
      ? `${entityRoute(parseEntityRef(node.entityRef))}/machine`
      : (nodeRoute?.({
          platform: node.platform,
          cluster: node.cluster,
          name: node.name,
        }) ?? '');
}
