import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody, CardHeader, Link, Text } from '@backstage/ui';
import { NodeSummary } from '@internal/plugin-talos-nodes-common';
import { Fact, FactList, RelativeTime, StatusLabel } from '@internal/portal-ui';
import { BriefFact } from '../../facts/BriefFact';
import { Skew } from '../../fleet/findSkew';
import { DiskSummary } from '../../summary/DiskSummary';
import { MemorySummary } from '../../summary/MemorySummary';
import { ProcessorSummary } from '../../summary/ProcessorSummary';
import { talosNodesTranslationRef } from '../../translation';
import { StateLabel } from '../../words/StateLabel';
import { useMachinePath } from '../../words/useMachinePath';
import { useNodeWords } from '../../words/useNodeWords';
import { VersionSkew } from '../../words/VersionSkew';
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
                <Fact name={t('column.model')}>
                  <BriefFact fact={node.model}>
                    {value => <bdi>{value}</bdi>}
                  </BriefFact>
                </Fact>
                <Fact name={t('column.processor')}>
                  <div className={styles.lines}>
                    <ProcessorSummary node={node} />
                  </div>
                </Fact>
                <Fact name={t('column.memory')}>
                  <div className={styles.lines}>
                    <MemorySummary node={node} />
                  </div>
                </Fact>
                <Fact name={t('column.disks')}>
                  <div className={styles.lines}>
                    <DiskSummary disks={node.disks} />
                  </div>
                </Fact>
                <Fact name={t('column.version')}>
                  <div className={styles.lines}>
                    <BriefFact fact={node.talosVersion}>
                      {value => <bdi>{value}</bdi>}
                    </BriefFact>
                    <VersionSkew
                      behind={skew.versionsBehind(node.talosVersion)}
                    />
                    {skew.isOddSchematic(node) && (
                      <StatusLabel tone="warning">
                        {t('skew.schematic')}
                      </StatusLabel>
                    )}
                  </div>
                </Fact>
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
