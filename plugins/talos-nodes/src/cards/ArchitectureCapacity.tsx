import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NodeSummary } from '@internal/plugin-talos-nodes-common';
import { SmallText, useUnits } from '@internal/portal-ui';
import { Amount, sumNodes } from '../fleet/sumNodes';
import { talosNodesTranslationRef } from '../translation';
import { CardPart } from './CardPart';
import { Destinations } from './Destinations';
import styles from './cards.module.css';

/** What each architecture could carry, and where an app bound to it could still go. */
export function ArchitectureCapacity(props: { nodes: readonly NodeSummary[] }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const units = useUnits();
  const unknown = ({ unknown: count }: Amount) =>
    count > 0
      ? ` (${t('amount.unknown', { count, number: units.number(count) })})`
      : '';
  return (
    <CardPart title={t('card.capacity')}>
      <ul className={styles.list}>
        {sumNodes(props.nodes).architectures.map(share => {
          const { architecture, machines, ready, cores, memoryBytes } = share;
          const amounts = [
            cores.known > 0 &&
              t('amount.cores', {
                count: cores.sum,
                number: units.number(cores.sum),
              }) + unknown(cores),
            memoryBytes.known > 0 &&
              t('amount.usable', {
                amount: units.memoryBytes(memoryBytes.sum),
              }) + unknown(memoryBytes),
          ].filter(Boolean);
          return (
            <li key={architecture ?? ''} className={styles.share}>
              <span className={styles.entry}>
                <strong>
                  {architecture ? <bdi>{architecture}</bdi> : t('fact.unknown')}
                </strong>
                <span>
                  {t('card.ready', {
                    ready: units.number(ready.length),
                    number: units.number(machines),
                  })}
                </span>
                <SmallText>{amounts.join(' · ')}</SmallText>
              </span>
              {architecture && (
                <Destinations share={share} architecture={architecture} />
              )}
            </li>
          );
        })}
      </ul>
    </CardPart>
  );
}
