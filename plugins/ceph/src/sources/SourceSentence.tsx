import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StorageSourceState } from '@internal/plugin-ceph-common';
import { RelativeTime } from '@internal/portal-ui';
import { cephTranslationRef } from '../translation';
import { useSourceProblem } from './useSourceProblem';
import styles from './sources.module.css';

/** How a source fails, why, and what of it stays on screen. */
export function SourceSentence({ source }: { source: StorageSourceState }) {
  const { t } = useTranslationRef(cephTranslationRef);
  const describe = useSourceProblem();
  const words = {
    source: t(`sources.name.${source.source}`),
    state: t(`sources.state.${source.state}`),
  };
  return (
    <li>
      <div>
        {source.since
          ? t('sources.failedSince', {
              ...words,
              time: <RelativeTime value={source.since} />,
            })
          : t('sources.failed', words)}
        {source.problem && (
          <>
            {'. '}
            {describe(source.problem)}
          </>
        )}
      </div>
      <div className={styles.kept}>
        {source.observedAt
          ? t('sources.kept', {
              time: <RelativeTime value={source.observedAt} />,
            })
          : t('sources.nothing')}
      </div>
    </li>
  );
}
