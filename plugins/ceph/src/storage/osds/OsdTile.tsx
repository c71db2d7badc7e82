import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Osd } from '@internal/plugin-ceph-common';
import { SmallText, useUnits } from '@internal/portal-ui';
import { useEntityPath } from '../../chain/useEntityPath';
import { cephTranslationRef } from '../../translation';
import { osdState, osdTones } from './osdState';
import { OsdStateLabel } from './OsdStateLabel';
import { FillLimits } from './fillLimits';
import { OsdUse } from './OsdUse';
import styles from './osds.module.css';

export interface OsdTileProps {
  osd: Osd;
  limits: FillLimits;
  isCurrent: boolean;
}

/** One OSD: its state, how full it is, and what it is made of. */
export function OsdTile({ osd, limits, isCurrent }: OsdTileProps) {
  const { t } = useTranslationRef(cephTranslationRef);
  const { number } = useUnits();
  const path = useEntityPath()(osd.entityRef);
  const name = <bdi>osd.{osd.id}</bdi>;
  const latency = osd.commitLatencyMilliseconds;
  return (
    <li
      className={styles.tile}
      data-tone={isCurrent ? osdTones[osdState(osd)] : 'neutral'}
    >
      <span className={styles.tileHead}>
        {path ? <Link href={path}>{name}</Link> : name}
        <OsdStateLabel osd={osd} isCurrent={isCurrent} />
      </span>
      <OsdUse osd={osd} limits={limits} />
      <SmallText>
        <bdi>
          {[osd.deviceClass?.toUpperCase(), osd.devices.join(', ')]
            .filter(Boolean)
            .join(' · ')}
        </bdi>
        {latency.known &&
          ` · ${t('storage.osd.latency', { number: number(latency.value, 1) })}`}
      </SmallText>
    </li>
  );
}
