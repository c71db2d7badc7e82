import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NodeSummary } from '@internal/plugin-talos-nodes-common';
import { SmallText, StatusLabel, useUnits } from '@internal/portal-ui';
import { Amount, ArchitectureShare, sumNodes } from '../fleet/sumNodes';
import { talosNodesTranslationRef } from '../translation';
import { CardPart } from './CardPart';
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
                    ready: units.number(ready),
                    number: units.number(machines),
                  })}
                </span>
                <SmallText>{amounts.join(' · ')}</SmallText>
              </span>
              {architecture && (
                <Moves share={share} architecture={architecture} />
              )}
            </li>
          );
        })}
      </ul>
    </CardPart>
  );
}

function Moves(props: { share: ArchitectureShare; architecture: string }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { number } = useUnits();
  const { architecture, share } = props;
  if (share.ready > 1) {
    return (
      <SmallText>
        {t('card.moves', { architecture, number: number(share.ready) })}
      </SmallText>
    );
  }
  if (share.ready === 0) {
    return (
      <StatusLabel tone="negative">
        {t('card.staysNone', { architecture })}
      </StatusLabel>
    );
  }
  return (
    <StatusLabel tone="warning">
      {t(share.machines === 1 ? 'card.staysOne' : 'card.staysReady', {
        architecture,
      })}
    </StatusLabel>
  );
}
