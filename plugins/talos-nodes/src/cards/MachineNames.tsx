import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { NodeSummary } from '@internal/plugin-talos-nodes-common';
import { useUnits } from '@internal/portal-ui';
import { talosNodesTranslationRef } from '../translation';
import { useMachinePath } from '../words/useMachinePath';
import styles from './cards.module.css';

const mostNamed = 8;

/** The first few machines by name, and how many there are besides. */
export function MachineNames(props: {
  nodes: readonly NodeSummary[];
  /** Says what keeps pods away from each. */
  withTaints?: boolean;
}) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { number } = useUnits();
  const pathOf = useMachinePath();
  const { nodes, withTaints } = props;
  const rest = nodes.length - mostNamed;
  return (
    <ul className={styles.names}>
      {nodes.slice(0, mostNamed).map(node => (
        <li key={node.name}>
          <Link href={pathOf(node)} variant="body-small">
            <bdi>{node.name}</bdi>
          </Link>
          {withTaints &&
            node.taints.map(taint => (
              <code key={taint} dir="ltr" className={styles.taint}>
                {taint}
              </code>
            ))}
        </li>
      ))}
      {rest > 0 && (
        <li>{t('card.more', { count: rest, number: number(rest) })}</li>
      )}
    </ul>
  );
}
