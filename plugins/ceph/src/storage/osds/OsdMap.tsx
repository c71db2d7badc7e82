import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { Osd } from '@internal/plugin-ceph-common';
import { SmallText, useUnits } from '@internal/portal-ui';
import { StoragePlace } from '../../api/CephApi';
import { nodeMaintenanceRouteRef } from '../../routes';
import { cephTranslationRef } from '../../translation';
import { groupByHost } from './groupByHost';
import { OsdTile } from './OsdTile';
import { FillLimits } from './fillLimits';
import styles from './osds.module.css';

export interface OsdMapProps {
  place: StoragePlace;
  osds: readonly Osd[];
  /** Share of 1 at which Ceph warns. */
  limits: FillLimits;
  isCurrent: boolean;
}

/** OSDs as tiles on the machines they are on; a machine leads to whether it may go down. */
export function OsdMap({ place, osds, limits, isCurrent }: OsdMapProps) {
  const { t } = useTranslationRef(cephTranslationRef);
  const { number } = useUnits();
  const nodeRoute = useRouteRef(nodeMaintenanceRouteRef);
  const { platform, cluster } = place;
  return (
    <ul className={styles.hosts} aria-label={t('storage.osd.hosts')}>
      {groupByHost(osds).map(host => {
        const down = host.osds.filter(({ up }) => !up).length;
        return (
          <li key={host.name} className={styles.host}>
            <div className={styles.hostHead}>
              <Text as="h4" variant="body-medium" weight="bold">
                {host.node && nodeRoute ? (
                  <Link
                    href={nodeRoute({ platform, cluster, node: host.node })}
                    className={styles.hostName}
                  >
                    <bdi>{host.name}</bdi>
                  </Link>
                ) : (
                  <bdi>{host.name || t('storage.osd.noHost')}</bdi>
                )}
              </Text>
              {isCurrent && (
                <SmallText>
                  {t('storage.osd.upOf', {
                    up: number(host.osds.length - down),
                    number: number(host.osds.length),
                  })}
                </SmallText>
              )}
            </div>
            <ul className={styles.tiles}>
              {host.osds.map(osd => (
                <OsdTile
                  key={osd.id}
                  osd={osd}
                  limits={limits}
                  isCurrent={isCurrent}
                />
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
