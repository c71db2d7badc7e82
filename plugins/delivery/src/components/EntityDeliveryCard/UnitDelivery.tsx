import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type {
  DeliverySnapshot,
  DeliveryUnit,
} from '@internal/plugin-delivery-common';
import {
  Fact,
  FactList,
  isWebUrl,
  RelativeTime,
  StatusLabel,
} from '@internal/portal-ui';
import { toCommitUrl } from '../../toCommitUrl';
import { deliveryTranslationRef } from '../../translation';
import { healthTones, syncTones } from './statusTones';

/**
 * State, revision and age of one unit. After a failed reading the state is
 * unknown; what it was last is said beside it.
 */
export function UnitDelivery(props: {
  snapshot: DeliverySnapshot;
  unit: DeliveryUnit;
}) {
  const { snapshot, unit } = props;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const isCurrent = !snapshot.failure;
  const lastKnown = (state: string, isKnown: boolean) =>
    isCurrent || !isKnown ? state : t('card.lastKnown', { state });
  return (
    <>
      <FactList>
        <Fact name={t('fact.cluster')}>
          <bdi>{snapshot.cluster}</bdi>
        </Fact>
        <Fact name={t('fact.sync')}>
          <StatusLabel tone={isCurrent ? syncTones[unit.sync] : 'neutral'}>
            {lastKnown(t(`sync.${unit.sync}`), unit.sync !== 'unknown')}
          </StatusLabel>
        </Fact>
        <Fact name={t('fact.health')}>
          <StatusLabel tone={isCurrent ? healthTones[unit.health] : 'neutral'}>
            {lastKnown(t(`health.${unit.health}`), unit.health !== 'unknown')}
          </StatusLabel>
        </Fact>
        <Fact name={t('fact.revision')}>
          {unit.revision ? (
            <Revision revision={unit.revision} />
          ) : (
            t('fact.unknown')
          )}
        </Fact>
        <Fact name={t('fact.syncedAt')}>
          {unit.syncedAt ? (
            <RelativeTime value={unit.syncedAt} />
          ) : (
            t('fact.unknown')
          )}
        </Fact>
        <Fact name={t('fact.observedAt')}>
          {snapshot.observedAt ? (
            <RelativeTime value={snapshot.observedAt} />
          ) : (
            t('fact.never')
          )}
        </Fact>
        {unit.message && (
          <Fact name={t('fact.message')}>
            <bdi>{unit.message}</bdi>
          </Fact>
        )}
      </FactList>
      {unit.url && isWebUrl(unit.url) && (
        <Link href={unit.url} target="_blank" rel="noopener noreferrer">
          {t('card.open', { name: unit.name })}
        </Link>
      )}
    </>
  );
}

function Revision({ revision }: { revision: string }) {
  const { entity } = useEntity();
  const url = toCommitUrl(entity, revision);
  const short = (
    <code dir="ltr" title={revision}>
      {revision.slice(0, 10)}
    </code>
  );
  return url ? (
    <Link href={url} target="_blank" rel="noopener noreferrer">
      {short}
    </Link>
  ) : (
    short
  );
}
