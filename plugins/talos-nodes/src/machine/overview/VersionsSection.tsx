import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NodeDetail, NodeSummary } from '@internal/plugin-talos-nodes-common';
import {
  CopyButton,
  Fact,
  FactList,
  Section,
  StatusLabel,
} from '@internal/portal-ui';
import { FactText, FactValue } from '../../facts/FactValue';
import { ListNote } from '../../facts/ListNote';
import { findSkew } from '../../fleet/findSkew';
import { shortSchematic } from '../../fleet/shortSchematic';
import { talosNodesTranslationRef } from '../../translation';
import { VersionSkew } from '../../words/VersionSkew';
import styles from '../machine.module.css';

/** What a machine runs, held against the rest of the fleet. */
export function VersionsSection(props: {
  node: NodeDetail;
  /** Absent while it is read. */
  fleet: readonly NodeSummary[] | undefined;
}) {
  const { node, fleet } = props;
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const skew = fleet && findSkew(fleet);
  return (
    <Section title={t('machine.versions')}>
      <FactList>
        <Fact name={t('machine.talos')}>
          <FactText fact={node.talosVersion} />{' '}
          <VersionSkew behind={skew?.versionsBehind(node.talosVersion)} />
        </Fact>
        <Fact name={t('machine.kubernetes')}>
          <FactText fact={node.kubernetesVersion} />
        </Fact>
        <Fact name={t('machine.kernel')}>
          <FactText fact={node.kernelVersion} />
        </Fact>
        <Fact name={t('machine.schematic')}>
          <FactValue fact={node.schematic}>
            {schematic => (
              <span className={styles.copyable}>
                <code dir="ltr" title={schematic}>
                  {shortSchematic(schematic)}
                </code>
                <CopyButton name={t('machine.schematic')} text={schematic} />
              </span>
            )}
          </FactValue>{' '}
          {skew?.isOddSchematic(node) && (
            <StatusLabel tone="warning">{t('skew.schematic')}</StatusLabel>
          )}
        </Fact>
        <Fact name={t('machine.extensions')}>
          {node.extensions.length === 0 ? (
            <ListNote
              unread={node.unread?.extensions}
              none={t('machine.none')}
            />
          ) : (
            <ul className={styles.plainList}>
              {node.extensions.map(({ name, version }) => (
                <li key={name}>
                  <bdi>
                    {name} {version}
                  </bdi>
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name={t('machine.bios')}>
          <FactText fact={node.hardware.board.biosVersion} />
        </Fact>
      </FactList>
    </Section>
  );
}
