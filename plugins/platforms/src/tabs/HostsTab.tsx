import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { HostRow, PlatformOverview } from '@internal/plugin-platforms-common';
import {
  BreakablePath,
  EmptyState,
  EntityLink,
  RowColumn,
  RowTable,
  SmallText,
} from '@internal/portal-ui';
import { platformsApiRef } from '../api/PlatformsApi';
import { AppLink } from '../rows/AppLink';
import { PlaceLink } from '../rows/PlaceLink';
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
      cell: ({ routes }) =>
        routes.map(route => (
          <PlaceLink
            key={`${route.kind} ${route.name} ${route.source.file} ${route.source.line}`}
            place={route.source}
          >
            <BreakablePath
              path={[route.kind, route.name].filter(Boolean).join('/')}
            />
          </PlaceLink>
        )),
    },
    {
      id: 'gateways',
      label: t('hosts.column.gateways'),
      width: '1.5fr',
      cell: ({ gateways }) =>
        gateways.map(gateway => (
          <span key={`${gateway.namespace} ${gateway.name} ${gateway.section}`}>
            {gateway.entityRef ? (
              <EntityLink entityRef={gateway.entityRef} />
            ) : (
              <bdi>{gateway.name}</bdi>
            )}{' '}
            {gateway.section && (
              <SmallText>
                <bdi>{gateway.section}</bdi>
              </SmallText>
            )}
          </span>
        )),
    },
    {
      id: 'apps',
      label: t('hosts.column.apps'),
      cell: ({ apps }) => apps.map(app => <AppLink key={app.name} app={app} />),
    },
    {
      id: 'owners',
      label: t('hosts.column.owners'),
      cell: ({ apps }) =>
        [...new Set(apps.flatMap(app => app.owner ?? []))].map(owner => (
          <EntityLink key={owner} entityRef={owner} />
        )),
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
