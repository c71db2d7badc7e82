import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Osd } from '@internal/plugin-ceph-common';
import { RowColumn, RowTable, SmallText, useUnits } from '@internal/portal-ui';
import { useEntityPath } from '../../chain/useEntityPath';
import { ReadingText } from '../../sources/ReadingText';
import { cephTranslationRef } from '../../translation';
import { groupByHost } from './groupByHost';
import { OsdStateLabel } from './OsdStateLabel';
import { FillLimits } from './fillLimits';
import { OsdUse } from './OsdUse';

/** OSDs, one row each, machine by machine. */
export function OsdTable(props: {
  osds: readonly Osd[];
  limits: FillLimits;
  isCurrent: boolean;
}) {
  const { t } = useTranslationRef(cephTranslationRef);
  const units = useUnits();
  const pathOf = useEntityPath();
  const columns: RowColumn<Osd>[] = [
    {
      id: 'osd',
      label: t('storage.osd.column.osd'),
      width: '0.8fr',
      cell: osd => {
        const path = pathOf(osd.entityRef);
        const name = <bdi>osd.{osd.id}</bdi>;
        return path ? <Link href={path}>{name}</Link> : name;
      },
    },
    {
      id: 'host',
      label: t('storage.osd.column.host'),
      cell: osd => (
        <>
          <bdi>{osd.node ?? osd.crushHost ?? t('storage.osd.noHost')}</bdi>
          {osd.node && osd.crushHost && osd.crushHost !== osd.node && (
            <SmallText>
              {t('storage.osd.crush', { host: <bdi>{osd.crushHost}</bdi> })}
            </SmallText>
          )}
        </>
      ),
    },
    {
      id: 'state',
      label: t('storage.osd.column.state'),
      width: '1.2fr',
      cell: osd => <OsdStateLabel osd={osd} isCurrent={props.isCurrent} />,
    },
    {
      id: 'use',
      label: t('storage.osd.column.use'),
      width: '1.2fr',
      cell: osd => <OsdUse osd={osd} limits={props.limits} />,
    },
    {
      id: 'device',
      label: t('storage.osd.column.device'),
      width: '1.6fr',
      cell: osd => (
        <>
          <span>
            {[
              osd.deviceClass?.toUpperCase(),
              osd.form !== 'unknown' && t(`storage.osd.form.${osd.form}`),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <SmallText>
            <bdi dir="ltr">{osd.devices.join(', ')}</bdi>
          </SmallText>
          {osd.deviceIds.map(id => (
            <SmallText key={id}>
              <bdi dir="ltr">{id}</bdi>
            </SmallText>
          ))}
        </>
      ),
    },
    {
      id: 'latency',
      label: t('storage.osd.column.latency'),
      width: '0.8fr',
      cell: osd => (
        <ReadingText reading={osd.commitLatencyMilliseconds}>
          {value =>
            t('storage.osd.latency', { number: units.number(value, 1) })
          }
        </ReadingText>
      ),
    },
  ];
  return (
    <RowTable
      label={t('storage.osd.title')}
      columns={columns}
      rows={groupByHost(props.osds).flatMap(({ osds }) => osds)}
      keyOf={osd => String(osd.id)}
    />
  );
}
