import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import type { DeliverySnapshot } from '@internal/plugin-delivery-common';
import { RelativeTime } from '@internal/portal-ui';
import { deliveryTranslationRef } from '../../translation';
import styles from './EntityDeliveryCard.module.css';
import { UnitDelivery } from './UnitDelivery';

/** What one cluster's snapshot says of a unit, and how far it can be believed. */
export function ClusterDelivery(props: {
  snapshot: DeliverySnapshot;
  unitName: string;
}) {
  const { snapshot, unitName } = props;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const { failure, observedAt, units } = snapshot;
  return (
    <div className={styles.cluster}>
      {failure && (
        <Alert
          role="status"
          status="warning"
          icon
          title={
            observedAt
              ? t('card.failure.since', {
                  time: <RelativeTime value={observedAt} />,
                })
              : t('card.failure.never')
          }
          description={<bdi>{failure.reason}</bdi>}
        />
      )}
      {!failure && !observedAt && <Text as="p">{t('card.notRead')}</Text>}
      {observedAt && units.length === 0 && (
        <Text as="p">{t('card.unlisted', { name: unitName })}</Text>
      )}
      {(units.length > 0 ? units : [toUnknownUnit(snapshot, unitName)]).map(
        unit => (
          <UnitDelivery
            key={`${unit.namespace}/${unit.name}`}
            snapshot={snapshot}
            unit={unit}
          />
        ),
      )}
    </div>
  );
}

function toUnknownUnit(
  { platform, cluster }: DeliverySnapshot,
  name: string,
): DeliverySnapshot['units'][number] {
  return {
    platform,
    cluster,
    engine: 'argocd',
    name,
    sync: 'unknown',
    health: 'unknown',
    images: [],
    history: [],
  };
}
