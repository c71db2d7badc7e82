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
import { talosNodeReadPermission } from '@internal/plugin-talos-nodes-common';
import { AsyncContent, useAsyncData } from '@internal/portal-ui';
import { talosNodesApiRef } from '../api/TalosNodesApi';
import { platformAnnotation } from '../nodeOfEntity';
import { rootRouteRef } from '../routes';
import { SourceNotices } from '../sources/SourceNotices';
import { talosNodesTranslationRef } from '../translation';
import { ArchitectureCapacity } from './ArchitectureCapacity';
import { EtcdSummary } from './EtcdSummary';
import { StateCounts } from './StateCounts';
import { VersionCounts } from './VersionCounts';
import styles from './cards.module.css';

const refreshMilliseconds = 30_000;

/** The machines of a cluster: how they are, how far apart, and what they could carry. */
export function EntityMachinesCard() {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { entity } = useEntity();
  const api = useApi(talosNodesApiRef);
  const home = useRouteRef(rootRouteRef)?.() ?? '';
  const annotations = entity.metadata.annotations ?? {};
  const platform = annotations[platformAnnotation] ?? '';
  const cluster =
    annotations['portal.internal/cluster'] ?? entity.metadata.name;
  const result = useAsyncData({
    key: JSON.stringify([platform, cluster]),
    load: signal => api.listNodes({ platform, cluster }, signal),
    pollEvery: refreshMilliseconds,
  });
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          {t('card.machines')}
        </Text>
      </CardHeader>
      <CardBody>
        <AsyncContent result={result} permission={talosNodeReadPermission.name}>
          {({ items, clusters }) => (
            <div className={styles.content}>
              <SourceNotices clusters={clusters} />
              {items.length === 0 ? (
                <Text as="p">{t('card.none')}</Text>
              ) : (
                <>
                  <StateCounts
                    nodes={items}
                    href={`${home}?${new URLSearchParams({ platform, cluster })}`}
                  />
                  <VersionCounts nodes={items} />
                  {clusters[0] && <EtcdSummary etcd={clusters[0].etcd} />}
                  <ArchitectureCapacity nodes={items} />
                </>
              )}
            </div>
          )}
        </AsyncContent>
      </CardBody>
      <CardFooter>
        <Link href={`${home}?${new URLSearchParams({ platform, cluster })}`}>
          {t('card.all', { cluster })}
        </Link>
      </CardFooter>
    </Card>
  );
}
