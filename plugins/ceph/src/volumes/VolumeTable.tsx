import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Volume } from '@internal/plugin-ceph-common';
import { RowColumn, RowTable, SmallText, useUnits } from '@internal/portal-ui';
import { ReadingText } from '../sources/ReadingText';
import { cephTranslationRef } from '../translation';
import { AppName } from './AppName';
import { useVolumeWords } from './useVolumeWords';
import { VolumeName } from './VolumeName';
import { VolumeStateLabel } from './VolumeStateLabel';

const mostNodes = 4;

/** Volumes, a row each, with their details on demand. */
export function VolumeTable({ volumes }: { volumes: readonly Volume[] }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const { diskBytes, memoryBytes } = useUnits();
  const words = useVolumeWords();
  const columns: RowColumn<Volume>[] = [
    {
      id: 'volume',
      label: t('volumes.column.volume'),
      width: '2fr',
      cell: volume => <VolumeName volume={volume} />,
    },
    {
      id: 'state',
      label: t('volumes.column.state'),
      width: '1.4fr',
      cell: ({ state, stateReason }) => (
        <>
          <VolumeStateLabel state={state} />
          {stateReason && (
            <SmallText>{t(`volumes.reason.${stateReason}`)}</SmallText>
          )}
        </>
      ),
    },
    {
      id: 'kind',
      label: t('volumes.column.kind'),
      width: '1.1fr',
      cell: ({ kind, ceph, nfs }) => (
        <>
          {words.kind(kind)}
          <SmallText>
            <bdi>{ceph?.pool ?? nfs?.server}</bdi>
          </SmallText>
        </>
      ),
    },
    {
      id: 'size',
      label: t('volumes.column.size'),
      width: '0.9fr',
      cell: ({ sizeBytes, freeBytes }) => (
        <>
          {memoryBytes(sizeBytes)}
          {freeBytes.known && (
            <SmallText>
              {t('volumes.free', { amount: diskBytes(freeBytes.value) })}
            </SmallText>
          )}
        </>
      ),
    },
    {
      id: 'copies',
      label: t('volumes.column.copies'),
      width: '1fr',
      cell: ({ redundancy, backup }) => (
        <>
          <ReadingText reading={redundancy}>{words.copies}</ReadingText>
          {backup && (
            <SmallText>
              {t('volumes.backup', { backup: <bdi>{backup}</bdi> })}
            </SmallText>
          )}
        </>
      ),
    },
    {
      id: 'nodes',
      label: t('volumes.column.nodes'),
      width: '1fr',
      cell: ({ nodes }) => (
        <>
          {nodes.slice(0, mostNodes).map(node => (
            <bdi key={node}>{node}</bdi>
          ))}
          {nodes.length > mostNodes && (
            <SmallText>{words.more(nodes.length - mostNodes)}</SmallText>
          )}
          {nodes.length === 0 && (
            <SmallText>{t('volumes.state.unknown')}</SmallText>
          )}
        </>
      ),
    },
    {
      id: 'apps',
      label: t('volumes.column.apps'),
      width: '1.4fr',
      cell: ({ apps }) =>
        apps.length === 0 ? (
          <SmallText>{t('volumes.unused')}</SmallText>
        ) : (
          apps.map(app => (
            <AppName key={`${app.namespace} ${app.name}`} app={app} />
          ))
        ),
    },
  ];
  return (
    <RowTable
      label={t('volumes.title')}
      columns={columns}
      rows={volumes}
      keyOf={({ cluster, name }) => `${cluster} ${name}`}
    />
  );
}
