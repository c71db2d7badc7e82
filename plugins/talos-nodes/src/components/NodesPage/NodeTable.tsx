import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { NodeSummary } from '@internal/plugin-talos-nodes-common';
import {
  RelativeTime,
  RowColumn,
  RowTable,
  SmallText,
} from '@internal/portal-ui';
import { BriefFact } from '../../facts/BriefFact';
import { Skew } from '../../fleet/findSkew';
import { DiskSummary } from '../../summary/DiskSummary';
import { MemorySummary } from '../../summary/MemorySummary';
import { ProcessorSummary } from '../../summary/ProcessorSummary';
import { VersionSummary } from '../../summary/VersionSummary';
import { talosNodesTranslationRef } from '../../translation';
import { StateLabel } from '../../words/StateLabel';
import { useMachinePath } from '../../words/useMachinePath';
import { useNodeWords } from '../../words/useNodeWords';
import styles from './NodesPage.module.css';

/** Machines, one row each. */
export function NodeTable(props: {
  nodes: readonly NodeSummary[];
  skew: Skew;
}) {
  const { nodes, skew } = props;
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const words = useNodeWords();
  const pathOf = useMachinePath();
  const columns: RowColumn<NodeSummary>[] = [
    {
      id: 'name',
      label: t('column.name'),
      width: '1.25fr',
      cell: node => (
        <>
          <Link href={pathOf(node)}>
            <bdi>{node.name}</bdi>
          </Link>
          <SmallText>
            <bdi>
              {node.platform === node.cluster
                ? node.cluster
                : `${node.platform} / ${node.cluster}`}
            </bdi>
          </SmallText>
        </>
      ),
    },
    {
      id: 'state',
      label: t('column.state'),
      width: '1.4fr',
      cell: node => (
        <>
          <StateLabel state={node.state} />
          <SmallText>
            <BriefFact fact={node.role}>{words.role}</BriefFact>
          </SmallText>
          {node.problems.map(problem => (
            <SmallText key={problem}>
              <bdi className={styles.problem} title={problem}>
                {problem}
              </bdi>
            </SmallText>
          ))}
        </>
      ),
    },
    {
      id: 'model',
      label: t('column.model'),
      width: '1.35fr',
      cell: node => (
        <>
          <BriefFact fact={node.model}>{value => <bdi>{value}</bdi>}</BriefFact>
          {node.manufacturer.known && (
            <SmallText>
              <BriefFact fact={node.manufacturer}>
                {value => <bdi>{value}</bdi>}
              </BriefFact>
            </SmallText>
          )}
        </>
      ),
    },
    {
      id: 'processor',
      label: t('column.processor'),
      width: '0.8fr',
      cell: node => <ProcessorSummary node={node} />,
    },
    {
      id: 'memory',
      label: t('column.memory'),
      width: '1.3fr',
      cell: node => <MemorySummary node={node} />,
    },
    {
      id: 'disks',
      label: t('column.disks'),
      width: '1fr',
      cell: node => <DiskSummary node={node} />,
    },
    {
      id: 'version',
      label: t('column.version'),
      width: '1.25fr',
      cell: node => <VersionSummary node={node} skew={skew} />,
    },
    {
      id: 'age',
      label: t('column.age'),
      width: '0.8fr',
      cell: node =>
        node.observedAt ? (
          <SmallText>
            <RelativeTime value={node.observedAt} />
          </SmallText>
        ) : (
          <SmallText>{t('fact.unknown')}</SmallText>
        ),
    },
  ];
  return (
    <RowTable
      label={t('list.label')}
      columns={columns}
      rows={nodes}
      keyOf={node => `${node.platform} ${node.cluster} ${node.name}`}
    />
  );
}
