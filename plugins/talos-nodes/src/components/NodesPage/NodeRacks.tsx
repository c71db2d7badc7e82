import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { NodeSummary } from '@internal/plugin-talos-nodes-common';
import { SmallText, useUnits } from '@internal/portal-ui';
import { arrangeRacks, Rack } from '../../fleet/arrangeRacks';
import { talosNodesTranslationRef } from '../../translation';
import { StateLabel } from '../../words/StateLabel';
import { useMachinePath } from '../../words/useMachinePath';
import { useNodeWords } from '../../words/useNodeWords';
import styles from './NodeRacks.module.css';

/** Machines where people say they stand; the others on a shelf. */
export function NodeRacks({ nodes }: { nodes: readonly NodeSummary[] }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const pathOf = useMachinePath();
  const { racks, shelf } = arrangeRacks(nodes);
  return (
    <div className={styles.room}>
      {racks.map(rack => (
        <RackPicture key={rack.name} rack={rack} pathOf={pathOf} />
      ))}
      {shelf.length > 0 && (
        <section aria-label={t('rack.shelf')} className={styles.shelf}>
          <Text as="h2" variant="title-x-small" weight="bold">
            {t('rack.shelf')}
          </Text>
          <Text as="p" variant="body-small" color="secondary">
            {t('rack.hint')}
          </Text>
          <ul className={styles.board}>
            {shelf.map(node => (
              <li
                key={`${node.platform} ${node.cluster} ${node.name}`}
                className={styles.box}
                data-state={node.state}
              >
                <Link href={pathOf(node)}>
                  <bdi>{node.name}</bdi>
                </Link>
                {node.model.known && (
                  <SmallText>
                    <bdi>{node.model.value}</bdi>
                  </SmallText>
                )}
                <StateLabel state={node.state} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function RackPicture(props: {
  rack: Rack;
  pathOf: (node: NodeSummary) => string;
}) {
  const { rack, pathOf } = props;
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { number } = useUnits();
  const words = useNodeWords();
  const title = t('rack.title', { name: rack.name });
  return (
    <section aria-label={title} className={styles.rack}>
      <Text as="h2" variant="title-x-small" weight="bold">
        {title}
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        {t('rack.units', { count: rack.height, number: number(rack.height) })}
      </Text>
      <ol
        className={styles.units}
        style={{ gridTemplateRows: `repeat(${rack.height}, 2.25rem)` }}
      >
        {rack.slots.map(slot => (
          <li
            key={slot.unit}
            className={styles.slot}
            data-state={slot.node.state}
            style={{
              gridRow: `${rack.height - slot.unit - slot.height + 2} / span ${slot.height}`,
            }}
          >
            <span className={styles.unit}>{words.place(slot)}</span>
            <Link href={pathOf(slot.node)}>
              <bdi>{slot.node.name}</bdi>
            </Link>
            <StateLabel state={slot.node.state} />
          </li>
        ))}
      </ol>
    </section>
  );
}
