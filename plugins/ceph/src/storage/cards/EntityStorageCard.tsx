import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Link,
  Text,
} from '@backstage/ui';
import { storageReadPermission } from '@internal/plugin-ceph-common';
import { AsyncContent, useAsyncData } from '@internal/portal-ui';
import { cephApiRef } from '../../api/CephApi';
import { cephOfEntity } from '../../frame/cephOfEntity';
import { placeOfStorage } from '../../frame/placeOfStorage';
import { clusterRouteRef } from '../../routes';
import { cephTranslationRef } from '../../translation';
import { CephAbsence } from '../brief/CephAbsence';
import { CephBrief } from '../brief/CephBrief';
import styles from './cards.module.css';

const refreshMilliseconds = 30_000;

/** How storage is, on the page of a Kubernetes cluster or of a Ceph cluster. */
export function EntityStorageCard() {
  const { t } = useTranslationRef(cephTranslationRef);
  const { entity } = useEntity();
  const api = useApi(cephApiRef);
  const clusterRoute = useRouteRef(clusterRouteRef);
  const { platform, cluster } = placeOfStorage(entity);
  const only =
    entity.spec?.type === 'ceph-cluster'
      ? cephOfEntity(entity).name
      : undefined;
  const result = useAsyncData({
    key: JSON.stringify([platform, cluster]),
    load: signal => api.listStorage({ platform }, signal),
    pollEvery: refreshMilliseconds,
  });
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          {t('storage.card.health')}
        </Text>
      </CardHeader>
      <CardBody>
        <AsyncContent result={result} permission={storageReadPermission.name}>
          {({ items }) => {
            const found = items.find(item => item.cluster === cluster);
            const shown = (found?.ceph ?? []).filter(
              ({ name }) => only === undefined || name === only,
            );
            return shown.length === 0 ? (
              <CephAbsence sources={found?.sources ?? []} />
            ) : (
              <div className={styles.content}>
                {shown.map(ceph => (
                  <CephBrief
                    key={ceph.name}
                    ceph={ceph}
                    isNamed={shown.length > 1}
                  />
                ))}
              </div>
            );
          }}
        </AsyncContent>
      </CardBody>
      <CardFooter>
        <Link href={clusterRoute?.({ platform, cluster }) ?? ''}>
          {t('storage.card.all', { cluster })}
        </Link>
      </CardFooter>
    </Card>
  );
}
