import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NodeSummary } from '@internal/plugin-talos-nodes-common';
import { SmallText, useUnits } from '@internal/portal-ui';
import { sumNodes } from '../fleet/sumNodes';
import { useArchitectureWords } from '../summary/useArchitectureWords';
import { talosNodesTranslationRef } from '../translation';
import { CardPart } from './CardPart';
import { Destinations } from './Destinations';
import styles from './cards.module.css';

/** What each architecture could carry, and where an app bound to it could still go. */
export function ArchitectureCapacity(props: { nodes: readonly NodeSummary[] }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const units = useUnits();
  const words = useArchitectureWords();
  return (
    <CardPart title={t('card.capacity')}>
      <ul className={styles.list}>
        {sumNodes(props.nodes).architectures.map(share => {
          const { architecture, machines, ready } = share;
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
                <SmallText>{words(share)}</SmallText>
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
