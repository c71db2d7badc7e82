import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  NodeSummary,
  nodeStateSchema,
} from '@internal/plugin-talos-nodes-common';
import { useUnits } from '@internal/portal-ui';
import { talosNodesTranslationRef } from '../translation';
import { StateLabel } from '../words/StateLabel';
import { CardPart } from './CardPart';
import styles from './cards.module.css';

/** How many machines are in which state; `href` lists them, narrowed by `state`. */
export function StateCounts(props: {
  nodes: readonly NodeSummary[];
  href: string;
}) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { number } = useUnits();
  const states = nodeStateSchema.options
    .map(state => ({
      state,
      count: props.nodes.filter(node => node.state === state).length,
    }))
    .filter(({ count }) => count > 0);
  return (
    <CardPart title={t('card.states')}>
      <ul className={styles.row}>
        {states.map(({ state, count }) => (
          <li key={state} className={styles.entry}>
            <StateLabel state={state} />
            <Link href={`${props.href}&state=${state}`}>
              {t('list.shown', { count, number: number(count) })}
            </Link>
          </li>
        ))}
      </ul>
    </CardPart>
  );
}
