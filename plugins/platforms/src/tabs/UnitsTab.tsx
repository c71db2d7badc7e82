import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { PlatformOverview, UnitRow } from '@internal/plugin-platforms-common';
import {
  EmptyState,
  RowColumn,
  RowTable,
  SmallText,
  StatusLabel,
  StatusTone,
} from '@internal/portal-ui';
import {
  RemixiconComponentType,
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiLinkUnlinkM,
} from '@remixicon/react';
import { platformsApiRef } from '../api/PlatformsApi';
import { UnitsPicture } from '../picture/UnitsPicture';
import { AppLink } from '../rows/AppLink';
import { PlaceLink } from '../rows/PlaceLink';
import { RowsView } from '../rows/RowsView';
import { platformRouteRef } from '../routes';
import { platformsTranslationRef } from '../translation';

const stateLook: Record<
  UnitRow['state'],
  { tone: StatusTone; shape: RemixiconComponentType }
> = {
  buildable: { tone: 'positive', shape: RiCheckboxCircleLine },
  wired: { tone: 'warning', shape: RiErrorWarningLine },
  declared: { tone: 'neutral', shape: RiLinkUnlinkM },
};

function isState(value: string): value is UnitRow['state'] {
  return value in stateLook;
}

/** What the engine reconciles, and how far each of it gets. */
export function UnitsTab({ platform }: { platform: PlatformOverview }) {
  const { t } = useTranslationRef(platformsTranslationRef);
  const api = useApi(platformsApiRef);
  const home = useRouteRef(platformRouteRef)?.({ id: platform.id }) ?? '';
  const isOneCluster = platform.clusters.length < 2;
  const columns: RowColumn<UnitRow>[] = [
    {
      id: 'name',
      label: t('units.column.name'),
      width: '2fr',
      cell: unit => (
        <>
          <strong>
            <bdi>{unit.name}</bdi>
          </strong>
          {unit.pattern && (
            <SmallText>
              <bdi>{unit.pattern}</bdi>
            </SmallText>
          )}
          {unit.suspended && <SmallText>{t('units.suspended')}</SmallText>}
          {unit.orchestrator && (
            <SmallText>{t('units.orchestrator')}</SmallText>
          )}
        </>
      ),
    },
    {
      id: 'state',
      label: t('units.column.state'),
      width: '1.5fr',
      cell: unit => (
        <StatusLabel {...stateLook[unit.state]}>
          {t(`unitState.${unit.state}`)}
        </StatusLabel>
      ),
    },
    {
      id: 'app',
      label: t('units.column.app'),
      cell: unit => <AppLink app={unit.app} />,
    },
    ...(isOneCluster
      ? []
      : [
          {
            id: 'cluster',
            label: t('units.column.cluster'),
            cell: (unit: UnitRow) => <bdi>{unit.cluster}</bdi>,
          },
        ]),
    {
      id: 'namespace',
      label: t('units.column.namespace'),
      cell: unit => (
        <>
          {unit.namespace && <bdi>{unit.namespace}</bdi>}
          {unit.project && (
            <SmallText>
              {t('units.project', { project: <bdi>{unit.project}</bdi> })}
            </SmallText>
          )}
        </>
      ),
    },
    {
      id: 'charts',
      label: t('units.column.charts'),
      cell: unit =>
        unit.charts.map(({ chart, version }) => (
          <bdi key={`${chart} ${version}`}>
            {chart} {version}
          </bdi>
        )),
    },
    {
      id: 'source',
      label: t('units.column.source'),
      width: '2fr',
      cell: unit => <PlaceLink place={unit.source} />,
    },
  ];

  return (
    <>
      {platform.counts && (
        <UnitsPicture units={platform.counts.units} href={`${home}/units`} />
      )}
      <RowsView
        scope={`units ${platform.id}`}
        commit={platform.commit?.id}
        load={(query, signal) => api.listUnits(platform.id, query, signal)}
        filters={[
          {
            name: 'state',
            nameOf: value => (isState(value) ? t(`unitState.${value}`) : value),
          },
          ...(isOneCluster ? [] : [{ name: 'cluster' } as const]),
        ]}
        example={t('units.example')}
        empty={
          <EmptyState
            title={t('units.empty.title')}
            description={t('units.empty.description')}
          />
        }
      >
        {units => (
          <RowTable
            label={t('tab.units')}
            columns={columns}
            rows={units}
            keyOf={unit => `${unit.cluster}/${unit.name}`}
          />
        )}
      </RowsView>
    </>
  );
}
