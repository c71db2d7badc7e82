import { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { PlatformOverview } from '@internal/plugin-platforms-common';
import { Fragment, useContext } from 'react';
import { ClusterCardsContext } from '../ClusterCardsContext';
import styles from './tabs.module.css';

/** What other plugins tell of each of the platform's clusters, as on the cluster's own page. */
export function ClusterCards({ platform }: { platform: PlatformOverview }) {
  const cards = useContext(ClusterCardsContext);
  if (cards.length === 0) return null;
  return platform.clusters.map(cluster => (
    <section key={cluster} className={styles.stack} aria-label={cluster}>
      {platform.clusters.length > 1 && (
        <Text as="h2" variant="title-small">
          <bdi>{cluster}</bdi>
        </Text>
      )}
      <EntityProvider entity={toClusterEntity(platform.id, cluster)}>
        <div className={styles.clusterCards}>
          {cards.map((card, index) => (
            // The cards are those of the app; they never change places.
            <Fragment key={index}>{card}</Fragment>
          ))}
        </div>
      </EntityProvider>
    </section>
  ));
}

/** As much of the cluster's entity as a card looks at; it need not be in the catalog yet. */
function toClusterEntity(platform: string, cluster: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      namespace: 'default',
      name: cluster,
      annotations: {
        'portal.internal/platform': platform,
        'portal.internal/cluster': cluster,
      },
    },
    spec: { type: 'kubernetes-cluster' },
  };
}
