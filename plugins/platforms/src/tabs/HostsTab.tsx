import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { HostRow, PlatformOverview } from '@internal/plugin-platforms-common';
import { EmptyState, RowColumn, RowTable } from '@internal/portal-ui';
import { platformsApiRef } from '../api/PlatformsApi';
import { HostGateways } from '../host/HostGateways';
import { HostOwners } from '../host/HostOwners';
import { HostRoutes } from '../host/HostRoutes';
import { AppLink } from '../rows/AppLink';
import { RowsView } from '../rows/RowsView';
import { platformsTranslationRef } from '../translation';

/** Only a plain name can be opened in a browser. */
const openable = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/** Which way a host takes: route, gateway, app, and who owns that. */
export function HostsTab({ platform }: { platform: PlatformOverview }) {
  const { t } = useTranslationRef(platformsTranslationRef);
  const api = useApi(platformsApiRef);
  const isOneCluster = platform.clusters.length < 2;
  const columns: RowColumn<HostRow>[] = [
    {
      id: 'host',
      label: t('hosts.column.host'),
      width: '2fr',
      cell: ({ host }) =>
        openable.test(host) ? (
          <Link
            href={`https://${host}`}
            target="_blank"
            rel="noopener noreferrer"
          >
            <bdi dir="ltr">{host}</bdi>
          </Link>
        ) : (
          <bdi dir="ltr">{host}</bdi>
        ),
    },
    {
      id: 'routes',
      label: t('hosts.column.routes'),
      width: '1.5fr',
      cell: ({ routes }) => <HostRoutes routes={routes} />,
    },
    {
      id: 'gateways',
      label: t('hosts.column.gateways'),
      width: '1.5fr',
      cell: ({ gateways }) => <HostGateways gateways={gateways} />,
    },
    {
      id: 'apps',
      label: t('hosts.column.apps'),
      cell: ({ apps }) => apps.map(app => <AppLink key={app.name} app={app} />),
    },
    {
      id: 'owners',
      label: t('hosts.column.owners'),
      cell: ({ apps }) => <HostOwners apps={apps} />,
    },
    ...(isOneCluster
      ? []
      : [
          {
            id: 'cluster',
            label: t('hosts.column.cluster'),
            cell: (row: HostRow) => <bdi>{row.cluster}</bdi>,
          },
        ]),
  ];

  return (
    <RowsView
      scope={`hosts ${platform.id}`}
      commit={platform.commit?.id}
      load={(query, signal) => api.listHosts(platform.id, query, signal)}
      filters={isOneCluster ? [] : [{ name: 'cluster' }]}
      example={t('hosts.example')}
      empty={
        <EmptyState
          title={t('hosts.empty.title')}
          description={t('hosts.empty.description')}
        />
      }
    >
      {hosts => (
        <RowTable
          label={t('tab.hosts')}
          columns={columns}
          rows={hosts}
          keyOf={row => `${row.cluster}/${row.host}`}
        />
      )}
    </RowsView>
  );
}
