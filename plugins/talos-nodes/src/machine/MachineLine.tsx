import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { NodeDetail } from '@internal/plugin-talos-nodes-common';
import { RelativeTime, SmallText, StatusLabel } from '@internal/portal-ui';
import { RiComputerLine } from '@remixicon/react';
import { FailureSentence } from '../sources/FailureSentence';
import { talosNodesTranslationRef } from '../translation';
import { StateLabel } from '../words/StateLabel';
import styles from './machine.module.css';

/** A machine's state, why it is so, and how old what is shown is. */
export function MachineLine({ node }: { node: NodeDetail }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  const { form } = node.hardware.board;
  const failing = node.sources.flatMap(source =>
    source.failure ? [{ source, failure: source.failure }] : [],
  );
  // A source that fails is told with its age.
  const problems = node.problems.filter(
    problem => !failing.some(({ failure }) => failure.reason === problem),
  );
  const isPartial = !node.sources.some(({ source }) => source === 'talos');
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
      {(node.problems.length > 0 || failing.length > 0) && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t(
            node.problems.length > 0 ? `state.${node.state}` : 'notice.failing',
          )}
          description={
            <ul className={styles.plainList}>
              {problems.map(problem => (
                <li key={problem}>
                  <bdi>{problem}</bdi>
                </li>
              ))}
              {failing.map(({ source, failure }) => (
                <FailureSentence
                  key={source.source}
                  about={node.name}
                  source={source}
                  failure={failure}
                />
              ))}
            </ul>
          }
        />
      )}
      {isPartial && (
        <Alert
          role="status"
          status="info"
          icon
          title={t('notice.partial', { clusters: node.cluster })}
          description={t('notice.partialHow')}
        />
      )}
    </>
  );
}
