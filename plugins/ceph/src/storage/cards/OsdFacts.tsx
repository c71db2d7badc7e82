import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { CephDetail, Osd } from '@internal/plugin-ceph-common';
import {
  EntityLink,
  Fact,
  FactList,
  SmallText,
  useUnits,
} from '@internal/portal-ui';
import { nodeMaintenanceRouteRef } from '../../routes';
import { ReadingText } from '../../sources/ReadingText';
import { cephTranslationRef } from '../../translation';
import { fillLimits } from '../osds/fillLimits';
import { isOsdListCurrent } from '../osds/isOsdListCurrent';
import { OsdStateLabel } from '../osds/OsdStateLabel';
import { OsdUse } from '../osds/OsdUse';
import styles from './cards.module.css';

export interface OsdFactsProps {
  osd: Osd;
  ceph: CephDetail;
}

/** What is known of an OSD, line by line. */
export function OsdFacts({ osd, ceph }: OsdFactsProps) {
  const { t } = useTranslationRef(cephTranslationRef);
  const { number } = useUnits();
  const nodeRoute = useRouteRef(nodeMaintenanceRouteRef);
  const { platform, cluster } = ceph;
  return (
    <FactList>
      <Fact name={t('storage.card.state')}>
        <OsdStateLabel osd={osd} isCurrent={isOsdListCurrent(ceph)} />
      </Fact>
      <Fact name={t('storage.card.use')}>
        <OsdUse osd={osd} limits={fillLimits(ceph)} />
      </Fact>
      <Fact name={t('storage.card.machine')}>
        {osd.node ? (
          <Link href={nodeRoute?.({ platform, cluster, node: osd.node }) ?? ''}>
            <bdi>{osd.node}</bdi>
          </Link>
        ) : (
          <bdi>{osd.crushHost ?? t('storage.osd.noHost')}</bdi>
        )}
      </Fact>
      <Fact name={t('storage.card.device')}>
        <span className={styles.lines}>
          <bdi dir="ltr">{osd.devices.join(', ')}</bdi>
          {osd.deviceIds.map(id => (
            <SmallText key={id}>
              <bdi dir="ltr">{id}</bdi>
            </SmallText>
          ))}
          {osd.form !== 'unknown' && (
            <SmallText>{t(`storage.osd.form.${osd.form}`)}</SmallText>
          )}
        </span>
      </Fact>
      {osd.deviceClass && (
        <Fact name={t('storage.card.class')}>
          {osd.deviceClass.toUpperCase()}
        </Fact>
      )}
      <Fact name={t('storage.card.latency')}>
        <ReadingText reading={osd.commitLatencyMilliseconds}>
          {value => t('storage.osd.latency', { number: number(value, 1) })}
        </ReadingText>
      </Fact>
      <Fact name={t('storage.card.ofCeph')}>
        <EntityLink entityRef={ceph.entityRef} />
      </Fact>
    </FactList>
  );
}
