import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NodeSummary } from '@internal/plugin-talos-nodes-common';
import { useUnits } from '@internal/portal-ui';
import { ReactNode } from 'react';
import { Amount, sumNodes } from '../../fleet/sumNodes';
import { useArchitectureWords } from '../../summary/useArchitectureWords';
import { talosNodesTranslationRef } from '../../translation';
import { useNodeWords } from '../../words/useNodeWords';
import styles from './FleetTotals.module.css';

/** What the machines add up to; what is unknown is told, never taken for zero. */
export function FleetTotals({ nodes }: { nodes: readonly NodeSummary[] }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const units = useUnits();
  const words = useNodeWords();
  const architectureWords = useArchitectureWords();
  const totals = sumNodes(nodes);
  const unknown = (count: number) =>
    count > 0 && t('amount.unknown', { count, number: units.number(count) });
  const amount = (
    name: string,
    { sum, known, unknown: missing }: Amount,
    format: (value: number) => string,
  ) => (
    <Tile
      name={name}
      value={known > 0 ? format(sum) : t('total.allUnknown')}
      isUnknown={known === 0}
      note={known > 0 && unknown(missing)}
    />
  );

  return (
    <section aria-label={t('total.label')} className={styles.totals}>
      <dl className={styles.tiles}>
        <Tile
          name={t('total.machines')}
          value={units.number(totals.machines)}
        />
        {amount(t('total.cores'), totals.cores, units.number)}
        {amount(t('total.threads'), totals.threads, units.number)}
        {amount(
          t('total.installed'),
          totals.memoryInstalledBytes,
          units.memoryBytes,
        )}
        {amount(t('total.usable'), totals.memoryUsableBytes, units.memoryBytes)}
        {totals.disks.map(disks => (
          <Tile
            key={disks.class}
            name={t('total.disk', { kind: words.diskClass(disks.class) })}
            value={units.diskBytes(disks.bytes)}
            note={t('total.disks', {
              count: disks.count,
              number: units.number(disks.count),
            })}
          />
        ))}
        {totals.withoutDisks > 0 && (
          <Tile
            name={t('total.noDisks')}
            value={unknown(totals.withoutDisks)}
            isUnknown
          />
        )}
      </dl>
      <p className={styles.heading}>{t('total.architectures')}</p>
      <dl className={styles.architectures}>
        {totals.architectures.map(share => (
          <div key={share.architecture ?? ''} className={styles.architecture}>
            <dt>
              {share.architecture ? (
                <bdi>{share.architecture}</bdi>
              ) : (
                t('fact.unknown')
              )}
            </dt>
            <dd>
              {[
                t('list.shown', {
                  count: share.machines,
                  number: units.number(share.machines),
                }),
                architectureWords(share),
              ].join(' · ')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Tile(props: {
  name: string;
  value: ReactNode;
  isUnknown?: boolean;
  note?: ReactNode;
}) {
  return (
    <div className={styles.tile}>
      <dt>{props.name}</dt>
      <dd className={props.isUnknown ? styles.unknown : styles.value}>
        {props.value}
      </dd>
      {props.note && <dd className={styles.note}>{props.note}</dd>}
    </div>
  );
}
