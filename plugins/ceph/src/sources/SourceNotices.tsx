import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { StorageSourceState } from '@internal/plugin-ceph-common';
import { cephTranslationRef } from '../translation';
import { SourceSentence } from './SourceSentence';
import { useSourceProblem } from './useSourceProblem';
import styles from './sources.module.css';

const failures = ['stale', 'unreachable', 'forbidden'];

/** Says which sources fail and how old what is shown is, and which there are none of. */
export function SourceNotices(props: {
  sources: readonly StorageSourceState[];
}) {
  const { t } = useTranslationRef(cephTranslationRef);
  const describe = useSourceProblem();
  const failing = props.sources.filter(({ state }) => failures.includes(state));
  const missing = props.sources.filter(
    ({ state }) => state === 'not-configured',
  );
  return (
    <>
      {failing.length > 0 && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t('sources.failing')}
          description={
            <ul className={styles.sentences}>
              {failing.map(source => (
                <SourceSentence key={JSON.stringify(source)} source={source} />
              ))}
            </ul>
          }
        />
      )}
      {missing.length > 0 && (
        <Alert
          role="status"
          status="info"
          icon
          title={t('sources.partial')}
          description={
            <ul className={styles.sentences}>
              {missing.map(source => (
                <li key={JSON.stringify(source)}>
                  {t('sources.notConfigured', {
                    source: t(`sources.name.${source.source}`),
                  })}{' '}
                  {source.problem && describe(source.problem)}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </>
  );
}
