import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NodeSummary } from '@internal/plugin-talos-nodes-common';
import { Fact } from '@internal/portal-ui';
import { BriefFact } from '../facts/BriefFact';
import { Skew } from '../fleet/findSkew';
import { talosNodesTranslationRef } from '../translation';
import { DiskSummary } from './DiskSummary';
import { MemorySummary } from './MemorySummary';
import { ProcessorSummary } from './ProcessorSummary';
import { VersionSummary } from './VersionSummary';
import styles from './summary.module.css';

/** What is in a machine and what it runs, as entries of a list of facts. */
export function MachineFacts(props: { node: NodeSummary; skew?: Skew }) {
  const { node, skew } = props;
  const { t } = useTranslationRef(talosNodesTranslationRef);
  return (
    <>
      <Fact name={t('column.model')}>
        <BriefFact fact={node.model}>{value => <bdi>{value}</bdi>}</BriefFact>
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
          <DiskSummary node={node} />
        </div>
      </Fact>
      <Fact name={t('column.version')}>
        <div className={styles.lines}>
          <VersionSummary node={node} skew={skew} />
        </div>
      </Fact>
    </>
  );
}
