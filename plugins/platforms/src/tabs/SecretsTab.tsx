import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { PlatformOverview, SecretRow } from '@internal/plugin-platforms-common';
import {
  BreakablePath,
  EmptyState,
  RowColumn,
  RowTable,
  SmallText,
} from '@internal/portal-ui';
import { platformsApiRef } from '../api/PlatformsApi';
import { AppLink } from '../rows/AppLink';
import { PlaceLink } from '../rows/PlaceLink';
import { RowsView } from '../rows/RowsView';
import { platformsTranslationRef } from '../translation';
import styles from './tabs.module.css';

/** Keys of the secret stores and who reads them; never a value. */
export function SecretsTab({ platform }: { platform: PlatformOverview }) {
  const { t } = useTranslationRef(platformsTranslationRef);
  const api = useApi(platformsApiRef);
  const isOneCluster = platform.clusters.length < 2;
  const columns: RowColumn<SecretRow>[] = [
    {
      id: 'key',
      label: t('secrets.column.key'),
      width: '2fr',
      cell: secret => (
        <>
          <BreakablePath path={secret.key} />
          {secret.property && (
            <SmallText>
              <bdi dir="ltr">{secret.property}</bdi>
            </SmallText>
          )}
        </>
      ),
    },
    {
      id: 'store',
      label: t('secrets.column.store'),
      width: '1.5fr',
      cell: secret => <BreakablePath path={secret.store} />,
    },
    {
      id: 'consumers',
      label: t('secrets.column.consumers'),
      width: '2fr',
      cell: secret => (
        <ul className={styles.consumers}>
          {secret.consumers.map(consumer => (
            <li
              key={`${consumer.namespace} ${consumer.externalSecret} ${consumer.source.url}`}
            >
              <AppLink app={consumer.app} />
              {' · '}
              <PlaceLink place={consumer.source}>
                <BreakablePath
                  path={`ExternalSecret/${consumer.externalSecret}`}
                />
              </PlaceLink>
            </li>
          ))}
        </ul>
      ),
    },
    ...(isOneCluster
      ? []
      : [
          {
            id: 'cluster',
            label: t('secrets.column.cluster'),
            cell: (secret: SecretRow) => <bdi>{secret.cluster}</bdi>,
          },
        ]),
  ];

  return (
    <>
      <Text as="p" variant="body-medium">
        {t('secrets.note')}
      </Text>
      <RowsView
        scope={`secrets ${platform.id}`}
        commit={platform.commit?.id}
        load={(query, signal) => api.listSecrets(platform.id, query, signal)}
        filters={isOneCluster ? [] : [{ name: 'cluster' }]}
        example={t('secrets.example')}
        empty={
          <EmptyState
            title={t('secrets.empty.title')}
            description={t('secrets.empty.description')}
          />
        }
      >
        {secrets => (
          <RowTable
            label={t('tab.secrets')}
            columns={columns}
            rows={secrets}
            keyOf={secret =>
              `${secret.cluster}/${secret.store}/${secret.key}/${secret.property}`
            }
          />
        )}
      </RowsView>
    </>
  );
}
