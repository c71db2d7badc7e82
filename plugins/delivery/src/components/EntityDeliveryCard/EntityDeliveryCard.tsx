import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { deliveryReadPermission } from '@internal/plugin-delivery-common';
import { AsyncContent, EmptyState, useAsyncData } from '@internal/portal-ui';
import { deliveryApiRef } from '../../api/DeliveryApi';
import { deliveryTranslationRef } from '../../translation';
import { unitsOfEntity } from '../../unitsOfEntity';
import { ClusterDelivery } from './ClusterDelivery';
import styles from './EntityDeliveryCard.module.css';

const refreshMilliseconds = 10_000;

/** Whether the app of an entity is in sync and healthy, and how old that is. */
export function EntityDeliveryCard() {
  const { t } = useTranslationRef(deliveryTranslationRef);
  const { entity } = useEntity();
  const api = useApi(deliveryApiRef);
  const { engine, ...query } = unitsOfEntity(entity);
  const result = useAsyncData({
    key: JSON.stringify(query),
    load: signal => api.listSnapshots(query, signal),
    pollEvery: refreshMilliseconds,
  });

  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          {t('card.title')}
        </Text>
      </CardHeader>
      <CardBody>
        <AsyncContent
          result={result}
          permission={deliveryReadPermission.name}
          isEmpty={snapshots => snapshots.length === 0}
          empty={
            <EmptyState
              headingLevel="h3"
              title={t('card.unwatched.title')}
              description={t('card.unwatched.description')}
            />
          }
        >
          {snapshots => (
            <ul className={styles.clusters}>
              {snapshots.map(snapshot => (
                <li key={`${snapshot.platform}/${snapshot.cluster}`}>
                  <ClusterDelivery
                    snapshot={snapshot}
                    engine={engine}
                    unitNames={query.units}
                  />
                </li>
              ))}
            </ul>
          )}
        </AsyncContent>
      </CardBody>
    </Card>
  );
}
