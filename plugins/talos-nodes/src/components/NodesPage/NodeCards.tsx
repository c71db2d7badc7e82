import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody, CardHeader, Link, Text } from '@backstage/ui';
import { NodeSummary } from '@internal/plugin-talos-nodes-common';
import { Fact, FactList, RelativeTime } from '@internal/portal-ui';
import { BriefFact } from '../../facts/BriefFact';
import { Skew } from '../../fleet/findSkew';
import { MachineFacts } from '../../summary/MachineFacts';
import { talosNodesTranslationRef } from '../../translation';
import { StateLabel } from '../../words/StateLabel';
import { useMachinePath } from '../../words/useMachinePath';
import { useNodeWords } from '../../words/useNodeWords';
import styles from './NodeCards.module.css';

/** Machines, one card each. */
export function NodeCards(props: {
  nodes: readonly NodeSummary[];
  skew: Skew;
}) {
  const { nodes, skew } = props;
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const words = useNodeWords();
  const pathOf = useMachinePath();
  return (
    <ul className={styles.cards} aria-label={t('list.label')}>
      {nodes.map(node => (
        <li
          key={`${node.platform} ${node.cluster} ${node.name}`}
          className={styles.item}
        >
          <Card className={styles.card}>
            <CardHeader className={styles.header}>
              <div>
                <Text as="h2" variant="title-x-small" weight="bold">
                  <Link href={pathOf(node)} className={styles.title}>
                    <bdi>{node.name}</bdi>
                  </Link>
                </Text>
                <Text as="p" variant="body-small" color="secondary">
                  <bdi>{node.cluster}</bdi>
                  {' · '}
                  <BriefFact fact={node.role}>{words.role}</BriefFact>
                </Text>
              </div>
              <StateLabel state={node.state} />
            </CardHeader>
            <CardBody>
              <FactList>
                <MachineFacts node={node} skew={skew} />
                {node.observedAt && (
                  <Fact name={t('column.age')}>
                    <RelativeTime value={node.observedAt} />
                  </Fact>
                )}
              </FactList>
              {node.problems.length > 0 && (
                <ul className={styles.problems}>
                  {node.problems.map(problem => (
                    <li key={problem}>
                      <bdi>{problem}</bdi>
                    </li>
                  ))}
                </ul>
              )}
            </CardBody>
          </Card>
        </li>
      ))}
    </ul>
  );
}
