import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import type {
  DeliverySnapshot,
  DeliveryUnit,
} from '@internal/plugin-delivery-common';
import { RelativeTime } from '@internal/portal-ui';
import { Fragment } from 'react';
import { deliveryTranslationRef } from '../../translation';
import styles from './EntityDeliveryCard.module.css';
import { UnitDelivery } from './UnitDelivery';

/** What one cluster's snapshot says of a unit, and how far it can be believed. */
export function ClusterDelivery(props: {
  snapshot: DeliverySnapshot;
  engine: DeliveryUnit['engine'];
  /** All that are expected; one that is not listed is unknown. */
  unitNames: string[];
}) {
  const { snapshot, engine, unitNames } = props;
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
      {unitNames.map(name => {
        const listed = units.filter(unit => unit.name === name);
        return (
          <Fragment key={name}>
            {unitNames.length > 1 && (
              <Text as="h3" variant="body-medium" weight="bold">
                <bdi>{name}</bdi>
              </Text>
            )}
            {observedAt && listed.length === 0 && (
              <Text as="p">{t('card.unlisted', { name })}</Text>
            )}
            {(listed.length > 0
              ? listed
              : [toUnknownUnit(snapshot, engine, name)]
            ).map(unit => (
              <UnitDelivery
                key={`${unit.namespace}/${unit.name}`}
                snapshot={snapshot}
                unit={unit}
              />
            ))}
          </Fragment>
        );
      })}
    </div>
  );
}

function toUnknownUnit(
  { platform, cluster }: DeliverySnapshot,
  engine: DeliveryUnit['engine'],
  name: string,
): DeliveryUnit {
  return {
    platform,
    cluster,
    engine,
    name,
    sync: 'unknown',
    health: 'unknown',
    images: [],
    history: [],
  };
}
