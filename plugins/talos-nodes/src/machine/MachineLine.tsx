import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { NodeDetail } from '@internal/plugin-talos-nodes-common';
import { RelativeTime, SmallText, StatusLabel } from '@internal/portal-ui';
import { RiComputerLine } from '@remixicon/react';
import { SourceNotices } from '../sources/SourceNotices';
import { talosNodesTranslationRef } from '../translation';
import { StateLabel } from '../words/StateLabel';
import styles from './machine.module.css';

/** A machine's state, why it is so, and how old what is shown is. */
export function MachineLine({ node }: { node: NodeDetail }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { form } = node.hardware.board;
  const { platform, cluster, sources } = node;
  return (
    <>
      <div className={styles.line}>
        <StateLabel state={node.state} />
        {form.known && form.value !== 'metal' && (
          <StatusLabel tone="neutral" shape={RiComputerLine}>
            {t(`form.${form.value}`)}
          </StatusLabel>
        )}
        {node.observedAt && (
          <SmallText>
            {t('machine.read', {
              time: <RelativeTime value={node.observedAt} />,
            })}
          </SmallText>
        )}
      </div>
      {node.problems.length > 0 && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t(`state.${node.state}`)}
          description={
            <ul className={styles.plainList}>
              {node.problems.map(problem => (
                <li key={problem}>
                  <bdi>{problem}</bdi>
                </li>
              ))}
            </ul>
          }
        />
      )}
      <SourceNotices
        clusters={[
          {
            platform,
            cluster,
            sources,
            etcd: { known: false, reason: 'not-reported' },
          },
        ]}
      />
    </>
  );
}
