import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Pool } from '@internal/plugin-ceph-common';
import {
  RowColumn,
  RowTable,
  SmallText,
  StatusLabel,
  useUnits,
} from '@internal/portal-ui';
import { UseBar } from '../charts/UseBar';
import { groupStates } from '../pgs/groupStates';
import { ReadingText } from '../../sources/ReadingText';
import { cephTranslationRef } from '../../translation';
import styles from './pools.module.css';

const domains = ['osd', 'host', 'rack', 'zone', 'region'] as const;

/** Pools, one row each. */
export function PoolTable({ pools }: { pools: readonly Pool[] }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const units = useUnits();
  const { number } = units;
  const columns: RowColumn<Pool>[] = [
    {
      id: 'name',
      label: t('storage.pool.column.name'),
      width: '1.4fr',
      cell: pool => (
        <>
          <bdi>{pool.name}</bdi>
          <SmallText>
            {[...pool.applications, pool.deviceClass?.toUpperCase()]
              .filter(Boolean)
              .join(' · ')}
          </SmallText>
        </>
      ),
    },
    {
      id: 'copies',
      label: t('storage.pool.column.copies'),
      width: '1.3fr',
      cell: pool => {
        const domain = domains.find(name => name === pool.failureDomain);
        return (
          <>
            <span>
              {t(`storage.pool.${pool.type}`, {
                count: pool.size,
                number: number(pool.size),
              })}
            </span>
            <SmallText>
              {domain && t(`storage.pool.domain.${domain}`)}
              {!domain &&
                pool.failureDomain &&
                t('storage.pool.domain.other', {
                  type: <bdi>{pool.failureDomain}</bdi>,
                })}
              {!pool.failureDomain && t('storage.pool.domain.unknown')}
            </SmallText>
          </>
        );
      },
    },
    {
      id: 'minimum',
      label: t('storage.pool.column.minimum'),
      width: '1.2fr',
      cell: pool => (
        <>
          <span>{number(pool.minSize)}</span>
          {pool.minSize >= pool.size ? (
            <StatusLabel tone="warning">
              {t('storage.pool.noSpare')}
            </StatusLabel>
          ) : (
            <SmallText>
              {t('storage.pool.spare', {
                count: pool.size - pool.minSize,
                number: number(pool.size - pool.minSize),
              })}
            </SmallText>
          )}
        </>
      ),
    },
    {
      id: 'use',
      label: t('storage.pool.column.use'),
      width: '1.4fr',
      cell: pool => <PoolUse pool={pool} />,
    },
    {
      id: 'groups',
      label: t('storage.pool.column.groups'),
      width: '1.1fr',
      cell: pool => (
        <>
          <span>{number(pool.placementGroups)}</span>
          {groupStates(pool.states ?? [])
            .filter(({ kind }) => kind !== 'clean')
            .map(({ kind, count }) => (
              <SmallText key={kind}>
                {number(count)} {t(`storage.pg.kind.${kind}`, { count })}
              </SmallText>
            ))}
        </>
      ),
    },
  ];
  return (
    <RowTable
      label={t('storage.pool.title')}
      columns={columns}
      rows={pools}
      keyOf={pool => String(pool.id)}
    />
  );
}

function PoolUse({ pool }: { pool: Pool }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const units = useUnits();
  const { storedBytes, availableBytes } = pool;
  if (!storedBytes.known || !availableBytes.known) {
    return <ReadingText reading={storedBytes}>{units.diskBytes}</ReadingText>;
  }
  const whole = storedBytes.value + availableBytes.value;
  return (
    <div className={styles.use}>
      {whole > 0 && <UseBar share={storedBytes.value / whole} />}
      <SmallText>
        {t('storage.pool.stored', {
          stored: units.diskBytes(storedBytes.value),
          available: units.diskBytes(availableBytes.value),
        })}
      </SmallText>
    </div>
  );
}
