import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody, CardHeader, Link, Text } from '@backstage/ui';
import { StorageList } from '@internal/plugin-ceph-common';
import { SmallText, useUnits } from '@internal/portal-ui';
import { namePlace } from '../../frame/namePlace';
import { clusterRouteRef } from '../../routes';
import { cephTranslationRef } from '../../translation';
import { CephBrief } from '../brief/CephBrief';
import { CephAbsence } from '../brief/CephAbsence';
import styles from './overview.module.css';

/** A cluster's storage in short; its name leads to all of it. */
export function ClusterCard(props: { storage: StorageList['items'][number] }) {
  const { storage } = props;
  const { platform, cluster, ceph, volumes } = storage;
  const { t } = useTranslationRef(cephTranslationRef);
  const { number } = useUnits();
  const clusterRoute = useRouteRef(clusterRouteRef);
  const path = clusterRoute?.({ platform, cluster }) ?? '';
  return (
    <li className={styles.item}>
      <Card className={styles.card}>
        <CardHeader>
          <Text as="h2" variant="title-x-small" weight="bold">
            <Link href={path} className={styles.title}>
              <bdi>{namePlace({ platform, cluster })}</bdi>
            </Link>
          </Text>
        </CardHeader>
        <CardBody className={styles.body}>
          {ceph.length === 0 && <CephAbsence sources={storage.sources} />}
          {ceph.map(summary => (
            <CephBrief
              key={summary.name}
              ceph={summary}
              isNamed={ceph.length > 1}
            />
          ))}
          <SmallText>
            <Link href={`${path}/volumes`} className={styles.title}>
              {t('storage.overview.volumes', {
                count: volumes,
                number: number(volumes),
              })}
            </Link>
          </SmallText>
        </CardBody>
      </Card>
    </li>
  );
}
