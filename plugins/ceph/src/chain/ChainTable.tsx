import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ChainKind } from '@internal/plugin-ceph-common';
import { RowColumn, RowTable, SmallText } from '@internal/portal-ui';
import { cephTranslationRef } from '../translation';
import { ChainRow, itemsOf } from './buildChainRows';
import { ChainItems } from './ChainItems';
import { ChainProofs } from './ChainProofs';
import { ChainStateLabel } from './ChainStateLabel';
import { useChainWords } from './useChainWords';

/** The chain in words, a row for each volume. */
export function ChainTable({ rows }: { rows: readonly ChainRow[] }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const words = useChainWords();
  const column = (
    id: 'store' | 'osds' | 'disks' | 'nodes',
    kinds: readonly ChainKind[],
    width: RowColumn<ChainRow>['width'],
  ): RowColumn<ChainRow> => ({
    id,
    label: t(`chain.column.${id}`),
    width,
    cell: row => {
      const items = itemsOf(row, kinds);
      return items.length > 0 ? (
        <ChainItems items={items} />
      ) : (
        <SmallText>{t('chain.nothing')}</SmallText>
      );
    },
  });
  const columns: RowColumn<ChainRow>[] = [
    {
      id: 'volume',
      label: t('chain.column.volume'),
      width: '1.5fr',
      cell: row => {
        const claims = itemsOf(row, ['claim']);
        const volumes = itemsOf(row, ['volume']);
        return claims.length + volumes.length > 0 ? (
          <>
            <ChainItems items={claims} />
            {volumes.map(volume => (
              <SmallText key={volume.id}>
                <bdi>
                  {[volume.label, volume.detail].filter(Boolean).join(' · ')}
                </bdi>
              </SmallText>
            ))}
          </>
        ) : (
          <SmallText>
            {words.kinds([row.subject.kind])} <bdi>{row.subject.label}</bdi>
          </SmallText>
        );
      },
    },
    {
      id: 'state',
      label: t('chain.column.state'),
      width: '0.9fr',
      cell: row => <ChainStateLabel state={row.state} />,
    },
    {
      id: 'apps',
      label: t('chain.column.apps'),
      width: '1.2fr',
      cell: row => {
        const apps = itemsOf(row, ['app']);
        return apps.length > 0 ? (
          <>
            <ChainItems items={apps} />
            {itemsOf(row, ['owner']).map(owner => (
              <SmallText key={owner.id}>
                <ChainItems items={[owner]} />
              </SmallText>
            ))}
          </>
        ) : (
          <SmallText>{t('chain.nothing')}</SmallText>
        );
      },
    },
    column('store', ['pool', 'nfs-server'], '1fr'),
    column('osds', ['osd'], '0.8fr'),
    column('disks', ['disk'], '1.1fr'),
    column('nodes', ['node'], '0.9fr'),
    {
      id: 'links',
      label: t('chain.column.links'),
      width: '1fr',
      cell: row => <ChainProofs row={row} />,
    },
  ];
  return (
    <RowTable
      label={t('chain.table')}
      columns={columns}
      rows={rows}
      keyOf={row => row.key}
    />
  );
}
