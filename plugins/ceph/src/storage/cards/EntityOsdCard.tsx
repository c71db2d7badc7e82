import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import {
  CephDetail,
  storageReadPermission,
} from '@internal/plugin-ceph-common';
import { AsyncContent, useAsyncData } from '@internal/portal-ui';
import { cephApiRef } from '../../api/CephApi';
import { cephTranslationRef } from '../../translation';
import { cephOfEntity } from '../../frame/cephOfEntity';
import { OsdFacts } from './OsdFacts';

const refreshMilliseconds = 30_000;

/** The OSD that the entity on the page stands for. */
export function EntityOsdCard() {
  const { t } = useTranslationRef(cephTranslationRef);
  const { entity } = useEntity();
  const api = useApi(cephApiRef);
  const ceph = cephOfEntity(entity);
  const entityRef = stringifyEntityRef(entity);
  const result = useAsyncData({
    key: JSON.stringify(ceph),
    load: signal => api.getCeph(ceph, signal),
    pollEvery: refreshMilliseconds,
  });
  const show = (detail: CephDetail) => {
    if (!detail.osdList.known) {
      return <Text as="p">{t('storage.card.unread')}</Text>;
    }
    const osd = detail.osdList.value.find(
      candidate => candidate.entityRef.toLowerCase() === entityRef,
    );
    return osd ? (
      <OsdFacts osd={osd} ceph={detail} />
    ) : (
      <Text as="p">{t('storage.card.gone')}</Text>
    );
  };
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          {t('storage.card.osd')}
        </Text>
      </CardHeader>
      <CardBody>
        <AsyncContent result={result} permission={storageReadPermission.name}>
          {show}
        </AsyncContent>
      </CardBody>
    </Card>
  );
}
