import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NodeDetail } from '@internal/plugin-talos-nodes-common';
import { CopyButton, Fact, FactList, Section } from '@internal/portal-ui';
import { FactText, FactToCopy, FactValue } from '../../facts/FactValue';
import { ListNote } from '../../facts/ListNote';
import { talosNodesTranslationRef } from '../../translation';
import { useNodeWords } from '../../words/useNodeWords';
import styles from '../machine.module.css';

/** What tells a machine apart from all others. */
export function IdentitySection({ node }: { node: NodeDetail }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const words = useNodeWords();
  const { board } = node.hardware;
  const { rack, unit, height } = node.place ?? {};
  return (
    <Section title={t('machine.identity')}>
      <FactList>
        <Fact name={t('machine.platform')}>
          <bdi>{node.platform}</bdi>
        </Fact>
        <Fact name={t('machine.cluster')}>
          <bdi>{node.cluster}</bdi>
        </Fact>
        <Fact name={t('machine.role')}>
          <FactValue fact={node.role}>{words.role}</FactValue>
        </Fact>
        <Fact name={t('machine.form')}>
          <FactValue fact={board.form}>{form => t(`form.${form}`)}</FactValue>
        </Fact>
        <Fact name={t('hardware.model')}>
          <FactText fact={node.model} />
        </Fact>
        <Fact name={t('hardware.serial')}>
          <FactToCopy fact={board.serial} name={t('hardware.serial')} />
        </Fact>
        <Fact name={t('machine.addresses')}>
          {node.addresses.length === 0 ? (
            <ListNote
              unread={node.unread?.addresses}
              none={t('machine.none')}
            />
          ) : (
            <ul className={styles.plainList}>
              {node.addresses.map(address => (
                <li key={address} className={styles.copyable}>
                  <code dir="ltr">{address}</code>
                  <CopyButton name={address} text={address} />
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name={t('machine.nodeId')}>
          <FactToCopy fact={node.nodeId} name={t('machine.nodeId')} />
        </Fact>
        <Fact name={t('machine.machineId')}>
          <FactToCopy fact={node.machineId} name={t('machine.machineId')} />
        </Fact>
        {rack !== undefined && (
          <Fact name={t('machine.place')}>
            <bdi>{t('rack.title', { name: rack })}</bdi>
            {unit !== undefined && <>, {words.place({ unit, height })}</>}
          </Fact>
        )}
      </FactList>
    </Section>
  );
}
