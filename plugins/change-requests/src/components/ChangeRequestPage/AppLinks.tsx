import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ChangeRequestState } from '@internal/plugin-change-requests-common';
import { EntityLink, useAsyncData } from '@internal/portal-ui';

export interface AppLinksProps {
  apps: readonly string[];
  state: ChangeRequestState;
}

const refreshMilliseconds = 5_000;

/** Apps by name; those the catalog knows by now are links. */
export function AppLinks({ apps, state }: AppLinksProps) {
  const catalogApi = useApi(catalogApiRef);
  const entityRefs = apps.map(app =>
    stringifyEntityRef({ kind: 'Component', namespace: 'default', name: app }),
  );
  const result = useAsyncData({
    key: `${state} ${entityRefs.join(' ')}`,
    load: async () => {
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs,
        fields: ['metadata.name'],
      });
      return items.map(item => item !== undefined);
    },
    pollEvery: known =>
      known?.every(Boolean) ? undefined : refreshMilliseconds,
  });
  const known = result.status === 'ready' ? result.data : [];

  return apps.map((app, index) => (
    <span key={app}>
      {index > 0 && ', '}
      {known[index] ? (
        <EntityLink entityRef={entityRefs[index]} />
      ) : (
        <bdi>{app}</bdi>
      )}
    </span>
  ));
}
