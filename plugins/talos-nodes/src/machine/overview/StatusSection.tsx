import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NodeDetail } from '@internal/plugin-talos-nodes-common';
import { Fact, FactList, Section } from '@internal/portal-ui';
import { FactText, FactValue } from '../../facts/FactValue';
import { ListNote } from '../../facts/ListNote';
import { WorkloadFact } from '../../summary/WorkloadFact';
import { talosNodesTranslationRef } from '../../translation';
import { LastSaid } from './LastSaid';
import { Uptime } from './Uptime';
import styles from '../machine.module.css';

/** What a machine is doing. */
export function StatusSection(props: {
  node: NodeDetail;
  /** When Talos told it last, where that is no longer current. */
  lastSaid?: string;
}) {
  const { node, lastSaid } = props;
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const yesNo = (value: boolean) => t(value ? 'machine.yes' : 'machine.no');
  return (
    <Section title={t('machine.status')}>
      <LastSaid at={lastSaid} />
      <FactList>
        <Fact name={t('machine.stage')}>
          <FactText fact={node.stage} />
        </Fact>
        <Fact name={t('machine.booted')}>
          <FactValue fact={node.bootedAt}>
            {at => <Uptime since={at} />}
          </FactValue>
        </Fact>
        <Fact name={t('machine.time')}>
          <FactValue fact={node.timeSynchronized}>{yesNo}</FactValue>
        </Fact>
        <Fact name={t('machine.schedulable')}>
          <FactValue fact={node.unschedulable}>
            {isUnschedulable => yesNo(!isUnschedulable)}
          </FactValue>
        </Fact>
        <Fact name={t('machine.taints')}>
          {node.taints.length === 0 ? (
            <ListNote unread={node.unread?.taints} none={t('machine.none')} />
          ) : (
            <ul className={styles.plainList}>
              {node.taints.map(taint => (
                <li key={taint}>
                  <code dir="ltr">{taint}</code>
                </li>
              ))}
            </ul>
          )}
        </Fact>
        {node.diagnostics.length === 0 && (
          <Fact name={t('machine.diagnostics')}>
            <ListNote
              unread={node.unread?.diagnostics}
              none={t('machine.none')}
            />
          </Fact>
        )}
        <WorkloadFact node={node} />
        <Fact name={t('machine.secureBoot')}>
          <FactValue fact={node.secureBoot}>{yesNo}</FactValue>
        </Fact>
        <Fact name={t('machine.kernelArguments')}>
          <FactValue fact={node.kernelArguments}>
            {value => <code dir="ltr">{value}</code>}
          </FactValue>
        </Fact>
      </FactList>
    </Section>
  );
}
