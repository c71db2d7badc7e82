import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { platformReadPermission } from '@internal/plugin-platforms-common';
import {
  AsyncContent,
  BreakablePath,
  Fact,
  FactList,
  useAsyncData,
} from '@internal/portal-ui';
import { platformsApiRef } from '../../api/PlatformsApi';
import { appOfEntity } from '../../appOfEntity';
import { HostGateways } from '../../host/HostGateways';
import { HostOwners } from '../../host/HostOwners';
import { AppLink } from '../../rows/AppLink';
import { PlaceLink } from '../../rows/PlaceLink';
import { platformsTranslationRef } from '../../translation';
import styles from './EntityHostCard.module.css';

const refreshMilliseconds = 30_000;
/** Hosts that this one is a part of are found with it. */
const mostHosts = 500;

/** Route, gateway, app and owner behind the host that an API stands for. */
export function EntityHostCard() {
  const { t } = useTranslationRef(platformsTranslationRef);
  const { entity } = useEntity();
  const api = useApi(platformsApiRef);
  const { platform, cluster } = appOfEntity(entity);
  const host = entity.metadata.title ?? entity.metadata.name;
  const result = useAsyncData({
    key: JSON.stringify([platform, cluster, host]),
    load: async signal => {
      const query = { q: host, cluster, limit: mostHosts };
      const { items } = await api.listHosts(platform, query, signal);
      return items.filter(row => row.host === host);
    },
    pollEvery: refreshMilliseconds,
  });

  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          {t('card.host.title')}
        </Text>
      </CardHeader>
      <CardBody>
        <AsyncContent
          result={result}
          permission={platformReadPermission.name}
          isEmpty={rows => rows.length === 0}
          empty={
            <Text as="p" variant="body-medium">
              {t('card.host.gone')}
            </Text>
          }
        >
          {rows =>
            rows.map(({ routes, gateways, apps }, index) => (
              <FactList key={index}>
                {routes.map(({ kind, name, source }) => (
                  <Fact
                    key={`${kind} ${name} ${source.file} ${source.line}`}
                    name={t('card.host.route')}
                  >
                    <div className={styles.stack}>
                      <BreakablePath
                        path={[kind, name].filter(Boolean).join('/')}
                      />
                      <PlaceLink place={source} />
                    </div>
                  </Fact>
                ))}
                <Fact name={t('card.host.gateway')}>
                  <div className={styles.stack}>
                    <HostGateways gateways={gateways} />
                  </div>
                </Fact>
                <Fact name={t('card.host.app')}>
                  <div className={styles.stack}>
                    {apps.map(app => (
                      <AppLink key={app.name} app={app} />
                    ))}
                  </div>
                </Fact>
                <Fact name={t('card.host.owner')}>
                  <div className={styles.stack}>
                    <HostOwners apps={apps} />
                  </div>
                </Fact>
              </FactList>
            ))
          }
        </AsyncContent>
      </CardBody>
    </Card>
  );
}
