import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { StorageSourceState } from '@internal/plugin-ceph-common';
import { cephTranslationRef } from '../translation';
import { SourceSentence } from './SourceSentence';
import { useSourceProblem } from './useSourceProblem';
import styles from './sources.module.css';

const failures = ['stale', 'unreachable', 'forbidden'];

/** Says which sources fail and how old what is shown is, and which tell less than they could. */
export function SourceNotices(props: {
  sources: readonly StorageSourceState[];
}) {
  const { t } = useTranslationRef(cephTranslationRef);
  const describe = useSourceProblem();
  const failing = props.sources.filter(({ state }) => failures.includes(state));
  const limited = props.sources.filter(
    ({ state, problem }) =>
      state === 'not-configured' || (state === 'fresh' && problem),
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
      {limited.length > 0 && (
        <Alert
          role="status"
          status="info"
          icon
          title={t('sources.partial')}
          description={
            <ul className={styles.sentences}>
              {limited.map(source => (
                <li key={JSON.stringify(source)}>
                  {t(
                    source.state === 'fresh'
                      ? 'sources.limited'
                      : 'sources.notConfigured',
                    { source: t(`sources.name.${source.source}`) },
                  )}{' '}
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
