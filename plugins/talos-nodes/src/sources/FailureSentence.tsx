import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NodeDetail } from '@internal/plugin-talos-nodes-common';
import { RelativeTime } from '@internal/portal-ui';
import { talosNodesTranslationRef } from '../translation';
import styles from './sources.module.css';

type SourceState = NodeDetail['sources'][number];

export interface FailureSentenceProps {
  /** Cluster or machine that the source was asked about. */
  about: string;
  source: SourceState;
  failure: NonNullable<SourceState['failure']>;
}

/** Which source does not answer, why, and what stays on screen. */
export function FailureSentence(props: FailureSentenceProps) {
  const { about, source, failure } = props;
  const { t } = useTranslationRef(talosNodesTranslationRef);
  return (
    <li>
      <div>
        {t('notice.failed', {
          source: t(`source.${source.source}`),
          about: <bdi>{about}</bdi>,
          time: <RelativeTime value={failure.since} />,
          reason: <bdi>{failure.reason}</bdi>,
        })}
      </div>
      <div className={styles.kept}>
        {source.observedAt
          ? t('notice.kept', {
              time: <RelativeTime value={source.observedAt} />,
            })
          : t('notice.nothing')}
      </div>
    </li>
  );
}
